import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';

/** A run of ASCII without white space, quotes, brackets and commas, with what stands around it. */
export interface Piece {
  readonly text: string;
  /** Offset in the searched text, UTF-16 units. */
  readonly start: number;
  /** Up to 48 units before it, lower case. */
  readonly before: string;
  /** Up to 16 units behind it. */
  readonly after: string;
}

const runPattern = /[\w.@#:/\\~%+=&?$*-]{2,2048}/g;
/** Cheap: whether a run has any of the signs that names of machines, files and tickets are made of. */
const mayName = /\d|[@#/\\_-]|[.:].|[a-z][A-Z]|[A-Z]{4}|localhost/;
const leading = /^[:=?&+*%$-]+/;
const trailing = /[.:?=&+*%\\-]+$/;
const joined = /[\u00c0-\u024f\u0370-\u052f]/;

/** Folds full-width letters, digits and the signs of names and addresses, unit by unit: offsets stay. */
export function foldForNames(text: string): string {
  const folded = fold(text);
  if (!/[\uff03\uff0d\uff0f\uff20\uff3f]/.test(folded)) return folded;
  return folded.replace(/[\uff03\uff0d\uff0f\uff20\uff3f]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Cuts a text (folded by `foldForNames`) into pieces. Linear: a piece is at most 2,048 units long. */
export function* piecesOf(text: string): Generator<Piece> {
  for (const match of matchesIn(text, runPattern)) {
    const run = match[0];
    if (!mayName.test(run)) continue;
    const { index } = match;
    if (joined.test(text.charAt(index - 1)) || joined.test(text.charAt(index + run.length))) continue;
    const skip = leading.exec(run)?.[0].length ?? 0;
    const piece = run.slice(skip).replace(trailing, '');
    if (piece.length < 2) continue;
    const start = index + skip;
    yield {
      text: piece,
      start,
      before: text.slice(Math.max(0, start - 48), start).toLowerCase(),
      after: text.slice(start + piece.length, start + piece.length + 16),
    };
  }
}
