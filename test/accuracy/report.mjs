// Turns the figures into `RESULTS.md`. Nothing in it depends on when or where it was measured.
import { languages, measured, nameOfSentences, percent, tuningParts } from './sentences.mjs';

const tongue = { en: 'English', zh: 'Chinese' };

/** @returns {string} a Markdown table; the first column left, the others right. */
export const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const own = (scores) =>
  table(
    ['Sentences', 'Marks', 'Found', 'By the very rule', 'Honest', 'Honest but marked', 'Extra findings'],
    scores.map(({ language, part, result }) => [
      `${tongue[language]}, ${part}`,
      result.marks,
      `${result.found} (${percent(result.found, result.marks)})`,
      percent(result.exactRule, result.withRule),
      result.honest,
      `${result.honestFlagged} (${percent(result.honestFlagged, result.honest)})`,
      `${result.extra} in ${result.positive} sentences`,
    ]),
  );

/** The columns of a table that a reader can take in: per language, the parts tuned on together, the others together. */
const columns = languages.flatMap((language) =>
  [true, false].map((tuned) => ({
    label: `${tongue[language]}, ${tuned ? 'tuned on' : 'held out'}`,
    holds: (each) => each.language === language && tuningParts.includes(each.part) === tuned,
  })),
);

/** @returns {number} the sum of what `of` reads from each. */
const sum = (all, of) => all.reduce((total, each) => total + of(each), 0);

function perRule(scores) {
  const labels = new Map(
    scores.flatMap(({ result }) => [...result.byRule].map(([label, row]) => [label, row.category])),
  );
  const rows = [...labels]
    .sort(([a, x], [b, y]) => measured.indexOf(x) - measured.indexOf(y) || a.localeCompare(b))
    .map(([label]) => [
      label,
      ...columns.map(({ holds }) => {
        const found = scores.filter(holds).flatMap(({ result }) => result.byRule.get(label) ?? []);
        return found.length > 0 ? `${sum(found, (row) => row.found)} of ${sum(found, (row) => row.marks)}` : '–';
      }),
    ]);
  return table(['Rule', ...columns.map(({ label }) => label)], rows);
}

function beside(anyWord, peers) {
  const cell = (sets) => {
    if (sets.length === 0) return '–';
    const all = (of) => sum(sets, (set) => set[of]);
    return `${percent(all('found'), all('marks'))} / ${percent(all('honestFlagged'), all('honest'))}`;
  };
  const all = [{ name: 'Candor', version: 'here', sets: anyWord }, ...(peers?.figures ?? [])];
  return table(
    ['Linter', ...columns.map(({ label }) => label)],
    all.map(({ name, version, sets }) => [
      version === 'here' ? name : `${name} ${version}`,
      ...columns.map(({ holds }) => cell(sets.filter(holds))),
    ]),
  );
}

/**
 * @param scores one `{ language, part, result }` per part, `result` from `score`
 * @param anyWord one `{ language, part, …counts }` per part, counts from `scoreAnyWord`
 * @param peers what `readPeers` gives
 * @returns {string} the page
 */
export function report(scores, anyWord, peers) {
  const name = nameOfSentences();
  const stale =
    peers && peers.sentences !== name
      ? '\n\nThe figures of the others are from an earlier state of the sentences: run `npm run accuracy -- --peers`.'
      : '';
  return `# Accuracy on labelled sentences

Written by \`npm run accuracy\`; do not edit. Sentences ${name}. What the words mean is in [README.md](README.md).

Wanted: at least 90 % of the marks found, at most 5 % of the honest sentences marked, in each language, on text that nobody
tuned for.

${own(scores)}

- **Found**: a finding of the mark's category touches its span. **By the very rule**: and its rule is the one expected.
- **Honest but marked**: an honest sentence with any finding of ${measured.join(', ')}.
- **Extra findings**: on the other sentences, what touches no mark of its category.

## Marks found, rule by rule

${perRule(scores)}

## Beside other linters

Each cell: marks of which any word is touched by any finding / honest sentences with any finding. The others know no
categories, are made for other aims, and for English; this says only that they do not do this work.

${beside(anyWord, peers)}${stale}
`;
}
