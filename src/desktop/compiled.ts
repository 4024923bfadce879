import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

const checksum = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const checksumLength = 32;

/** What was kept, unless it is damaged: the engine itself would trust it. */
function readKept(file: string): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    const data = kept.subarray(checksumLength);
    return kept.subarray(0, checksumLength).equals(checksum(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what the engine compiled, and nothing that was kept before. Where that cannot be, the next start takes longer. */
function keep(file: string, data: Buffer): void {
  try {
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, Buffer.concat([checksum(data), data]));
    renameSync(whole, file);
  } catch {
    // A folder that cannot be written to.
  }
}

/**
 * Requires a CommonJS file with what the engine compiled of it at an earlier start, which takes a fraction of compiling it
 * again; the editor does that for its own code, and not for that of extensions.
 * @param folder Where that is kept. Nothing else is in it.
 * @param after How many milliseconds after loading it is written: by then the first document should have been read, since
 *   an engine compiles what runs.
 */
export function requireCompiled(file: string, folder: string, after = 5000): unknown {
  const { size, mtimeMs } = statSync(file);
  // Of another source of the same length an engine does not tell that it is another.
  const kept = path.join(folder, `${path.basename(file)}-${size}-${mtimeMs}-${process.versions.v8}`);
  const cachedData = readKept(kept);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  if (!cachedData || script.cachedDataRejected) setTimeout(() => keep(kept, script.createCachedData()), after);
  return module.exports;
}
