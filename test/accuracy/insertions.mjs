// What the linter finds of sentences that somebody adds to an honest document, half of which contradict it:
// `npm run accuracy:insertions` writes INSERTIONS.md.
//   -- --show en-tune    lists what is missed in that part, and what is found there and no contradiction
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLibrary } from './library.mjs';
import { table } from './report.mjs';
import { save } from './save.mjs';
import { here, percent } from './sentences.mjs';

/**
 * @typedef {{ id: string, document: string, after: string, text: string, against: string | null, family: string }} Insertion
 *   a sentence that is added as a paragraph of its own to the part under the heading `after`; `against` is the place of the
 *   document that it contradicts, `null` where it contradicts nothing
 */

const folder = path.join(here, 'insertions');
/** By name; what is held out stands last. */
export const insertionParts = readdirSync(folder)
  .map((file) => file.replace('.json', ''))
  .sort((a, b) => Number(a.includes('held')) - Number(b.includes('held')) || (a < b ? -1 : 1));

/** @returns {Insertion[]} */
export const readInsertions = (part) => JSON.parse(readFileSync(path.join(folder, `${part}.json`), 'utf8'));

export const readHonest = (document) => readFileSync(path.join(here, 'documents', document), 'utf8');

/** The document with the sentence at the end of its part. */
export function insert(document, { after, text }) {
  const lines = document.split('\n');
  const heading = lines.findIndex((line) => line.trim() === after);
  if (heading < 0) throw new Error(`no heading "${after}"`);
  const next = lines.findIndex((line, at) => at > heading && /^#{1,3} /.test(line));
  let end = next < 0 ? lines.length : next;
  while (lines[end - 1].trim() === '') end--;
  return [...lines.slice(0, end), '', text, '', ...lines.slice(end)].join('\n');
}

/** What the linter finds of the facts of a text, each finding as one string without its place. */
const factsOf = (linter, text) =>
  linter
    .check(text)
    .filter(({ category }) => category === 'facts')
    .map(({ rule, text: words, message }) => `${rule} “${words}”: ${message}`);

/** The findings that a sentence adds to those of its document. */
export function judgeInsertion(linter, insertion) {
  const document = readHonest(insertion.document);
  const before = new Set(factsOf(linter, document));
  return factsOf(linter, insert(document, insertion)).filter((finding) => !before.has(finding));
}

if (process.argv[1] === path.join(here, 'insertions.mjs')) {
  const { values: flags } = parseArgs({ options: { show: { type: 'string', multiple: true, default: [] } } });
  const wrong = flags.show.find((part) => !insertionParts.includes(part));
  if (wrong !== undefined) {
    console.error(`--show does not know "${wrong}". It knows: ${insertionParts.join(', ')}.`);
    process.exit(2);
  }
  const { createLinter } = await loadLibrary();
  const linter = createLinter();
  const rows = insertionParts.map((part) => {
    const judged = readInsertions(part).map((each) => ({ ...each, findings: judgeInsertion(linter, each) }));
    const contradicting = judged.filter(({ against }) => against !== null);
    const fitting = judged.filter(({ against }) => against === null);
    const found = contradicting.filter(({ findings }) => findings.length > 0);
    const marked = fitting.filter(({ findings }) => findings.length > 0);
    if (flags.show.includes(part)) {
      for (const { id, family, text, against, findings } of contradicting)
        if (findings.length === 0) console.log(`  missed  ${id} [${family}] ${text} | ${against}`);
      for (const { id, family, text, findings } of marked)
        console.log(`  marked  ${id} [${family}] ${text}\n          ${findings.join('\n          ')}`);
    }
    return [
      part,
      `${found.length} of ${contradicting.length} (${percent(found.length, contradicting.length)})`,
      `${marked.length} of ${fitting.length} (${percent(marked.length, fitting.length)})`,
    ];
  });
  const page = `# Sentences added to honest documents

Written by \`npm run accuracy:insertions\`; do not edit. What the words mean, and what was found at first sight, is in
[README.md](README.md).

${table(['Part', 'Contradictions found', 'Others marked'], rows)}
`;
  save(path.join(here, 'INSERTIONS.md'), page);
  console.log(page);
}
