import type { Language, Severity } from './finding.js';

/** How a linter is set up. All of it may be left out. */
export interface LinterSettings {
  /** The language of messages. */
  readonly locale?: Language;
  /** Severity by rule id; `off` switches a rule off. */
  readonly rules?: Readonly<Record<string, Severity>>;
  /** Words of the team that need no explanation for its customers. */
  readonly accept?: readonly string[];
  /** Further words that do, each with its plain words. */
  readonly replace?: Readonly<Record<string, string>>;
  /** The time to compare promised dates with, milliseconds since 1970; without it promises are not compared. */
  readonly now?: number;
  /** Minutes after the beginning within which customers should have had the first notice; 60 where not said. */
  readonly firstNotice?: number | undefined;
}

/** What one check is about. */
export interface CheckOptions {
  /** `customer`: all of the text is for customers. `auto`: what the document says. */
  readonly audience?: 'customer' | 'auto';
  /** The language of the document; `auto`: front matter, else the script of most blocks. */
  readonly language?: Language | 'auto';
}
