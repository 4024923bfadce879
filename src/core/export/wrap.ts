/** Columns of a terminal that a character takes: 2 for Han and other wide ones, 0 for marks, else 1 (UAX #11). */
function columnsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/\p{M}|\u200d/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 2
    : 1;
}

/** Columns that a text takes in a terminal. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += columnsOf(character);
  return sum;
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** May not start a line, and may not end one (CLREQ). */
const noStart = /[、。，．：；？！）］｝〉》」』】〕〗”’…—～·,.:;?!)\]}%％℃]/;
const noEnd = /[（［｛〈《「『【〔〖“‘([{]/;

/** A stretch of a text that is not cut; UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text where a line may end: after spaces, and between Han characters where the rules of punctuation allow it. */
function* pieces(text: string, whole: readonly Stretch[]): Generator<string> {
  let piece = '';
  let end = 0;
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const next = characters[at + 1] ?? '';
    piece += character;
    end += character.length;
    const place = end;
    if (whole.some((one) => one.start < place && place < one.end)) continue;
    const atSpace = character === ' ' && next !== ' ';
    const atHan =
      (wide.test(character) || wide.test(next)) && next !== ' ' && !noStart.test(next) && !noEnd.test(character);
    if (atSpace || atHan) {
      yield piece;
      piece = '';
    }
  }
  if (piece) yield piece;
}

/**
 * Breaks a text into lines.
 * @param width Columns. A word that is longer stands on a line of its own, whole: addresses stay usable.
 * @param whole What of a paragraph stays on one line where it fits into one.
 */
export function wrap(
  text: string,
  width: number,
  whole: (paragraph: string) => readonly Stretch[] = () => [],
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    const fitting = whole(paragraph).filter(({ start, end }) => columns(paragraph.slice(start, end)) <= width);
    for (const piece of pieces(paragraph, fitting)) {
      if (line !== '' && columns((line + piece).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Fills a text up with spaces to a number of columns. */
export function pad(text: string, width: number, align: 'left' | 'right' | 'center' | null | undefined): string {
  const missing = Math.max(0, width - columns(text));
  if (align === 'right') return ' '.repeat(missing) + text;
  if (align === 'center') return ' '.repeat(missing >> 1) + text + ' '.repeat(missing - (missing >> 1));
  return text + ' '.repeat(missing);
}
