import { type ExactNumber, exactNumbers, isMisprint } from '../../document/misprints.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { wordedParts } from './common.js';

/** More numbers than these are a table of measurements. */
const most = 200;

/** "$241,310" in one place and "$214,310" in another, "4.2 TB" and "4.2 GB", "126,000" and 1.26万. */
export function* misprints(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<ExactNumber>(context, 'exact-numbers', exactNumbers, true).slice(0, most);
  for (const [index, later] of all.entries()) {
    const first = all.slice(0, index).find(({ block, part }) => block !== later.block && isMisprint(part, later.part));
    // Both numbers in one place are told apart there.
    const isToldApart = all.some(
      ({ block, part }) => block === later.block && part.value === first?.part.value && part.unit === first?.part.unit,
    );
    if (!first || isToldApart) continue;
    yield {
      at: placeIn(later.block, later.part),
      say: {
        en: `“${later.words}” here, “${first.words}” elsewhere: one looks like a slip for the other. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `此处是“${later.words}”，别处是“${first.words}”，像是其中一个写错了。请核实并改正，否则客户两个都不会相信。`,
      },
    };
    return;
  }
}
