// Runs inside the cache folder that `peers.mjs` fills, where these packages can be found. Reads `[{ id, text }]` from
// standard input; writes, per linter, the ranges it marks in each sentence (offsets in UTF-16 units).
import { writeFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import { markdown as alex } from 'alex';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import { createLinter, loadTextlintrc } from 'textlint';
import writeGood from 'write-good';

const sentences = await json(process.stdin);

writeFileSync(
  '.textlintrc.json',
  JSON.stringify({
    rules: { 'write-good': true, alex: true, 'stop-words': true, terminology: true, 'common-misspellings': true },
  }),
);
const textlint = createLinter({ descriptor: await loadTextlintrc({ configFilePath: '.textlintrc.json' }) });
const harper = new LocalLinter({ binary });
await harper.setup();

/** Harper counts code points. */
const unit = (text, point) => [...text].slice(0, point).join('').length;

const linters = {
  'write-good': (text) => writeGood(text).map(({ index, offset }) => ({ start: index, end: index + offset })),
  alex: (text) =>
    alex(text).messages.map(({ place, position }) => {
      const range = place ?? position;
      return { start: range.start.offset, end: range.end.offset };
    }),
  'textlint with common rules': async (text) =>
    (await textlint.lintText(text, 'sentence.md')).messages.map(({ range }) => ({ start: range[0], end: range[1] })),
  'harper.js': async (text) =>
    (await harper.lint(text, { language: 'plaintext' })).map((lint) => {
      const { start, end } = lint.span();
      return { start: unit(text, start), end: unit(text, end) };
    }),
};

const found = {};
for (const [name, lint] of Object.entries(linters)) {
  found[name] = {};
  for (const { id, text } of sentences) found[name][id] = await lint(text);
}
// A write to a pipe that is full would fail at once where it is not waited for.
process.stdout.write(JSON.stringify(found));
