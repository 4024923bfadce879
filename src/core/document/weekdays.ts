import { fold } from '../language/fold.js';
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
  /(?<![\p{L}])(?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Sun|Mon|Tue|Wed|Thu|Fri|Sat)\.?,?\s(?:the\s)?$/u;
const behind =
  /^,?\s?(?:20\d\d)?,?\s?(?:[(（]\s?(?:an?\s)?|,\s(?:an?\s)?|)(?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:周|星期|礼拜)[一二三四五六日天])/u;

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
    const name = lead?.groups?.name ?? tail?.groups?.name;
    if (name === undefined) return [];
    const start = lead ? from + lead.index : day.end + (tail?.[0].length ?? 0) - name.length;
    return [{ start, end: start + name.length, day, weekday: indexOf(name) }];
  });
}
