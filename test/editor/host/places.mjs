/** Where things lie: the checkout, the folder for results of a run, and the cache outside the checkout. */
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Screenshots and logs of failed runs. */
export const results = path.join(root, 'dist/test');

/**
 * @returns {string} the folder for downloaded editors: `$XDG_CACHE_HOME/candor`, or what the system uses instead
 */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return path.join(process.env.XDG_CACHE_HOME, 'candor');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return path.join(process.env.LOCALAPPDATA, 'candor', 'cache');
  return path.join(homedir(), '.cache', 'candor');
}

/**
 * Makes a temporary folder that is removed by the cleanup stack.
 * @param {string} name part of the folder's name
 * @param {{ add(undo: () => unknown): void }} cleanup
 * @returns {Promise<string>}
 */
export async function temporaryFolder(name, cleanup) {
  const folder = await mkdtemp(path.join(tmpdir(), `candor-${name}-`));
  cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/**
 * @param {string[]} names programs to look for, best first; a name with a slash is a path
 * @returns {string | undefined} the first that exists, on PATH for a bare name
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    const candidates = path.isAbsolute(name)
      ? [name]
      : folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)));
    const found = candidates.find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}
