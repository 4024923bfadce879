import { type Figure, isSwapped, labelWords, readFigures } from '../../document/figures.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { totalRow } from '../../document/table-columns.js';
import { type DocumentFacts, placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { areReckoned, type Worded, wordedParts } from './common.js';

type Words = ReadonlySet<string>;

/** What is counted: in a table, what the row and the column are named after. */
function namer(facts: DocumentFacts): (figure: Worded<Figure>) => Words {
  let labels: Map<PlacedBlock, { readonly isTotal: boolean; readonly words: Words }> | undefined;
  return ({ block, part }) => {
    if (block.block.kind !== 'cell') return part.words;
    if (!labels) {
      labels = new Map();
      for (const [head = [], ...rows] of facts.tables)
        for (const [first, ...cells] of rows)
          for (const [at, { cell }] of cells.entries())
            labels.set(cell, {
              isTotal: totalRow.test(first?.text ?? ''),
              words: labelWords(`${first?.text ?? ''} ${head[at + 1]?.text ?? ''}`),
            });
    }
    const label = labels.get(block);
    // Two small numbers with like digits are as likely of two things, but for what all rows make.
    return label && (part.value > 99 || label.isTotal) ? new Set([...part.words, ...label.words]) : part.words;
  };
}

/** The digits of which different numbers are made. */
function varyingDigits(all: readonly Worded<Figure>[]): ReadonlySet<string> {
  const first = new Map<string, number>();
  const varying = new Set<string>();
  for (const { part } of all) {
    const known = first.get(part.digits);
    if (known === undefined) first.set(part.digits, part.value);
    else if (known !== part.value) varying.add(part.digits);
  }
  return varying;
}

/** Numbers of the same things with two digits exchanged. */
export function* figures(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const all = wordedParts<Figure>(context, 'figures', readFigures, true);
  const wordsFor = namer(facts);
  const reported = new Set<number>();
  const before = new Map<string, Worded<Figure>[]>();
  // Mostly numbers of the same digits are one number.
  const varying = varyingDigits(all);
  for (const later of all) {
    const { digits, value } = later.part;
    if (!varying.has(digits)) continue;
    const placed = before.get(digits) ?? [];
    before.set(digits, placed);
    if (placed.length < 50) placed.push(later);
    const words = wordsFor(later);
    const earlier = placed.find(
      (each) =>
        each.part.value !== value &&
        isSwapped(each.part.value, value) &&
        [...wordsFor(each)].some((word) => words.has(word)),
    );
    if (!earlier || reported.has(value) || areReckoned(earlier, later, all)) continue;
    reported.add(value);
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${later.words}” here, “${earlier.words}” elsewhere for what seems to be the same. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处是“${later.words}”，别处说到同样的内容时是“${earlier.words}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
}
