import { type WrongShare, wrongPartSums, wrongShares } from '../../document/sums.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';

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
