import { readMoments } from '../document/clock.js';
import { offsetAt, zoneOf } from '../document/zone.js';
import { fold } from '../language/fold.js';
import { inWriting, type Writing } from '../language/writing.js';

/** A day and time as a clock on the wall shows it. */
interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/**
 * The offset of a zone at a time, in minutes east of UTC.
 * @param zone `UTC`, `+08:00`, `UTC+8`, or a name of the IANA time zone database such as `Europe/Berlin`.
 * @returns `undefined` for a zone that the host does not know.
 */
export function zoneOffset(zone: string, at: number): number | undefined {
  return offsetAt(zoneOf(zone), at);
}

function wallTime(at: number, offset: number): WallTime {
  const date = new Date(at + offset * minuteMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** The time at which a clock in `zone` shows `wall`; `undefined` for a day that does not exist or an unknown zone. */
function timeOf({ year, month, day, hour, minute }: WallTime, zone: string): number | undefined {
  const utc = Date.UTC(year, month - 1, day, hour, minute);
  const date = new Date(utc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return undefined;
  const first = zoneOffset(zone, utc);
  if (first === undefined) return undefined;
  // The offset may change between the guess and the time meant, on the night when clocks change.
  const offset = zoneOffset(zone, utc - first * minuteMs) ?? first;
  return utc - offset * minuteMs;
}

const two = (value: number): string => String(value).padStart(2, '0');

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A time as front matter has it: `2026-03-03 14:05 +00:00`. An unknown zone counts as UTC. */
export function frontMatterTime(at: number, zone: string): string {
  const offset = zoneOffset(zone, at) ?? 0;
  const { year, month, day, hour, minute } = wallTime(at, offset);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${offsetText(offset)}`;
}

/** The time of day and the day alone, each as timelines have them: `14:05` and `2026-03-03`. */
export function clockParts(at: number, zone: string): { readonly day: string; readonly time: string } {
  const { year, month, day, hour, minute } = wallTime(at, zoneOffset(zone, at) ?? 0);
  return { day: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Zones that Chinese text has names for. */
const spokenZones: readonly (readonly [RegExp, string])[] = [
  [/^(?:Asia\/(?:Shanghai|Chongqing|Harbin)|PRC)$/, '北京时间'],
  [/^(?:Asia\/Taipei|ROC)$/, '台北时间'],
  [/^(?:Asia\/Hong_Kong|Hongkong)$/, '香港时间'],
];

/** A zone in words that customers know: `UTC`, `UTC+1`, `北京时间`. */
export function writtenZone(zone: string, at: number, writing: Writing): string {
  const spoken = writing === 'en' ? undefined : spokenZones.find(([pattern]) => pattern.test(zone))?.[1];
  if (spoken) return inWriting(spoken, writing);
  if (writing !== 'en' && /^\p{Script=Han}+$/u.test(zone)) return zone;
  const offset = zoneOffset(zone, at) ?? 0;
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** A day in words: `3 March 2026`, `2026年3月3日`. */
export function writtenDay(at: number, zone: string, writing: Writing): string {
  const { year, month, day } = wallTime(at, zoneOffset(zone, at) ?? 0);
  return writing === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** A time in words, with its zone: `14:05 UTC on 3 March 2026`, `2026年3月3日14:05（北京时间）`. */
export function writtenTime(at: number, zone: string, writing: Writing): string {
  const { hour, minute } = wallTime(at, zoneOffset(zone, at) ?? 0);
  const time = `${two(hour)}:${two(minute)}`;
  const named = writtenZone(zone, at, writing);
  const day = writtenDay(at, zone, writing);
  return writing === 'en' ? `${time} ${named} on ${day}` : `${day}${time}（${named}）`;
}

/** The same with the day first, as it stands after "on": `3 March 2026 at 14:05 UTC`. */
export function writtenDayTime(at: number, zone: string, writing: Writing): string {
  if (writing !== 'en') return writtenTime(at, zone, writing);
  return `${writtenDay(at, zone, writing)} at ${clockParts(at, zone).time} ${writtenZone(zone, at, writing)}`;
}

/** A length of time in words, to the minute: `2 hours 35 minutes`, `2小时35分钟`. */
export function writtenDuration(ms: number, writing: Writing): string {
  const isEnglish = writing === 'en';
  const all = Math.max(0, Math.round(ms / minuteMs));
  const parts = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60] as const;
  const names = isEnglish ? (['day', 'hour', 'minute'] as const) : (['天', '小时', '分钟'] as const);
  const said = parts.flatMap((count, index) => {
    if (count === 0 && !(all === 0 && index === 2)) return [];
    return isEnglish ? [`${count} ${names[index]}${count === 1 ? '' : 's'}`] : [`${count}${names[index]}`];
  });
  return inWriting(said.join(isEnglish ? ' ' : ''), writing);
}

const absolute =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s*([A-Za-z]\S*|[+-]\d{1,2}:?\d{2}))?$/;
const ago = /^(\d{1,4})\s*(m|min|mins|minutes?|分钟|h|hours?|hrs?|小时|个小时|d|days?|天)\s*(?:ago|以?前|之前)$/i;
const ahead = /^(?:in\s+)?(\d{1,4})\s*(m|min|mins|minutes?|分钟|h|hours?|hrs?|小时|个小时|d|days?|天)(?:后|之后)?$/i;
const clock = /^(yesterday|昨天|today|今天)?\s*(?:at\s+)?(\d{1,2})[:：](\d{2})$/i;

function unitMs(unit: string): number {
  if (/^(?:m|分)/i.test(unit)) return minuteMs;
  return /^(?:h|个?小)/i.test(unit) ? 60 * minuteMs : dayMs;
}

/** A day and a time as a message has them, with nothing else beside: `3 March 2026 at 14:05 UTC`, `3月3日下午2点`. */
function readWritten(text: string, now: number, zone: string): number | undefined {
  const found = readMoments(text);
  const day = found.find((moment) => moment.kind === 'date');
  const time = found.find((moment) => moment.kind === 'time');
  if (!day || !time || found.filter(({ kind }) => kind !== 'zone').length > 2) return undefined;
  let rest = text;
  for (const { start, end } of [...found].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  if (time.zone) rest = rest.replace(time.zone.name, ' ');
  if (!/^(?:[\s,，()（）]|\bat\b|\bon\b)*$/i.test(rest)) return undefined;
  const named = time.zone ?? found.find((moment) => moment.kind === 'zone')?.zone;
  const minutes = Math.floor(time.minutes);
  const wall = {
    year: day.year ?? wallTime(now, zoneOffset(zone, now) ?? 0).year,
    month: day.month,
    day: day.day,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  };
  return timeOf(wall, named?.name ?? zone);
}

/**
 * Reads a time as people write one: `now`, `14:05` (the last one), `yesterday 14:05`, `2 hours ago`, `in 2 hours`,
 * `2026-03-03 14:05`, with or without a zone (`+08:00`, `UTC`, `Europe/Berlin`); `现在`, `20分钟前`, `昨天14:05`, in either script; a day and a
 * time in words.
 * @returns Milliseconds since 1970; `undefined` for what is no time.
 */
export function readMoment(
  input: string,
  { now, zone }: { readonly now: number; readonly zone: string },
): number | undefined {
  const text = fold(input).trim();
  if (/^(?:now|现在|刚才)$/i.test(text)) return now;
  const before = ago.exec(text);
  if (before) return now - Number(before[1]) * unitMs(before[2] ?? '');
  const after = ahead.exec(text);
  if (after) return now + Number(after[1]) * unitMs(after[2] ?? '');
  const daily = clock.exec(text);
  if (daily) {
    const wall = { ...wallTime(now, zoneOffset(zone, now) ?? 0), hour: Number(daily[2]), minute: Number(daily[3]) };
    const at = timeOf(wall, zone);
    if (at === undefined) return undefined;
    const isYesterday = /^(?:yesterday|昨天)$/i.test(daily[1] ?? '');
    return isYesterday || (!daily[1] && at > now) ? at - dayMs : at;
  }
  const match = absolute.exec(text);
  if (!match) return readWritten(text, now, zone);
  const [, year, month, day, hour, minute, named] = match;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  };
  return timeOf(wall, named ?? zone);
}
