import type { Chunk } from '../document/chunk.js';
import type { PlacedBlock, PlacedNode, Postmortem } from '../document/postmortem.js';
import type { Category, Localized, Severity, Span } from '../finding.js';
import type { Token } from '../language/tokens.js';
import type { PhraseMatch } from '../phrases/book.js';

/** What a rule says about one place. Severity, link and the text are added by the frame. */
export interface Problem {
  /** Where: in the prose of the block for block rules, in the document for document rules. */
  readonly at: Span;
  /** For a block rule: `at` counts in the chunk's source, not in the prose (code, addresses). */
  readonly inSource?: boolean;
  /** What is wrong and what to do. */
  readonly say: Localized;
  /** Texts that can stand there instead, best first. */
  readonly instead?: readonly string[];
  /** The snippet to insert, where something is missing. */
  readonly insert?: string;
  /** Where this place weighs less than the rule: holds unless the settings name a severity for the rule. */
  readonly severity?: Exclude<Severity, 'off'>;
}

/** A block as block rules see it. */
export interface BlockText extends PlacedBlock {
  /** What the block's readers see. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The phrases of a rule's lists that were found here, guards passed, longest first where they overlap. */
  phrases(rule: string): readonly PhraseMatch[];
}

/** Something that one block says. */
export interface Fact<Value> {
  readonly block: PlacedBlock;
  readonly value: Value;
}

/** What blocks are read for under a key; see `DocumentContext.facts`. */
export interface FactReader<Value> {
  readonly key: string;
  readonly read: (block: BlockText) => Value | undefined;
}

/** What a document rule knows beside the document. */
export interface DocumentContext {
  /** The team's words that need no explanation, lower case. */
  readonly accepted: ReadonlySet<string>;
  /** Further words of the team that do, lower case, each with its plain words. */
  readonly replace: ReadonlyMap<string, string>;
  /** The time to compare promises with, milliseconds since 1970; `undefined` where the host has given none. */
  readonly now: number | undefined;
  /** Minutes after the beginning within which customers should have had the first notice. */
  readonly firstNotice: number;
  /**
   * What the blocks of the document say, in their order; worked out block by block and remembered under `key` until the
   * block's chunk changes. `compute` depends on what a block rule may depend on and on the linter's settings alone; it
   * gives `undefined` for a block that says nothing. Who asks is asked again when the block gives another value.
   * @param compared `without places` where nobody who asks compares one `start` or `end` with another: then a value that
   *   stands elsewhere in its block is no other.
   */
  facts<Value>(
    key: string,
    compute: (block: BlockText) => Value | undefined,
    compared?: 'whole' | 'without places',
  ): readonly Fact<Value>[];
  /**
   * What `derive` makes of the facts of a reader, block by block, under a key of its own. Who asks hangs on that alone: an
   * edit that gives the reader another fact, and the same here, changes nothing for it. `start` and `end` in what it gives
   * are places in the block, and do not count.
   */
  factsFrom<Base, Value>(
    reader: FactReader<Base>,
    key: string,
    derive: (value: Base, block: PlacedBlock) => Value | undefined,
  ): readonly Fact<Value>[];
  /** Whether there is a chunk that passes a test; the test depends on the chunk, and on who reads its nodes, alone. */
  hasChunk(key: string, test: (chunk: Chunk, nodes: readonly PlacedNode[]) => boolean): boolean;
  /** Something worked out from the whole document, made once for all rules of a check. */
  once<Value>(key: string, compute: () => Value): Value;
  /**
   * What `say` yields, remembered under `key` until something changes that it has read by way of this context. So a rule
   * that compares many things may be asked in parts.
   */
  kept(key: string, say: () => Iterable<Problem>): readonly Problem[];
}

/** Texts that a rule must mark (with the marked part in `[[ ]]`) and must leave alone. They are its docs and its tests. */
export interface Examples {
  /** How the examples are read: as text for customers (where absent), or as whole documents that say so themselves. */
  readonly audience?: 'auto';
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

export interface Rule {
  /** Kebab case; the name of its file. */
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Whether it reads the customer part only, or the whole postmortem. */
  readonly reads: 'customer' | 'all';
  /** One line: what it asks for. */
  readonly title: Localized;
  /** Why it matters to the customer. */
  readonly why: Localized;
  readonly examples: Examples;
  /** Whether its first suggestion may be put in place unread, by a fix-all. */
  readonly safeFix?: boolean;
  /** Looks at one block. Depends on the block's text, audience, language, section kind and kind alone: results are remembered. */
  block?(block: BlockText): Iterable<Problem>;
  /**
   * Looks at the whole document. Depends on its front matter, on its outline (headings, the kind and the place of blocks,
   * their sections and readers) and on what it reads by way of the context alone, not on other words: results are
   * remembered.
   */
  document?(postmortem: Postmortem, context: DocumentContext): Iterable<Problem>;
  /**
   * Does the work of `document` in steps, so that others get their turn between them: what it works out is kept by the
   * context, where `document` finds it. For a rule that compares many things.
   */
  ahead?(postmortem: Postmortem, context: DocumentContext): Iterable<unknown>;
}

/** Marks a value as a rule, with its id as a literal type. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}
