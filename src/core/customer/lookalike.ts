import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';

/** Characters that show nothing: soft hyphen, joiners, direction marks, variation selectors, tags. */
const invisible =
  /\u034f|\u200d|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]|[\u180b-\u180d]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/gu;

/** Signs that are read as a colon (Unicode confusables of U+003A), beside those that NFKC folds. */
const colons = /[\u0589\u05c3\u02d0\u02f8\u0703\u0704\u16ec\u1803\u1809\u205a\u2236\ua4fd\ua789\ufe30]/gu;

/** Letters of other scripts that are read as letters of the word that matters (Unicode confusables). */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  α: 'a',
  ɑ: 'a',
  е: 'e',
  ё: 'e',
  ε: 'e',
  і: 'i',
  ї: 'i',
  ι: 'i',
  ı: 'i',
  ӏ: 'l',
  ⅼ: 'l',
  п: 'n',
  ո: 'n',
  η: 'n',
  ν: 'n',
  г: 'r',
  ꭇ: 'r',
  т: 't',
  τ: 't',
};
const foreign = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

/**
 * A line as a tired reader sees it: escapes and character references are read, what shows nothing is gone, full-width
 * and look-alike signs are the plain ones, all white space is a space, accents are gone, letters are small.
 */
export function asSeen(line: string): string {
  let out = line;
  if (out.includes('&'))
    out = out.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) return decodeNumericCharacterReference(decimal, 10);
      if (hex) return decodeNumericCharacterReference(hex, 16);
      return decodeNamedCharacterReference(name ?? '') || whole;
    });
  out = out.replace(/\\([!-/:-@[-`{-~])/g, '$1').toLowerCase();
  if (/^[\t -~]*$/.test(out)) return out.replace(/\t/g, ' ');
  // Plain Chinese: of all below only the full-width signs are others.
  if (/^[\t -~\u4e00-\u9fff\u3001\u3002\uff01-\uff5e]*$/.test(out))
    return out
      .replace(/\t/g, ' ')
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return out
    .replace(colons, ':')
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/\p{M}/gu, '')
    .replace(/\s/gu, ' ')
    .replace(foreign, (letter) => letters[letter] ?? letter);
}

const exact = new Set(['internal', 'internals', 'private', 'confidential', 'intern', 'int', 'team-only', 'staff-only']);

/** Words that are near to "internal" but are words of their own; only told apart where no bracket follows. */
const neighbours = new Set(['interval', 'intervals', 'external', 'eternal', 'internet', 'intern', 'int', 'private']);

/** How many letters two words differ by, swaps counting once; stops counting past 2. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 3;
}

/** The letters of "internal", by their codes. */
const own = new Uint8Array(128);
for (const letter of 'internal') own[letter.charCodeAt(0)] = 1;

/**
 * Whether a text of ASCII may hold a word that `meansInternal` by its letters: two slips leave six letters of "internal".
 * Cheap, so that most lines need no closer look.
 */
export function mayHoldInternal(text: string): boolean {
  let right = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const small = code | 32;
    if (small >= 97 && small <= 122) {
      right += own[small] ?? 0;
      if (right >= 6) return true;
    } else {
      // Digits and joining signs are passed over, as somebody reads a name: "int-ernal", "inter2nal".
      const joins = (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 95;
      if (!joins) right = 0;
    }
  }
  return false;
}

/**
 * Whether somebody who wrote `name` may have meant "internal".
 * @param name As seen: small letters, no accents.
 * @param strict Leaves out words that are near to it but mean something else ("interval").
 */
export function meansInternal(name: string, strict: boolean): boolean {
  if (strict && neighbours.has(name)) return false;
  if (exact.has(name) || /^(?:内部|內部|机密|機密|保密)/.test(name)) return true;
  const joined = name.replace(/[-_.\d]/g, '');
  if (joined.startsWith('internal') && !joined.startsWith('internali')) return !/_/.test(name) || joined === 'internal';
  const first = /^[a-z\d]+/.exec(name)?.[0] ?? '';
  return [first, joined].some((word) => word.length >= 6 && word.length <= 10 && distance(word, 'internal') <= 2);
}
