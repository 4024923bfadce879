import type { Token } from '../language/tokens.js';
import { rememberByText } from '../remember.js';
import { irregularParticiples } from './inflect.js';

const hanNumerals = '〇零一二三四五六七八九十百千万亿两半';
const listedAdverbs = new Set(
  'just also then now still already once simply even too again soon first later sadly always fully quite rather very somehow somewhere'.split(
    ' ',
  ),
);

/**
 * What a token is to a pattern that does not name it. Two tokens of one sort behave alike wherever they are not named.
 * Their order is part of compiled programs.
 */
export const sorts = [
  'word',
  'adverb',
  'participle',
  'plural',
  'han',
  'numeral',
  'figure',
  'comma',
  'mask',
  'mark',
] as const;
export type Sort = (typeof sorts)[number];

const sortOfWord = rememberByText((key): Sort => {
  if ((key.length > 4 && key.endsWith('ly')) || listedAdverbs.has(key)) return 'adverb';
  if ((key.length > 4 && key.endsWith('ed')) || irregularParticiples.has(key)) return 'participle';
  return key.length > 4 && key.endsWith('s') && /[^\Waiosu]s$/.test(key) ? 'plural' : 'word';
}, 10_000);

/** The sort of a token. */
export function sortOf(token: Token): Sort {
  switch (token.kind) {
    case 'word':
      return sortOfWord(token.key);
    case 'han':
      return hanNumerals.includes(token.key) ? 'numeral' : 'han';
    case 'figure':
      return 'figure';
    case 'comma':
      return 'comma';
    case 'mask':
    case 'address':
      return 'mask';
    default:
      return 'mark';
  }
}

/** Classes that are sorts of word, not lists of words. */
export const isSortClass = (name: string): name is 'adverb' | 'participle' | 'plural' =>
  name === 'adverb' || name === 'participle' || name === 'plural';

/** Whether a gap may cross a token of this sort. */
export const crosses = (sort: Sort, commas: boolean): boolean => (sort === 'comma' ? commas : sort !== 'mark');
