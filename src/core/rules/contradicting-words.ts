import { type Figure, isSwapped, readFigures, wrongSums } from '../document/figures.js';
import { contradicts, type Loss, lossesIn, type WholeClaim, wholeClaims } from '../document/losses.js';
import type { PlacedBlock } from '../document/postmortem.js';
import { type WrongShare, wrongPartSums, wrongShares } from '../document/sums.js';
import { isSameNoun, type TotalClaim, totalClaims } from '../document/totals.js';
import { placeIn } from './document-facts.js';
import type { DocumentContext, Problem } from './rule.js';

interface Placed<Part> {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly part: Part;
}

/** Sections of colleagues that speak of other things than what became of this incident. */
const elsewhere: ReadonlySet<string> = new Set(['lessons', 'actions', 'supporting', 'people', 'glossary']);

/** All parts that the blocks say, in their order; those of colleagues only where `everyone`. */
function parts<Part>(
  context: DocumentContext,
  key: string,
  read: (text: string) => readonly Part[],
  everyone = false,
): readonly Placed<Part>[] {
  return context.once(`parts ${key}`, () => {
    const said = context.facts(key, ({ audience, section, text }) => {
      const isRead = audience === 'customer' || (everyone && !elsewhere.has(section?.kind ?? ''));
      const found = isRead ? read(text) : [];
      return found.length > 0 ? { text, found } : undefined;
    });
    const placed: Placed<Part>[] = [];
    for (const { block, value } of said) for (const part of value.found) placed.push({ block, text: value.text, part });
    return placed;
  });
}

const wordsOf = ({ text, part }: Placed<{ readonly start: number; readonly end: number }>): string =>
  text.slice(part.start, part.end);

/** Numbers of the same things with two digits exchanged, and parts that do not add up. */
export function* figures(context: DocumentContext): Generator<Problem> {
  const all = parts<Figure>(context, 'figures', readFigures, true);
  const reported = new Set<number>();
  const alike = new Map<string, { readonly placed: Placed<Figure>[]; readonly values: Set<number> }>();
  for (const later of all) {
    const { digits, value, words } = later.part;
    const known = alike.get(digits);
    const before = known ?? { placed: [], values: new Set() };
    if (!known) alike.set(digits, before);
    if (before.placed.length < 50) {
      before.placed.push(later);
      before.values.add(value);
    }
    // Mostly all of them are one number.
    if (before.values.size === 1 && before.values.has(value)) continue;
    const earlier = before.placed.find(
      ({ part }) =>
        part.value !== value && isSwapped(part.value, value) && [...part.words].some((word) => words.has(word)),
    );
    if (!earlier || reported.has(later.part.value)) continue;
    reported.add(later.part.value);
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${wordsOf(later)}” here, “${wordsOf(earlier)}” elsewhere for what seems to be the same. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处是“${wordsOf(later)}”，别处说到同样的内容时是“${wordsOf(earlier)}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
  for (const { block, text, part } of parts(context, 'sums', wrongSums)) {
    const said = text.slice(part.whole.start, part.whole.end);
    yield {
      at: placeIn(block, part.rest),
      say: {
        en: `The parts named here make ${part.parts}, not “${said}”. Check the figures; customers add them up.`,
        zh: `这里各部分相加是 ${part.parts}，不是“${said}”。请核对数字，客户会自己加一遍。`,
      },
    };
  }
}

const digits = (value: number): string => [...String(value)].sort().join('');
const overlaps = (a: TotalClaim, b: TotalClaim): boolean => a.least <= b.most && b.least <= a.most;
/** Whether the one number may be a slip for the other, rather than a part of it. */
const isSlip = (a: number, b: number): boolean => (a > b * 0.8 && a < b * 1.25) || digits(a) === digits(b);

/** How many were affected, in two places: "3,400 shippers affected", "4,300 of you". */
export function* totals(context: DocumentContext): Generator<Problem> {
  const all = parts<TotalClaim>(context, 'totals', totalClaims, true).slice(0, 200);
  if (all.length < 2) return;
  const numbers = new Set(parts<Figure>(context, 'figures', readFigures, true).map(({ part }) => part.value));
  for (const [index, later] of all.entries()) {
    const earlier = all.slice(0, index).find((each) => isSameNoun(each.part.noun, later.part.noun));
    if (!earlier || earlier.part.value === later.part.value || overlaps(earlier.part, later.part)) continue;
    const [a, b] = [earlier.part.value, later.part.value];
    const areSure = earlier.part.isSure && later.part.isSure && Math.max(a, b) < 4 * Math.min(a, b);
    // What is the rest of the other is a part, not a slip.
    if (!(areSure || isSlip(a, b)) || numbers.has(Math.abs(a - b))) continue;
    // The third place that has the later number again is the same contradiction.
    if (all.slice(0, index).some(({ part }) => part.value === b && isSameNoun(part.noun, later.part.noun))) continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${wordsOf(later)}” were affected here, “${wordsOf(earlier)}” elsewhere. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处受影响的是“${wordsOf(later)}”，别处是“${wordsOf(earlier)}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
}

/** Parts that do not make their whole, and shares that are not what their numbers make. */
export function* sums(context: DocumentContext): Generator<Problem> {
  const wrong = parts(
    context,
    'part-sums',
    (text) => wrongPartSums(text).map((each) => ({ ...each, start: each.whole.start, end: each.whole.end })),
    true,
  );
  for (const placed of wrong) {
    const { text, part } = placed;
    const named = part.parts.map(({ start, end }) => text.slice(start, end)).join(' + ');
    yield {
      at: placeIn(placed.block, part.whole),
      say: {
        en: `“${wordsOf(placed)}”, but its parts make ${part.sum.toLocaleString('en')}: ${named}. Check the figures; customers add them up.`,
        zh: `“${wordsOf(placed)}”，但各部分相加是 ${part.sum.toLocaleString('en')}（${named}）。请核对数字，客户会自己加一遍。`,
      },
    };
  }
  for (const { block, text, part } of parts<WrongShare>(context, 'shares', wrongShares, true)) {
    const share = text.slice(part.share.start, part.share.end);
    const real = Math.round((1000 * part.part.value) / part.whole.value) / 10;
    const [few, all] = [text.slice(part.part.start, part.part.end), text.slice(part.whole.start, part.whole.end)];
    yield {
      at: placeIn(block, part.share),
      say: {
        en: `“${share}”, but “${few}” of “${all}” is ${real}%. Check the figures; customers work them out.`,
        zh: `“${share}”，但“${all}”中的“${few}”是 ${real}%。请核对数字，客户会自己算。`,
      },
    };
  }
}

/** "No data was lost" in a text that names what was lost. */
export function* wholeness(context: DocumentContext): Generator<Problem> {
  const lost = parts<Loss>(context, 'losses', lossesIn, true);
  if (lost.length === 0) return;
  for (const claim of parts<WholeClaim>(context, 'whole', wholeClaims)) {
    const other = lost.find(({ part }) => contradicts(claim.part, part));
    if (!other) continue;
    const quoted = other.part.sentence.trim().slice(0, 90);
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but elsewhere: “${quoted}”. Say what was lost and what was not; one of the two cannot be true.`,
        zh: `“${wordsOf(claim)}”，但别处写着“${quoted}”。两者不能同时成立，请写清哪些丢失了，哪些没有。`,
      },
    };
  }
}
