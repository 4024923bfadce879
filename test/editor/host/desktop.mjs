/** Desktop VS Code: one that is installed, or one that `@vscode/test-electron` can fetch from Microsoft. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, findProgram } from './places.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';
const ASK_LIMIT_MS = 3000;
const PROGRAMS = [
  '/usr/share/code/code',
  '/usr/share/code-insiders/code-insiders',
  '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
  ...(process.env.LOCALAPPDATA
    ? [path.join(process.env.LOCALAPPDATA, 'Programs', 'Microsoft VS Code', 'Code.exe')]
    : []),
];

/**
 * Gives desktop VS Code, if this machine can have it: a display is needed, and the program, installed or fetched.
 * The environment variable VSCODE names a program.
 * @param {(line: string) => void} say takes lines of progress
 * @returns {Promise<{ program: string } | { missing: string }>} the Electron program, or why there is none
 */
export async function provideDesktop(say) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { missing: 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)' };
  const named = process.env.VSCODE;
  if (named)
    return findProgram([named]) ? { program: named } : { missing: `VSCODE names ${named}, which is not there` };
  const installed = findProgram(PROGRAMS) ?? besideLauncher();
  if (installed) return { program: installed };
  const reason = await whyUnreachable();
  if (reason) return { missing: `none is installed, and it cannot be fetched (${reason})` };
  say('Desktop VS Code is fetched with @vscode/test-electron, once (about 120 MB).');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    const cachePath = path.join(cacheFolder(), 'vscode-desktop');
    return { program: await downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout: 15_000 }) };
  } catch (error) {
    return { missing: `fetching it failed (${error instanceof Error ? error.message : error})` };
  }
}

/** `code` on PATH is a shell script in the program's `bin`; tests need the program itself. */
function besideLauncher() {
  const launcher = findProgram(['code']);
  if (!launcher) return undefined;
  const folder = path.dirname(path.dirname(realpathSync(launcher)));
  return ['code', 'Code.exe']
    .map((name) => path.join(folder, name))
    .find((file) => existsSync(file) && file !== launcher);
}

async function whyUnreachable() {
  try {
    const answer = await fetch(RELEASES, { signal: AbortSignal.timeout(ASK_LIMIT_MS) });
    return answer.ok ? undefined : `${RELEASES} answered ${answer.status}`;
  } catch {
    return `${new URL(RELEASES).host} did not answer within ${ASK_LIMIT_MS / 1000} seconds`;
  }
}
