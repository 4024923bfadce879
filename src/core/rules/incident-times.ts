import type { PlacedBlock } from '../document/postmortem.js';
import type { Span } from '../finding.js';
import type { DocumentFacts } from './document-facts.js';
import type { Fact } from './rule.js';
import type { Said } from './said.js';

/** How many times, days and lengths of time a block tells of the incident. */
export interface Timed {
  readonly days: number;
  readonly times: number;
  readonly stretches: number;
  readonly durations: number;
}

/** The times that tell of the incident, by block; when somebody came to know of it is none of them. */
export function timedIn({ timed }: DocumentFacts, said: readonly Fact<Said>[]): ReadonlyMap<PlacedBlock, Timed> {
  const asides = new Map(said.flatMap(({ block, value }) => (value.asides ? [[block, value.asides] as const] : [])));
  const outside =
    (spans: readonly Span[] = []) =>
    (at: Span): boolean =>
      !spans.some(({ start, end }) => at.start >= start && at.end <= end);
  return new Map(
    timed
      .filter(({ block }) => block.audience === 'customer')
      .map(({ block, moments, stretches, durations }) => {
        const aside = asides.get(block);
        const own = moments.filter(outside(aside?.times));
        return [
          block,
          {
            durations: durations.filter(outside(aside?.lengths)).length,
            days: moments.filter(({ kind }) => kind === 'date').length,
            times: own.filter(({ kind }) => kind === 'time').length,
            stretches: stretches.length,
          },
        ];
      }),
  );
}

/** The last day that front matter names of the incident, else the first that customers are told. */
export const lastDayOf = ({ incident, timed }: DocumentFacts) =>
  (['resolved', 'mitigated', 'began'] as const).flatMap((key) => incident.moments.get(key)?.day ?? [])[0] ??
  timed
    .filter(({ block }) => block.audience === 'customer')
    .flatMap(({ moments }) => moments)
    .find((moment) => moment.kind === 'date');
