import { contradicts, type Loss, lossesIn, type WholeClaim, wholeClaims } from '../../document/losses.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';

/** "No data was lost" in a text that names what was lost. */
export function* wholeness(context: DocumentContext): Generator<Problem> {
  const lost = parts<Loss>(context, 'losses', lossesIn, true);
  if (lost.length === 0) return;
  for (const claim of parts<WholeClaim>(context, 'whole', wholeClaims)) {
    const other = lost.find(({ part }) => contradicts(claim.part, part));
    if (!other) continue;
    const quoted = other.part.words.trim().slice(0, 90);
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but elsewhere: “${quoted}”. Say what was lost and what was not; one of the two cannot be true.`,
        zh: `“${wordsOf(claim)}”，但别处写着“${quoted}”。两者不能同时成立，请写清哪些丢失了，哪些没有。`,
      },
    };
  }
}
