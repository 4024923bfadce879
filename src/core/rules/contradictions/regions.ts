import { type Region, regionsIn } from '../../document/regions.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';

/** "Databases in our Frankfurt region" for customers, where colleagues read of the Amsterdam region alone. */
export function* regions(context: DocumentContext): Generator<Problem> {
  const all = parts<Region>(context, 'regions', regionsIn, true).slice(0, 200);
  const outside = all.filter(({ block }) => block.audience === 'customer');
  const inside = all.filter(({ block }) => block.audience !== 'customer');
  for (const said of outside) {
    const { name, noun } = said.part;
    const others = inside.filter(({ part }) => part.noun === noun);
    const [other] = others;
    // Several regions for colleagues are several steps; one that both name is told apart there.
    if (!other || new Set(others.map(({ part }) => part.name)).size !== 1) continue;
    if (inside.some(({ part }) => part.name === name) || outside.some(({ part }) => part.name === other.part.name))
      continue;
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${wordsOf(said)}” here, “${wordsOf(other)}” in what colleagues read. Find out which is right and correct the other; customers know where they are.`,
        zh: `此处是“${wordsOf(said)}”，内部部分是“${wordsOf(other)}”。请核实并改正，客户知道自己在哪里。`,
      },
    };
    return;
  }
}
