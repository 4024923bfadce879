import { isOverdue } from '../../core/index.js';
import type { Indexed } from './indexed.js';

/** Postmortems of a time, or those with overdue promises. */
export interface Group {
  readonly id: string;
  /** `overdue`, `undated`, or a year or month: `2026`, `2026-03`. */
  readonly label: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly rows: readonly Row[];
}

export type Row = Group | Indexed;

/** More lines than this are no list that anybody reads, and the editor asks for every one of them at each change. */
const most = 200;
/** How much of a day makes a group: its year, then its month. */
const levels = ['2026'.length, '2026-03'.length];

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By year, then by month, as far as that is needed. Those given are in order; the first group is open. */
function byTime(all: readonly Indexed[], parent: string, level = 0, isFirst = true): readonly Row[] {
  const length = levels[level];
  if (all.length <= most || length === undefined) return all;
  const groups = new Map<string, Indexed[]>();
  for (const indexed of all) {
    const label = indexed.summary.day.slice(0, length) || 'undated';
    const group = groups.get(label);
    if (group) group.push(indexed);
    else groups.set(label, [indexed]);
  }
  return [...groups].map(([label, own], index) => {
    const id = `${parent}/${label}`;
    const isOpen = isFirst && index === 0;
    const rows = label === 'undated' ? own : byTime(own, id, level + 1, isOpen);
    return { id, label, count: own.length, isOpen, rows };
  });
}

/** Overdue promises first, then the newest; in groups where they are many. */
export function rowsOf(all: Iterable<Indexed>, today: string): readonly Row[] {
  const keyed = Array.from(all, (indexed) => ({
    indexed,
    isLate: indexed.summary.promises.some((promise) => isOverdue(promise, today)),
    path: indexed.uri.path,
  }));
  keyed.sort(
    (a, b) =>
      Number(b.isLate) - Number(a.isLate) ||
      before(b.indexed.summary.day, a.indexed.summary.day) ||
      before(a.path, b.path),
  );
  const sorted = keyed.map(({ indexed }) => indexed);
  const late = keyed.filter(({ isLate }) => isLate).length;
  if (sorted.length <= most || late === 0) return byTime(sorted, 'all');
  const rows = byTime(sorted.slice(0, late), 'overdue');
  return [{ id: 'overdue', label: 'overdue', count: late, isOpen: true, rows }, ...byTime(sorted.slice(late), 'all')];
}
