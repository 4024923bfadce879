import { lineAt } from './document/lines.js';
import type { Change } from './document/outline.js';
import type { PlacedChunk, Postmortem } from './document/postmortem.js';
import type { Span } from './finding.js';
import type { Problem } from './rules/rule.js';

/** A problem with the index of its chunk and where that chunk stood; -1 where it stands in front matter. */
export interface Anchored {
  readonly problem: Problem;
  readonly chunk: number;
  readonly offset: number;
}

/** Problems with their chunks; `undefined` when one of them lies across two. */
export function anchored(problems: readonly Problem[], { chunks }: Postmortem): readonly Anchored[] | undefined {
  const starts = chunks.map(({ offset }) => offset);
  const found: Anchored[] = [];
  for (const problem of problems) {
    const chunk = lineAt(starts, problem.at.start) - 1;
    const next = starts[chunk + 1];
    if (next !== undefined && problem.at.end > next) return undefined;
    found.push({ problem, chunk, offset: starts[chunk] ?? 0 });
  }
  return found;
}

/** The same problems where their places stand now; `undefined` when one of them stands in a block that changed. */
export function movedWith(
  said: readonly Anchored[],
  change: Change,
  before: Postmortem,
  now: Postmortem,
): readonly Anchored[] | undefined {
  const moved: Anchored[] = [];
  for (const anchored of said) {
    const { problem, chunk, offset } = anchored;
    const [old, own] = [before.chunks[chunk], now.chunks[chunk]];
    const to = own?.offset ?? offset;
    const isChanged = old && own && chunk >= change.from && chunk < change.now;
    const by = isChanged ? moveInside(old, own, problem.at) : to - offset;
    if (by === undefined) return undefined;
    const at = { start: problem.at.start + by, end: problem.at.end + by };
    moved.push(by === 0 ? anchored : { problem: { ...problem, at }, chunk, offset: to });
  }
  return moved;
}

/** How far a place moved with its block in a chunk that changed elsewhere; `undefined` when the block changed too. */
function moveInside(before: PlacedChunk, now: PlacedChunk, at: Span): number | undefined {
  const [start, end] = [at.start - before.offset, at.end - before.offset];
  const index = before.chunk.blocks.findIndex((block) => start >= block.start && end <= block.end);
  const [old, own] = [before.chunk.blocks[index], now.chunk.blocks[index]];
  const isSameBlock =
    old &&
    own &&
    old.prose.text === own.prose.text &&
    old.full.text === own.full.text &&
    before.chunk.text.slice(old.start, old.end) === now.chunk.text.slice(own.start, own.end);
  return isSameBlock ? now.offset + own.start - before.offset - old.start : undefined;
}
