import { fold } from '../language/fold.js';

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

const longestRun = 2048;
const signs: ReadonlySet<string> = new Set('_.@#:/\\~%+=&?$*-');
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
/** By code, for ASCII: whether it is part of a run. */
const isRun = Uint8Array.from({ length: 128 }, (_, code) =>
  isLower(code) || isUpper(code) || (code >= 48 && code <= 57) || signs.has(String.fromCharCode(code)) ? 1 : 0,
);
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

/** Whether a run is a plain word, as most are: a letter and a few small ones, and perhaps the mark behind it. */
function isPlainWord(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (!isLower(first) && !isUpper(first)) return false;
  const wordEnd = last === 46 || last === 58 || last === 63 ? end - 1 : end;
  for (let at = start + 1; at < wordEnd; at++) if (!isLower(text.charCodeAt(at))) return false;
  return wordEnd - start < 'localhost'.length;
}

/** Cuts a text (folded by `foldForNames`) into pieces. Linear: a piece is at most 2,048 units long. */
export function* piecesOf(text: string): Generator<Piece> {
  for (let index = 0, end = 0; index < text.length; index = Math.max(end, index + 1)) {
    end = index;
    while (end < text.length && end - index < longestRun && isRun[text.charCodeAt(end)]) end++;
    if (end - index < 2 || isPlainWord(text, index, end)) continue;
    const run = text.slice(index, end);
    if (!mayName.test(run)) continue;
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
