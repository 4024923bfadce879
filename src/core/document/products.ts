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
  /(?:\b(?:a total of|in all|in total|altogether|total(?:l?ing)?|(?:makes?|comes?|came|amount(?:s|ed)?|adds? up|added up) (?:to )?)|合计|共计|总计|总共|一共|总额)(?:为|是|:|：)?\s*$/i;
/** What makes the amounts no plain product. */
const loose =
  /\b(?:up to|between|average|about|around|roughly|nearly|over|more than|depending|from .{1,12} to|at least|maximum|differ\w*)\b|最高|最多|平均|约|不等|至少|起|视/i;

/** What each gets or paid, or all of them on average, where its sentence does not make the total. */
export interface Rate extends Amount {
  readonly isAverage: boolean;
  /** What it is for each of: an English noun in the singular, a Chinese measure; empty for an average. */
  readonly noun: string;
}

const averageBefore = /\b(?:average|mean)\b[^.;\d€$£¥]{0,40}$|平均[^，。；\d]{0,12}$/i;
const averageBehind = /^\s*(?:each )?on average\b/i;
const nounBehind =
  /^\s*(?:for (?:each|every)|per|each|every|to (?:each|every)|an?|[/／]每?)\s?(?<noun>[a-z]{3,}|[\u3400-\u9fff])/i;
const nounBefore =
  /\b(?:each|every)(?: (?:affected|concerned|of these|of the))? (?<noun>[a-z]{3,})\b(?:[^.;,]|,\d){0,50}$|每一?(?<zhNoun>[\u3400-\u9fff])[^。；;]{0,24}$/i;
/** Ranges and rough figures make no product. */
const rough =
  /\b(?:up to|between|about|around|roughly|nearly|over|more than|depending|at least|maximum|or|per (?:day|hour|month|week|year))\b|最高|最多|约|不等|至少|起|视|每[天月年日]/i;

const single = (noun: string): string => noun.toLowerCase().replace(/(?<!s)s$/, '');

/** Characters before and behind an amount that say what it is. */
const window = 90;
/** A sentence with more amounts than this is a list. */
const mostPaid = 20;

/** Finds "the average debit was £48.50", "每户另加30元红包". */
export function ratesIn(prose: string): readonly Rate[] {
  const amounts = amountsIn(prose);
  if (!amounts.some(isMoney)) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }): Rate[] => {
    const own = amounts.filter((amount) => isMoney(amount) && amount.start >= start && amount.start < end);
    if (own.length > mostPaid) return [];
    return own.flatMap((amount): Rate[] => {
      const lead = text.slice(Math.max(start, amount.start - window), amount.start);
      const rest = text.slice(amount.end, Math.min(end, amount.end + window));
      const clause = lead.slice(lead.search(/[^.;。；]*$/u)) + text.slice(amount.start, amount.end) + rest.slice(0, 20);
      if (rough.test(clause) || totalBefore.test(lead)) return [];
      if (averageBefore.test(lead) || averageBehind.test(rest)) return [{ ...amount, isAverage: true, noun: '' }];
      const groups = (nounBehind.exec(rest) ?? nounBefore.exec(lead))?.groups;
      const noun = groups?.noun ?? groups?.zhNoun;
      return noun === undefined ? [] : [{ ...amount, isAverage: false, noun: single(noun) }];
    });
  });
}

/** Finds the sums of money that a text gives as the whole: "£350,700 altogether", "红包总额为216,000元". */
export function moneyTotals(prose: string): readonly Amount[] {
  const amounts = amountsIn(prose).filter(isMoney);
  if (amounts.length === 0) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }) =>
    amounts.filter(
      (amount) =>
        amount.start >= start &&
        amount.start < end &&
        !/\b(?:about|around|roughly|nearly|over|more than|almost|up to)\s*$|[约近超过多]\s*$/iu.test(
          text.slice(Math.max(start, amount.start - window), amount.start),
        ) &&
        (totalBehind.test(text.slice(amount.end, amount.end + window)) ||
          totalBefore.test(text.slice(Math.max(start, amount.start - window), amount.start))),
    ),
  );
}

/** Whether a number in a text counts what a rate is for each of. */
export function countsNoun(text: string, { start, end }: Amount, noun: string): boolean {
  const behind = fold(text.slice(end, end + 40));
  if (/[\u3400-\u9fff]/u.test(noun))
    return behind.trimStart().startsWith(noun) || (/[人位名]/u.test(noun) && /^\s?[人位名]/u.test(behind));
  const words = /^(?: of (?:the|our|you|those|these))*(?<words>(?: [a-z-]+){1,3})/i.exec(behind)?.groups?.words ?? '';
  return start < end && words.split(' ').some((word) => word !== '' && single(word) === noun);
}

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
