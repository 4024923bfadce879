// How much of what an editor would mark does the linter mark, and how much that is honest?
//   npm run accuracy                       writes RESULTS.md and lists what went wrong in the tuning parts
//   npm run accuracy -- --show tune-2      lists that part only
//   npm run accuracy -- --show held-out    lists the held-out part: look at it only for the score
//   npm run accuracy -- --lang zh          lists one language only (RESULTS.md always holds both)
//   npm run accuracy -- --peers            measures the other linters again (installs them outside the checkout)
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLibrary, sentenceReader } from './library.mjs';
import { measurePeers, readPeers } from './peers.mjs';
import { report } from './report.mjs';
import { save } from './save.mjs';
import { here, languages, parts, percent, readPart, score, scoreAnyWord, tuningParts } from './sentences.mjs';

const { values: flags } = parseArgs({
  options: {
    show: { type: 'string', multiple: true, default: tuningParts },
    lang: { type: 'string', multiple: true, default: languages },
    peers: { type: 'boolean' },
  },
});
for (const [flag, known] of [
  ['show', [...parts, 'none']],
  ['lang', languages],
]) {
  const wrong = flags[flag].find((value) => !known.includes(value));
  if (wrong === undefined) continue;
  console.error(`--${flag} does not know "${wrong}". It knows: ${known.join(', ')}.`);
  process.exit(2);
}

const { createLinter, rules } = await loadLibrary();
const linter = createLinter();
const scores = [];
const anyWord = [];
for (const language of languages) {
  for (const part of parts) {
    const entries = readPart(language, part);
    if (entries.length === 0) continue; // Not every language has every part.
    const find = sentenceReader(linter, language);
    scores.push({ language, part, result: score(entries, find) });
    anyWord.push({ language, part, ...scoreAnyWord(entries, find) });
  }
}
const known = new Set(rules.map(({ id }) => id));
const unknown = new Set(scores.flatMap(({ result }) => [...result.rules]).filter((rule) => !known.has(rule)));
unknown.delete(undefined);
if (unknown.size > 0) console.log(`The linter has no rule of this name: ${[...unknown].join(', ')}.`);
if (flags.peers) measurePeers();

const quote = (entry, { start, end, rule }) => `${rule}: "${entry.text.slice(start, end)}"`;
for (const { language, part, result } of scores) {
  console.log(
    `\n${language} ${part}: found ${percent(result.found, result.marks)} of ${result.marks} marks; ` +
      `${percent(result.honestFlagged, result.honest)} of ${result.honest} honest sentences marked; ${result.extra} extra`,
  );
  if (!flags.show.includes(part) || !flags.lang.includes(language)) continue;
  for (const { entry, mark } of result.misses)
    console.log(`  missed  ${entry.id} [${mark.rule ?? mark.category}] "${mark.text}"\n          ${entry.text}`);
  for (const [word, list] of [
    ['alarm ', result.alarms],
    ['extra ', result.extras],
  ])
    for (const { entry, hits } of list)
      console.log(`  ${word}  ${entry.id} ${hits.map((hit) => quote(entry, hit)).join(', ')}\n          ${entry.text}`);
}

save(path.join(here, 'RESULTS.md'), report(scores, anyWord, readPeers()));
console.log('\nWritten: test/accuracy/RESULTS.md');
