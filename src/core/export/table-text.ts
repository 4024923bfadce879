import type { Table } from 'mdast';
import type { Writing } from '../language/writing.js';
import { inlineText } from './inline-text.js';
import { columnFloors, keptTogether } from './kept-together.js';
import { columns, pad, wrap } from './wrap.js';

/** The cells of a table as texts, row by row; every row as long as the first. */
export function tableCells(table: Table, writing: Writing): string[][] {
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      inlineText(cell.children, writing)
        .replace(/\s*\n\s*/g, ' ')
        .trim(),
    ),
  );
  const count = rows[0]?.length ?? 0;
  return rows.map((row) => Array.from({ length: count }, (_, at) => row[at] ?? ''));
}

/** A table as records, for what cannot show columns: each row a list of “Head: cell”. */
export function tableRecords(table: Table, writing: Writing): string[] {
  const [head = [], ...rows] = tableCells(table, writing);
  const colon = writing === 'en' ? ': ' : '：';
  const comma = writing === 'en' ? '; ' : '；';
  if (rows.length === 0) return [head.filter((cell) => cell !== '').join(comma)];
  return rows.map((row) =>
    row
      .map((cell, at) => (cell === '' ? '' : head[at] ? `${head[at]}${colon}${cell}` : cell))
      .filter((part) => part !== '')
      .join(comma),
  );
}

const gap = 2;

/**
 * How wide each column may be, the widest giving way first; `undefined` when the table does not fit. Where there is room,
 * none becomes narrower than its words and the dates and times in it, so that these stand on one line.
 * @param stretch As for `columnFloors`.
 */
export function columnWidths(cells: readonly string[][], width: number, stretch = 1): number[] | undefined {
  const count = cells[0]?.length ?? 0;
  const room = width - gap * (count - 1);
  const floors = columnFloors(cells, room, stretch).map((floor) => floor.width);
  const widths = floors.map((floor, at) => Math.max(floor, ...cells.map((row) => columns(row[at] ?? ''))));
  for (let over = widths.reduce((sum, one) => sum + one, 0) - room; over > 0; over--) {
    const spare = widths.map((one, at) => (one > (floors[at] ?? 1) ? one : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return undefined;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A table as aligned columns of text, cells wrapped; as records where it is too wide for that. */
export function tableLines(table: Table, writing: Writing, width: number): string[] {
  const cells = tableCells(table, writing);
  const widths = columnWidths(cells, width);
  if (!widths || (cells[0]?.length ?? 0) > 5)
    return tableRecords(table, writing).flatMap((record) => {
      const [first = '', ...rest] = wrap(record, width - 2, keptTogether);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  const space = ' '.repeat(gap);
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, at) => pad(part, widths[at] ?? 0, table.align?.[at]))
      .join(space)
      .trimEnd();
  return cells.flatMap((row, index) => {
    const wrapped = row.map((cell, at) => wrap(cell, widths[at] ?? width, keptTogether));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, at) => line(wrapped.map((one) => one[at] ?? '')));
    if (index === 0) lines.push(widths.map((one) => '-'.repeat(one)).join(space));
    return lines;
  });
}
