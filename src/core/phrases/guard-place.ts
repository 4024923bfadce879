import type { Language } from '../finding.js';
import type { Token } from '../language/tokens.js';

/** Where a guard looks: a match among the tokens of its block. */
export interface GuardPlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The match, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** The sentence of the match, `to` not included. */
  readonly sentence: { readonly from: number; readonly to: number };
  readonly language: Language;
  readonly isHeading: boolean;
  readonly isQuoted: boolean;
}

/** The folded words of the tokens from `from` to `to`, `to` not included, as far as they are of the match's sentence. */
export const keys = (place: GuardPlace, from: number, to: number): string[] =>
  place.tokens.slice(Math.max(from, place.sentence.from), Math.min(to, place.sentence.to)).map((token) => token.key);

/** The index where the clause of the match begins: after the last break or comma before it. */
export function clauseStart(place: GuardPlace, commas: boolean): number {
  let at = place.from;
  while (at > place.sentence.from) {
    const kind = place.tokens[at - 1]?.kind;
    if (kind === 'break' || kind === 'stop' || (commas && kind === 'comma')) break;
    at--;
  }
  return at;
}
