/** Text as it is compared: no characters that show nothing, one form for full width, small letters. */
export const comparable = (text: string): string =>
  (/^[\t\n\r -~]*$/.test(text)
    ? text
    : text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').normalize('NFKC')
  ).toLowerCase();

const none = 0;
const letter = 1;
const digit = 2;
const han = 3;
const mark = 4;

const isLetter = /[\p{L}\p{N}]/u;

/** What a UTF-16 unit is to the comparison: letter, digit, Han character, a mark that holds tokens together, or none. */
function kindOf(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return letter;
    if (code >= 48 && code <= 57) return digit;
    // . _ @ : / + -
    return code === 46 || code === 95 || code === 64 || code === 58 || code === 47 || code === 43 || code === 45
      ? mark
      : none;
  }
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return han;
  if (code >= 0x2000 && code <= 0x303f) return none;
  return isLetter.test(String.fromCharCode(code)) ? letter : none;
}

/** Whether a token could name a system, a ticket or a person by itself. */
const isTelling = (word: string): boolean =>
  /^[\w.+-]+@[\w.-]+$/.test(word) ||
  /^[a-z][a-z\d]*-\d+$/.test(word) ||
  /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(word) ||
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word) ||
  /^(?=.*[a-z])(?=.*\d)[a-z\d]+(?:[-_.][a-z\d]+)+$/.test(word);

/** Called with a token, its place in the text, and whether it is telling even when it is short. */
export type SeeWord = (word: string, at: number, telling: boolean) => void;

const longWord = 12;

function seeToken(text: string, at: number, see: SeeWord): void {
  const telling = isTelling(text);
  if (telling || text.length >= longWord) see(text, at, telling);
  if (!/[._@:/+-]/.test(text)) return;
  for (const part of text.split(/[@:/+]+|\.(?=\D*$)/)) {
    if (part === text || part.length < 4) continue;
    const tells = isTelling(part);
    if (tells || part.length >= longWord) see(part, at, tells);
  }
}

/**
 * Shows the tokens that would give something away: telling ones, and any of 12 characters and more; whole, and the
 * parts of compound ones. @param text As `comparable` gives it.
 */
export function tellingWords(text: string, see: SeeWord): void {
  let at = 0;
  while (at < text.length) {
    let kind = kindOf(text.charCodeAt(at));
    if (kind !== letter && kind !== digit) {
      at++;
      continue;
    }
    const start = at;
    let compound = false;
    let end = at;
    for (; at < text.length; at++) {
      kind = kindOf(text.charCodeAt(at));
      if (kind === letter || kind === digit) end = at + 1;
      else if (kind !== mark) break;
      else compound = true;
    }
    if (compound ? end - start >= 4 : end - start >= longWord) seeToken(text.slice(start, end), start, see);
  }
}

const shingleWords = 6;
const shingleHan = 10;

/** Called with a number that stands for the shingle (equal for equal ones, hardly ever for others) and its place. */
export type SeeShingle = (shingle: number, at: number, end: number) => void;

/** Neighbouring words within a sentence: six words of a script with spaces, ten Han characters. */
export function shingles(text: string, see: SeeShingle): void {
  const hashes: number[] = [];
  const places: number[] = [];
  const wordy: boolean[] = [];
  let run = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === han) {
      hashes.length = 0;
      run++;
      at++;
      if (run >= shingleHan) {
        let sum = 7;
        for (let from = at - shingleHan; from < at; from++) sum = mix(sum, text.charCodeAt(from));
        see(sum, at - shingleHan, at);
      }
      continue;
    }
    run = 0;
    if (kind !== letter && kind !== digit) {
      const next = text.charCodeAt(at + 1);
      const ends = (code === 46 || code === 33 || code === 63) && (next === 32 || next === 10 || next === 13);
      if (ends || (code === 10 && (next === 10 || next === 13))) hashes.length = 0;
      at++;
      continue;
    }
    if (hashes.length === 0) {
      places.length = 0;
      wordy.length = 0;
    }
    const start = at;
    let sum = 5;
    let letters = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const what = kindOf(unit);
      if (what === letter) letters++;
      else if (what !== digit) break;
      sum = mix(sum, unit);
    }
    hashes.push(sum);
    places.push(start);
    wordy.push(letters >= 2);
    const first = hashes.length - shingleWords;
    if (first < 0) continue;
    let words = 0;
    let whole = 3;
    for (let index = first; index < hashes.length; index++) {
      whole = mix(whole, hashes[index] ?? 0);
      if (wordy[index]) words++;
    }
    if (words >= 4) see(whole, places[first] ?? start, at);
  }
}

/** Mixes a number into a hash that stays a whole number below 2^53. */
const mix = (hash: number, value: number): number => {
  const low = Math.imul((hash ^ value) >>> 0, 0x01000193) >>> 0;
  const high = ((Math.floor(hash / 0x100000000) * 31 + (value & 0xffff) + (low >>> 16)) & 0x1fffff) >>> 0;
  return high * 0x100000000 + low;
};
