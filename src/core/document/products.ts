import { fold } from '../language/fold.js';
import { type Amount, amountsIn, isMoney, sentences } from './amounts.js';

/** An amount for each, how many there are, and a total that they do not make. */
export interface WrongProduct {
  readonly each: Amount;
  readonly count: Amount;
  readonly total: Amount;
}

const eachBehind =
  /^\s*(?:each|apiece|a head|per [a-z]+|for (?:each|every) [a-z]+\b|(?:a|an) (?:line|person|ticket|order|account|head|room)\b|[/／](?:每)?[\u3400-\u9fff])/i;
const eachBefore = /\b(?:each|every|per)\b(?:[^.;,]|,\d){0,60}$|每(?:一)?[\u3400-\u9fff]{1,8}[^，。；,;\d]{0,14}$/i;
const totalBehind = /^\s*(?:in all|in total|altogether|all told|together)\b/i;
const totalBefore =
  /(?:\b(?:a total of|in all|in total|altogether|total(?:l?ing)?|(?:makes?|comes?|amounts?|adds up) (?:to )?)|合计|共计|总计|总共|一共|总额)(?:为|是|:|：)?\s*$/i;
/** What makes the amounts no plain product. */
const loose =
  /\b(?:up to|between|average|about|around|roughly|nearly|over|more than|depending|from .{1,12} to|at least|maximum|differ\w*)\b|最高|最多|平均|约|不等|至少|起|视/i;

/**
 * Finds "20 for each, 39,200 in all for 1,860 of them": an amount for each and a total of the same currency, with a
 * number of things beside them of which none makes the total.
 */
export function wrongProducts(prose: string): readonly WrongProduct[] {
  const amounts = amountsIn(prose);
  if (amounts.length < 3 || !amounts.some(isMoney)) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }): WrongProduct[] => {
    const own = amounts.filter((amount) => amount.start >= start && amount.start < end);
    const paid = own.filter(isMoney);
    const counts = own.filter(({ sort, value }) => sort === '' && value > 1 && Number.isInteger(value));
    if (paid.length !== 2 || counts.length === 0 || loose.test(text.slice(start, end))) return [];
    const isEach = (amount: Amount): boolean =>
      eachBehind.test(text.slice(amount.end)) || eachBefore.test(text.slice(start, amount.start));
    const isTotal = (amount: Amount): boolean =>
      totalBehind.test(text.slice(amount.end)) || totalBefore.test(text.slice(start, amount.start));
    const total = paid.find(isTotal);
    const each = paid.find((amount) => amount !== total && isEach(amount));
    if (!each || !total || each.sort !== total.sort || each.value >= total.value) return [];
    const off = (count: Amount): number => Math.abs(count.value * each.value - total.value) / total.value;
    const [best] = [...counts].sort((a, b) => off(a) - off(b));
    return best && off(best) > 0.0005 && off(best) < 0.3 ? [{ each, count: best, total }] : [];
  });
}
