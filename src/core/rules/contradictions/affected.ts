import { type AffectedCount, affectedCounts, affectedTotal } from '../../document/counts.js';
import { type Figure, readFigures } from '../../document/figures.js';
import type { PlacedBlock, Postmortem } from '../../document/postmortem.js';
import { isSameNoun, type TotalClaim, totalClaims } from '../../document/totals.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { digits, elsewhere, sentenceAround, wordedParts } from './common.js';

/** Whether one number looks like a slip for the other, rather than a count of something else. */
const isSlip = (a: number, b: number): boolean =>
  a !== b && ((a > b * 0.8 && a < b * 1.25) || (a > 99 && digits(a) === digits(b)));

const isPeople = (noun: string | undefined): boolean =>
  noun === undefined || /^(?:customer|user|client|account|客户|用户|账户)$/.test(noun);

interface PlacedCount {
  readonly block: PlacedBlock;
  readonly words: string;
  readonly count: AffectedCount;
}

/** How many were affected, against front matter and against the first place that says it. */
export function* counts(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const { affected } = postmortem.frontMatter.values;
  const total = affected ? affectedTotal(affected) : undefined;
  const firsts = new Map<string, PlacedCount>();
  const found = context.facts(
    'affected',
    ({ text, section }) => {
      const counts = elsewhere.has(section?.kind ?? '') ? [] : affectedCounts(text);
      return counts.length > 0
        ? counts.map((count) => ({ count, words: text.slice(count.start, count.end) }))
        : undefined;
    },
    'without places',
  );
  for (const { block, value: said } of found) {
    for (const { count, words } of said) {
      const { value, isShare, noun, least, most } = count;
      const here: PlacedCount = { block, words, count };
      if (total) {
        const truths = isShare ? total.shares : total.values;
        const isSame = total.noun === noun || (isPeople(total.noun) && isPeople(noun));
        if (truths.length === 0 || (!isShare && !isSame)) continue;
        const fits = truths.some((truth) => (isShare ? Math.abs(truth - value) <= 1 : truth >= least && truth <= most));
        const [truth = 0] = truths;
        const isWrong = isShare
          ? block.section?.kind === 'acknowledgement'
          : truths.some((each) => isSlip(value, each));
        if (!fits && isWrong)
          yield countProblem(here, {
            en: `“affected” in front matter, ${affected}`,
            zh: `文件开头的 affected（${affected}）`,
          });
        if (!fits && !isWrong && truth === 0) continue;
        continue;
      }
      if (isShare) continue;
      const first = firsts.get(noun ?? '');
      if (!first) firsts.set(noun ?? '', here);
      else if (
        (first.count.value < least || first.count.value > most) &&
        isSlip(value, first.count.value) &&
        !(value >= first.count.least && value <= first.count.most)
      ) {
        yield countProblem(here, {
          en: `“${first.words}” elsewhere in this document`,
          zh: `文中别处的“${first.words}”`,
        });
      }
    }
  }
}

function countProblem(
  { block, words, count }: PlacedCount,
  truth: { readonly en: string; readonly zh: string },
): Problem {
  return {
    at: placeIn(block, count),
    say: {
      en: `“${words}” does not agree with ${truth.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

const overlaps = (a: TotalClaim, b: TotalClaim): boolean => a.least <= b.most && b.least <= a.most;

/** Whether the one number may be a slip for the other, rather than a part of it. */
const mayBeSlip = (a: number, b: number): boolean => (a > b * 0.8 && a < b * 1.25) || digits(a) === digits(b);

/** A number that the text itself says was not the last word. */
const corrected =
  /\b(?:estimat(?:e|ed|es)|guess(?:ed)?|too (?:low|high)|corrected (?:figure|number|count|to)|first (?:said|thought|told|reported)|told the (?:press|papers?)|initial (?:figure|number|count|report))\b|估算|估计|更正|起初[^，。]{0,4}[说以]|最初[^，。]{0,4}[说以]|当时(?:说|称|公布)|初步(?:统计|判断)/i;
const totalsIn = (text: string): readonly (TotalClaim & { readonly isCorrected: boolean })[] =>
  totalClaims(text).map((claim) => {
    const { start, words } = sentenceAround(text, claim.start);
    return { ...claim, isCorrected: corrected.test(text.slice(start, start + words.length + 100)) };
  });

/** How many were affected, in two places: "3,400 shippers affected", "4,300 of you". */
export function* totals(context: DocumentContext): Generator<Problem> {
  const all = wordedParts(context, 'totals', totalsIn, true).slice(0, 200);
  if (all.length < 2) return;
  const figures = wordedParts<Figure>(context, 'figures', readFigures, true);
  const numbers = new Set(figures.map(({ part }) => part.value));
  for (const [index, later] of all.entries()) {
    const earlier = all.slice(0, index).find((each) => isSameNoun(each.part.noun, later.part.noun));
    if (!earlier || earlier.part.value === later.part.value || overlaps(earlier.part, later.part)) continue;
    const [a, b] = [earlier.part.value, later.part.value];
    const areSure = earlier.part.isSure && later.part.isSure && Math.max(a, b) < 4 * Math.min(a, b);
    // "31 Irish clinics were affected" beside "96 clinics: 58 in the United Kingdom, 31 in Ireland": one of its parts.
    const isPart = figures.some(
      ({ block, part }) =>
        part.value === b && block !== later.block && !all.some((each) => each.block === block && each.part.value === b),
    );
    if (isPart) continue;
    // What is the rest of the other is a part, not a slip.
    if (!(areSure || mayBeSlip(a, b)) || numbers.has(Math.abs(a - b))) continue;
    if (earlier.part.isCorrected || later.part.isCorrected) continue;
    // The third place that has the later number again is the same contradiction.
    if (all.slice(0, index).some(({ part }) => part.value === b && isSameNoun(part.noun, later.part.noun))) continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${later.words}” were affected here, “${earlier.words}” elsewhere. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处受影响的是“${later.words}”，别处是“${earlier.words}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
}
