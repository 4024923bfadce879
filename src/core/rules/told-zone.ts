import type { ClockTime, Moment, ZoneMention } from '../document/clock.js';
import type { Section } from '../document/postmortem.js';
import type { Zone } from '../document/zone.js';
import type { DocumentFacts, TimedBlock } from './document-facts.js';

/** The zone that stands behind a time a few words on, or right before it: "04:40 local time (UTC+1)", "UTC 10:00". */
export function zoneBeside(text: string, time: ClockTime, moments: readonly Moment[]): Zone | undefined {
  // "Local time" waits for the zone that says whose.
  if (time.zone && !/local|当地/i.test(time.zone.name)) return time.zone;
  const zones = moments.filter((moment): moment is ZoneMention => moment.kind === 'zone');
  const isFree = (from: number, to: number, allowed: RegExp): boolean =>
    to >= from && allowed.test(text.slice(from, to)) && !/\d:\d/.test(text.slice(from, to));
  return (
    zones.find(({ end }) => isFree(end, time.start, /^\s?(?:time|时间|時間)?\s?$/i))?.zone ??
    zones.find(({ start }) =>
      isFree(time.end, start, /^\s?(?:local time|当地时间|當地時間)?[^,.;，。；]{0,20}[(（]\s?$/i),
    )?.zone
  );
}

/** The zones in which a document tells the times that name none. */
export class ToldZones {
  readonly #bySection = new Map<Section, Zone>();
  readonly #byTable = new Map<string, Zone>();
  readonly #byAudience = new Map<string, Zone | undefined>();
  readonly #own: Zone | undefined;

  constructor({ incident, timed }: Pick<DocumentFacts, 'incident' | 'timed'>) {
    this.#own = incident.zone;
    const counts = new Map<string, Map<number, { zone: Zone; count: number }>>();
    for (const { block, moments } of timed) {
      for (const moment of moments) {
        if (moment.kind === 'date' || !moment.zone) continue;
        const { zone } = moment;
        if (moment.kind === 'zone') {
          const { section } = block;
          if (section && (block.block.kind === 'heading' || !this.#bySection.has(section)))
            this.#bySection.set(section, zone);
          const table = tableOf(block);
          if (table && !this.#byTable.has(table)) this.#byTable.set(table, zone);
        }
        if (zone.offset === undefined) continue;
        const of = counts.get(block.audience) ?? new Map();
        counts.set(block.audience, of);
        of.set(zone.offset, { zone, count: (of.get(zone.offset)?.count ?? 0) + 1 });
      }
    }
    for (const [audience, of] of counts) {
      const ranked = [...of.values()].sort((a, b) => b.count - a.count);
      const all = ranked.reduce((sum, { count }) => sum + count, 0);
      const [most] = ranked;
      if (most && most.count >= 0.6 * all) this.#byAudience.set(audience, most.zone);
    }
  }

  /** The zone of a time: its own, that of its table or heading, or the one that its readers are told times in. */
  of({ block, text, moments }: TimedBlock, time: ClockTime): Zone | undefined {
    const beside = zoneBeside(text, time, moments);
    if (beside) return beside;
    const table = tableOf(block);
    if (table && this.#byTable.has(table)) return this.#byTable.get(table);
    for (let at = block.section; at; at = at.parent) {
      const zone = this.#bySection.get(at);
      if (zone) return zone;
    }
    return this.#byAudience.get(block.audience) ?? this.#own;
  }
}

const tableOf = ({ block, chunk }: TimedBlock['block']): string | undefined =>
  block.kind === 'cell' ? `${chunk.offset} ${block.top}` : undefined;
