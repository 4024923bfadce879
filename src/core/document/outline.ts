import { rememberFor } from '../remember.js';
import type { Chunk } from './chunk.js';
import { fenceInFront } from './front-matter.js';
import type { PlacedChunk, Postmortem } from './postmortem.js';
import { beginsLine } from './timeline.js';

/** Which chunks of two revisions differ: those from `from` on, up to `before` in the older and `now` in the newer one. */
export interface Change {
  readonly from: number;
  readonly before: number;
  readonly now: number;
}

/** What changed between two revisions, by the identity of their chunks. */
export function changeBetween(before: readonly PlacedChunk[], now: readonly PlacedChunk[]): Change {
  const most = Math.min(before.length, now.length);
  let from = 0;
  while (from < most && before[from]?.chunk === now[from]?.chunk) from++;
  let behind = 0;
  while (behind < most - from && before[before.length - 1 - behind]?.chunk === now[now.length - 1 - behind]?.chunk)
    behind++;
  return { from, before: before.length - behind, now: now.length - behind };
}

/**
 * What a chunk gives to the build of its document, and all of it that document rules read beside facts: its blocks
 * without their words, what its headings say of their sections, and which cells stand in one row.
 */
const outlineOf = rememberFor((chunk: Chunk): string =>
  JSON.stringify([
    chunk.nodes.map(({ type }) => type),
    chunk.blocks.map((block, index) => {
      const { kind, depth, top, internal, quoted, listed, language, starts } = block;
      const between = chunk.text.slice(chunk.blocks[index - 1]?.end ?? 0, block.start);
      const place = kind === 'cell' ? [/[\r\n]/.test(between), beginsLine(block, chunk.text)] : 0;
      return [kind, depth, top, internal, quoted, listed, language, starts, place];
    }),
    chunk.code.map(({ top, internal }) => [top, internal]),
  ]),
);

/** Whether what looks like front matter is not read as such: whether it is told so hangs on its words. */
const isDoubtful = ({ frontMatter, text }: Postmortem): boolean => !frontMatter.at && fenceInFront(text) !== undefined;

/** Whether two revisions have the same build, so that an edit changed nothing but words in their places. */
export function haveSameOutline(before: Postmortem, now: Postmortem, change: Change): boolean {
  const isSame =
    change.before === change.now &&
    before.frontMatter === now.frontMatter &&
    before.isForCustomers === now.isForCustomers &&
    before.language === now.language;
  if (!isSame || isDoubtful(before) || isDoubtful(now)) return false;
  for (let at = change.from; at < change.now; at++) {
    const [old, own] = [before.chunks[at], now.chunks[at]];
    if (!old || !own || outlineOf(old.chunk) !== outlineOf(own.chunk)) return false;
  }
  return true;
}
