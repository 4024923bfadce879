import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { readMoments } from './clock.js';
import { readDurations } from './duration.js';

/** A number in a text, with its unit of ten thousands read. Offsets in the text. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Its currency or share sign; numbers of different sorts are not added up. */
  readonly sort: string;
}

const code = 'NOK|SEK|DKK|CHF|EUR|USD|GBP|AUD|CAD|NZD|SGD|HKD|JPY|INR|RMB|CNY|PLN|CZK|ZAR|kr|Rs';
const number = new RegExp(
  String.raw`(?<![A-Za-z\d/#.-]|\d[,:：])(?<sign>[€$£¥₹]|(?:${code})(?=[\s\d]))?\s?(?<value>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<unit>[万千亿]|million\b|thousand\b|bn\b|m\b)?\s?(?<behind>%|％|per ?cent|percent|‰|euros?\b|dollars?\b|pounds?\b|元|块钱|美元|欧元|港元|日元|crowns?\b|kroner\b|francs?\b|yuan\b|[kKMGT]i?B\b|°|度|级|号|版|次(?!订单)|倍|ms\b|km\b|kg\b)?(?!\d|[:：/-]\d)`,
  'g',
);
const units: Readonly<Record<string, number>> = {
  万: 1e4,
  千: 1e3,
  亿: 1e8,
  million: 1e6,
  m: 1e6,
  bn: 1e9,
  thousand: 1e3,
};
const money: Readonly<Record<string, string>> = { euro: '€', dollar: '$', pound: '£', 元: '¥', 美元: '$', 欧元: '€' };

const moneySorts: ReadonlySet<string> = new Set([
  ...code.split('|'),
  '€',
  '$',
  '£',
  '¥',
  '₹',
  '块钱',
  '港元',
  '日元',
  'crowns',
  'kroner',
  'franc',
  'francs',
  'yuan',
]);

/** Whether an amount is a sum of money. */
export const isMoney = ({ sort }: Amount): boolean => moneySorts.has(sort);

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

/** The numbers of a text, without its days, times and lengths of time. Offsets in the text. */
export const amountsIn: (prose: string) => readonly Amount[] = rememberByText((prose) => {
  if (prose.length > longest || !/\d|[０-９]/.test(prose)) return [];
  const text = fold(prose);
  const taken = [...readMoments(prose), ...readDurations(prose)];
  return matchesIn(text, number).flatMap((match): Amount[] => {
    const { sign = '', value = '', unit = '', behind = '' } = match.groups ?? {};
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    if (taken.some((each) => each.start < end && start < each.end)) return [];
    const sort = sign || (money[behind.replace(/s$/, '')] ?? behind);
    return [{ start, end, value: Number(value.replace(/[,\u00a0\u202f]/g, '')) * (units[unit] ?? 1), sort }];
  });
});

/** The sentences of a text with their places. */
export const sentences: (text: string) => readonly { readonly start: number; readonly end: number }[] = rememberByText(
  (text) => {
    const found: { start: number; end: number }[] = [];
    let start = 0;
    for (const match of matchesIn(text, /[。！？!?]|[.](?=\s|$)|$/g)) {
      const end = match.index + match[0].length;
      if (end > start) found.push({ start, end });
      start = end;
    }
    return found;
  },
);
