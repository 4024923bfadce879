import type { CalendarDay } from '../../document/clock.js';
import type { IncidentMoment, MomentKey } from '../../document/incident.js';
import type { PlacedBlock, Postmortem } from '../../document/postmortem.js';
import { timelines } from '../../document/timeline.js';
import { isInTimeline, type PlacedRow, placedRows, rowText, sayingRows } from '../../document/timeline-words.js';
import { offsetAt } from '../../document/zone.js';
import { type DocumentFacts, documentFacts, placeIn, type TimedBlock } from '../document-facts.js';
import { explanationOf } from '../explanation.js';
import type { BlockText, DocumentContext } from '../rule.js';
import { near } from './common.js';
import { saysFirstNotice } from './notice-words.js';

/** The facts of a document, with what its timeline adds to front matter. */
export interface KnownFacts extends DocumentFacts {
  /** Whether a block's sentences are about the whole incident, rather than a step of it. */
  isOverall(block: PlacedBlock): boolean;
  /** Whether a block stands in the section that says what happened. */
  acknowledges(block: PlacedBlock): boolean;
  /** The days on which the timeline and front matter place the incident; none where neither does. */
  readonly days: readonly CalendarDay[];
}

const overall: ReadonlySet<string> = new Set(['acknowledgement', 'summary', 'impact', 'customer-part']);

/** Each member is worked out when it is first read, so that who reads one of them does not hang on the others. */
export function knownFacts(postmortem: Postmortem, context: DocumentContext): KnownFacts {
  const facts = documentFacts(postmortem, context);
  const acknowledges = ({ section }: PlacedBlock): boolean =>
    section !== undefined &&
    (section.kind === 'acknowledgement' || section === explanationOf(postmortem, context)?.section('acknowledgement'));
  const isOverall = (block: PlacedBlock): boolean => {
    const { section } = block;
    if (section === undefined || section.depth === 1) return true;
    return (section.kind !== undefined && overall.has(section.kind)) || acknowledges(block);
  };
  const rows = () => context.once('timeline-rows', () => (postmortem.hasCustomerPart ? rowsOf(facts, context) : []));
  const incident = () =>
    context.once('known-incident', () => {
      const moments = new Map(facts.incident.moments);
      for (const moment of fromTimeline(rows(), facts, isOverall)) moments.set(moment.key, moment);
      return { ...facts.incident, moments };
    });
  return {
    get incident() {
      return incident();
    },
    get timed() {
      return facts.timed;
    },
    get zones() {
      return facts.zones;
    },
    get tables() {
      return facts.tables;
    },
    get actions() {
      return facts.actions;
    },
    get days() {
      const named = [...facts.incident.moments].flatMap(([key, { day }]) => (key === 'next-update' ? [] : [day]));
      return [...named, ...rows().map(({ day }) => day)];
    },
    isOverall,
    acknowledges,
  };
}

/** The lines of what may be rows: a row says with all its words what happened, not with its time alone. */
const lineIn = (block: BlockText): string | undefined =>
  isInTimeline(block.section) &&
  /^[^\p{L}\d]*(?:\p{L}{2,9}[\s,]+)?\d/u.test(block.text) &&
  /\d\s*(?:[:：h.]\s*\d|[时時点點]|[ap]\.?m)/i.test(block.text)
    ? rowText({ block, text: block.text, moments: [] })
    : undefined;

const isDay = (moment: { readonly kind: string }): moment is CalendarDay => moment.kind === 'date';

/** The rows of the one timeline, each with its day; none where there are several timelines or no day is named. */
function rowsOf({ incident, timed }: DocumentFacts, context: DocumentContext): PlacedRow<TimedBlock>[] {
  // Noted as read: `placedRows` reads the lines themselves.
  context.facts('timeline-lines', lineIn);
  const own = timed.filter(({ block }) => isInTimeline(block.section));
  const found = [...timelines(own)];
  const [rows] = found;
  if (!rows || found.length > 1) return [];
  const began = incident.moments.get('began')?.day;
  const written = [...own, ...timed].flatMap(({ moments }) => moments.filter(isDay));
  const year = began?.year ?? written.find((day) => day.year !== undefined)?.year ?? 2024;
  const day = began ?? own.flatMap(({ moments }) => moments.filter(isDay))[0] ?? written[0];
  return placedRows(rows, day && { year: day.year ?? year, month: day.month, day: day.day }, { name: '', offset: 0 });
}

/** What the rows of the timeline say that front matter does not. */
function* fromTimeline(
  rows: readonly PlacedRow<TimedBlock>[],
  { incident, timed, zones }: DocumentFacts,
  isOverall: (block: PlacedBlock) => boolean,
): Generator<IncidentMoment> {
  if (rows.length === 0) return;
  const { moments } = incident;
  const take = function* (key: MomentKey, row: PlacedRow<TimedBlock> | undefined): Generator<IncidentMoment> {
    if (!row || moments.has(key)) return;
    const { source, time } = row.row;
    const zone = zones.of(source, time);
    const text = source.text.slice(time.start, time.end);
    const instant = row.at - (zone ? (offsetAt(zone, row.at) ?? 0) : 0) * 60_000;
    yield {
      key,
      at: placeIn(source.block, time),
      name: key,
      text,
      isRow: true,
      day: row.day,
      time: { ...time, zone: zone },
      instant,
    };
  };
  const told = sayingRows(rows);
  const stretch = timed.find((each) => each.block.audience === 'customer' && isOverall(each.block) && each.stretches[0])
    ?.stretches[0];
  const at = (minutes: number | undefined): PlacedRow<TimedBlock> | undefined =>
    minutes === undefined ? undefined : rows.find(({ row }) => near(row.time.minutes, minutes));
  // Where the text's own beginning is a row, that row is it, whatever its words.
  const began = moments.get('began') ? undefined : (at(stretch?.from.minutes) ?? told.get('began'));
  yield* take('began', began);
  const notice = rows.find(({ text }) => saysFirstNotice(text)) ?? told.get('notified');
  yield* take('notified', notice);
  // The rest is taken only where front matter says nothing of when it was: it may name what it means.
  if (moments.has('began') || !began) return;
  const detected = told.get('detected');
  if (detected && detected.at >= began.at) yield* take('detected', detected);
  const ended = at(stretch?.to.minutes) ?? told.get('ended');
  if (ended && ended.at > began.at) yield* take('resolved', ended);
}
