import type { Stretch } from '../../document/claims.js';
import { type CalendarDay, type ClockTime, mayShow } from '../../document/clock.js';
import type { IncidentMoment, MomentKey } from '../../document/incident.js';
import type { PlacedBlock, Postmortem } from '../../document/postmortem.js';
import { rowHead, timelines } from '../../document/timeline.js';
import {
  type PlacedRow,
  placedRows,
  rowText,
  type SayingSource,
  saidInRow,
  sayingRows,
} from '../../document/timeline-words.js';
import { offsetAt, type Zone } from '../../document/zone.js';
import {
  type DocumentFacts,
  documentFacts,
  namedDates,
  placeIn,
  type TimedBlock,
  timeFacts,
} from '../document-facts.js';
import { explanationOf } from '../explanation.js';
import type { DocumentContext, Fact } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { saysFirstNotice } from './notice-words.js';

/** The facts of a document, with what its timeline adds to front matter. */
export interface KnownFacts extends DocumentFacts {
  /** Whether a block's sentences are about the whole incident, rather than a step of it. */
  isOverall(block: PlacedBlock): boolean;
  /** Whether a block stands in the section that says what happened. */
  acknowledges(block: PlacedBlock): boolean;
  /** The days on which the timeline and front matter place the incident; none where neither does. */
  readonly days: readonly CalendarDay[];
  /** The rows of the one timeline, with their days; none where there are several timelines or no day is known. */
  readonly rows: readonly PlacedRow<Row>[];
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
      const stretch = (): ToldStretch | undefined =>
        toldStretches(context).find(({ block }) => block.audience === 'customer' && isOverall(block))?.value[0];
      const known = rows();
      if (known.length > 0) for (const moment of fromTimeline(known, facts, stretch())) moments.set(moment.key, moment);
      return { ...facts.incident, moments };
    });
  return {
    get incident() {
      return incident();
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
    get rows() {
      return rows();
    },
    isOverall,
    acknowledges,
  };
}

/** A row of the timeline. */
export interface Row extends SayingSource {
  readonly isFirstNotice: boolean;
  /** The zone that stands beside its time. */
  readonly beside: Zone | undefined;
}

/** What may be a row, with what its words say. */
function rowIn({ block, text, moments }: TimedBlock): Omit<Row, 'block'> | undefined {
  const head = rowHead(text, moments);
  if (!head) return undefined;
  const words = rowText(block, text);
  const beside = head.time && zoneBeside(text, head.time, moments);
  return { head, says: saidInRow(words), isFirstNotice: saysFirstNotice(words), beside };
}

/** A stretch of time with its words. */
export interface ToldStretch extends Stretch {
  readonly words: string;
}

/** The stretches of time that the blocks tell. */
export const toldStretches = (context: DocumentContext): readonly Fact<readonly ToldStretch[]>[] =>
  timeFacts(context, 'stretches', ({ text, stretches }) =>
    stretches.length > 0 ? stretches.map((each) => ({ ...each, words: text.slice(each.start, each.end) })) : undefined,
  );

/** The rows of the one timeline, each with its day; none where there are several timelines or no day is named. */
function rowsOf({ incident }: DocumentFacts, context: DocumentContext): readonly PlacedRow<Row>[] {
  const own = timeFacts(context, 'timeline-rows', rowIn)
    .filter(({ block }) => block.section?.isTimeline)
    .map(({ block, value }): Row => ({ block, ...value }));
  const [rows, ...others] = timelines(own);
  if (!rows || others.length > 0) return [];
  const began = incident.moments.get('began')?.day;
  const dates = namedDates(context);
  const inTimeline = dates.filter(({ block }) => block.section?.isTimeline).flatMap(({ value }) => value);
  const written = [...inTimeline, ...dates.flatMap(({ value }) => value)];
  const year = began?.year ?? written.find((day) => day.year !== undefined)?.year ?? 2024;
  const day = began ?? written[0];
  return placedRows(rows, day && { year: day.year ?? year, month: day.month, day: day.day }, { name: '', offset: 0 });
}

/** What the rows of the timeline say that front matter does not. */
function* fromTimeline(
  rows: readonly PlacedRow<Row>[],
  { incident, zones }: DocumentFacts,
  stretch: ToldStretch | undefined,
): Generator<IncidentMoment> {
  const { moments } = incident;
  const take = function* (key: MomentKey, row: PlacedRow<Row> | undefined): Generator<IncidentMoment> {
    if (!row || moments.has(key)) return;
    const { source, time } = row.row;
    const zone = zones.of(source.block, source.beside);
    const text = source.head.words;
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
  const at = (time: ClockTime | undefined): PlacedRow<Row> | undefined =>
    time && rows.find(({ row }) => mayShow(time, row.time.minutes));
  // Where the text's own beginning is a row, that row is it, whatever its words.
  const began = moments.get('began') ? undefined : (at(stretch?.from) ?? told.get('began'));
  yield* take('began', began);
  const notice = rows.find(({ row }) => row.source.isFirstNotice) ?? told.get('notified');
  yield* take('notified', notice);
  // The rest is taken only where front matter says nothing of when it was: it may name what it means.
  if (moments.has('began') || !began) return;
  const detected = told.get('detected');
  if (detected && detected.at >= began.at) yield* take('detected', detected);
  const ended = at(stretch?.to) ?? told.get('ended');
  if (ended && ended.at > began.at) yield* take('resolved', ended);
}

/** Whether a row of the timeline stands at this very time: then something did happen then, and it is no slip of another. */
export const isRowTime = (time: ClockTime, context: DocumentContext): boolean =>
  timeFacts(context, 'row-times', ({ block, text, moments }): number | undefined =>
    block.section?.isTimeline ? rowHead(text, moments)?.time?.minutes : undefined,
  ).some(({ value }) => mayShow(time, value));
