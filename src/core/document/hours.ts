import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { sentences } from './amounts.js';
import { readMoments } from './clock.js';

/** When customers reach somebody. Offsets of what says so. */
export interface Hours extends Span {
  /** Phone, chat or mail; empty for a desk that may be any of them. */
  readonly way: string;
  /** How many days of the week, where it says so. */
  readonly days: 5 | 6 | 7 | undefined;
  /** Minutes of the day from and to, where it says so; the whole day is 0 to 1440. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Who answers. */
const desk =
  /\b(?:call|ring|phones?|telephones?|lines?|hotline|help-?line|chat|desk|reach us|contact|support|staffed|manned|someone answers|answer (?:calls|the phone)|open)\b|热线|电话|客服|在线|专线|值守|接听|致电|拨打|服务时间|人工/i;
const ways: readonly (readonly [string, RegExp])[] = [
  ['chat', /\bchat\b|在线(?:客服|咨询)|聊天/i],
  [
    'phone',
    /\b(?:call|ring|phones?|telephones?|help ?-?line|hotline)\b|\+\d|\d{3,4}[- ]\d{3,4}|热线|电话|专线|致电|拨打|接听|来电/i,
  ],
];
/** Of somebody else's hours, of other times, and what the desk did that day. */
const aside =
  /[?？]\s*$|\b(?:that (?:day|afternoon|evening|morning|night|weekend)|on average|was|were|waited|if you|press|media|data protection|privacy|until (?:the end|\d{1,2} [A-Z])|this week|extended|during the (?:incident|outage)|shops?|branch(?:es)?|depots?|warehouses?|reply|replies|answers? (?:within|come)|within|working hours|payments?|transfers?|engineers?|on-call|back-?ups?|backed|for (?:installers|partners|suppliers|dealers|agencies|couriers|drivers|merchants|sellers|journalists)|reading room|archive|museum|counters?)\b|那天|当天|当晚|平均|媒体|门店|网点|本周|延长|以内|之内|内(?:回复|答复|送达|办|处理)|值班工程师|工程师|个工作日|节假日另|备份|巡检|查看|检查|核查|核对|监控/i;

const daysOfWeek: readonly (readonly [5 | 6 | 7, RegExp])[] = [
  [
    7,
    /\b(?:daily|every day|each day|seven days a week|7 days a week|around the clock|round the clock|day and night|24\/7|at any (?:hour|time)|weekends included|(?:including|and|also) (?:at |on )?(?:weekends|saturdays and sundays|sundays)|saturdays and sundays included|mon(?:day)?s? (?:to|through|–|-) sun(?:day)?s?)\b|每[天日]|天天|全年(?:无休)?|全天候?|(?:周|星期)一至(?:周|星期)?[日天]|周末(?:也|照常|不休)|7 ?[×x*] ?24|24 ?小时|二十四小时/i,
  ],
  [6, /\bmon(?:day)?s? (?:to|through|till|until|–|-) sat(?:urday)?s?\b|(?:周|星期)一[至到](?:周|星期)?六/i],
  [
    5,
    /\b(?:mon(?:day)?s? (?:to|through|till|until|–|-) fri(?:day)?s?|(?:on )?weekdays|(?<!\b(?:\d+|one|two|three|four|five|six|seven|ten|within|after|few|the next) )(?:on )?(?:working|business) days|closed (?:at|on|over) (?:the )?(?:weekends?|saturdays))\b|(?:周|星期)一[至到](?:周|星期)?五|工作日|周末(?:休息|不|无人)/i,
  ],
];
const wholeDay =
  /\b(?:around the clock|round the clock|day and night|24\/7|24 hours(?: a day)?|at any hour)\b|全天(?!的)|24 ?小时|二十四小时|全天候|昼夜|不分昼夜/i;

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const bare = new RegExp(
  `\\b(?:from )?(?<from>${numbers.join('|')}|\\d{1,2}) (?:in the morning )?(?:to|till|until|and|-|–) (?<to>${numbers.join('|')}|\\d{1,2})\\b(?! (?:days|minutes|hours))`,
  'i',
);
const untilOnly = /\b(?:until|till|up to|to)\s*$|到$|至$/i;

/** From when to when, of the two times that a sentence names. */
function rangeIn(
  sentence: string,
): { from: number | undefined; to: number | undefined; at: number; end: number } | undefined {
  const times = readMoments(sentence).flatMap((moment) => (moment.kind === 'time' ? [moment] : []));
  const [first, second] = times;
  if (
    first &&
    second &&
    times.length === 2 &&
    second.start - first.end < (/\bopens?\b[^.]*\bcloses?\b/i.test(sentence) ? 60 : 24)
  )
    return {
      from: first.minutes,
      // "九点到六点": the evening.
      to: second.minutes <= first.minutes ? second.minutes + 720 : second.minutes,
      at: first.start,
      end: second.end,
    };
  if (first && times.length === 1 && untilOnly.test(sentence.slice(0, first.start)))
    return { from: undefined, to: first.minutes, at: first.start, end: first.end };
  const match = times.length === 0 ? bare.exec(sentence) : null;
  if (!match) return undefined;
  const hour = (words: string): number => numbers.indexOf(words.toLowerCase()) + 1 || Number(words);
  const [from, to] = [hour(match.groups?.from ?? ''), hour(match.groups?.to ?? '')];
  if (!(from <= 24 && to <= 24)) return undefined;
  return {
    from: 60 * from,
    to: 60 * (to <= from ? to + 12 : to),
    at: match.index,
    end: match.index + match[0].length,
  };
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 4000;
const hint = /day|clock|24|hour|weekend|until|:\d\d|天|日|小时|小時|周|週|星期|[点點]/i;

/** Finds "daily from 07:00 to 21:00", "热线只在工作日有人值守". */
export function hoursIn(prose: string): readonly Hours[] {
  if (prose.length > longest || !hint.test(prose)) return [];
  const text = fold(prose);
  if (!desk.test(text)) return [];
  return sentences(text).flatMap(({ start, end }): Hours[] => {
    const sentence = text.slice(start, end);
    if (!desk.test(sentence) || aside.test(sentence)) return [];
    const named = daysOfWeek.flatMap(([days, pattern]) => {
      const match = pattern.exec(sentence);
      return match ? [{ days, match }] : [];
    });
    // "Monday to Friday until 20:00, on Saturdays until 14:00": too much for one comparison.
    if (named.length > 1 && !(named.length === 2 && /closed|休息|不|无人|only|只/i.test(sentence))) return [];
    const [day] = named.toReversed();
    const all = wholeDay.exec(sentence);
    const range = all ? { from: 0, to: 1440, at: all.index, end: all.index + all[0].length } : rangeIn(sentence);
    if (!day && !range) return [];
    if (!day && !all) return [];
    const from = Math.min(day?.match.index ?? Number.POSITIVE_INFINITY, range?.at ?? Number.POSITIVE_INFINITY);
    const to = Math.max(day ? day.match.index + day.match[0].length : 0, range?.end ?? 0);
    const found = ways.filter(([, pattern]) => pattern.test(sentence));
    const [way] = found;
    return [
      {
        way: found.length === 1 && way ? way[0] : '',
        days: day?.days,
        from: range?.from,
        to: range?.to,
        start: start + from,
        end: start + to,
      },
    ];
  });
}

/** Whether two hours of one way cannot both be true. */
export function differ(a: Hours, b: Hours): boolean {
  if (a.way !== '' && b.way !== '' && a.way !== b.way) return false;
  if (a.days !== undefined && b.days !== undefined && a.days !== b.days) return true;
  const apart = (one: number | undefined, other: number | undefined): boolean =>
    one !== undefined && other !== undefined && Math.abs(one - other) >= 30;
  return apart(a.from, b.from) || apart(a.to, b.to);
}
