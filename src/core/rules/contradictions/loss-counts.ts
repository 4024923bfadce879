import { type LossCount, lossCounts } from '../../document/loss-counts.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { wordedParts } from './common.js';

/** How many were lost, in two places. */
export function* lostNumbers(context: DocumentContext): Generator<Problem> {
  const all = wordedParts<LossCount>(context, 'loss-counts', lossCounts, true).slice(0, 60);
  for (const said of all.toReversed()) {
    if (said.block.audience !== 'customer') continue;
    const others = all.filter(
      ({ block, part }) => block !== said.block && part.kind === said.part.kind && part.of === said.part.of,
    );
    const [other] = others;
    // Where the others differ among themselves, they tell of parts.
    if (!other || new Set(others.map(({ part }) => part.value)).size > 1 || other.part.value === said.part.value)
      continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}” lost here, “${other.words}” elsewhere. Find out which is right and correct the other; whoever lost something looks for himself in that number.`,
        zh: `此处说损失的数量是“${said.words}”，别处是“${other.words}”。请核实并改正，有损失的客户会拿这个数字来对照自己。`,
      },
    };
    return;
  }
}
