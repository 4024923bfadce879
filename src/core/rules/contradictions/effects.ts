import { denies, type Effect, effectsIn } from '../../document/effects.js';
import type { PlacedBlock, Postmortem } from '../../document/postmortem.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { type Worded, wordedParts } from './common.js';

/** More than these are not compared: each is held against all others. */
const most = 250;

/** "The pages were merely slow" beside "nobody could book", "check-in broke down" beside "check-in ran normally". */
export function* effects(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const all = wordedParts<Effect>(context, 'effects', effectsIn, true)
    // That it works is true of a moment there.
    .filter(({ block, part }) => !block.section?.isTimeline || part.state === 'down' || part.state === 'late')
    .slice(0, most);
  const outside = all.filter(({ block }) => block.audience === 'customer' && block.block.kind !== 'heading');
  yield* unnoticed(postmortem, outside);
  const reported = new Set<Worded<Effect>>();
  const pairs = new Map<PlacedBlock, Set<PlacedBlock>>();
  for (const said of outside) {
    const other = all.find((each) => each.block !== said.block && !reported.has(each) && denies(said.part, each.part));
    if (!other) continue;
    // One is enough of two blocks that tell it in two ways.
    const known = pairs.get(said.block) ?? new Set();
    if (known.has(other.block)) continue;
    pairs.set(said.block, known.add(other.block));
    reported.add(said);
    yield {
      at: placeIn(said.block, said.part),
      say: {
        en: `“${said.words}”, but elsewhere it says “${other.words}”. Find out which is right and correct the other, or say when it was the one and when the other: customers know what they could do.`,
        zh: `这里说“${said.words}”，但别处写的是“${other.words}”。请核实并改正；如果先后不同，请写明各在何时：客户知道自己当时能不能用。`,
      },
    };
  }
}

/** "No customer noticed anything" where front matter counts those affected. */
function* unnoticed(postmortem: Postmortem, all: readonly Worded<Effect>[]): Generator<Problem> {
  const { affected } = postmortem.frontMatter.values;
  if (affected === undefined || !/[1-9]/.test(affected)) return;
  for (const said of all)
    if (said.part.topics.length === 0)
      yield {
        at: placeIn(said.block, said.part),
        say: {
          en: `“${said.words}”, but “affected” in front matter is “${affected}”. Find out which is right and correct the other: they know what they saw.`,
          zh: `这里说“${said.words}”，但文件开头的 affected 是“${affected}”。请核实并改正：他们知道自己遇到了什么。`,
        },
      };
}
