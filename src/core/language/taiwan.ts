import data from '../../data/taiwan.json' with { type: 'json' };
import scripts from '../../data/zh/traditional.json' with { type: 'json' };
import { late } from '../late.js';

const other = late(
  () =>
    new Map<string, string>([
      ...Array.from(data.simplified, (character, at) => [character, data.traditional.charAt(at)] as const),
      ...(Object.entries(data.words) as [string, string][]),
    ]),
);
/** Words before the characters they are made of, longer ones first. */
const pieces = late(
  () =>
    new RegExp([...Object.keys(data.words).sort((a, b) => b.length - a.length), '[\\u3400-\\u9fff]'].join('|'), 'g'),
);

/** Simplified Chinese in the characters and words of Taiwan. Made for the texts of this project: see `tools/taiwan.ts`. */
export const inTaiwan = (text: string): string => text.replace(pieces(), (piece) => other().get(piece) ?? piece);

/**
 * A message in the characters and words of Taiwan, with its quotation marks. What it quotes of `document` stays as it is.
 */
export function messageInTaiwan(message: string, document = ''): string {
  return message
    .split(/(“[^“”]*”)/)
    .map((part) => {
      if (!part.startsWith('“')) return inTaiwan(part);
      const inner = part.slice(1, -1);
      const isQuoted = inner !== '' && document.includes(inner.replace(/…$/, ''));
      return `「${isQuoted ? inner : inTaiwan(inner)}」`;
    })
    .join('');
}

/** By UTF-16 unit: 1 for a traditional character, -1 for a simplified one. A look-up that long texts ask at every key. */
const scriptOf = late(() => {
  const table = new Int8Array(0x10000);
  for (const character of scripts.simplified) table[character.charCodeAt(0)] = -1;
  for (const character of scripts.traditional) table[character.charCodeAt(0)] = 1;
  return table;
});

/** How far around a place its script is looked at, in UTF-16 units. */
const reach = 200;

/** Whether a text is in traditional characters around a place: more of them than of simplified ones. */
export function isTraditional(text: string, start = 0, end = start): boolean {
  const table = scriptOf();
  const last = Math.min(text.length, end + reach);
  let more = 0;
  for (let at = Math.max(0, start - reach); at < last; at++) more += table[text.charCodeAt(at)] ?? 0;
  return more > 0;
}
