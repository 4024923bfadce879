import { affectedTotal } from '../../document/counts.js';
import { labelStems } from '../../document/divisions.js';
import { type Headcount, headcountsIn, type NamedQuantity, namedQuantities } from '../../document/headcounts.js';
import { mayBeSame } from '../../document/hit-nouns.js';
import type { Postmortem } from '../../document/postmortem.js';
import type { Span } from '../../finding.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { digits, elsewhere, type Worded, wordedParts } from './common.js';

/** What the document holds to be the number of those hit, with the words that say so. */
interface Truth {
  readonly value: number;
  /** What was counted, as the places name it that have the number. */
  readonly nouns: readonly string[];
  /** What became of them, as those places and the title tell it. */
  readonly effects: ReadonlySet<string>;
  readonly en: string;
  readonly zh: string;
  readonly from: Worded<Headcount> | undefined;
}

const holds = ({ least, most }: Headcount, value: number): boolean => value >= least && value <= most;

/** Where no place says what front matter counts, only a number that may be a slip for it is held against it. */
const isSlip = ({ value, isWhole, isSure }: Headcount, truth: number): boolean =>
  isWhole && isSure && (digits(value) === digits(truth) || (value > 0.6 * truth && value < 1.6 * truth));

function truthOf(
  postmortem: Postmortem,
  counts: readonly Worded<Headcount>[],
  named: readonly Worded<NamedQuantity>[],
): Truth | undefined {
  const { affected = '', title = '' } = postmortem.frontMatter.values;
  const total = affectedTotal(affected);
  const from = counts.find(({ part }) => part.isWhole && part.isSure && part.most - part.least < 0.02 * part.value);
  const value = total?.values[0] ?? (total ? undefined : from?.part.value);
  if (value === undefined || value < 2) return undefined;
  const own = counts.filter(({ part }) => part.value === value);
  const nouns = [
    ...(total?.noun ? [total.noun] : []),
    ...named.flatMap(({ part }) => (part.value === value && part.noun ? [part.noun] : [])),
    ...own.map(({ part }) => part.noun),
  ];
  const effects = new Set([...labelStems(title), ...own.flatMap(({ part }) => part.effect)]);
  const first = total ? undefined : from;
  return {
    value,
    nouns: [...new Set(nouns)],
    effects,
    en: first ? `“${first.words}” elsewhere in this document` : `“affected” in front matter, ${affected}`,
    zh: first ? `文中别处的“${first.words}”` : `文件开头的 affected（${affected}）`,
    from: first,
  };
}

/** How many were hit, in words and figures of any kind, against front matter or the first place that says it. */
export function* headcounts(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const counts = wordedParts(context, 'headcounts', headcountsIn, true).filter(
    ({ block }) => !elsewhere.has(block.section?.kind ?? ''),
  );
  if (counts.length === 0) return;
  const named = wordedParts(context, 'named-quantities', namedQuantities, true);
  const truth = truthOf(postmortem, counts, named);
  if (!truth) return;
  const isSame = (one: Worded<Span>, other: Worded<Span>): boolean =>
    one.block === other.block && one.part.start < other.part.end && other.part.start < one.part.end;
  // What else the document counts may be a part of them, or what is left.
  const others = named.filter(
    (each) => !each.part.isGuess && !counts.some((count) => count.part.isWhole && isSame(count, each)),
  );
  const isTold = (value: number, count: Worded<Headcount>): boolean =>
    others.some((each) => each.part.value === value && !isSame(each, count));
  for (const count of counts) {
    const { part } = count;
    if (count === truth.from || holds(part, truth.value)) continue;
    if (truth.nouns.length > 0 ? !truth.nouns.some((noun) => mayBeSame(noun, part.noun)) : !isSlip(part, truth.value))
      continue;
    const isClear = part.isSure || part.effect.some((stem) => truth.effects.has(stem));
    if (!isClear || (truth.from && !(part.isWhole && part.isSure))) continue;
    const isKnown = isTold(part.value, count) || (part.value > 0 && isTold(Math.abs(truth.value - part.value), count));
    const isOfMore = part.isAll === true && part.least > truth.value;
    if ((isKnown && !isOfMore) || (part.most < truth.value && !part.isWhole)) continue;
    yield {
      at: placeIn(count.block, part),
      say: {
        en: `“${count.words}” were affected here, which does not agree with ${truth.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处受影响的是“${count.words}”，与${truth.zh}不一致。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
}
