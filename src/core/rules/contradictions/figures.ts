import { type Figure, isSwapped, readFigures } from '../../document/figures.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Placed, parts, wordsOf } from './common.js';

/** Numbers of the same things with two digits exchanged. */
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
}
