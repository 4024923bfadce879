// Writes a file that is committed, in the form that `npm run check` wants.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Writes `text` to `file` (an absolute path inside the project) and formats it. */
export function save(file, text) {
  writeFileSync(file, text);
  if (file.endsWith('.md')) return; // Markdown is left as it is written.
  execFileSync(process.execPath, [biome, 'format', '--write', file], { stdio: ['ignore', 'ignore', 'inherit'] });
}
