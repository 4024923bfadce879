import { matchesIn } from '../matches.js';

const pattern = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"'“”‘’（）()[\]{}，。；、|`\uFFFC\u4e00-\u9fff]{1,2048}/gi;

/** A URL in a text. Offsets in UTF-16 units. */
export interface Link {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the URLs of a text, without the punctuation behind them. Linear in its length. */
export function findLinks(text: string): Link[] {
  if (!text.includes('://') && !/www\./i.test(text)) return [];
  return matchesIn(text, pattern).map(({ 0: match, index }) => {
    const address = match.replace(/[.,:;!?*_]+$/, '');
    return { address, start: index, end: index + address.length };
  });
}
