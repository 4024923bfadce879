import type { CalendarDay } from '../document/clock.js';
import { readMoments } from '../document/clock.js';
import { incidentOf, instantOf } from '../document/incident.js';
import type { Postmortem } from '../document/postmortem.js';
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

/**
 * The times in the customer part, for front matter that was left empty: each with the day that stands nearest before it,
 * else right behind it, else the last one said. A time without any day is left out: a guess would look like a fact.
 * @param zone Of times that name none.
 */
export function textTimes(postmortem: Postmortem, zone: string): readonly TextTime[] {
  const found = new Map<number, TextTime>();
  const began = incidentOf(postmortem.frontMatter).moments.get('began')?.day;
  let day: CalendarDay | undefined = began;
  for (const { block, audience } of postmortem.blocks) {
    if (audience !== 'customer') continue;
    const { text } = block.prose;
    const moments = readMoments(text);
    moments.forEach((moment, index) => {
      if (moment.kind === 'date') day = { ...moment, year: moment.year ?? day?.year ?? began?.year };
      if (moment.kind !== 'time') return;
      const behind = moments.slice(index + 1).find(({ kind }) => kind !== 'zone');
      // "at 14:05 UTC on 3 March 2026"
      const isBehind =
        behind?.kind === 'date' && /^[^.。,，;；]{0,20}\bon\s+$/i.test(text.slice(moment.end, behind.start));
      const own = isBehind ? { ...behind, year: behind.year ?? day?.year ?? began?.year } : day;
      if (own?.year === undefined) return;
      const at = instantOf(own, moment, moment.zone ?? zoneOf(zone));
      const said = text
        .slice(Math.max(0, moment.start - around), Math.min(text.length, moment.end + around))
        .replace(/\s+/g, ' ')
        .trim();
      if (!found.has(at)) found.set(at, { at, said });
    });
  }
  return [...found.values()];
}
