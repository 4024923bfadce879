/** A line of the source and where it begins on the page, in pixels from the top of the page. */
export interface Anchor {
  readonly line: number;
  readonly top: number;
}

/**
 * Makes a map of anchors that can be read both ways.
 * @param anchors In any order. Where lines repeat the topmost holds; where a later line stands higher on the page (a
 *   footnote, a block that was moved) it is left out, so that both columns ascend.
 * @param end The line after the last one of the document, and the height of the page.
 */
export function scrollMap(anchors: readonly Anchor[], end: Anchor): readonly Anchor[] {
  const sorted = [...anchors].sort((a, b) => a.line - b.line || a.top - b.top);
  const map: Anchor[] = [];
  for (const anchor of sorted) {
    const last = map.at(-1);
    if (!last || (anchor.line > last.line && anchor.top >= last.top)) map.push(anchor);
  }
  const last = map.at(-1);
  if (last) map.push({ line: Math.max(end.line, last.line + 1), top: Math.max(end.top, last.top) });
  return map;
}

function between(value: number, from: number, to: number, low: number, high: number): number {
  if (to <= from) return low;
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return low + share * (high - low);
}

/** The last anchor that is not after `value` in this column; -1 when all are. */
function lastUpTo(map: readonly Anchor[], value: number, column: keyof Anchor): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const anchor = map[middle];
    if (anchor && anchor[column] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Where a line stands on the page.
 * @param line From 0, may have a fraction. Lines that are not on the page (internal ones) lie between their neighbours;
 *   those before the first anchor are at the top.
 * @returns Pixels from the top of the page.
 */
export function topOfLine(map: readonly Anchor[], line: number): number {
  const at = lastUpTo(map, line, 'line');
  const here = map[at];
  if (!here) return 0;
  const next = map[at + 1];
  return next ? between(line, here.line, next.line, here.top, next.top) : here.top;
}

/**
 * Which line stands at a height of the page.
 * @param top Pixels from the top of the page.
 * @returns The line from 0, with the fraction of the way to the next anchor; `undefined` when the map is empty.
 */
export function lineAtTop(map: readonly Anchor[], top: number): number | undefined {
  const first = map[0];
  if (!first) return undefined;
  const at = lastUpTo(map, top, 'top');
  const here = map[at];
  if (!here) return first.line;
  const next = map[at + 1];
  return next ? between(top, here.top, next.top, here.line, next.line) : here.line;
}
