import { readFile, writeFile } from 'node:fs/promises';
import { format, type Generated, generated } from './generated.js';

/**
 * Writes what is derived from the rules. With `--check` it writes nothing, and ends with 1 where a file differs from
 * what it should be.
 */
async function main(): Promise<number> {
  const check = process.argv.includes('--check');
  const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
  const drifted: string[] = [];
  const files: readonly Generated[] = await generated(read);
  for (const { file, text } of files) {
    const wanted = format(file, text);
    if ((await read(file)) === wanted) continue;
    if (check) drifted.push(file);
    else {
      await writeFile(file, wanted);
      console.log(`wrote ${file}`);
    }
  }
  if (drifted.length > 0) console.error(`Not as generated: ${drifted.join(', ')}. Run “npm run generate”.`);
  return drifted.length > 0 ? 1 : 0;
}

process.exitCode = await main();
