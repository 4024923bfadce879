import type { Block, Update } from '../../protocol/preview.js';

/** What the page must change to show `next` in place of `before`. */
export type BlockDiff = Pick<Update, 'splice' | 'lines'>;

/**
 * Compares two readings of a document from both ends.
 * @returns One stretch that gives way to another (null when the content is the same), and the lines of all blocks where
 *   any block outside that stretch moved (else null).
 */
export function diffBlocks(before: readonly Block[], next: readonly Block[]): BlockDiff {
  const shorter = Math.min(before.length, next.length);
  let start = 0;
  while (start < shorter && before[start]?.html === next[start]?.html) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail]?.html === next[next.length - 1 - tail]?.html)
    tail++;
  const remove = before.length - start - tail;
  const blocks = next.slice(start, next.length - tail);
  const same = (a: Block | undefined, b: Block | undefined): boolean => a?.line === b?.line && a?.end === b?.end;
  const moved =
    before.slice(0, start).some((block, index) => !same(block, next[index])) ||
    before.slice(before.length - tail).some((block, index) => !same(block, next[next.length - tail + index]));
  return {
    splice: remove > 0 || blocks.length > 0 ? { at: start, remove, blocks } : null,
    lines: moved ? next.flatMap(({ line, end }) => [line, end]) : null,
  };
}
