import { type Action, actionsOf, type Cell, tables } from '../document/actions.js';
import { type TimeClaims, timeClaims } from '../document/claims.js';
import type { CalendarDay, Moment } from '../document/clock.js';
import { type Incident, incidentOf } from '../document/incident.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { sourceSpan } from '../document/prose.js';
import type { Span } from '../finding.js';
import type { BlockText, DocumentContext, Fact, FactReader } from './rule.js';
import { namedZones, ToldZones } from './told-zone.js';

const isDay = (moment: Moment): moment is CalendarDay => moment.kind === 'date';

/** A block that says something about time. */
export interface TimedBlock extends TimeClaims {
  readonly block: PlacedBlock;
  /** What its readers see. */
  readonly text: string;
}

/** What document rules share about a document; made when first asked in a check, from facts remembered by block. */
export interface DocumentFacts {
  readonly incident: Incident;
  /** The rows of its action tables. */
  readonly actions: readonly Action[];
  /** Its tables row by row, the head first, with what the cells say. */
  readonly tables: readonly (readonly (readonly { readonly cell: PlacedBlock; readonly text: string }[])[])[];
  /** The zones of the times that name none. */
  readonly zones: ToldZones;
}

/** The facts of a document. */
export function documentFacts(postmortem: Postmortem, context: DocumentContext): DocumentFacts {
  return context.once('document-facts', () => {
    const incident = incidentOf(postmortem.frontMatter);
    return {
      incident,
      get zones() {
        return context.once(
          'zones',
          () =>
            new ToldZones(
              incident.zone,
              timeFacts(context, 'named-zones', ({ text, moments }) => namedZones(text, moments)),
            ),
        );
      },
      get tables() {
        return context.once('tables', () => {
          const cells = cellsIn(context);
          if (cells.size === 0) return [];
          return [...tables(postmortem)].map((rows) =>
            rows.map((row) => row.map((cell) => ({ cell, text: cells.get(cell)?.text ?? '' }))),
          );
        });
      },
      get actions() {
        return context.once('actions', () => [...actionsOf(postmortem, cellsIn(context), cellDays(context))]);
      },
    };
  });
}

const time: FactReader<Omit<TimedBlock, 'block'>> = {
  key: 'time',
  read: ({ text }) => {
    const claims = timeClaims(text);
    return claims.moments.length + claims.durations.length > 0 ? { text, ...claims } : undefined;
  },
};

/**
 * What the blocks with a time, a day, a zone or a duration in them say of one matter, in their order.
 * @param read Depends on the words of the block, its readers, its kind and the kind of its section alone. What it gives holds
 *   the words that are quoted, and not all of the block's: who asks is asked again only when that changes.
 */
export const timeFacts = <Value>(
  context: DocumentContext,
  key: string,
  read: (timed: TimedBlock) => Value | undefined,
): readonly Fact<Value>[] =>
  context.factsFrom(time, key, ({ text, moments, durations, stretches, lengths }, block) =>
    read({ block, text, moments, durations, stretches, lengths }),
  );

/** The days that the blocks name. */
export const namedDates = (context: DocumentContext): readonly Fact<readonly CalendarDay[]>[] =>
  timeFacts(context, 'named-dates', ({ moments }) => {
    const days = moments.filter(isDay);
    return days.length > 0 ? days : undefined;
  });

const cellIn = ({ block, text }: BlockText): Cell | undefined =>
  block.kind === 'cell' ? { text, hasAsides: block.prose.asides.length > 0 } : undefined;

const cellsIn = (context: DocumentContext): ReadonlyMap<PlacedBlock, Cell> =>
  new Map(context.facts('cells', cellIn).map(({ block, value }) => [block, value]));

/** The first day that each cell names. */
const cellDays = (context: DocumentContext): ReadonlyMap<PlacedBlock, CalendarDay> =>
  new Map(
    timeFacts(context, 'cell-days', ({ block, moments }) =>
      block.block.kind === 'cell' ? moments.find(isDay) : undefined,
    ).map(({ block, value }) => [block, value]),
  );

/** The place in the document of a part of a block's text. */
export function placeIn({ block, chunk, audience }: PlacedBlock, { start, end }: Span): Span {
  const at = sourceSpan(audience === 'customer' ? block.prose : block.full, start, end);
  return { start: chunk.offset + at.start, end: chunk.offset + at.end };
}

/**
 * Whether the text is a few sentences rather than a document: no front matter, no heading, at most two blocks. What a
 * document must say is not asked of it.
 */
export const isFragment = (postmortem: Postmortem): boolean =>
  postmortem.frontMatter.at === undefined && postmortem.sections.length === 0 && postmortem.blocks.length <= 2;
