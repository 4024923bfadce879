/** A place in a text: offsets from 0 in UTF-16 units, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The languages that Candor reads and speaks. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** One text in each language. */
export type Localized = Readonly<Record<Language, string>>;

export const categories = [
  'blame',
  'minimize',
  'overpromise',
  'vague',
  'jargon',
  'plain',
  'leak',
  'structure',
  'facts',
] as const;
export type Category = (typeof categories)[number];

/** From the most to the least serious; `off` switches a rule off. */
export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** Line and column from 1, offset from 0; columns and offsets in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** One thing that an editor would mark. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Exclude<Severity, 'off'>;
  /** What is wrong, why it matters, what to do; in the language of the settings. */
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** The source between start and end. */
  readonly text: string;
  /** Texts that can stand in place of `text`, best first. */
  readonly suggestions: readonly string[];
  /** Where the rule is described. */
  readonly url: string;
  /** What a quick fix may insert, when something is missing rather than wrong: a snippet's name. */
  readonly insert?: string;
}
