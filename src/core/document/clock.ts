import { fold } from '../language/fold.js';
import { letters } from '../language/letters.js';
import { rememberByText } from '../remember.js';
import { type Loose, looseAt, maySpeak, spokenTimes } from './spoken-clock.js';
import { type Zone, zoneOf, zoneSource, zoneStarts } from './zone.js';

/** A time of day in a text. Offsets in that text, UTF-16 units. */
export interface ClockTime {
  readonly kind: 'time';
  readonly start: number;
  readonly end: number;
  /** Minutes after midnight, with a fraction for seconds; 1440 for 24:00. */
  readonly minutes: number;
  /** The zone written right behind it. */
  readonly zone: Zone | undefined;
  /** What else it may stand for; `undefined` where it is written to the minute. */
  readonly loose?: Loose | undefined;
}

/** A day in a text. */
export interface CalendarDay {
  readonly kind: 'date';
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** A zone by itself: "All times are UTC". */
export interface ZoneMention {
  readonly kind: 'zone';
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
}

export type Moment = ClockTime | CalendarDay | ZoneMention;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const zhDay = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const period = '凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|深夜|夜里|半夜';
const gap = '[ \\u00a0\\u202f]{0,2}';
const notBefore = `(?<![${letters}\\d:：.,/_$#+-])`;
const behind = '(?![\\d:：]|\\.\\d|,\\d{3}|%|[-/]\\d{4})';

/** What a moment begins with: most places of a text are passed by for it. */
const starts = `[\\d${period.replaceAll('|', '')}一二两三四五六七八九十${zoneStarts}]|(?<![A-Za-z])[A-Za-z]`;

/** One expression for all; the named groups say what was found. */
const moments = new RegExp(
  `(?=${starts})(?:${[
    // 2026-03-03, 2026/3/3; the day may be glued to the time: 2026-03-03T14:05
    `(?<![\\d-])(?<isoYear>(?:19|20)\\d{2})(?<isoMark>[-/.])(?<isoMonth>\\d{1,2})\\k<isoMark>(?<isoDay>\\d{1,2})(?![\\d-]\\d)(?:T(?=\\d))?`,
    `(?:(?<zhYear>\\d{4})${gap}年${gap})?(?<!\\d)(?<zhMonth>${zhDay})${gap}月${gap}(?<zhDay>${zhDay})${gap}[日号]`,
    `(?<![${letters}\\d.,:/-])(?<dayFirst>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\u00a0-](?<monthSecond>${month})(?![${letters}])(?:\\.(?=,?[ \\u00a0]\\d{4}))?(?:,?[ \\u00a0-](?<yearThird>(?:19|20)\\d{2}))?`,
    `(?<![${letters}])(?<monthFirst>${month})\\.?[ \\u00a0](?<daySecond>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:：.,]\\d)(?:,?[ \\u00a0](?<yearLast>(?:19|20)\\d{2})(?!\\d|[:：]\\d))?`,
    // 14:05, 14:05:30, 2:05 pm, 下午2:05
    `(?:(?<zhPeriod>${period})${gap})?(?:(?<=\\d[T])|${notBefore}|(?<=[\\u3400-\\u9fff](?:[~-])?)|(?<=\\d{2}[:：]\\d{2}[-–—~])|(?<=(?:${period})))(?<hour>[01]?\\d|2[0-4])[:：](?<minute>[0-5]\\d)(?:[:：](?<second>[0-5]\\d)(?:[.,]\\d{1,6})?)?(?:${gap}(?<half>[aApP](?:\\.[mM]\\.?|[mM]\\b)))?${behind}`,
    // 8.45am, 10.00 p.m., 8.30 in the morning, 17.30 GMT
    `${notBefore}(?<hourPoint>[01]?\\d|2[0-3])\\.(?<minutePoint>[0-5]\\d)(?:${gap}(?<halfPoint>[aApP](?:\\.[mM]\\.?|[mM]\\b))|(?=(?:,? in the (?:morning|afternoon|evening)| at night| (?:UTC|GMT|CES?T|BST))(?![A-Za-z])))`,
    // 9 am, 09h30, 9h30am
    `${notBefore}(?<hourOnly>1[0-2]|0?\\d)${gap}(?<halfOnly>[aApP](?:\\.[mM]\\.?|[mM]\\b))`,
    `${notBefore}(?<hourH>[01]?\\d|2[0-3])h(?<minuteH>[0-5]\\d)(?:(?<halfH>[aApP][mM]))?(?![${letters}\\d])`,
    // 14点05分, 下午2点半, 14时, 三点钟
    `(?:(?<zhPeriodHan>${period})${gap}(?:快|将近|接近|大约|大概|约|差不多)?${gap})?(?<![\\d.第])(?<![<>=≤≥]\\s?)(?<zhHour>\\d{1,2}|[一二两三四五六七八九十]{1,3})${gap}(?:点|时(?![候间，。,、]))(?:${gap}(?<zhMinute>[0-5]?\\d|半|[一二三1-3]${gap}刻(?!钟)|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)${gap}(?:分(?!钟|之))?|(?<zhSharp>整|钟|左右|许|多|前|后|过|刚|不到|起|至|到|时|以|之|，|。|（|\\(|、|-|–|—|~|$)|(?<=(?:${period})${gap}[\\d一二两三四五六七八九十]{1,3}点))`,
    // 1405 UTC
    `${notBefore}(?<packedHour>[01]\\d|2[0-3])(?<packedMinute>[0-5]\\d)(?=${gap}(?:UTC|GMT|CES?T|BST|Z\\b))`,
    `(?<zone>${zoneSource})`,
  ].join('|')})`,
  'g',
);

const zoneBehind = new RegExp(
  `^${gap}(?:[(（]${gap})?(?<name>Z(?![${letters}\\d])|[+±]\\d{2}[:：]?\\d{2}(?!\\d)|${zoneSource})`,
);

/** Cheap test before the long expression: a figure or a zone's capitals, or the Chinese marks. */
const hint = /[\d０-９]|[A-Z]{2}|ime\b|时间|時間|[点點月]/;

/** The value of a Chinese or Arabic numeral up to 999; NaN for anything else. */
export function smallNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  // "一百零五", "两百二十": hundreds and the rest.
  const [, hundreds, rest] = /^(.)百(?:零?(.+))?$/u.exec(text) ?? [];
  if (hundreds !== undefined) return 100 * smallNumeral(hundreds) + (rest === undefined ? 0 : smallNumeral(rest));
  const digit = (character: string): number => '零一二三四五六七八九'.indexOf(character.replace('两', '二'));
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? digit(text) || Number.NaN : Number.NaN;
  const tens = ten === 0 ? 1 : digit(text.slice(0, ten));
  const ones = ten === text.length - 1 ? 0 : digit(text.slice(ten + 1));
  return tens < 1 || ones < 0 ? Number.NaN : tens * 10 + ones;
}

/** Minutes of a day from an hour on a 12- or 24-hour clock; `undefined` when there is no such time. */
function timeOfDay(hour: number, minute: number, second: number, half: string | undefined): number | undefined {
  if (Number.isNaN(hour) || Number.isNaN(minute)) return undefined;
  let whole = hour;
  const mark = half?.toLowerCase() ?? '';
  // "夜里一点半" is after midnight, "晚上八点" before it.
  if (/夜/.test(mark) && (hour < 6 || hour === 12)) whole = hour === 12 ? 0 : hour;
  else if (/^p/.test(mark) || /下午|傍晚|晚|夜|午后/.test(mark)) whole = hour < 12 ? hour + 12 : hour;
  else if ((/^a/.test(mark) || /凌晨/.test(mark)) && hour === 12) whole = 0;
  else if (/中午/.test(mark) && hour < 3) whole = hour + 12;
  if (whole > 24 || (whole === 24 && minute > 0) || minute > 59) return undefined;
  return whole * 60 + minute + second / 60;
}

const inLateHalf = /^,? (?:(?:in the|that) (?:afternoon|evening)|at night)\b/i;

type Groups = Readonly<Record<string, string | undefined>>;

function readTime(groups: Groups): number | undefined {
  const { zhPeriod, hour, minute, second, half, hourOnly, halfOnly, hourH, minuteH, halfH } = groups;
  if (hour !== undefined) return timeOfDay(Number(hour), Number(minute), Number(second ?? 0), half ?? zhPeriod);
  if (hourOnly !== undefined) return timeOfDay(Number(hourOnly), 0, 0, halfOnly);
  if (hourH !== undefined) return timeOfDay(Number(hourH), Number(minuteH), 0, halfH);
  const { hourPoint, minutePoint, halfPoint } = groups;
  if (hourPoint !== undefined) return timeOfDay(Number(hourPoint), Number(minutePoint), 0, halfPoint);
  const { packedHour, packedMinute, zhHour, zhMinute, zhPeriodHan, zhSharp } = groups;
  if (packedHour !== undefined) return timeOfDay(Number(packedHour), Number(packedMinute), 0, undefined);
  if (zhHour === undefined) return undefined;
  // "三点，一是…" is a list of points: Han numerals need a part of the day, minutes, or 钟 and the like behind.
  if (!/\d/.test(zhHour) && zhPeriodHan === undefined && zhMinute === undefined && !/[整钟左许半]/.test(zhSharp ?? ''))
    return undefined;
  const minutes =
    zhMinute === undefined
      ? 0
      : zhMinute === '半'
        ? 30
        : zhMinute.endsWith('刻')
          ? 15 * smallNumeral(zhMinute.charAt(0))
          : smallNumeral(zhMinute.replace(/^零(?=.)/u, ''));
  return timeOfDay(smallNumeral(zhHour), minutes, 0, zhPeriodHan);
}

function readDay(groups: Groups): Pick<CalendarDay, 'year' | 'month' | 'day'> | undefined {
  const { isoYear, isoMonth, isoDay, zhYear, zhMonth, zhDay: zhDayText } = groups;
  const { dayFirst, monthSecond, yearThird, monthFirst, daySecond, yearLast } = groups;
  const named = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const parts =
    isoYear !== undefined
      ? [isoYear, Number(isoMonth), Number(isoDay)]
      : zhMonth !== undefined
        ? [zhYear, smallNumeral(zhMonth), smallNumeral(zhDayText ?? '')]
        : dayFirst !== undefined
          ? [yearThird, named(monthSecond ?? ''), Number(dayFirst)]
          : monthFirst !== undefined
            ? [yearLast, named(monthFirst), Number(daySecond)]
            : undefined;
  if (!parts) return undefined;
  const [year, monthNumber, day] = parts as [string | undefined, number, number];
  if (!(monthNumber >= 1 && monthNumber <= 12 && day >= 1 && day <= daysIn(year ? Number(year) : 2024, monthNumber)))
    return undefined;
  return { year: year === undefined ? undefined : Number(year), month: monthNumber, day };
}

const daysIn = (year: number, monthNumber: number): number => new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();

/** The moments with the times that are written in English words, in their order. */
function withSpoken(found: readonly Moment[], text: string): readonly Moment[] {
  const spoken = spokenTimes(text)
    .filter(({ start, end }) => !found.some((each) => each.start < end && start < each.end))
    .map(({ start, end, minutes, isEither }): ClockTime => {
      const name = zoneBehind.exec(text.slice(end, end + 48))?.groups?.name;
      const zone = name === undefined ? undefined : zoneOf(name);
      return { kind: 'time', start, end, minutes, zone, loose: looseAt(text, start, end, isEither) };
    });
  if (spoken.length === 0) return found;
  // The zone right behind a time is its own.
  const isOwn = (each: Moment): boolean =>
    each.kind === 'zone' && spoken.some(({ end, zone }) => zone && each.start >= end && each.start < end + 4);
  return [...found.filter((each) => !isOwn(each)), ...spoken].sort((a, b) => a.start - b.start);
}

/** Whether a time may stand for a minute of the day. */
export function mayShow({ minutes, loose }: ClockTime, shown: number): boolean {
  const off = (at: number): number => ((((shown - at) % 1440) + 2160) % 1440) - 720;
  if (!loose) return Math.abs(off(minutes)) < 1;
  return [minutes, ...(loose.isEither ? [minutes + 720] : [])].some((at) => {
    const by = off(at);
    return by > -1 - loose.early && by < 1 + loose.late;
  });
}

/**
 * Finds the times of day, days and zones in English and Chinese text, in their order.
 * A time carries the zone right behind it; a zone elsewhere is a mention of its own. What cannot be (25:10, 30 February)
 * is no mention. Linear in the length of the text.
 */
export const readMoments: (prose: string) => readonly Moment[] = rememberByText((prose) => {
  if (!hint.test(prose)) return maySpeak(prose) ? withSpoken([], fold(prose)) : [];
  const text = fold(prose);
  const found: Moment[] = [];
  moments.lastIndex = 0;
  for (let match = moments.exec(text); match; match = moments.exec(text)) {
    const groups: Groups = match.groups ?? {};
    const start = match.index;
    let end = start + match[0].length;
    if (groups.zone !== undefined) {
      found.push({ kind: 'zone', start, end, zone: zoneOf(groups.zone) });
      continue;
    }
    const day = readDay(groups);
    if (day) {
      found.push({ kind: 'date', start, end: match[0].endsWith('T') ? end - 1 : end, ...day });
      continue;
    }
    let minutes = readTime(groups);
    if (minutes === undefined) continue;
    // "4:50 in the afternoon", and "四点半" of either half of the day.
    if (groups.half === undefined && minutes < 720 && inLateHalf.test(text.slice(end, end + 20))) minutes += 720;
    const isEither =
      groups.zhHour !== undefined && groups.zhPeriodHan === undefined && minutes < 780 && match[0].includes('点');
    if (groups.zhSharp !== undefined && !/^[整钟]$/.test(groups.zhSharp)) end -= groups.zhSharp.length;
    const zone = zoneBehind.exec(text.slice(end, end + 48));
    const name = zone?.groups?.name;
    const loose = looseAt(text, start, end, isEither);
    found.push({ kind: 'time', start, end, minutes, zone: name === undefined ? undefined : zoneOf(name), loose });
    moments.lastIndex = zone ? end + zone[0].length : end;
  }
  return maySpeak(text) ? withSpoken(found, text) : found;
});

/**
 * Reads a moment of front matter: `2026-03-03`, `2026-03-03 14:05`, `… 14:05 +08:00`, `2026年3月3日 14:05`.
 * @returns Its day and time, `undefined` when there is no day that exists.
 */
export function readMoment(
  text: string,
): { readonly day: CalendarDay; readonly time: ClockTime | undefined } | undefined {
  const found = readMoments(text);
  const day = found.find((moment) => moment.kind === 'date');
  if (!day) return undefined;
  const time = found.find((moment) => moment.kind === 'time');
  // In prose "14:05 -05:00" is a stretch of time, in front matter a zone.
  const behind = /[\d\s][+\-−]\d{2}:?\d{2}\s*$/.exec(text)?.[0].slice(1);
  const last = found.find((moment) => moment.kind === 'zone');
  const zone = time?.zone ?? last?.zone ?? (behind && time ? zoneOf(behind) : undefined);
  return { day, time: time && { ...time, zone } };
}

/** Whether two days are the same; a year counts where both name it. */
export const isSameDay = (a: CalendarDay, b: CalendarDay): boolean =>
  a.month === b.month && a.day === b.day && (a.year === b.year || a.year === undefined || b.year === undefined);
