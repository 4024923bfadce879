import { fold } from '../language/fold.js';
import { readMoments } from './clock.js';
import { readDurations } from './duration.js';

/** A number in a text, with its unit of ten thousands read. Offsets in the text. */
interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Its currency or share sign; numbers of different sorts are not added up. */
  readonly sort: string;
}

/** A whole and the parts of it that are named, which do not make it. */
export interface WrongSum {
  readonly whole: Amount;
  readonly parts: readonly Amount[];
  readonly sum: number;
}

const number =
  /(?<![A-Za-z\d:：/#.-]|\d,)(?<sign>[€$£¥])?\s?(?<value>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<unit>[万千亿]|million\b|thousand\b|bn\b|m\b)?\s?(?<behind>%|％|per ?cent|percent|‰|euros?\b|dollars?\b|pounds?\b|元|美元|欧元|[kKMGT]i?B\b|°|度|级|号|版|次(?!订单)|倍|ms\b|km\b|kg\b)?(?![\d:：/-])/gu;
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

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

function amountsIn(prose: string, text: string): Amount[] {
  const taken = [...readMoments(prose), ...readDurations(prose)];
  return [...text.matchAll(number)].flatMap((match): Amount[] => {
    const { sign = '', value = '', unit = '', behind = '' } = match.groups ?? {};
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    if (taken.some((each) => each.start < end && start < each.end)) return [];
    const sort = sign || (money[behind.replace(/s$/, '')] ?? behind);
    return [{ start, end, value: Number(value.replace(/[,\u00a0\u202f]/g, '')) * (units[unit] ?? 1), sort }];
  });
}

/** What says that the numbers behind are all the parts of the one before. */
const divides =
  /^[^.。]{0,60}?其中|^[^.。,，;；\d]{0,12}(?:里|中|当中|里面)[,，]|^[^.。;；]{0,90}?(?:\b(?:of (?:these|those|them|which|whom)|made up of|consist(?:s|ed|ing) of|comprising|broken down|split (?:in|into|as)|namely|divided)\b|分为|分别(?:是|为)|包括)|^[^.。;；\d]{0,60}(?:[:：]|\s[–—-]\s|[(（])/iu;
const nextDivides =
  /^\W*(?:of (?:these|those|them|which|the \d)|among (?:these|them)|they (?:were|are)|其中|包括|分别|具体)/iu;
/** What makes the list one of examples. */
const open =
  /\b(?:including|such as|for example|for instance|among (?:them|others)|mostly|mainly|at least|some of|and others|the rest|remaining|others|about|around|roughly|nearly|over|more than|up to|also|another|additionally)\b|其余|剩下|余下|另有|另外|约|近|超过|至少|等(?:[，。；]|$)|主要|大多|还有/iu;
const joined = /^[^.。;；!?！？]{0,120}(?:[,，、;；]|\band\b|和|以及|，)/iu;

/** The sentences of a text with their places. */
function* sentences(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const match of text.matchAll(/[。！？!?]|[.](?=\s|$)|$/gu)) {
    const end = match.index + match[0].length;
    if (end > start) yield { start, end };
    start = end;
  }
}

/**
 * Finds a whole whose parts are all named and do not make it: "1,860 orders: 1,240 late, 430 refused and 150 twice". Only
 * where the parts come near the whole, so that a choice of them is left alone.
 */
export function wrongPartSums(prose: string): readonly WrongSum[] {
  if (prose.length > longest || !/\d/.test(prose)) return [];
  const text = fold(prose);
  const amounts = amountsIn(prose, text);
  if (amounts.length < 3) return [];
  const all = [...sentences(text)];
  const found: WrongSum[] = [];
  for (const [index, sentence] of all.entries()) {
    const own = amounts.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const next = all[index + 1];
    for (const [at, whole] of own.entries()) {
      const behind = text.slice(whole.end, sentence.end);
      const inside = own.slice(at + 1);
      const isHere = inside.length >= 2 && divides.test(behind);
      const isNext =
        !isHere && next !== undefined && at === own.length - 1 && nextDivides.test(text.slice(next.start, next.end));
      if (!isHere && !isNext) continue;
      const parts = (
        isHere ? inside : amounts.filter(({ start }) => start >= (next?.start ?? 0) && start < (next?.end ?? 0))
      ).filter(({ sort, value }) => sort === whole.sort && value < whole.value);
      const [first] = parts;
      const last = parts.at(-1);
      if (parts.length < 2 || !first || !last) continue;
      const row = text.slice(whole.end, isHere ? sentence.end : (next?.end ?? sentence.end));
      const between = parts.slice(0, -1).every((part) => joined.test(text.slice(part.end, last.start)));
      if (!between || open.test(row)) continue;
      const sum = parts.reduce((total, { value }) => total + value, 0);
      const isNear = sum >= whole.value * 0.8 && sum <= whole.value * 1.2;
      if (isNear && Math.abs(sum - whole.value) > 1e-6 * whole.value) found.push({ whole, parts, sum });
      break;
    }
  }
  return found;
}

/** A share that is not what the two numbers beside it make. */
export interface WrongShare {
  readonly share: Amount;
  readonly part: Amount;
  readonly whole: Amount;
}

/** Finds "1,204 of our 38,000 customers (12 %)": a part, a whole and a share in one sentence that do not agree. */
export function wrongShares(prose: string): readonly WrongShare[] {
  if (prose.length > longest || !/%|％|per ?cent|成/.test(prose)) return [];
  const text = fold(prose);
  const amounts = amountsIn(prose, text);
  const found: WrongShare[] = [];
  for (const { start, end } of sentences(text)) {
    const own = amounts.filter((each) => each.start >= start && each.start < end);
    const shares = own.filter(({ sort }) => /^(?:%|％|per ?cent)$/.test(sort));
    const counts = own.filter(({ sort, value }) => sort === '' && value >= 20);
    const [share] = shares;
    const [a, b] = counts;
    if (!share || !a || !b || shares.length !== 1 || counts.length !== 2) continue;
    const [part, whole] = a.value < b.value ? [a, b] : [b, a];
    const isOf = /\b(?:of|out of)\s+(?:(?:our|the|all|a total of|about|roughly|some|around)\s+)*$/iu.test(
      text.slice(start, whole.start),
    );
    const isHan =
      /(?:共|总共|全部|总数|一共|的)\s*$/u.test(text.slice(start, whole.start)) &&
      /占|即|约/u.test(text.slice(start, share.start));
    if (!isOf && !isHan) continue;
    const real = (100 * part.value) / whole.value;
    if (Math.abs(real - share.value) > Math.max(1, 0.2 * real)) found.push({ share, part, whole });
  }
  return found;
}
