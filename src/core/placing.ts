import { Lines, lineAt } from './document/lines.js';
import type { PlacedChunk, Postmortem } from './document/postmortem.js';
import type { Finding, Position } from './finding.js';

/** A place in a chunk, in the document. */
export const placeOf = ({ line, column, offset }: Position, chunk: PlacedChunk): Position => ({
  line: chunk.line + line + 1,
  column,
  offset: chunk.offset + offset,
});

/** The same finding elsewhere. Member by member: a key moves all that stand behind it, and a spread costs several times as much. */
export function movedTo(finding: Finding, start: Position, end: Position): Finding {
  const { rule, category, severity, message, text, suggestions, url, insert } = finding;
  const moved = { rule, category, severity, message, start, end, text, suggestions, url };
  return insert === undefined ? moved : { ...moved, insert };
}

type Placed = Pick<Finding, 'start' | 'end'>;
export const comparePlaces = (a: Placed, b: Placed): number =>
  a.start.offset - b.start.offset || a.end.offset - b.end.offset;
export const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By place, then by rule. */
export const byPlace = (a: Finding, b: Finding): number => comparePlaces(a, b) || compareNames(a.rule, b.rule);

/** Line from 0, column from 1. */
export function positionFrom(starts: readonly number[], offset: number): Position {
  const line = lineAt(starts, offset);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset };
}

/** Finds places of the document by way of its chunks. */
export function positionIn({ text, chunks }: Postmortem): (offset: number) => Position {
  const offsets = chunks.map(({ offset }) => offset);
  return (offset) => {
    const placed = chunks[lineAt(offsets, offset) - 1];
    if (!placed) return new Lines(text.slice(0, chunks[0]?.offset ?? text.length)).position(offset);
    const { line, column } = positionFrom(placed.chunk.lineStarts, offset - placed.offset);
    return { line: placed.line + line + 1, column, offset };
  };
}
