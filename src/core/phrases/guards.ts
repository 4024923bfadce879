import type { Language } from '../finding.js';
import type { Token } from '../language/tokens.js';
import { chineseGuards } from './chinese-guards.js';

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

const negations = new Set([
  'not',
  'never',
  'no',
  'nor',
  'neither',
  'without',
  'nothing',
  'none',
  'nobody',
  'hardly',
  'rather',
  'instead',
]);

const keys = (place: GuardPlace, from: number, to: number): string[] =>
  place.tokens.slice(Math.max(from, place.sentence.from), Math.min(to, place.sentence.to)).map((token) => token.key);

/** The index where the clause of the match begins: after the last break or comma before it. */
function clauseStart(place: GuardPlace, commas: boolean): number {
  let at = place.from;
  while (at > place.sentence.from) {
    const kind = place.tokens[at - 1]?.kind;
    if (kind === 'break' || kind === 'stop' || (commas && kind === 'comma')) break;
    at--;
  }
  return at;
}

/** A negation shortly before the match, in its clause: "not a minor problem". */
function negated(place: GuardPlace): boolean {
  return keys(place, Math.max(place.from - 5, clauseStart(place, true)), place.from).some((key) => negations.has(key));
}

/** Said not to be so, before or behind: "human error is never a root cause", "we do not call this …". */
function denied(place: GuardPlace): boolean {
  if (negated(place)) return true;
  const after = keys(place, place.to, place.to + 4);
  if (after.some((key) => key === 'not' || key === 'never')) return true;
  return keys(place, Math.max(place.from - 9, clauseStart(place, false)), place.from).some(
    (key) => negations.has(key) && key !== 'no',
  );
}

/** A figure in the same sentence, up to ten tokens before or behind. */
function figureNear(place: GuardPlace): boolean {
  const from = Math.max(place.sentence.from, place.from - 10);
  const to = Math.min(place.sentence.to, place.to + 10);
  return place.tokens.slice(from, to).some((token) => harm.test(token.key));
}

/** What entries may name in `unless` and `when`. Each is a small question about the match's surroundings. */
const guards = {
  negated,
  denied,
  'figure-near': figureNear,
  'figure-follows': figureFollows,
  'in-quotes': inQuotes,
  'in-question': inQuestion,
  'own-subject': ownSubject,
  'negated-directly': negatedDirectly,
  disclaimed,
  'count-near': countNear,
  'by-agent': byAgent,
  hypothetical,
  'guarded-against': guardedAgainst,
  'list-follows': listFollows,
  'owns-up': ownsUp,
  'about-future': aboutFuture,
  'harm-near': harmNear,
  'in-heading': (place: GuardPlace) => place.isHeading,
  'block-quote': (place: GuardPlace) => place.isQuoted,
} as const satisfies Record<string, (place: GuardPlace) => boolean>;

type Guard = (place: GuardPlace) => boolean;

/**
 * The guard of that name for texts in `language`.
 * @returns `undefined` where there is none of that name.
 */
export function guardOf(name: string, language: Language): Guard | undefined {
  if (language === 'zh' && Object.hasOwn(chineseGuards, name)) return chineseGuards[name as keyof typeof chineseGuards];
  return Object.hasOwn(guards, name) ? guards[name as keyof typeof guards] : undefined;
}
