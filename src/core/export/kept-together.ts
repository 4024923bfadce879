import { readMoments } from '../document/clock.js';
import { columns, type Stretch } from './wrap.js';

/** Signs that stand at a moment and go with it: the brackets around it, the dash of “09:42–11:05”, the comma behind. */
const before = /[("“‘（「–—~-]$/;
const behind = /^[)"”’）」,.;:，。；：、–—~-]/;

/** The dates and times of a text that would be harder to read in two lines, each with the signs that touch it. */
export function keptTogether(text: string): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const moment of readMoments(text)) {
    if (moment.kind === 'zone') continue;
    let { start, end } = moment;
    while (before.test(text.slice(Math.max(0, start - 1), start))) start--;
    while (behind.test(text.slice(end, end + 1))) end++;
    const last = kept.at(-1);
    if (last && start <= last.end) kept[kept.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else kept.push({ start, end });
  }
  return kept;
}

/** Columns that the longest of them takes; 0 where there is none. */
export const longestKept = (text: string): number =>
  Math.max(0, ...keptTogether(text).map(({ start, end }) => columns(text.slice(start, end))));

/** Columns of a table that stands in a page or on paper, and those between two of its columns. */
const acrossPage = 72;
const apart = 3;
/** What a column without dates needs: most words fit into it. */
const narrow = 8;

/**
 * Whether a table of these cells has room to keep its dates and times whole. In one of many columns they had better
 * break than run over the edge of the page.
 */
export function hasRoomToKeep(cells: readonly (readonly string[])[]): boolean {
  const count = Math.max(0, ...cells.map((row) => row.length));
  const needed = Array.from({ length: count }, (_, at) =>
    Math.max(narrow, ...cells.map((row) => longestKept(row[at] ?? ''))),
  );
  return needed.reduce((sum, one) => sum + one, 0) + apart * (count - 1) <= acrossPage;
}
