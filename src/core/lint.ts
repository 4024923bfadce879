import type { Block } from './document/chunk.js';
import { Lines } from './document/lines.js';
import { type Reading, readDocument } from './document/parse.js';
import { type Audience, assemble, type PlacedBlock, type Postmortem } from './document/postmortem.js';
import { sourceSpan } from './document/prose.js';
import type { Finding, Language } from './finding.js';
import { tokenize } from './language/tokens.js';
import { PhraseBook, type PhraseMatch } from './phrases/book.js';
import { phraseClasses, phraseLists } from './phrases/lists.js';
import { rules } from './rules/index.js';
import type { BlockText, DocumentContext, Problem, Rule } from './rules/rule.js';
import type { CheckOptions, LinterSettings } from './settings.js';

/** What a check gives. */
export interface Analysis {
  readonly postmortem: Postmortem;
  /** By place. */
  readonly findings: readonly Finding[];
}

/** A linter remembers the last document it read: give each open document its own. */
export interface Linter {
  /** Finds what an editor would mark. Never throws on any text. */
  check(text: string, options?: CheckOptions): Finding[];
  /** The same, with the document as Candor sees it. */
  analyze(text: string, options?: CheckOptions): Analysis;
}

/** A problem at its place in the chunk, with the rule that found it. */
interface Noted {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly problem: Problem;
}

type Words = Pick<BlockText, 'text' | 'tokens' | 'phrases'>;

/** Makes the address at which the editor shows a rule's page; works without a network. */
export const ruleUrl = (id: string): string => `vscode://candor.candor/rules/${id}`;

/** The phrase books are made when a text first needs them, once for all linters: lists never change. */
const books = new Map<Language, PhraseBook>();
function bookOf(language: Language): PhraseBook {
  const known = books.get(language) ?? new PhraseBook(language, phraseLists[language], phraseClasses[language]);
  books.set(language, known);
  return known;
}

/** Minutes to the first notice where the team's settings say nothing. */
const defaultFirstNotice = 60;

const hasHan = /[\u3400-\u9fff]/;
const hasLatin = /[A-Za-z]/;

function wordsOf(block: PlacedBlock): Words {
  const prose = block.audience === 'customer' ? block.block.prose : block.block.full;
  const { text } = prose;
  const tokens = tokenize(text);
  let matches: ReadonlyMap<string, readonly PhraseMatch[]> | undefined;
  const find = (): ReadonlyMap<string, readonly PhraseMatch[]> => {
    const place = { text, tokens, isHeading: block.block.kind === 'heading', isQuoted: block.block.quoted };
    const all = [
      ...(hasLatin.test(text) ? bookOf('en').find(place) : []),
      ...(hasHan.test(text) ? bookOf('zh').find(place) : []),
    ];
    const byRule = new Map<string, PhraseMatch[]>();
    for (const match of all) {
      const known = byRule.get(match.rule);
      if (known) known.push(match);
      else byRule.set(match.rule, [match]);
    }
    return byRule;
  };
  return {
    text,
    tokens,
    phrases: (rule) => {
      matches ??= find();
      return matches.get(rule) ?? [];
    },
  };
}

/** What is remembered about `block`; made when first asked for. */
function within<Value>(memory: WeakMap<Block, Map<string, Value>>, block: Block): Map<string, Value> {
  const known = memory.get(block) ?? new Map<string, Value>();
  memory.set(block, known);
  return known;
}

class CandorLinter implements Linter {
  readonly #locale: Language;
  readonly #rules: readonly { readonly rule: Rule; readonly severity: Finding['severity']; readonly isSet: boolean }[];
  readonly #settings: LinterSettings;
  readonly #accepted: ReadonlySet<string>;
  #reading: Reading | undefined;
  #words = new WeakMap<Block, Map<string, Words>>();
  #noted = new WeakMap<Block, Map<string, readonly Noted[]>>();
  readonly #facts: Readonly<Record<Audience, WeakMap<Block, Map<string, unknown>>>> = {
    customer: new WeakMap(),
    internal: new WeakMap(),
  };

  constructor(settings: LinterSettings) {
    this.#settings = settings;
    this.#locale = settings.locale ?? 'en';
    this.#accepted = new Set((settings.accept ?? []).map((word) => word.toLowerCase()));
    this.#rules = rules.flatMap((rule) => {
      const set = settings.rules?.[rule.id];
      const severity = set ?? rule.severity;
      return severity === 'off' ? [] : [{ rule, severity, isSet: set !== undefined }];
    });
  }

  check(text: string, options: CheckOptions = {}): Finding[] {
    return [...this.analyze(text, options).findings];
  }

  analyze(text: string, options: CheckOptions = {}): Analysis {
    this.#reading = readDocument(text, this.#reading);
    const { frontMatter, chunks } = this.#reading;
    const postmortem = assemble(text, frontMatter, chunks, {
      audience: options.audience ?? 'auto',
      language: options.language ?? 'auto',
    });
    const lines = new Lines(text);
    const findings: Finding[] = [];
    const chosen = new Map(this.#rules.map((each) => [each.rule, each]));
    const push = (rule: Rule, start: number, end: number, problem: Problem): void => {
      const choice = chosen.get(rule);
      if (!choice) return;
      const severity = choice.isSet ? choice.severity : (problem.severity ?? choice.severity);
      findings.push({
        rule: rule.id,
        category: rule.category,
        severity,
        message: problem.say[this.#locale],
        start: lines.position(start),
        end: lines.position(end),
        text: text.slice(start, end),
        suggestions: problem.instead ?? [],
        url: ruleUrl(rule.id),
        ...(problem.insert ? { insert: problem.insert } : {}),
      });
    };

    for (const placed of postmortem.blocks) {
      for (const { rule, start, end, problem } of this.#blockProblems(placed)) {
        if (isIgnored(rule, placed.ignored)) continue;
        push(rule, placed.chunk.offset + start, placed.chunk.offset + end, problem);
      }
    }
    const context = this.#context();
    for (const { rule } of this.#rules) {
      if (!rule.document) continue;
      for (const problem of rule.document(postmortem, context)) {
        if (isIgnored(rule, ignoredAt(postmortem, problem.at.start))) continue;
        push(rule, problem.at.start, problem.at.end, problem);
      }
    }
    const kept =
      postmortem.ignored.length > 0 ? findings.filter((finding) => !isIgnored(finding, postmortem.ignored)) : findings;
    kept.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : 1));
    return { postmortem, findings: kept };
  }

  #context(): DocumentContext {
    const shared = new Map<string, unknown>();
    const read = (block: PlacedBlock): BlockText => this.#read(block);
    return {
      read,
      accepted: this.#accepted,
      now: this.#settings.now,
      firstNotice: this.#settings.firstNotice ?? defaultFirstNotice,
      fact: <Value>(block: PlacedBlock, key: string, compute: (text: BlockText) => Value): Value => {
        const facts = this.#facts[block.audience].get(block.block) ?? new Map<string, unknown>();
        if (facts.has(key)) return facts.get(key) as Value;
        const value = compute(read(block));
        this.#facts[block.audience].set(block.block, facts.set(key, value));
        return value;
      },
      once: <Value>(key: string, compute: () => Value): Value => {
        if (!shared.has(key)) shared.set(key, compute());
        return shared.get(key) as Value;
      },
    };
  }

  #read(block: PlacedBlock): BlockText {
    const byAudience = within(this.#words, block.block);
    const words = byAudience.get(block.audience) ?? wordsOf(block);
    byAudience.set(block.audience, words);
    return { ...block, ...words };
  }

  /** The problems of a block, remembered: they depend on the block and what `key` holds, on nothing else. */
  #blockProblems(placed: PlacedBlock): readonly Noted[] {
    const key = `${placed.audience} ${placed.language} ${placed.section?.kind ?? ''}`;
    const byKey = within(this.#noted, placed.block);
    const known = byKey.get(key);
    if (known) return known;
    const noted: Noted[] = [];
    const prose = placed.audience === 'customer' ? placed.block.prose : placed.block.full;
    const text = this.#read(placed);
    for (const { rule } of this.#rules) {
      if (!rule.block || (rule.reads === 'customer' && placed.audience !== 'customer')) continue;
      for (const problem of rule.block(text)) {
        const { start, end } = problem.inSource ? problem.at : sourceSpan(prose, problem.at.start, problem.at.end);
        // A fix that would overwrite markup inside the phrase is no fix.
        const crosses = !problem.inSource && end - start !== problem.at.end - problem.at.start;
        noted.push({ rule, start, end, problem: crosses && problem.instead ? { ...problem, instead: [] } : problem });
      }
    }
    byKey.set(key, noted);
    return noted;
  }
}

const isIgnored = (
  rule: { readonly id?: string; readonly rule?: string; readonly category: string },
  ignored: readonly string[],
): boolean =>
  ignored.length > 0 &&
  ignored.some((id) => id === 'all' || id === rule.id || id === rule.rule || id === rule.category);

/** The rules that are switched off where `offset` stands. */
function ignoredAt(postmortem: Postmortem, offset: number): readonly string[] {
  const block = postmortem.blocks.find(
    ({ block, chunk, ignored }) =>
      ignored.length > 0 && offset >= chunk.offset + block.start && offset <= chunk.offset + block.end,
  );
  return block?.ignored ?? [];
}

/**
 * Makes a linter.
 * @returns A linter that, called again on an edited text, reads again only what changed; its findings are the same as
 *   those of a new one.
 */
export function createLinter(settings: LinterSettings = {}): Linter {
  return new CandorLinter(settings);
}
