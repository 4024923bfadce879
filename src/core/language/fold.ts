import data from '../../data/zh/traditional.json' with { type: 'json' };
import { late } from '../late.js';

/** Where Chinese characters begin and end, in UTF-16 units. */
const [firstHan, lastHan] = [0x2e80, 0xfaff];

/** By traditional characters, counted from the first: the simplified one that phrase lists are written in; one to one. */
const simplified = late((): Uint16Array => {
  const table = new Uint16Array(lastHan - firstHan + 1);
  for (let at = 0; at < data.traditional.length; at++)
    table[data.traditional.charCodeAt(at) - firstHan] = data.simplified.charCodeAt(at);
  return table;
});

const foldable = /[\u3000\uff01-\uff5e\u2018\u2019\u02bc\u2e80-\u9fff\uf900-\ufaff]/;

/**
 * Folds what reads the same to one form, unit by unit, so that offsets stay: full-width letters, digits and signs to
 * ASCII, curly apostrophes to straight ones, traditional characters to simplified ones. Full-width punctuation that
 * ends a clause or sentence in Chinese keeps its own form.
 */
export function fold(text: string): string {
  if (!foldable.test(text)) return text;
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = code < 0x2018 ? code : foldUnit(code);
    if (folded === code) continue;
    out += text.slice(from, at) + String.fromCharCode(folded);
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

function foldUnit(code: number): number {
  if (code === 0x2018 || code === 0x2019) return 0x27;
  if (code === 0x3000) return 0x20;
  if (code >= firstHan && code <= lastHan) return simplified()[code - firstHan] || code;
  const isFull =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    code === 0xff05 ||
    code === 0xff0e;
  return isFull ? code - 0xfee0 : code;
}
