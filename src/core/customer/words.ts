/** Marks between letters that hold one token together: dots, hyphens, at, slashes of hosts, tickets, addresses. */
const token = /[\p{L}\p{N}]+(?:[._@:/+-]+[\p{L}\p{N}]+)*/gu;
const han = /[\u3400-\u9fff\uf900-\ufaff]/;
const hanRun = /[\u3400-\u9fff\uf900-\ufaff]+/g;

/** Whether a token could name a system, a ticket or a person by itself. */
const isTelling = (word: string): boolean =>
  /^[\w.+-]+@[\w.-]+$/.test(word) ||
  /^[a-z][a-z\d]*-\d+$/.test(word) ||
  /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(word) ||
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word) ||
  /^(?=.*[a-z])(?=.*\d)[a-z\d]+(?:[-_.][a-z\d]+)+$/.test(word);

/** Text as it is compared: no characters that show nothing, one form for full width, small letters. */
export const comparable = (text: string): string =>
  (/^[\t\n\r -~]*$/.test(text)
    ? text
    : text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').normalize('NFKC')
  ).toLowerCase();

/** A token with the place where it stands in the text it was taken from. */
export interface Word {
  readonly word: string;
  readonly at: number;
  /** Whether it is telling even when it is short. */
  readonly telling: boolean;
}

/**
 * The tokens that would give something away: telling ones, and any of 12 characters and more; whole, and the parts of
 * compound ones. @param text As `comparable` gives it.
 */
export function* tellingWords(text: string): Generator<Word> {
  for (const match of text.matchAll(token)) {
    const whole = match[0];
    if (whole.length < 4 || han.test(whole)) {
      for (const part of whole.split(hanRun))
        if (part.length >= 12 || isTelling(part)) yield { word: part, at: match.index, telling: isTelling(part) };
      continue;
    }
    const telling = isTelling(whole);
    if (telling || whole.length >= 12) yield { word: whole, at: match.index, telling };
    if (!/[._@:/+-]/.test(whole)) continue;
    for (const part of whole.split(/[@:/+]+|\.(?=\D*$)/)) {
      if (part !== whole && (part.length >= 12 || isTelling(part)))
        yield { word: part, at: match.index, telling: isTelling(part) };
    }
  }
}

const shingleWords = 6;
const shingleHan = 10;

/** Neighbouring words within a sentence: six words of a script with spaces, ten Han characters. */
export function* shingles(text: string): Generator<{ readonly shingle: string; readonly at: number }> {
  const row: string[] = [];
  const places: number[] = [];
  const flush = (): void => {
    row.length = 0;
    places.length = 0;
  };
  for (const match of text.matchAll(/[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}]+|[.!?](?=\s)|\n\s*\n/gu)) {
    const piece = match[0];
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      flush();
      continue;
    }
    if (han.test(piece)) {
      flush();
      const letters = piece.replace(/[^\u3400-\u9fff\uf900-\ufaff]/g, '');
      for (let at = 0; at + shingleHan <= letters.length; at++)
        yield { shingle: letters.slice(at, at + shingleHan), at: match.index + at };
      continue;
    }
    row.push(piece);
    places.push(match.index);
    if (row.length > shingleWords) {
      row.shift();
      places.shift();
    }
    if (row.length === shingleWords && row.filter((word) => /\p{L}{2}/u.test(word)).length >= 4)
      yield { shingle: row.join(' '), at: places[0] ?? 0 };
  }
}
