import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** The largest file that is read, in bytes. A postmortem of this size would take a day to read. */
export const largestFile = 5 * 1024 * 1024;

/** Why a file was not read; `message` is for people and names what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const tooLarge = (bytes: number): UnreadableFile =>
  new UnreadableFile(
    `is ${megabytes(bytes)} large; files over ${megabytes(largestFile)} are not read. Split it, or leave it out.`,
  );

/**
 * The text of a file's bytes.
 * @throws UnreadableFile for bytes that are no UTF-8 text, or too many.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > largestFile) throw tooLarge(bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UnreadableFile('is UTF-16 text; save it as UTF-8 and check again.');
  }
  if (bytes.subarray(0, 8192).includes(0)) throw new UnreadableFile('is a binary file, not Markdown.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('is not valid UTF-8 text; save it as UTF-8 and check again.');
  }
}

/**
 * Reads a file as text.
 * @throws UnreadableFile with what is wrong and what to do.
 */
export async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > largestFile) throw tooLarge(size);
    return decode(await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(reason(error));
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'does not exist.';
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read: permission denied.';
  if (code === 'EISDIR') return 'is a folder.';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', 'vendor']);

/**
 * The files that arguments name: a folder stands for the Markdown files below it.
 * @yields Paths as they are to be shown, in order, each once.
 */
export async function* expand(names: readonly string[]): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const name of names) {
    const isFolder = await stat(name).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    for await (const file of isFolder ? below(name) : [name]) {
      if (seen.has(file)) continue;
      seen.add(file);
      yield file;
    }
  }
}

async function* below(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name)) yield* below(file);
    } else if (/\.(?:md|markdown)$/i.test(entry.name)) yield file;
  }
}
