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

/** How wide a column must at least be, and whether its dates and times have room on one line. */
export interface Floor {
  readonly width: number;
  readonly keeps: boolean;
}

/** A column that has more to say may be as narrow as this. */
const narrowest = 8;
/** What is longer is an address, which may break. */
const longestWord = 20;

/** Columns that the longest part of a text takes. */
const longestOf = (parts: readonly string[]): number => Math.max(0, ...parts.map(columns));
const wordsOf = (text: string): string[] =>
  (text.match(/[^\s\u2e80-\u9fff\uf900-\uffef]+/g) ?? []).filter((word) => columns(word) <= longestWord);
const keptOf = (text: string): string[] => keptTogether(text).map(({ start, end }) => text.slice(start, end));

/**
 * The least widths of a table's columns: words are not broken, then dates and times stay on one line, as far as there is
 * room; where there is not for all, the shorter ones go first.
 * @param room Letters for all columns, without what is between them.
 * @param stretch How much wider than its number of letters a word may be drawn, where letters differ in width.
 */
export function columnFloors(cells: readonly (readonly string[])[], room: number, stretch = 1): Floor[] {
  const count = Math.max(0, ...cells.map((row) => row.length));
  const most = (measure: (cell: string) => number): number[] =>
    Array.from({ length: count }, (_, at) => Math.max(0, ...cells.map((row) => measure(row[at] ?? ''))));
  const floors = most(columns).map((wanted) => Math.min(Math.max(1, wanted), narrowest));
  let left = room - floors.reduce((sum, one) => sum + one, 0);
  const raise = (parts: (cell: string) => string[]): boolean[] => {
    const targets = most((cell) => Math.ceil(longestOf(parts(cell)) * stretch));
    for (const at of [...targets.keys()].sort((a, b) => (targets[a] ?? 0) - (targets[b] ?? 0))) {
      const more = (targets[at] ?? 0) - (floors[at] ?? 0);
      if (more <= 0 || more > left) continue;
      floors[at] = targets[at] ?? 0;
      left -= more;
    }
    return targets.map((target, at) => target > 0 && target <= (floors[at] ?? 0) && left >= 0);
  };
  raise(wordsOf);
  const keeps = raise(keptOf);
  return floors.map((width, at) => ({ width, keeps: keeps[at] ?? false }));
}

/** Letters between two columns of a page. */
const apart = 3;

/**
 * Which columns of a table in a page have room to keep their dates and times whole.
 * @param across Letters across the page.
 */
export const keepingColumns = (cells: readonly (readonly string[])[], across: number): boolean[] =>
  columnFloors(cells, across - apart * (Math.max(1, ...cells.map((row) => row.length)) - 1)).map(({ keeps }) => keeps);
