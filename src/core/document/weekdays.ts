import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import type { CalendarDay, Moment } from './clock.js';

/** A day with the weekday that a text gives it. Offsets of the weekday in the text. */
export interface NamedDay {
  readonly start: number;
  readonly end: number;
  readonly day: CalendarDay;
  /** 0 for Sunday. */
  readonly weekday: number;
}

const english = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const chinese = '日一二三四五六';
const before =
  /(?<![\p{L}]|day(?: and| or| to|,|\s?[–-])\s?)(?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Sun|Mon|Tue|Wed|Thu|Fri|Sat)\.?(?:,?\s(?:the\s)?|\s?\()$|(?<![每从到至、])(?<zhName>(?:周|星期|礼拜)[一二三四五六日天])\s?[,，(（]?\s?$/u;
/** After a Chinese comma only where nothing is said of it: "3月12日，星期五，", but not "3月12日，周五的订单". */
const behind =
  /^,?\s?(?:20\d\d)?,?\s?(?:(?:[(（]\s?(?:an?\s)?|,\s(?:an?\s)?|)(?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:周|星期|礼拜)[一二三四五六日天])|，\s?(?<zhName>(?:周|星期|礼拜)[一二三四五六日天])(?=(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚|夜里)?\s?(?:[，,。；;)）、\d]|$)))/u;

const indexOf = (name: string): number =>
  /[\u3400-\u9fff]/u.test(name)
    ? chinese.indexOf(name.slice(-1).replace('天', '日'))
    : english.indexOf(name.slice(0, 3).toLowerCase());

/** Finds "Tuesday, 14 April" and "4月14日（星期二）". */
export function namedDays(prose: string, moments: readonly Moment[]): readonly NamedDay[] {
  const text = fold(prose);
  return moments.flatMap((day): NamedDay[] => {
    if (day.kind !== 'date') return [];
    const from = Math.max(0, day.start - 16);
    const lead = before.exec(text.slice(from, day.start));
    const tail = lead ? null : behind.exec(text.slice(day.end, day.end + 24));
    const { name, zhName: said = name } = (lead ?? tail)?.groups ?? {};
    if (said === undefined) return [];
    const start = lead ? from + lead.index : day.end + (tail?.[0].length ?? 0) - said.length;
    return [{ start, end: start + said.length, day, weekday: indexOf(said) }];
  });
}

/** A weekday, or a sort of day, to which a text points back. Offsets in the text. */
export interface SaidDay {
  readonly start: number;
  readonly end: number;
  /** The weekdays that it may be, 0 for Sunday. */
  readonly weekdays: readonly number[];
  /** Whether it names a weekday, which may be one of another day that the text names. */
  readonly isNamed: boolean;
}

const workdays = [1, 2, 3, 4, 5];
const weekend = [0, 6];
const thatDay =
  /\b(?:that|the same) (?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)(?! (?:before|after|week))\b|\b(?<weekend>that (?:same )?weekend)\b|(?:当天|那天|当日|那一天)(?:正好|恰好|正值)?(?:又)?(?:是|为|逢)?(?:个)?(?:(?<zhName>(?:周|星期|礼拜)[一二三四五六日天])|(?<work>平日|工作日)|(?<rest>周末|双休日))/gu;

/** Finds "that Wednesday night" and "当天是平日". */
export function saidDays(prose: string): readonly SaidDay[] {
  return matchesIn(fold(prose), thatDay).map((match) => {
    const { name, zhName, work } = match.groups ?? {};
    const named = name ?? zhName;
    return {
      start: match.index,
      end: match.index + match[0].length,
      isNamed: named !== undefined,
      weekdays: named !== undefined ? [indexOf(named)] : work ? workdays : weekend,
    };
  });
}

const anyWeekday =
  /(?<!\bthat )(?<!\bthe same )\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?<![天日](?:是|为)?)(?:周|星期|礼拜)[一二三四五六日天]/gu;

/** The weekdays that a text names by themselves: another text may point back to them. 0 for Sunday. */
export const weekdaysIn = (prose: string): readonly number[] => [
  ...new Set(matchesIn(fold(prose), anyWeekday).map(([name]) => indexOf(name))),
];
