import type { Position } from '../finding.js';

/** Offsets at which lines start after a line ending (LF, CRLF or CR): one for each line but the first. */
export function lineStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/**
 * How many of `starts` are at or before `offset`: the line that `offset` is in, from 0.
 * @param starts Ascending, without the first line's.
 */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds lines and columns of offsets; made once for a text, then fast for each offset. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = lineStarts(text);
  }

  /** @param offset UTF-16 units from 0. */
  position(offset: number): Position {
    const line = lineAt(this.#starts, offset);
    return { line: line + 1, column: offset - (this.#starts[line - 1] ?? 0) + 1, offset };
  }
}
