import { createLinter } from '../../src/core/index.js';
import { documentOf } from './documents.js';

/** One document, edited ten thousand times in all places by one linter, as a long day does. */
const linter = createLinter();
let text = documentOf(5_000);
const rows: string[] = [];
let seed = 1;
const random = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
for (let edit = 0; edit <= 10_000; edit++) {
  if (edit % 2_000 === 0 || edit === 500) {
    globalThis.gc?.();
    rows.push(`| ${edit.toLocaleString('en')} | ${(process.memoryUsage().heapUsed / 1e6).toFixed(1)} |`);
  }
  const at = random(text.length);
  const length = random(8);
  text = text.slice(0, at) + (edit % 2 === 0 ? 'word '.slice(0, length) : '') + text.slice(at + (edit % 2) * length);
  linter.check(text);
}
console.log(`| edits of one document of 5,000 words | heap in use, MB |\n| ---: | ---: |\n${rows.join('\n')}`);
