import { wrongProducts } from '../../document/products.js';
import { wrongPartSums, wrongRests, wrongTotals } from '../../document/sums.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts } from './common.js';

const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });

/** Parts that do not make their whole, and products that are not what their factors make. */
export function* sums(context: DocumentContext): Generator<Problem> {
  const wrong = (text: string) => [...wrongPartSums(text), ...wrongTotals(text)];
  for (const { block, text, part } of parts(context, 'part-sums', wrong, true)) {
    const said = text.slice(part.whole.start, part.whole.end);
    const named = part.parts.map(({ start, end }) => text.slice(start, end)).join(' + ');
    yield {
      at: placeIn(block, part.whole),
      say: {
        en: `“${said}”, but its parts make ${grouped(part.sum)}: ${named}. Check the figures; customers add them up.`,
        zh: `“${said}”，但各部分相加是 ${grouped(part.sum)}（${named}）。请核对数字，客户会自己加一遍。`,
      },
    };
  }
  for (const { block, text, part } of parts(context, 'rests', wrongRests)) {
    const said = text.slice(part.whole.start, part.whole.end);
    yield {
      at: placeIn(block, part.rest),
      say: {
        en: `The parts named here make ${part.parts}, not “${said}”. Check the figures; customers add them up.`,
        zh: `这里各部分相加是 ${part.parts}，不是“${said}”。请核对数字，客户会自己加一遍。`,
      },
    };
  }
  for (const { block, text, part } of parts(context, 'products', wrongProducts, true)) {
    const [each, count, total] = [part.each, part.count, part.total].map(({ start, end }) => text.slice(start, end));
    const real = grouped(part.each.value * part.count.value);
    yield {
      at: placeIn(block, part.total),
      say: {
        en: `“${total}”, but “${each}” times “${count}” is ${real}. Check the figures; customers work them out.`,
        zh: `“${total}”，但“${each}”乘以“${count}”是 ${real}。请核对数字，客户会自己算。`,
      },
    };
  }
}
