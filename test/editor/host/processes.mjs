/** Child processes that leave nothing behind: each gets its own process group, and the group is ended as one. */
import { spawn, spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';
const TAIL_LINES = 60;

/**
 * Starts a program in its own process group and keeps the end of what it prints.
 * @param {string} file the program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, onLine?: (line: string) => void, ignore?: RegExp, gently?: boolean }} [options]
 *   `ignore`: lines that are not kept; `gently`: when this process ends, ask the program to end rather than kill it
 * @returns {{ exited: Promise<number>, tail(): string, stop(): Promise<void> }} `exited` is the exit code (127 when the
 *   program could not be started), `tail` the last 60 lines of both outputs, `stop` ends the program and its children.
 */
export function start(file, args, { env, cwd, onLine, ignore, gently = false } = {}) {
  const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      const parts = (rest + chunk).split(/\r?\n/);
      rest = parts.pop() ?? '';
      for (const line of parts) {
        if (!ignore?.test(line)) lines.push(line);
        if (lines.length > TAIL_LINES) lines.shift();
        onLine?.(line);
      }
    });
  }
  const exited = new Promise((resolve) => {
    child.on('error', (error) => {
      lines.push(String(error.message));
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  // A last resort, for an end that nobody cleaned up after.
  const onExit = () => child.pid !== undefined && endGroup(child.pid, gently ? 'SIGTERM' : 'SIGKILL');
  process.on('exit', onExit);
  exited.then(() => process.off('exit', onExit));
  const stop = async () => {
    if (child.pid === undefined) return;
    endGroup(child.pid, 'SIGTERM');
    const ended = await within(3000, exited);
    // Also after a quiet end: a grandchild may have outlived its parent.
    endGroup(child.pid, 'SIGKILL');
    if (ended === undefined) await within(3000, exited);
  };
  return { exited, tail: () => lines.join('\n'), stop };
}

function endGroup(pid, signal) {
  if (windows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

/**
 * @param {number} ms milliseconds
 * @returns {Promise<void>} settles after that time
 */
export function delay(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Waits for something, but not for ever; nothing is left ticking when it comes first.
 * @template T
 * @param {number} ms milliseconds
 * @param {Promise<T>} work
 * @returns {Promise<T | undefined>} what it gives, or undefined when the time is up
 */
export async function within(ms, work) {
  let timer;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
