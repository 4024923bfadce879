import type { Amount } from '../../document/amounts.js';
import { countsNoun, moneyTotals, type Rate, ratesIn } from '../../document/products.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { counted, type Placed, parts, wordsOf } from './common.js';

/** A slip is near what it should be; farther off the total is one of something else. */
const farthest = 0.3;

/** What a number is rounded to, as it is written: 0.01 for "48.50", 10 for "20". */
function grainOf(words: string): number {
  const decimals = /\d\.(\d+)/.exec(words)?.[1];
  if (decimals !== undefined) return 10 ** -decimals.length;
  return 10 ** (/\d(0*)(?!.*\d)/.exec(words.replaceAll(',', ''))?.[1]?.length ?? 0);
}

/** An amount for each, or an average, with its count and its total in other sentences or blocks. */
export function* products(context: DocumentContext): Generator<Problem> {
  const rates = parts<Rate>(context, 'rates', ratesIn, true);
  if (rates.length === 0) return;
  const totals = parts<Amount>(context, 'money-totals', moneyTotals, true);
  if (totals.length === 0) return;
  const counts = counted(context).filter(({ part }) => part.value > 1 && Number.isInteger(part.value));
  for (const rate of rates) {
    const { value, isAverage, noun, sort } = rate.part;
    const own = totals.filter(
      ({ block, part }) => part.sort === sort && part.value > 3 * value && (isAverage || block === rate.block),
    );
    const [total] = own;
    if (!total || own.some(({ part }) => part.value !== total.part.value)) continue;
    const off = ({ part }: Placed<Amount>): number =>
      Math.abs(part.value * value - total.part.value) / total.part.value;
    // An average is rounded to what is written.
    const slack = isAverage ? Math.max(0.001, (0.55 * grainOf(wordsOf(rate))) / value) : 0.0005;
    if (counts.some((count) => off(count) <= slack)) continue;
    const [best] = counts
      .filter((count) => (isAverage ? count.block === rate.block : countsNoun(count.text, count.part, noun)))
      .sort((a, b) => off(a) - off(b));
    if (!best || off(best) >= farthest) continue;
    const [each, count, all] = [wordsOf(rate), wordsOf(best), wordsOf(total)];
    const real = (value * best.part.value).toLocaleString('en', { maximumFractionDigits: 2 });
    yield {
      at: placeIn(total.block, total.part),
      say: {
        en: `“${all}”, but “${each}” times “${count}” is ${real}. Check the figures; customers work them out.`,
        zh: `“${all}”，但“${each}”乘以“${count}”是 ${real}。请核对数字，客户会自己算。`,
      },
    };
  }
}
