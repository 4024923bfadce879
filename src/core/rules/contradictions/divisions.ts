import { affectedTotal } from '../../document/counts.js';
import {
  type Counted,
  countedIn,
  isDirection,
  overlap,
  type ShareClaim,
  shareClaims,
  withoutWhole,
} from '../../document/divisions.js';
import type { Postmortem } from '../../document/postmortem.js';
import { percentOf, type Ratio, ratiosIn } from '../../document/shares.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { elsewhere, type Worded, wordedParts } from './common.js';

/** A part of a whole that the document divides: "860 foot passengers and 380 with a vehicle". */
interface Part {
  readonly said: Worded<Counted>;
  /** What tells it from the other parts. */
  readonly label: readonly string[];
  readonly percent: number;
  readonly total: number;
  /** What its whole is called. */
  readonly whole: readonly string[];
  /** The parts beside it. */
  readonly others: readonly Worded<Counted>[];
}

/** More parts than these are no division that a sentence tells. */
const mostParts = 5;

/** The rows of numbers in one block that make a number of the document, and each part told with its whole. */
function partsOf(all: readonly Worded<Counted>[], total: number | undefined): readonly Part[] {
  const values = new Set(all.map(({ part }) => part.value));
  if (total !== undefined) values.add(total);
  const found: Part[] = [];
  const add = (row: readonly Worded<Counted>[], whole: number): void => {
    const named = all.flatMap(({ part }) => (part.value === whole ? part.label : []));
    for (const said of row) {
      const others = row.filter((each) => each !== said);
      const label = withoutWhole(said.part.label).filter(
        (stem) => !others.some(({ part }) => part.label.includes(stem) && part.isNegative === said.part.isNegative),
      );
      found.push({ said, label, percent: (100 * said.part.value) / whole, total: whole, whole: named, others });
    }
  };
  for (let from = 0; from < all.length; from++) {
    const first = all[from];
    if (!first) continue;
    let sum = first.part.value;
    for (let to = from + 1; to < Math.min(all.length, from + mostParts); to++) {
      const next = all[to];
      if (!next || next.block !== first.block || next.part.sentence - first.part.sentence > 1) break;
      if (to === from + 1 && next.part.isOfThem && first.part.value > next.part.value) add([next], first.part.value);
      sum += next.part.value;
      const row = all.slice(from, to + 1);
      if (sum >= 20 && values.has(sum) && row.every(({ part }) => part.value < sum)) {
        add(row, sum);
        break;
      }
    }
  }
  return found;
}

/** The part that a claim is about, where it is about one alone. */
function partFor(
  claim: { readonly label: readonly string[]; readonly isNegative: boolean },
  known: readonly Part[],
): Part | undefined {
  const scored = known
    .map((part) => ({ part, score: overlap(part.label, claim.label) }))
    .filter(({ part, score }) => score > 0 && part.said.part.isNegative === claim.isNegative)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return undefined;
  const rivals = scored.filter(
    ({ part, score }) => score === best.score && part.said.part.value !== best.part.said.part.value,
  );
  // A claim of two parts: "in the United Kingdom and in Ireland".
  const isOfDirection = best.part.label.some((stem) => claim.label.includes(stem) && isDirection(stem));
  const isOfTwo =
    !isOfDirection &&
    best.part.others.some(
      ({ part }) =>
        overlap(
          withoutWhole(part.label).filter((stem) => !best.part.said.part.label.includes(stem)),
          claim.label,
        ) > 0 && part.isNegative === claim.isNegative,
    );
  return rivals.length > 0 || isOfTwo ? undefined : best.part;
}

function problem(claim: Worded<{ start: number; end: number }>, part: Part): Problem {
  const real = Math.round(part.percent);
  return {
    at: placeIn(claim.block, claim.part),
    say: {
      en: `“${claim.words}” here, but elsewhere it is “${part.said.words}”, which is ${real}% of them. Check the figures; customers work them out.`,
      zh: `此处是“${claim.words}”，但别处是“${part.said.words}”，占其中的 ${real}%。请核对数字，客户会自己算。`,
    },
  };
}

/** Shares and numbers of a part of those hit against the parts that the document names. */
export function* divisions(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const isTold = ({ block }: Worded<unknown>): boolean => !elsewhere.has(block.section?.kind ?? '');
  const counts = wordedParts<Counted>(context, 'counted', countedIn, true).filter(isTold).slice(0, 200);
  if (counts.length === 0) return;
  const total = affectedTotal(postmortem.frontMatter.values.affected ?? '')?.values[0];
  const shares = wordedParts<ShareClaim>(context, 'share-claims', shareClaims, true).filter(isTold);
  const known = partsOf(counts, total);
  for (const claim of shares) {
    const { part: said } = claim;
    const part = partFor(said, known);
    if (!part || part.said.block === claim.block) continue;
    const besides = said.label.filter((stem) => !part.said.part.label.includes(stem));
    const ofWhole = besides.filter((stem) => part.whole.includes(stem));
    if (!said.isOfHit && ofWhole.length === 0) continue;
    const isMore = said.least > part.percent + 3;
    const isLess = said.most < part.percent - 3 && (said.isIdentity || besides.length - ofWhole.length <= 1);
    const agrees = known.some(
      ({ percent, label, said: { part: other } }) =>
        other.isNegative === said.isNegative &&
        percent >= said.least &&
        percent <= said.most &&
        overlap(label, said.label) > 0,
    );
    if ((isMore || isLess) && !agrees) yield problem(claim, part);
  }
  for (const claim of counts) {
    const { part: said } = claim;
    // What is a part of a division itself, or its whole, is no other number for a part.
    if (known.some((each) => each.said === claim || each.total === said.value)) continue;
    if (counts.some((other) => other.block !== claim.block && other.part.value === said.value)) continue;
    const part = partFor({ ...said, label: withoutWhole(said.label) }, known);
    if (!part || part.said.block === claim.block) continue;
    const nouns = [said.noun, part.said.part.noun];
    if (!nouns.includes(undefined) && nouns[0] !== nouns[1]) continue;
    const besides = withoutWhole(said.label).filter((stem) => !part.said.part.label.includes(stem));
    const isOfWhole = said.isOfHit || said.label.some((stem) => part.whole.includes(stem));
    const { value } = part.said.part;
    if (!isOfWhole || (value >= said.least && value <= said.most)) continue;
    // More than the part has is wrong whatever else they did; fewer of them may have done something besides.
    const isIdentity = besides.filter((stem) => !part.whole.includes(stem)).length <= 1;
    const isNear =
      said.isOfHit || (nouns[0] !== undefined && nouns[0] === nouns[1] && isIdentity && said.value > value / 6);
    if (isNear && said.value <= part.total && (said.least > value || isIdentity)) yield problem(claim, part);
  }
  yield* ofAll(shares, total, context);
}

/** "Fewer than one in four of our clients had the problem" beside "312 out of 534". */
function* ofAll(
  shares: readonly Worded<ShareClaim>[],
  total: number | undefined,
  context: DocumentContext,
): Generator<Problem> {
  if (total === undefined || !shares.some(({ part }) => part.saysHit)) return;
  const ratio = wordedParts<Ratio & { start: number; end: number }>(
    context,
    'worded-ratios',
    (text) =>
      ratiosIn(text).map((each) => ({
        ...each,
        start: Math.min(each.part.start, each.whole.start),
        end: Math.max(each.part.end, each.whole.end),
      })),
    true,
  ).find(({ part }) => part.part.value === total);
  if (!ratio) return;
  const percent = percentOf(ratio.part);
  for (const claim of shares) {
    if (
      !claim.part.saysHit ||
      claim.block === ratio.block ||
      (percent >= claim.part.least - 3 && percent <= claim.part.most + 3)
    )
      continue;
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${claim.words}”, but “${ratio.words}” is ${Math.round(percent)}%. Check the figures; customers work them out.`,
        zh: `“${claim.words}”，但“${ratio.words}”是 ${Math.round(percent)}%。请核对数字，客户会自己算。`,
      },
    };
  }
}
