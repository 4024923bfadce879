import { type Action, actionsOf } from '../document/actions.js';
import { type TimeClaims, timeClaims } from '../document/claims.js';
import { type Incident, incidentOf } from '../document/incident.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { sourceSpan } from '../document/prose.js';
import type { Span } from '../finding.js';
import type { DocumentContext } from './rule.js';
import { ToldZones } from './told-zone.js';

/** A block that says something about time. */
export interface TimedBlock extends TimeClaims {
  readonly block: PlacedBlock;
  /** What its readers see. */
  readonly text: string;
}

/** What document rules share about a document; made once a check, from facts remembered by block. */
export interface DocumentFacts {
  readonly incident: Incident;
  /** The blocks with a time, a day, a zone or a duration in them, in their order. */
  readonly timed: readonly TimedBlock[];
  /** The rows of its action tables. */
  readonly actions: readonly Action[];
  /** The zones of the times that name none. */
  readonly zones: ToldZones;
}

/** The facts of a document. */
export function documentFacts(postmortem: Postmortem, context: DocumentContext): DocumentFacts {
  return context.once('document-facts', () => {
    const timed = context
      .facts('time', ({ text }) => {
        const claims = timeClaims(text);
        return claims.moments.length + claims.durations.length > 0 ? { text, ...claims } : undefined;
      })
      .map(({ block, value }): TimedBlock => ({ block, ...value }));
    const incident = incidentOf(postmortem.frontMatter);
    return {
      incident,
      timed,
      zones: new ToldZones({ incident, timed }),
      actions: [...actionsOf(postmortem, timed)],
    };
  });
}

/** The place in the document of a part of a block's text. */
export function placeIn({ block, chunk, audience }: PlacedBlock, { start, end }: Span): Span {
  const at = sourceSpan(audience === 'customer' ? block.prose : block.full, start, end);
  return { start: chunk.offset + at.start, end: chunk.offset + at.end };
}

/**
 * Whether the text is a few sentences rather than a document: no front matter, no heading, at most two blocks. What a
 * document must say is not asked of it.
 */
export const isFragment = ({ frontMatter, sections, blocks }: Postmortem): boolean =>
  frontMatter.at === undefined && sections.length === 0 && blocks.length <= 2;
