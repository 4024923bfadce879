import { sentences } from '../../document/amounts.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { isName } from '../../document/sums.js';
import { fold } from '../../language/fold.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { counted, saysAll, wordsOf } from './common.js';

type Count = ReturnType<typeof counted>[number];

/** The Chinese classifier behind a count; counts with different ones are of different things. */
const unitOf = ({ text, part }: Count): string =>
  /^\s?([个位名家户人笔单条张件台份篇间辆班趟部所套处座批次])/u.exec(fold(text.slice(part.end, part.end + 3)))?.[1] ??
  '';

/** What makes a row no whole: a choice, an estimate, a count twice over, a change from one to another. */
const open =
  /\b(?:about|around|nearly|more than|over|at least|up to|including|such as|among|from|instead|than|each|per|both|twice|overlap\w*|of (?:these|them|those|the|which))\b|约|近|超过|至少|其中|例如|比如|主要|等(?=[，。；]|$)|从|每|重复|先后|同时/iu;

/** The counts of a block that stand in one sentence, three or more of one unit: "4,120 late, 1,530 cancelled, 620 mixed up". */
function* rows(counts: readonly Count[]): Generator<{ own: readonly Count[]; unit: string }> {
  const [first] = counts;
  if (!first || counts.length < 3) return;
  for (const { start, end } of sentences(fold(first.text))) {
    const own = counts.filter(({ part }) => part.start >= start && part.end <= end && !isName(first.text, part));
    const [one] = own;
    const last = own.at(-1);
    if (!one || !last || own.length < 3 || own.some(saysAll)) continue;
    // The row and what its clause begins with; what the sentence says before is of other things.
    const lead = /[^，,：:；;]*$/u.exec(first.text.slice(start, one.part.start))?.[0] ?? '';
    if (open.test(lead + first.text.slice(one.part.start, last.part.end + 4))) continue;
    const unit = unitOf(one);
    if (own.every((each) => unitOf(each) === unit)) yield { own, unit };
  }
}

/** "6,480 orders in all" in one place, and three numbers that make 6,270 in another. */
export function* enumerations(context: DocumentContext): Generator<Problem> {
  const all = counted(context);
  const wholes = all.filter(saysAll);
  if (wholes.length === 0) return;
  const values = new Set(all.map(({ part }) => part.value));
  const byBlock = new Map<PlacedBlock, Count[]>();
  for (const count of all) byBlock.set(count.block, [...(byBlock.get(count.block) ?? []), count]);
  for (const [block, counts] of byBlock) {
    if (block.block.kind === 'cell') continue;
    for (const { own, unit } of rows(counts)) {
      const sum = own.reduce((made, { part }) => made + part.value, 0);
      const near = wholes.filter(
        (whole) =>
          whole.block !== block &&
          unitOf(whole) === unit &&
          sum > 0.9 * whole.part.value &&
          sum < 1.1 * whole.part.value,
      );
      const [whole] = near;
      if (!whole || values.has(sum) || new Set(near.map(({ part }) => part.value)).size > 1) continue;
      const named = own.map(wordsOf).join(' + ');
      yield {
        at: placeIn(whole.block, whole.part),
        say: {
          en: `“${wordsOf(whole)}” in all, but elsewhere its parts make ${sum.toLocaleString('en')}: ${named}. Check the figures; customers add them up.`,
          zh: `这里一共是“${wordsOf(whole)}”，但别处各部分相加是 ${sum.toLocaleString('en')}（${named}）。请核对数字，客户会自己加一遍。`,
        },
      };
    }
  }
}
