import { mask } from '../document/prose.js';
import { fold } from './fold.js';

/**
 * What a token is: a Latin-script word, one Han character, a figure, an address (URL or e-mail), masked code or image,
 * a mark that ends a sentence, one that parts clauses (; : — brackets), a comma, or another mark (quotes, signs).
 */
export type TokenKind = 'word' | 'han' | 'figure' | 'address' | 'mask' | 'stop' | 'break' | 'comma' | 'mark';

export interface Token {
  readonly kind: TokenKind;
  /** What patterns match: lower case, folded, contractions in full ("won't" is `will` and `not`). */
  readonly key: string;
  /** Offsets in the prose text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** English contractions that are not regular: the part before "n't", and what it stands for. */
const negated: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall', ai: 'is' };

const clitics: Readonly<Record<string, string>> = {
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  "'d": "'d",
  "'s": "'s",
};

const addressPattern =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'“”‘’（）()，。；、\uFFFC]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:www\.)[^\s<>"'“”‘’（）()，。；、\uFFFC]+)/iy;
const figurePattern = /\d+(?:[.,:]\d+)*(?:\s?[%％‰])?/y;
const wordPattern = /[\p{L}\p{M}\d_]+(?:'[\p{L}\p{M}]+)*/uy;

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3007;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const markKinds: ReadonlyMap<string, TokenKind> = new Map(
  Object.entries({ stop: '.!?。！？…', break: ';；:：()（）[]【】—–', comma: ',，、', mask } as const).flatMap(
    ([kind, characters]) => [...characters].map((character) => [character, kind as TokenKind]),
  ),
);

function pushWord(text: string, start: number, out: Token[]): void {
  const end = start + text.length;
  const key = text.toLowerCase();
  const cut = key.indexOf("'");
  if (cut > 0) {
    if (key.endsWith("n't") && key.length > 3) {
      const stem = key.slice(0, -3);
      out.push({ kind: 'word', key: negated[stem] ?? stem, start, end: end - 3 });
      out.push({ kind: 'word', key: 'not', start: end - 3, end });
      return;
    }
    const clitic = clitics[key.slice(cut)];
    if (clitic) {
      out.push({ kind: 'word', key: key.slice(0, cut), start, end: start + cut });
      out.push({ kind: 'word', key: clitic, start: start + cut, end });
      return;
    }
  }
  if (key === 'cannot') {
    out.push({ kind: 'word', key: 'can', start, end: start + 3 }, { kind: 'word', key: 'not', start: start + 3, end });
    return;
  }
  out.push({ kind: 'word', key, start, end });
}

/**
 * Cuts prose into tokens. Hyphens between letters part words ("third-party" is two); white space makes no token.
 * Linear in the length of the text.
 */
export function tokenize(prose: string): Token[] {
  const text = fold(prose);
  const out: Token[] = [];
  const hasAddress = mayHoldAddress.test(text);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0) {
      at++;
      continue;
    }
    if (isHan(code)) {
      out.push({ kind: 'han', key: text.charAt(at), start: at, end: at + 1 });
      at++;
      continue;
    }
    if (hasAddress && (isAsciiLetter(code) || isDigit(code))) {
      addressPattern.lastIndex = at;
      const address = mayBeAddress(text, at) ? addressPattern.exec(text) : null;
      if (address) {
        const key = address[0].replace(/[.,:;!?]+$/, '');
        out.push({ kind: 'address', key, start: at, end: at + key.length });
        at += key.length;
        continue;
      }
    }
    if (isDigit(code)) {
      figurePattern.lastIndex = at;
      const figure = figurePattern.exec(text)?.[0] ?? text.charAt(at);
      const after = text.charCodeAt(at + figure.length);
      // "3rd", "5xx" and "2FA" are words; "14ms" and "3h" are figures with a unit.
      if (
        !isAsciiLetter(after) ||
        /^(?:ms|s|h|m|min|mins|k|kb|mb|gb|tb|x|am|pm)\b/i.test(text.slice(at + figure.length, at + figure.length + 5))
      ) {
        out.push({ kind: 'figure', key: figure, start: at, end: at + figure.length });
        at += figure.length;
        continue;
      }
    }
    const plainEnd = isAsciiLetter(code) ? endOfPlainWord(text, at) : at;
    if (plainEnd > at) {
      pushWord(text.slice(at, plainEnd), at, out);
      at = plainEnd;
      continue;
    }
    wordPattern.lastIndex = at;
    const word = wordPattern.exec(text)?.[0];
    if (word) {
      // Stop before Han script: 用Redis做 is three pieces.
      const length = latinLength(word);
      pushWord(word.slice(0, length), at, out);
      at += length;
      continue;
    }
    const pair = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    const character = text.slice(at, at + pair);
    if (!(character === '-' && /[\p{L}\d]/u.test(text.charAt(at - 1)) && /[\p{L}\d]/u.test(text.charAt(at + 1)))) {
      out.push({ kind: markKinds.get(character) ?? 'mark', key: character, start: at, end: at + pair });
    }
    at += pair;
  }
  return out;
}

/** Where a word ends of which all letters are ASCII, as most are; its beginning where it goes on with others. */
function endOfPlainWord(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || isDigit(code) || code === 95) continue;
    return code === 39 || code > 127 ? start : at;
  }
  return text.length;
}

/** Cheap: whether a text may hold an address anywhere. */
const mayHoldAddress = /@|:\/|www\./i;

/** A cheap look ahead, since most words are no address: "://", "@" or "www." before the next white space. */
function mayBeAddress(text: string, at: number): boolean {
  for (let look = at; look < text.length && look < at + 80; look++) {
    const code = text.charCodeAt(look);
    if (code <= 32 || code > 0x2e7f) return false;
    if (code === 64 || (code === 58 && text.charCodeAt(look + 1) === 47)) return true;
    if (look === at + 3 && code === 46 && text.slice(at, at + 4).toLowerCase() === 'www.') return true;
  }
  return false;
}

function latinLength(word: string): number {
  for (let at = 1; at < word.length; at++) if (isHan(word.charCodeAt(at))) return at;
  return word.length;
}

/**
 * Whether the token at `index` ends its sentence: a stop that is not inside an abbreviation, a version or an initial.
 */
export function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'stop') return false;
  if (token.key !== '.') return true;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!after) return true;
  if (after.start === token.end && (after.kind === 'word' || after.kind === 'figure' || after.kind === 'stop'))
    return false;
  return !(before?.kind === 'word' && before.end === token.start && abbreviations.has(before.key));
}

const abbreviations = new Set([
  'e.g',
  'i.e',
  'mr',
  'mrs',
  'ms',
  'dr',
  'vs',
  'approx',
  'no',
  'st',
  'g',
  'e',
  'inc',
  'ltd',
  'a.m',
  'p.m',
]);

/** How far a sentence is looked for to either side, in tokens: what goes on longer is no sentence. */
const longestReach = 150;

/** Where the sentences of a block end, by its tokens; asked for at every match. */
const endsOf = new WeakMap<readonly Token[], readonly number[]>();

function sentenceEnds(tokens: readonly Token[]): readonly number[] {
  const known = endsOf.get(tokens);
  if (known) return known;
  const ends: number[] = [];
  for (let at = 0; at < tokens.length; at++) if (endsSentence(tokens, at)) ends.push(at);
  endsOf.set(tokens, ends);
  return ends;
}

/** The range of tokens, `to` not included, of the sentence that the token at `index` stands in. */
export function sentenceAround(tokens: readonly Token[], index: number): { from: number; to: number } {
  const ends = sentenceEnds(tokens);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  const start = (ends[low - 1] ?? -1) + 1;
  const end = ends[low] ?? tokens.length;
  return {
    from: Math.max(start, index - longestReach, 0),
    to: Math.min(Math.min(end, index + longestReach) + 1, tokens.length),
  };
}
