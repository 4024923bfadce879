import type { ClockTime, Moment, ZoneMention } from '../document/clock.js';
import type { PlacedBlock, Section } from '../document/postmortem.js';
import type { Zone } from '../document/zone.js';
import type { Fact } from './rule.js';

/** "Expressed in UTC, it ran from 18:30 to 22:10": a zone that its sentence alone is told in. */
const converted =
  /(?:\b(?:expressed|put|given|told|translated|converted|stated|counted|written|reckoned|measured|that is|i\.e\.,?) (?:in|into|to) |(?:^|[.!?:;(–—] ?|, ?)in |(?:换算|折合|折算|换成)[成为到作]?|(?:按|以|用))$/i;

const sentenceEnd = /[。！？!?；;]|\.(?=\s+[^a-z]|\s*$)/;

/** Whether a zone is that of the times behind it in its sentence, and of no others. */
function isConverted(text: string, { start, end }: ZoneMention, moments: readonly Moment[]): boolean {
  if (!converted.test(text.slice(Math.max(0, start - 16), start))) return false;
  const next = moments.find((moment) => moment.kind === 'time' && moment.start >= end);
  return next !== undefined && !sentenceEnd.test(text.slice(end, next.start));
}

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
    )?.zone ??
    zones.findLast(
      (zone) =>
        zone.end <= time.start &&
        isConverted(text, zone, moments) &&
        !sentenceEnd.test(text.slice(zone.end, time.start)),
    )?.zone
  );
}

/** A zone that a block names, by itself or with a time. */
export type NamedZone = Pick<ZoneMention, 'zone'> & { readonly kind: 'time' | 'zone' };

/** The zones that are named among the moments of a block; `undefined` where none is. */
export function namedZones(text: string, moments: readonly Moment[]): readonly NamedZone[] | undefined {
  const named = moments.flatMap((moment) =>
    moment.kind !== 'date' && moment.zone && !(moment.kind === 'zone' && isConverted(text, moment, moments))
      ? [{ kind: moment.kind, zone: moment.zone }]
      : [],
  );
  return named.length > 0 ? named : undefined;
}

/** The zones in which a document tells the times that name none. */
export class ToldZones {
  readonly #bySection = new Map<Section, Zone>();
  readonly #byTable = new Map<string, Zone>();
  readonly #byAudience = new Map<string, Zone | undefined>();
  readonly #own: Zone | undefined;

  /** @param own The zone of front matter. */
  constructor(own: Zone | undefined, named: readonly Fact<readonly NamedZone[]>[]) {
    this.#own = own;
    const counts = new Map<string, Map<number, { zone: Zone; count: number }>>();
    for (const { block, value } of named) {
      // "Timeline (Taipei time; Tokyo time is an hour later)": the first that a heading names is meant.
      const inHeading = block.block.kind === 'heading' ? value.find(({ kind }) => kind === 'zone') : undefined;
      for (const each of value) {
        const { kind, zone } = each;
        if (kind === 'zone') {
          const { section } = block;
          if (section && (each === inHeading || !this.#bySection.has(section))) this.#bySection.set(section, zone);
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

  /**
   * The zone of a time: its own, that of its table or heading, or the one that its readers are told times in.
   * @param beside What stands beside it, see `zoneBeside`.
   */
  of(block: PlacedBlock, beside: Zone | undefined): Zone | undefined {
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

const tableOf = ({ block, chunk }: PlacedBlock): string | undefined =>
  block.kind === 'cell' ? `${chunk.offset} ${block.top}` : undefined;
