import { type CalendarDay, type ClockTime, type Moment, readMoments } from '../document/clock.js';
import { incidentOf, instantOf } from '../document/incident.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { zoneOf } from '../document/zone.js';

/** A time that the message to customers says, with its day. */
export interface TextTime {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The words around it. */
  readonly said: string;
}

/** So much of a sentence tells one time from another, in UTF-16 units to either side. */
const around = 24;

/** A time of the customer part with the day that it is of. */
export interface PlacedTime {
  readonly block: PlacedBlock;
  readonly moment: ClockTime;
  /** All moments of its block. */
  readonly moments: readonly Moment[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The times in the customer part, each with the day that stands nearest before it, else right behind it, else the last one
 * said. A time without any day is left out: a guess would look like a fact.
 * @param zone Of times that name none.
 */
export function* placedTimes(postmortem: Postmortem, zone: string): Generator<PlacedTime> {
  const began = incidentOf(postmortem.frontMatter).moments.get('began')?.day;
  let day: CalendarDay | undefined = began;
  for (const placed of postmortem.blocks) {
    if (placed.audience !== 'customer') continue;
    const { text } = placed.block.prose;
    const moments = readMoments(text);
    for (const [index, moment] of moments.entries()) {
      if (moment.kind === 'date') day = { ...moment, year: moment.year ?? day?.year ?? began?.year };
      if (moment.kind !== 'time') continue;
      const behind = moments.slice(index + 1).find(({ kind }) => kind !== 'zone');
      // "at 14:05 UTC on 3 March 2026"
      const isBehind =
        behind?.kind === 'date' && /^[^.。,，;；]{0,20}\bon\s+$/i.test(text.slice(moment.end, behind.start));
      const own = isBehind ? { ...behind, year: behind.year ?? day?.year ?? began?.year } : day;
      if (own?.year === undefined) continue;
      const at = instantOf(own, moment, moment.zone ?? zoneOf(zone));
      yield { block: placed, moment, moments, at };
    }
  }
}

/**
 * The times in the customer part, for front matter that was left empty.
 * @param zone Of times that name none.
 */
export function textTimes(postmortem: Postmortem, zone: string): readonly TextTime[] {
  const found = new Map<number, TextTime>();
  for (const { block, moment, at } of placedTimes(postmortem, zone)) {
    const { text } = block.block.prose;
    const said = text
      .slice(Math.max(0, moment.start - around), Math.min(text.length, moment.end + around))
      .replace(/\s+/g, ' ')
      .trim();
    if (!found.has(at)) found.set(at, { at, said });
  }
  return [...found.values()];
}
