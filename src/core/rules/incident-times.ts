import type { CalendarDay } from '../document/clock.js';
import type { PlacedBlock } from '../document/postmortem.js';
import type { Span } from '../finding.js';
import { type DocumentFacts, namedDates, type TimedBlock, timeFacts } from './document-facts.js';
import type { DocumentContext, Fact } from './rule.js';
import type { Said } from './said.js';

/** How many times, days and lengths of time a block tells of the incident. */
export interface Timed {
  readonly days: number;
  readonly times: number;
  readonly stretches: number;
  readonly durations: number;
}

/** The times that a block tells customers, with their places. */
function timesIn({ block, moments, stretches, durations }: TimedBlock) {
  if (block.audience !== 'customer') return undefined;
  return {
    days: moments.filter(({ kind }) => kind === 'date').length,
    times: moments.filter(({ kind }) => kind === 'time').map(({ start, end }): Span => ({ start, end })),
    lengths: durations.map(({ start, end }): Span => ({ start, end })),
    stretches: stretches.length,
  };
}

/** The times that tell of the incident, by block; when somebody came to know of it is none of them. */
export function timedIn(context: DocumentContext, said: readonly Fact<Said>[]): ReadonlyMap<PlacedBlock, Timed> {
  const asides = new Map(said.flatMap(({ block, value }) => (value.asides ? [[block, value.asides] as const] : [])));
  const outside =
    (spans: readonly Span[] = []) =>
    (at: Span): boolean =>
      !spans.some(({ start, end }) => at.start >= start && at.end <= end);
  return new Map(
    timeFacts(context, 'times-said', timesIn).map(({ block, value: { days, times, lengths, stretches } }) => {
      const aside = asides.get(block);
      return [
        block,
        {
          days,
          stretches,
          durations: lengths.filter(outside(aside?.lengths)).length,
          times: times.filter(outside(aside?.times)).length,
        },
      ];
    }),
  );
}

/** The last day that front matter names of the incident, else the first that customers are told. */
export const lastDayOf = ({ incident }: DocumentFacts, context: DocumentContext): CalendarDay | undefined =>
  (['resolved', 'mitigated', 'began'] as const).flatMap((key) => incident.moments.get(key)?.day ?? [])[0] ??
  namedDates(context).find(({ block }) => block.audience === 'customer')?.value[0];
