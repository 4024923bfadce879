import { timeClaims } from '../document/claims.js';
import type { Moment } from '../document/clock.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { rowHead, timelines } from '../document/timeline.js';
import {
  placedRows,
  rowText,
  type SayingSource,
  saidInRow,
  sayingRows,
  type TimelineFact,
} from '../document/timeline-words.js';
import { offsetAt, type Zone, zoneOf } from '../document/zone.js';

export interface TimelineFacts {
  /** Milliseconds since 1970. */
  readonly facts: ReadonlyMap<TimelineFact, number>;
  /** The zone in which the timeline tells its times. */
  readonly zone: string;
}

interface Source {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly moments: readonly Moment[];
}

/** The blocks that may be rows. */
const rowsIn = (sources: readonly Source[]): readonly SayingSource[] =>
  sources.flatMap(({ block, text, moments }) => {
    const head = rowHead(text, moments);
    return head ? [{ block, head, says: saidInRow(rowText(block, text)) }] : [];
  });

/** The day that the clocks of a zone show. */
function dayIn(zone: Zone, at: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(at + (offsetAt(zone, at) ?? 0) * 60_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * Reads from the team's timeline when the incident began, was noticed, told to customers, repaired and over. Only what a
 * row says clearly, and only in an order that can be: what contradicts the beginning is left out.
 * @param zone The zone of times that name none: an IANA name, `UTC` or an offset.
 * @param began When it began, where front matter says so: it also gives the day of times without one.
 */
export function timelineFacts(postmortem: Postmortem, zone: string, began: number | undefined): TimelineFacts {
  const sources = postmortem.blocks.flatMap((block): Source[] => {
    const { text } = block.block.full;
    const { moments } = timeClaims(text);
    return moments.length > 0 ? [{ block, text, moments }] : [];
  });
  const inTimeline = sources.filter(({ block }) => block.section?.isTimeline);
  const own = inTimeline.length > 0 ? inTimeline : sources;
  const where = own.flatMap(({ moments }) => moments).find((moment) => moment.kind === 'zone')?.zone ?? zoneOf(zone);
  const rows = [...timelines(rowsIn(own))].flatMap((each) =>
    placedRows(each, began === undefined ? undefined : dayIn(where, began), where),
  );
  const told = sayingRows(rows.sort((a, b) => a.at - b.at));
  const facts = new Map([...told].map(([fact, { at }]) => [fact, at] as const));
  const start = began ?? facts.get('began');
  for (const [fact, at] of facts)
    if (start !== undefined && fact !== 'began' && (at < start || (fact === 'ended' && at === start)))
      facts.delete(fact);
  // What was replaced before anybody noticed is no repair.
  if ((facts.get('repaired') ?? 0) < (facts.get('detected') ?? 0)) facts.delete('repaired');
  return { facts, zone: where.name };
}
