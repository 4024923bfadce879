import { fold } from '../language/fold.js';
import { type Amount, amountsIn, sentences } from './amounts.js';
import { type Figure, readFigures } from './figures.js';

/** A whole that is rounded as its words say: "just under 4,000 accounts: 3,120 homes and 840 businesses". */
const rounded =
  /(?:\b(?:(?:just|well|a little|slightly) )?(?:over|under)|\b(?:about|around|roughly|approximately|nearly|almost|close to|some|more than|fewer than|less than)|约|近|接近|不到|超过|逾|差不多)\s*$/i;
/** A rounded number is that near to what it stands for. */
const roundedBy = 0.05;

/** A whole and the parts of it that are named, which do not make it. */
export interface WrongSum {
  readonly whole: Amount;
  readonly parts: readonly Amount[];
  readonly sum: number;
}

/** What says that the numbers behind are all the parts of the one before. */
const divides =
  /^[^.。]{0,60}?其中|^[^.。,，;；\d]{0,12}(?:里|中|当中|里面)[,，]|^[^.。;；]{0,90}?(?:\b(?:of (?:these|those|them|which|whom)|made up of|consist(?:s|ed|ing) of|comprising|broken down|split (?:in|into|as)|namely|divided)\b|分为|分别(?:是|为)|包括)|^[^.。;；\d]{0,60}(?:[:：]|\s[–—-]\s|[(（])/i;
/** "Of the 1,930 payouts, …" at the beginning of its sentence. */
const ofBefore = /^\W*(?:out )?of (?:all )?(?:the|these|those|our)?\s*$/i;
const nextDivides =
  /^\W*(?:[\d,.]+ of (?:these|those|them|which)\b|of (?:these|those|them|which|the \d)|among (?:these|them)|they (?:were|are)|\d[\d,.]* (?:(?:are|were) (?:on|in|at|from)|(?:on|in|at|from) the)\b|其中|包括|分别|具体)/i;
/** What makes the list one of examples. */
const open =
  /\b(?:including|such as|for example|for instance|among (?:them|others)|mostly|mainly|at least|some of|and others|the rest|remaining|others|about|around|roughly|nearly|over|more than|up to|also|another|additionally)\b|其余|剩下|余下|另有|另外|约|近|超过|至少|等(?:[，。；]|$)|主要|大多|还有/i;
/** "5,400 of our 18,000 shows": what divides the next sentence's numbers may be the first of the two. */
const ofWhole =
  /^[^.;。；,，\d]{0,24}\b(?:of|out of)\s+(?:(?:our|the|all|a total of)\s+)*$|^[^.;。；\d]{0,12}[/／]\s*$/i;
const joined = /^[^.。;；!?！？]{0,120}(?:[,，、;；]|\band\b|和|以及|，)/i;

/** "Statistics 2" names a thing. */
export const isName = (text: string, { start, value }: Amount): boolean =>
  value < 10 && /\p{Lu}\p{L}+ $/u.test(text.slice(Math.max(0, start - 24), start));

/** "27 more than at first", "比首次通知的估计多 27 家": a difference is no part. */
const isDifference = (text: string, { start, end }: Amount): boolean =>
  /比[^，。；,;]{0,16}(?:多|少|高|低)(?:了|出)?\s*$/u.test(text.slice(Math.max(0, start - 24), start)) ||
  /^\s*(?:\w+ ){0,2}(?:more|fewer|less) than\b/i.test(text.slice(end, end + 30));

const classifier = /^\s?([个位名家户人笔单条张件台份篇间辆班趟部所套处座批次把只])/u;
/** Whether nothing says that two numbers are of different things: “320 个文件……涉及 6 位客户”. */
function isOneUnit(text: string, whole: Amount, part: Amount): boolean {
  const [one, other] = [whole, part].map(({ end }) => classifier.exec(text.slice(end, end + 3))?.[1]);
  const people = '位名家户人';
  return !one || !other || one === other || people.includes(one) === people.includes(other);
}

/**
 * Finds a whole whose parts are all named and do not make it: "1,860 orders: 1,240 late, 430 refused and 150 twice". Only
 * where the parts come near the whole, so that a choice of them is left alone.
 */
export function wrongPartSums(prose: string): readonly WrongSum[] {
  const amounts = amountsIn(prose);
  if (amounts.length < 3) return [];
  const text = fold(prose);
  const all = sentences(text);
  const found: WrongSum[] = [];
  for (const [index, sentence] of all.entries()) {
    const own = amounts.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const next = all[index + 1];
    for (const [at, whole] of own.entries()) {
      const behind = text.slice(whole.end, sentence.end);
      const inside = own.slice(at + 1);
      // "Of the 1,930 payouts, 1,412 were …, 381 were … and 47 were …": two might leave a rest unsaid, three do not.
      const isOf = inside.length >= 3 && ofBefore.test(text.slice(sentence.start, whole.start));
      const isHere = isOf || (inside.length >= 2 && divides.test(behind));
      const after = inside.filter(({ sort }) => sort === whole.sort);
      const isRatio = after.length === 1 && ofWhole.test(text.slice(whole.end, after[0]?.start));
      const isNext =
        !isHere &&
        next !== undefined &&
        (after.length === 0 || isRatio) &&
        nextDivides.test(text.slice(next.start, next.end));
      if (!isHere && !isNext) continue;
      const parts = (
        isHere ? inside : amounts.filter(({ start }) => start >= (next?.start ?? 0) && start < (next?.end ?? 0))
      ).filter(
        (part) =>
          part.sort === whole.sort &&
          part.value < whole.value &&
          !isName(text, part) &&
          !isDifference(text, part) &&
          isOneUnit(text, whole, part),
      );
      const [first] = parts;
      const last = parts.at(-1);
      if (parts.length < 2 || !first || !last) continue;
      const row = text.slice(whole.end, isHere ? sentence.end : (next?.end ?? sentence.end));
      const between = parts.slice(0, -1).every((part) => joined.test(text.slice(part.end, last.start)));
      if (!between || open.test(row)) continue;
      // "2,100 of them came late and 900 later still" may leave a rest unsaid.
      const isChoice = isNext && parts.length < 3 && /^\W*\d/.test(text.slice(next?.start ?? 0));
      if (isChoice) continue;
      const sum = parts.reduce((total, { value }) => total + value, 0);
      if (isOf && (parts.length < 3 || !/(?:\band\b|[和及])/i.test(text.slice(parts.at(-2)?.end ?? 0, last.start))))
        continue;
      const isNear = sum >= whole.value * 0.8 && sum <= whole.value * 1.2;
      // "12,400 characters of 10,870 players: 7,150 and 5,250" divides the first.
      const isOther = own.some(({ value }) => value === sum);
      const isRounded = rounded.test(text.slice(Math.max(0, whole.start - 24), whole.start));
      const isWrong = isNear && !isOther && Math.abs(sum - whole.value) > (isRounded ? roundedBy : 1e-6) * whole.value;
      if (isWrong) found.push({ whole, parts, sum });
      if (isWrong || !isNext || !isRatio) break;
    }
  }
  return found;
}

/** A total behind its parts that they do not make: "€1,200 for fares and €300 for meals, €1,600 in all". */
const totalBehind = /^\s*(?:in all|in total|altogether|all told|together)\b/i;
export const totalBefore =
  /(?:\b(?:a total of|in all|in total|altogether|together|total(?:l?ing)?|makes?|comes? to)|合计|共计|总计|总共|一共)(?:为|是|:|：|约)?\s*$/i;
const apiece = /\b(?:each|every|per|apiece|times|average|of which|including)\b|每|其中|平均|不等|至/i;

/** Finds totals that the amounts before them in their sentence do not make. */
export function wrongTotals(prose: string): readonly WrongSum[] {
  const amounts = amountsIn(prose);
  if (amounts.length < 3) return [];
  const text = fold(prose);
  const found: WrongSum[] = [];
  for (const { start, end } of sentences(text)) {
    const own = amounts.filter((each) => each.start >= start && each.start < end);
    const whole = own.at(-1);
    const words = text.slice(start, end);
    // Before the first number "其中" names no part of another one: "其中会员812笔、非会员316笔，合计1,128笔".
    const counted = text.slice(own[0]?.start ?? start, end);
    if (!whole || own.length < 3 || apiece.test(words.slice(0, -counted.length).replace('其中', '') + counted))
      continue;
    if (open.test(words)) continue;
    if (!totalBehind.test(text.slice(whole.end)) && !totalBefore.test(text.slice(start, whole.start))) continue;
    const parts = own.slice(0, -1).filter(({ sort }) => sort === whole.sort);
    // Another count may stand before them: "受影响的商户共 5,240 家，金额分别为……".
    const others = own.slice(0, own.length - 1 - parts.length);
    if (
      parts.length < 2 ||
      others.some(({ sort }) => sort === whole.sort) ||
      parts.some(({ value }) => value >= whole.value)
    )
      continue;
    const sum = parts.reduce((all, { value }) => all + value, 0);
    const isNear = sum >= whole.value * 0.8 && sum <= whole.value * 1.2;
    if (isNear && Math.abs(sum - whole.value) > 1e-6 * whole.value) found.push({ whole, parts, sum });
  }
  return found;
}

/** "The remaining 648", "其余340位". */
const restBefore =
  /(?:\b(?:the|our|and)?\s?(?:remaining|rest|other|others|left over)(?: of the)?|其余的?|剩下的?|剩余的?|余下的?|另外的?|另有)\s*$/i;
/** "Of the 14,320 customers, …", "14,320位顾客中，…": the number that the others part. */
const wholeBefore = /\b(?:of|out of|from)\s(?:(?:all|our|the|these|those|your)\s)*$/i;
const wholeBehind = /^[^，。；,.]{0,10}(?:中|里|之中|当中)\s?[，,有]|^[^。；;\d]{0,20}[，,：:]其中\s?(?:有\s?)?(?=\d)/u;

/** A number that is divided in parts, one of them "the rest", that do not add up to it. */
export interface WrongRest {
  readonly whole: Figure;
  readonly parts: number;
  readonly rest: Figure;
}

/** Finds a whole and two parts in neighbouring sentences that do not make it. */
export function wrongRests(prose: string): readonly WrongRest[] {
  const figures = readFigures(prose);
  const text = fold(prose);
  return figures.flatMap((rest, index) => {
    if (!restBefore.test(text.slice(Math.max(0, rest.start - 24), rest.start))) return [];
    const at = figures.findLastIndex(
      (each, place) =>
        place < index - 1 &&
        rest.sentence - each.sentence <= 1 &&
        (wholeBefore.test(text.slice(Math.max(0, each.start - 20), each.start)) ||
          wholeBehind.test(text.slice(each.end))),
    );
    const whole = figures[at];
    const parts = figures.slice(at + 1, index);
    if (!whole || parts.length !== 1 || whole.value <= rest.value) return [];
    const sum = parts.reduce((all, { value }) => all + value, rest.value);
    // "1,204, one third of the 3,612: 812 twice, the other 392 late": the whole is any number before them that they make.
    const isMade = figures.some(
      (each, place) => place < at && rest.sentence - each.sentence <= 2 && each.value === sum,
    );
    return sum === whole.value || isMade ? [] : [{ whole, parts: sum, rest }];
  });
}
