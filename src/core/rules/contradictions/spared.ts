import { type Group, hitGroups, isHit, sparedIn } from '../../document/spared.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { elsewhere, parts, wordsOf } from './common.js';

/** "iPhone users noticed nothing" beside "3,500 iPhone users were affected". */
export function* spared(context: DocumentContext): Generator<Problem> {
  const claims = parts<Group>(context, 'spared', sparedIn);
  if (claims.length === 0) return;
  const groups = parts<Group>(context, 'hit-groups', hitGroups, true).filter(
    ({ block }) => !elsewhere.has(block.section?.kind ?? ''),
  );
  for (const claim of claims) {
    const other = groups.find(({ block, part }) => block !== claim.block && isHit(claim.part, part));
    if (!other) continue;
    const { part, text } = other;
    const quoted = text.slice(Math.max(0, part.start - 12), part.end + 24).trim();
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but elsewhere some of them are counted among those affected: “${quoted}”. Find out which is right and correct the other; they know what they saw.`,
        zh: `“${wordsOf(claim)}”，但别处把他们算在受影响的人里：“${quoted}”。请核实并改正，他们知道自己遇到了什么。`,
      },
    };
  }
}
