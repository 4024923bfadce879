import { clockParts } from './moment.js';

/** A row to be written at the caret, with `$1`, `$2` … as tab stops. */
export interface TimelineRow {
  readonly snippet: string;
  /** What the list shows. */
  readonly label: string;
}

const fullTime = /^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}/;
const shortTime = /^\d{1,2}:\d{2}/;

/**
 * The next row of a timeline, with the time now, in the shape of the row above: a table's, or a list's.
 * @param above The lines above the caret, the nearest last.
 * @param typed What stands on the caret's line before it.
 * @returns `undefined` where nothing above looks like a timeline's row.
 */
export function timelineRow(
  above: readonly string[],
  typed: string,
  { now, zone }: { readonly now: number; readonly zone: string },
): TimelineRow | undefined {
  const last = above.findLast((line) => line.trim() !== '');
  if (last === undefined) return undefined;
  const { day, time } = clockParts(now, zone);
  if (last.trimStart().startsWith('|') && /^\s*\|?\s*$/.test(typed)) {
    const cells = last
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/);
    const earlier = above.filter((line) => line.trimStart().startsWith('|')).map((line) => line.trim().slice(1).trim());
    const full = earlier.some((line) => fullTime.test(line)) || !earlier.some((line) => shortTime.test(line));
    const first = full ? `${day} ${time}` : time;
    const rest = cells.slice(1).map((_, index) => ` $${index + 1} |`);
    return { label: first, snippet: `| ${first} |${rest.join('')}` };
  }
  const item = /^(\s*)([-*+])\s+(?:\*\*)?(.*)$/.exec(last);
  if (item && /^\s*(?:[-*+]\s*)?$/.test(typed)) {
    const words = item[3] ?? '';
    if (!fullTime.test(words) && !shortTime.test(words)) return undefined;
    const first = fullTime.test(words) ? `${day} ${time}` : time;
    return { label: first, snippet: `${item[1]}${item[2]} ${first} $1` };
  }
  return undefined;
}
