import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { amountsIn, isMoney } from './amounts.js';
import { sentencesOf } from './clause-times.js';
import { readMoments } from './clock.js';
import { hanValue } from './han-numbers.js';
import { type Quantity, quantitiesIn } from './quantities.js';

/** A number of things or a sum of money, with what its sentence says of it. Offsets in the text. */
export interface ToldFigure extends Span {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What is counted: the stem of an English noun, a Chinese measure word, or a currency. */
  readonly of: string;
  /** The noun as it stands there. */
  readonly noun: string;
  /** Its sentence, folded. */
  readonly words: string;
  /** The days and clock times that its sentence names, as one string; empty where it names none. */
  readonly when: string;
  /** Which sentence of its block it stands in: the offset of that. */
  readonly sentence: number;
  /** A guess, another time, a part of another number: it explains a number elsewhere, and contradicts none. */
  readonly isAside: boolean;
}

/** A sentence of another time, a guess, a rule or a plan, or of all that there are. */
const asideSentence =
  /[?？]|^\W*(?:of (?:these|them|those)|其中)|\b(?:estimat\w+|guess\w*|assum\w+|at first|initial(?:ly)?|originally|first (?:said|thought|told|reported|announced|wrote|figure|number|count|message|notice)|had (?:said|told|written|spoken)|corrected|correction|counted (?:wrongly|twice)|wrongly|mistakenly|miscount\w*|last (?:year|month|week|time|summer|winter|spring|autumn)|previous(?:ly)?|earlier (?:incident|outage|this year)|years? ago|back in|usual(?:ly)?|normal(?:ly)?|typical(?:ly)?|on average|average|every (?:day|week|month|year|hour|minute|second)|(?:a|per) (?:day|week|month|year|hour|minute|second)|daily|weekly|monthly|capacity|limit\w*|threshold|(?:when(?:ever)?|if|once|alarms?|alerts?|warn\w*|page[ds]?) [^.;\d]{0,24}\b(?:(?:fewer|less|more) than|under|over|above|below) \d[\d,]*|maximum|at most|load test\w*|rehears\w+|drill|simulat\w+|would|might|could have|should|so far|by then|at that (?:point|time|moment)|(?:is|are) used by|serves?|supplies|looks? after|we (?:have|run)|rose|rising|grew|fell|dropped|down from|up from|instead of|rather than|from \d[\d,]* to)\b|如果|若|万一|假如|去年|前年|上次|上一次|上个?月|此前|以前|曾经|那次|最初|起初|首次|原先|当时[说称以]|估[计算]|推估|推算|初步|更正|误[报写算]|平时|平日|通常|平均|每[天日周月年小时分秒]|演练|测试|压测|模拟|上限|下限|阈值|容量|最多可|降[到至为]|升[到至为]|从[^，。；]{0,8}\d[^，。；]{0,6}[增降升减]/i;
/** The same for money: what is offered stands in the future, for each of many. */
const asideMoney =
  /[?？]|\b(?:estimat\w+|at first|initial(?:ly)?|originally|first (?:said|thought|told|figure)|corrected|last (?:year|month|week|time)|previous(?:ly)?|years? ago|usual(?:ly)?|normal(?:ly)?|on average|would|might|could have|limit\w*|maximum|up to|at most|instead of|rather than|price[sd]?|cost[s]?|worth|fine[sd]?)\b|去年|前年|上次|此前|以前|曾|最初|起初|原价|原先|估[计算]|初步|更正|平均|上限|最多|最高|不超过|原来|标价|成本/i;
/** What makes a number one of a part, or of others. */
const partBefore =
  /\b(?:another|others?|further|additional|the remaining|remaining|rest|besides|apart from|except|including|among (?:them|these|those)|of which|of whom|in (?:its|the) first|the first|the last|each|only|more than half of (?:the|our)|of (?:the|our|these|those|all)(?: [a-z]+)?)\s*$|\d (?:out )?of (?:(?:the|our|all|these|those|about|some) )*$|(?:其中|其余|剩下|余下|另外?|另有|还有|又有|再|分别|各|前|后|除|约?占|含|包括)[^，,。；;\d]{0,6}$|每[^，,。；;\d]{1,8}$/i;
const partBehind =
  /^\s?(?:of (?:them|these|those|whom|which|the|our|all)\b|(?:out )?of (?:(?:the|our|all) )*\d|(?:[a-z]+ ){0,2}(?:more|others?|each|apiece|per)\b|times\b)|^\s?[\u3400-\u9fff]{0,8}(?:中|里|之中|当中)(?:的)?[^，。；]{0,4}\d|^\s?次|^[^.;。；]{0,16}?(?:\d\s?%|per ?cent|[，,]\s?(?:大?约|正好|刚好)?占|分之)/i;

/** "1,500 firms", "430 late parcels", "2,200 家": what stands behind a number. */
const englishNoun =
  /^ (?:of (?:the |our |your )?)?(?:(?!(?:of|in|on|at|to|were|was|had|and|or|for|with|from|by|who|that|which|is|are|have|has|did|could|than|as)\b)[a-z'’-]+ ){0,2}?(?<noun>(?!(?:was|is|has|does|this|less|us|its|minutes?|hours?|days?|weeks?|months?|years?|seconds?|times|hundreds?|thousands?|millions?|dozens?|others?|per|plus|minus)\b)[a-z]{3,}s|people|children|staff)\b/i;
const measureWord = /^\s?(?<measure>[个位名家户笔单条张件台份篇间辆班趟部所套处座批只根人棵艘托首项节盒箱袋场])/u;
/** Measure words for people, and for where they work. */
const measureKinds: Readonly<Record<string, string>> = { 位: '人', 名: '人', 户: '家', 间: '家', 所: '家' };

function nounOf(behind: string): { readonly of: string; readonly noun: string } | undefined {
  const measure = measureWord.exec(behind)?.groups?.measure;
  const [, han = ''] = /^\s?.的?([\u3400-\u9fff]{2})/u.exec(behind) ?? [];
  if (measure === '个') return han === '' ? undefined : { of: han, noun: han };
  if (measure !== undefined) return { of: measureKinds[measure] ?? measure, noun: han };
  const noun = englishNoun.exec(behind)?.groups?.noun?.toLowerCase();
  return noun === undefined ? undefined : { of: noun.replace(/(?:ies|y)$/, 'i').replace(/(?<!s)e?s$/, ''), noun };
}

/** "一千二百元": a sum of money in Chinese numerals. */
const hanMoney =
  /(?<![\d一二两三四五六七八九十百千万第])(?<han>[一二两三四五六七八九十百千万][零〇一二两三四五六七八九十百千万]*)\s?(?:多)?(?<unit>元|块)/gu;

function moneyIn(prose: string, text: string): readonly Quantity[] {
  const inDigits = amountsIn(prose)
    .filter(isMoney)
    .map(({ start, end, value, sort }) => ({ start, end, from: start, value, least: value, most: value, sort }));
  const inWords = matchesIn(text, hanMoney).flatMap((match) => {
    const value = hanValue(match.groups?.han ?? '');
    const end = match.index + match[0].length;
    return value > 0 ? [{ start: match.index, end, from: match.index, value, least: value, most: value }] : [];
  });
  return [...inDigits, ...inWords];
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 3000;
/** Smaller counts are of parts, steps and lists. */
const fewest = 10;

/** The numbers and sums of money that a text tells, each with what it says of it. */
export const toldFigures: (prose: string) => readonly ToldFigure[] = rememberByText((prose) => {
  if (prose.length > longest) return [];
  const text = fold(prose);
  const counts = quantitiesIn(prose).filter(({ value }) => value >= fewest);
  const money = /[€$£¥元块]|\b[A-Z]{3}\b/.test(text) ? moneyIn(prose, text) : [];
  if (counts.length + money.length === 0) return [];
  return sentencesOf(text).flatMap(({ start: from, words }): ToldFigure[] => {
    const to = from + words.length;
    const isWithin = ({ start }: Span): boolean => start >= from && start < to;
    const own = [
      ...counts
        .filter(isWithin)
        .map((each) => ({ ...each, ...(nounOf(text.slice(each.end, each.end + 48)) ?? { of: '', noun: '' }) })),
      ...money.filter(isWithin).map((each) => ({ ...each, of: '$', noun: '' })),
    ];
    if (own.length === 0) return [];
    const isAside = { count: asideSentence.test(words), money: asideMoney.test(words) };
    const when = readMoments(prose)
      .filter(isWithin)
      .map((moment) =>
        moment.kind === 'time' ? `${moment.minutes}` : moment.kind === 'date' ? `${moment.month}-${moment.day}` : '',
      )
      .filter(Boolean)
      .sort()
      .join(' ');
    return own.flatMap(({ of, noun, ...figure }): ToldFigure[] => {
      const { start, end, value, least, most } = figure;
      const isPart =
        of === '$'
          ? isAside.money
          : isAside.count || partBefore.test(text.slice(from, figure.from)) || partBehind.test(text.slice(end, to));
      return [{ start, end, value, least, most, of, noun, words, when, sentence: from, isAside: isPart }];
    });
  });
});
