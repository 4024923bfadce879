import { type AllClaim, allClaims, deniesAll, type PartClaim, partClaims } from '../../document/everybody.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { elsewhere, parts, wordsOf } from './common.js';
import { type KnownFacts, toldStretches } from './known.js';
import { windows } from './lengths.js';

/** "All passengers were refused" beside "4,180 of 11,000 passengers were refused". */
export function* everybody(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const claims = parts<AllClaim>(context, 'all-of-them', allClaims, true);
  if (claims.length === 0) return;
  const some = parts<PartClaim>(context, 'some-of-them', partClaims, true).filter(
    ({ block }) => !elsewhere.has(block.section?.kind ?? ''),
  );
  for (const claim of claims) {
    if (elsewhere.has(claim.block.section?.kind ?? '')) continue;
    const other = some.find(({ block, part }) => block !== claim.block && deniesAll(claim.part, part));
    if (!other || isOfMoment(claim.block, facts, context)) continue;
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but elsewhere it was “${other.part.words}”. Say how many there were; those who noticed nothing do not believe the rest.`,
        zh: `“${wordsOf(claim)}”，但别处写的是“${other.part.words}”。请写明究竟有多少；没受影响的客户不会相信其余内容。`,
      },
    };
  }
}

/** Whether a block tells a stretch that is shorter than the whole: all of them may have been hit in it. */
function isOfMoment(block: PlacedBlock, { incident }: KnownFacts, context: DocumentContext): boolean {
  const [stretch] = toldStretches(context).find((each) => each.block === block)?.value ?? [];
  const longest = Math.max(0, ...windows(incident).map(({ minutes }) => minutes));
  return stretch !== undefined && longest > 0 && stretch.minutes < 0.8 * longest;
}
