import type { Language, Localized } from '../finding.js';

/** One family of phrasings. Patterns are written as `pattern.ts` says. */
export interface PhraseEntry {
  readonly match: readonly string[];
  /** Replacements, best first; `use~` takes the form of the matched verb. An empty text takes the phrase out. */
  readonly instead?: readonly string[];
  /** Why, and what to write instead. The rule's own words where an entry has none. */
  readonly note?: Localized;
  /** Where the phrase or its rule was seen. */
  readonly source?: string;
  /** Guards that spare the phrase, when any holds. */
  readonly unless?: readonly string[];
  /** Guards that must all hold. */
  readonly when?: readonly string[];
  /** Phrases that spare a match standing inside them: 研究生命 for 生命. */
  readonly except?: readonly string[];
  /** Words of the same sentence that spare the phrase, or that it needs: outside the match, whatever stands in it. Patterns. */
  readonly near?: { readonly unless?: readonly string[]; readonly only?: readonly string[] };
  /** Whether capitals must stand as in the pattern: SLA, but not sla. */
  readonly case?: boolean;
  /** Jargon: plain words that can stand in place of the term. */
  readonly plain?: readonly string[];
  /** Jargon: a short explanation to stand in brackets behind the term. */
  readonly explain?: string;
  /** Jargon: what field it is from. */
  readonly field?: string;
  /** Sentences that must be marked, and near misses that must not be. */
  readonly bad?: readonly string[];
  readonly good?: readonly string[];
}

/** The phrases of one rule in one language. */
export interface PhraseList {
  readonly rule: string;
  readonly language: Language;
  readonly entries: readonly PhraseEntry[];
}

/** Named groups of patterns: `@role`. */
export type ClassData = Readonly<Record<string, readonly string[]>>;
