import type { Span } from '../finding.js';
import { type CalendarDay, type ClockTime, readMoment } from './clock.js';
import type { FrontMatter, FrontMatterValues } from './front-matter.js';
import { momentKeys } from './written-moment.js';
import { offsetAt, type Zone, zoneOf } from './zone.js';

/** A moment that front matter names, or a row of the timeline. */
export interface IncidentMoment {
  readonly key: MomentKey;
  readonly at: Span;
  /** The key and the value as written: “started”, “4 March, 9:12 CET”. */
  readonly name: string;
  readonly text: string;
  readonly day: CalendarDay;
  readonly time: ClockTime | undefined;
  /** Whether it is read from the timeline. */
  readonly isRow?: boolean;
  /** Milliseconds since 1970; a day without a time counts from its midnight. */
  readonly instant: number;
}

/** What front matter says about when the incident was. */
export interface Incident {
  readonly moments: ReadonlyMap<MomentKey, IncidentMoment>;
  /** The zone of times that name none. */
  readonly zone: Zone | undefined;
}

export type MomentKey = (typeof momentKeys)[number] & keyof FrontMatterValues;

/** Milliseconds since 1970 of a day and a time; in UTC where the zone is not known, which is right for differences. */
export function instantOf(day: CalendarDay, time: ClockTime | undefined, zone: Zone | undefined): number {
  const local = Date.UTC(day.year ?? 1970, day.month - 1, day.day) + (time?.minutes ?? 0) * 60_000;
  const own = time?.zone ?? zone;
  return local - (own ? (offsetAt(own, local) ?? 0) : 0) * 60_000;
}

/** Reads the moments of front matter. What cannot be read is left out. */
export function incidentOf({ values, places, written, at: whole }: FrontMatter): Incident {
  const zone = values.timezone ? zoneOf(values.timezone) : undefined;
  const moments = new Map<MomentKey, IncidentMoment>();
  for (const key of momentKeys) {
    const text = values[key];
    const read = text ? readMoment(text) : undefined;
    const at = places.get(key) ?? whole;
    if (!text || !read || !at || read.day.year === undefined) continue;
    const { name, text: own } = written.get(key) ?? { name: key, text };
    moments.set(key, { key, at, name, text: own, ...read, instant: instantOf(read.day, read.time, zone) });
  }
  return { moments, zone };
}

/** Minutes between two moments of front matter that both have a time; `undefined` otherwise. */
export function minutesBetween(incident: Incident, from: MomentKey, to: MomentKey): number | undefined {
  const first = incident.moments.get(from);
  const last = incident.moments.get(to);
  return first?.time && last?.time ? (last.instant - first.instant) / 60_000 : undefined;
}
