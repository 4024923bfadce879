import { readMoment } from './clock.js';
import { offsetAt } from './zone.js';

/** The keys of front matter that are points in time. */
export const momentKeys = ['began', 'detected', 'notified', 'mitigated', 'resolved', 'next-update'] as const;

export const isMomentKey = (key: string): boolean => (momentKeys as readonly string[]).includes(key);

/** What every reader of times understands as it stands. */
const plain = /^\d{4}-\d{2}-\d{2}(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A point in time as people write it, in one form: "4 March 2026, 9:12 am CET" and "2026年3月4日9点12分（北京时间）" as
 * `2026-03-04 09:12 +01:00` and `2026-03-04 09:12 +08:00`. What is none, or has no year, stays as it is.
 */
export const plainMoment = (text: string): string => (plain.test(text) ? text : normal(text));

/** Whether two texts say the same point in time, or are the same text. */
export const isSameMoment = (a: string, b: string): boolean => a === b || normal(a) === normal(b);

function normal(text: string): string {
  const read = readMoment(text);
  const year = read?.day.year;
  if (!read || year === undefined) return text;
  const { day, time } = read;
  const date = `${year}-${two(day.month)}-${two(day.day)}`;
  if (!time) return date;
  const clock = `${two(Math.floor(time.minutes / 60))}:${two(Math.floor(time.minutes % 60))}`;
  if (!time.zone) return `${date} ${clock}`;
  const local = Date.UTC(year, day.month - 1, day.day) + time.minutes * 60_000;
  const offset = offsetAt(time.zone, local);
  if (offset === undefined) return `${date} ${clock} ${time.zone.name}`;
  const size = Math.abs(offset);
  return `${date} ${clock} ${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
