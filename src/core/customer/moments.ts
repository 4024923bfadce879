import type { FrontMatterValues } from '../document/front-matter.js';
import { offsetAt, zoneOf } from '../document/zone.js';
import type { Language } from '../finding.js';
import { languageOfWriting, type Writing } from '../language/writing.js';

/** The times that the picture of an incident shows, in the order in which they should come. */
export const momentKinds = ['began', 'detected', 'notified', 'mitigated', 'resolved', 'next-update'] as const;
export type MomentKind = (typeof momentKinds)[number];

/** A point in time as front matter gives it. */
export interface Moment {
  readonly kind: MomentKind;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** Whether only a date was given. */
  readonly dateOnly: boolean;
}

/** The times of an incident and the zone in which they are told. */
export interface IncidentTimes {
  readonly moments: readonly Moment[];
  /** An IANA name that this machine knows, or `undefined`. */
  readonly zone: string | undefined;
  readonly language: Language;
  /** What the words of the times are written in. */
  readonly writing: Writing;
}

const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: *(Z|UTC|[+-]\d{2}:?\d{2}))?)?$/i;

/** A zone's name when this machine knows it. */
function knownZone(name: string | undefined): string | undefined {
  if (!name) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name.trim() }).resolvedOptions().timeZone
      ? name.trim()
      : undefined;
  } catch {
    return undefined;
  }
}

/** How far a zone's clocks are from UTC at `time`, in milliseconds. */
const zoneOffset = (zone: string, time: number): number => (offsetAt(zoneOf(zone), time) ?? 0) * 60_000;

/** Reads a time such as “2025-10-14 09:42”, “2025-10-14T07:42Z” or “2025-10-14”. */
function readMoment(kind: MomentKind, written: string, zone: string | undefined): Moment | undefined {
  const match = pattern.exec(written.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, offset] = match;
  const fields = [year, month, day, hour ?? 0, minute ?? 0, second ?? 0].map(Number);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = fields;
  const wall = Date.UTC(y, m - 1, d, h, min, s);
  const read = new Date(wall);
  if (read.getUTCMonth() !== m - 1 || read.getUTCDate() !== d || h > 23 || min > 59 || s > 59) return undefined;
  const dateOnly = hour === undefined;
  if (offset) {
    const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
    const minutes = digits ? (digits[1] === '-' ? -1 : 1) * (Number(digits[2]) * 60 + Number(digits[3])) : 0;
    return { kind, time: wall - minutes * 60_000, dateOnly };
  }
  if (!zone) return { kind, time: wall, dateOnly };
  // Twice, so that a time near a change of the clocks is read with the offset that holds at it.
  const first = wall - zoneOffset(zone, wall);
  return { kind, time: wall - zoneOffset(zone, first), dateOnly };
}

/** Times by the front matter that they were read from, which stays the same object while it is not edited. */
const known = new WeakMap<FrontMatterValues, IncidentTimes>();

/** Reads the times of the incident from front matter; what is missing or no time is left out. */
export function readTimes(values: FrontMatterValues, writing: Writing): IncidentTimes {
  const read = known.get(values);
  if (read?.writing === writing) return read;
  const zone = knownZone(values.timezone);
  const moments = momentKinds.flatMap((kind) => {
    const moment = readMoment(kind, values[kind] ?? '', zone);
    return moment ? [moment] : [];
  });
  const times = { moments, zone, language: languageOfWriting(writing), writing };
  known.set(values, times);
  return times;
}

/** Times of the clocks of the incident's zone, as if they were UTC. */
const wallTime = (time: number, zone: string | undefined): Date =>
  new Date(zone ? time + zoneOffset(zone, time) : time);

const two = (value: number): string => String(value).padStart(2, '0');
const months = 'January February March April May June July August September October November December'.split(' ');

/** A date in words: “14 October 2025”, “2025 年 10 月 14 日”. */
export function dateText(time: number, { zone, language }: Pick<IncidentTimes, 'zone' | 'language'>): string {
  const at = wallTime(time, zone);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  return language === 'zh' ? `${year} 年 ${month + 1} 月 ${day} 日` : `${day} ${months[month] ?? ''} ${year}`;
}

/** A time of day: “09:42”. */
export function clockText(time: number, zone: string | undefined): string {
  const at = wallTime(time, zone);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京时间',
  'Asia/Chongqing': '北京时间',
  'Asia/Hong_Kong': '香港时间',
  'Asia/Taipei': '台北时间',
  'Asia/Macau': '澳门时间',
  'Asia/Singapore': '新加坡时间',
  'Asia/Tokyo': '东京时间',
};

/** The zone in words of the document's language; empty when there is none. */
export function zoneText({ zone, language }: Pick<IncidentTimes, 'zone' | 'language'>): string {
  if (!zone) return '';
  if (/^(?:Etc\/)?(?:UTC|GMT|Z|Zulu|Universal)$/i.test(zone)) return 'UTC';
  if (language === 'zh') return zoneNames[zone] ?? zone;
  const city = /^[A-Z]\w+\/(?:.*\/)?([A-Za-z_-]+)$/.exec(zone)?.[1]?.replaceAll('_', ' ');
  return zone === 'Asia/Shanghai' ? 'Beijing time' : city && !zone.startsWith('Etc/') ? `${city} time` : zone;
}

/** A length of time: “1 hour 56 minutes”, “1 小时 56 分钟”. */
export function durationText(milliseconds: number, language: Language): string {
  const minutes = Math.round(milliseconds / 60_000);
  const parts: [number, string, string][] = [
    [Math.floor(minutes / 1440), 'day', '天'],
    [Math.floor((minutes % 1440) / 60), 'hour', '小时'],
    [minutes % 60, 'minute', '分钟'],
  ];
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  if (said.length === 0) said.push([0, 'minute', '分钟']);
  return said
    .map(([count, en, zh]) => (language === 'zh' ? `${count} ${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`))
    .join(' ');
}
