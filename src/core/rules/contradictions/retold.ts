import { isSwapped } from '../../document/figures.js';
import { saysRecovery } from '../../document/incident-words.js';
import { type ToldFigure, toldFigures } from '../../document/told-figures.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { areReckoned, digits, type Placed, parts } from './common.js';
import { likeness, spreadOf } from './likeness.js';
import { stemsOf } from './stems.js';

type Told = Placed<ToldFigure>;

/** More figures than these are a report of measurements. */
const most = 160;
/** A figure farther off is of something else. */
const farthest = 4;

const areApart = (a: ToldFigure, b: ToldFigure): boolean => a.least > b.most || b.least > a.most;

/** How much two sentences must share for one number to be the other: the more it looks like a slip of it, the less. */
function leastLikeness(a: number, b: number): number {
  const [one, other] = [String(a), String(b)];
  const isSwapped = digits(a) === digits(b);
  if (isSwapped && one.length > 2) return 0;
  const isOneDigit =
    one.length > 2 && one.length === other.length && [...one].filter((digit, at) => digit !== other[at]).length === 1;
  return isSwapped || isOneDigit ? 0.15 : 0.3;
}

/** What is known of all figures of a document. */
class Figures {
  readonly #all: readonly Told[];
  readonly #spread: ReadonlyMap<string, number>;

  constructor(all: readonly Told[]) {
    this.#all = all;
    const sentences = new Map(
      all.map(({ part, block }) => [`${block.chunk.offset + block.block.start} ${part.sentence}`, part]),
    );
    this.#spread = spreadOf([...sentences.values()].map(({ words }) => stemsOf(words)));
  }

  /** What two sentences share besides the noun that both count. */
  likeness(a: ToldFigure, b: ToldFigure): number {
    const own = new Set(stemsOf(a.words));
    for (const stem of stemsOf(a.noun)) own.delete(stem);
    return likeness(own, stemsOf(b.words), this.#spread);
  }

  /** Whether another place has the figure too. */
  isRepeated(one: Told): boolean {
    return this.#all.some(
      (other) => other.block !== one.block && other.part.value === one.part.value && isOfSame(other.part, one.part),
    );
  }

  /** Whether a number of the document explains why two differ: what is left, what they make, a guess, both in one sentence. */
  isExplained(a: Told, b: Told): boolean {
    const [one, other] = [a.part.value, b.part.value];
    if (this.#adds(a, b) || this.#adds(b, a) || (this.#multiplies(a) && this.#multiplies(b))) return true;
    if (areReckoned(a, b, this.#all)) return true;
    return this.#all.some(({ block, part: { value, of, isAside } }) => {
      if (of !== '' && of !== a.part.of) return false;
      if (isAside && block !== a.block && block !== b.block && (value === one || value === other)) return true;
      if ((block === a.block && value === other) || (block === b.block && value === one)) return true;
      return value === Math.abs(one - other) || value === one + other;
    });
  }

  /** Whether a number is one of the parts that make another: "1,655 sent, 287 cancelled" beside "about 1,900". */
  #adds({ block, part }: Told, { part: whole }: Told): boolean {
    const own = this.#all.filter(
      (each) => each.block === block && each.part.of === part.of && each.part.sentence === part.sentence,
    );
    const sum = own.reduce((all, each) => all + each.part.value, 0);
    return own.length > 1 && sum >= whole.least && sum <= whole.most;
  }

  /** Whether its block multiplies it: "24 yuan for each of 168, 4,032 yuan in all". */
  #multiplies({ block, part }: Told): boolean {
    const own = this.#all.filter((each) => each.block === block && each.part !== part).map((each) => each.part.value);
    return own.some((value) => own.includes(value * part.value));
  }
}

/** Whether what is counted may be the same: the noun, or a currency. */
const isOfSame = (a: ToldFigure, b: ToldFigure): boolean =>
  (a.of !== '' && a.of === b.of) ||
  // "By 19 February: 870", "by 19 February 780 guests": of one day, with the digits turned round.
  (a.when !== '' && a.when === b.when && (a.of === '' || b.of === '') && isSwapped(a.value, b.value) && a.value > 99);

/** "1,212 pallets could not be reached" in one place, "fifteen hundred pallets stood where nobody could" in another. */
export function* retold(context: DocumentContext): Generator<Problem> {
  const all = parts<ToldFigure>(context, 'told-figures', toldFigures, 'with actions');
  if (all.length > most) return;
  const figures = new Figures(all);
  const claims = all.filter(({ part, block }) => !part.isAside && block.block.kind !== 'heading');
  for (const [index, later] of claims.entries()) {
    const same = claims.slice(0, index).filter((earlier) => maySay(earlier, later));
    if (same.length === 0 || figures.isRepeated(later)) continue;
    const ranked = same
      .map((earlier) => ({ earlier, like: figures.likeness(earlier.part, later.part) }))
      .sort((a, b) => b.like - a.like || Number(areSwapped(b.earlier, later)) - Number(areSwapped(a.earlier, later)));
    const [best] = ranked;
    if (!best) continue;
    const { earlier, like } = best;
    if (!areApart(earlier.part, later.part) || figures.isExplained(earlier, later)) continue;
    if (Math.max(earlier.part.value, later.part.value) > farthest * Math.min(earlier.part.value, later.part.value))
      continue;
    if (like < leastLikeness(earlier.part.value, later.part.value)) continue;
    const words = ({ text, part }: Told): string => text.slice(part.start, part.end);
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${words(later)}” here, “${words(earlier)}” elsewhere for what seems to be the same. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处是“${words(later)}”，别处说到同样的内容时是“${words(earlier)}”。请核实并改正，否则客户两个都不会相信。`,
      },
    };
  }
}

const areSwapped = (a: Told, b: Told): boolean => isSwapped(a.part.value, b.part.value);

/** Whether two figures may be of the same: not in one block, list or table, not of two times, nor of what fails and what works again. */
const maySay = (a: Told, b: Told): boolean =>
  saysRecovery(a.part.words) === saysRecovery(b.part.words) &&
  a.block !== b.block &&
  a.block.chunk !== b.block.chunk &&
  isOfSame(a.part, b.part) &&
  (a.part.when === '' || b.part.when === '' || a.part.when === b.part.when);
