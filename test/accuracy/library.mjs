// Builds the library from the sources as they stand and loads it, as one who installs the package would.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { here, measured } from './sentences.mjs';

const root = path.join(here, '..', '..');

/** @returns {Promise<typeof import('../../src/core/index.js')>} the library, freshly built. */
export async function loadLibrary() {
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'library-esm'], { cwd: root, stdio: 'inherit' });
  return import(pathToFileURL(path.join(root, 'dist', 'index.mjs')).href);
}

/**
 * @param linter what `createLinter` gives
 * @returns a function that finds, in one sentence read as customer text, what is measured here
 * @throws where a finding's range does not read as its text: then no figure below would mean anything
 */
export const sentenceReader = (linter, language) => (entry) =>
  linter
    .check(entry.text, { audience: 'customer', language })
    .filter((finding) => measured.includes(finding.category))
    .map(({ rule, category, start, end, text }) => {
      const source = entry.text.slice(start.offset, end.offset);
      if (source !== text) throw new Error(`${entry.id}: ${rule} says "${text}" but its range reads "${source}".`);
      return { rule, category, start: start.offset, end: end.offset };
    });
