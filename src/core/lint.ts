import type { Block, Chunk } from './document/chunk.js';
import { type Reading, readDocument } from './document/parse.js';
import {
  type Audience,
  assemble,
  type ChunkBlocks,
  type PlacedBlock,
  type PlacedChunk,
  type Postmortem,
  type Section,
} from './document/postmortem.js';
import { sourceSpan } from './document/prose.js';
import { DocumentMemory, type Remembered } from './document-memory.js';
import type { Finding, Language, Position } from './finding.js';
import { byPlace, compareNames, comparePlaces, movedTo, placeOf, positionFrom, positionIn } from './placing.js';
import { explanationOf } from './rules/explanation.js';
import { rules } from './rules/index.js';
import type { BlockText, Problem, Rule } from './rules/rule.js';
import type { CheckOptions, LinterSettings } from './settings.js';
import { type Words, wordsOf } from './words.js';

/** What a check gives. */
export interface Analysis {
  readonly postmortem: Postmortem;
  /** By place. */
  readonly findings: readonly Finding[];
  /**
   * The sections of an explanation that the document has, by kind, as the rules tell them: by heading or by what they
   * say. Without a place where running text says it; `undefined` where the document is no explanation to customers.
   */
  readonly explained: ReadonlyMap<string, Section | undefined> | undefined;
}

/** A linter remembers the last document it read: give each open document its own. */
export interface Linter {
  /** Finds what an editor would mark. Never throws on any text. */
  check(text: string, options?: CheckOptions): Finding[];
  /** The same, with the document as Candor sees it. */
  analyze(text: string, options?: CheckOptions): Analysis;
  /**
   * The same in small steps, so that others get their turn between them, and what is found first can be shown first: each
   * step tells what there is so far, all of which stays. Another check gives this one up, and takes over what it has read.
   */
  steps(text: string, options?: CheckOptions): Generator<readonly Finding[], Analysis>;
}

/** A problem at its place in its chunk, with the rule that found it. Lines from 0. */
interface Noted {
  readonly rule: Rule;
  readonly problem: Problem;
  /** The index of its block in the chunk. */
  readonly block: number;
  readonly start: Position;
  readonly end: Position;
  /** The finding it was when last looked at, which stands while its chunk has not moved. */
  last: { readonly chunk: PlacedChunk; readonly finding: Finding } | undefined;
}

/** What was worked out about the blocks of a chunk, and for which readers. */
interface ChunkMemory {
  readonly readers: string;
  /** What block rules say, by place. */
  noted: readonly Noted[] | undefined;
  readonly facts: Remembered['facts'];
}

/** Makes the address at which the editor shows a rule's page; works without a network. */
export const ruleUrl = (id: string): string => `vscode://candor.candor/rules/${id}`;

/** Minutes to the first notice where the team's settings say nothing. */
const defaultFirstNotice = 60;

class CandorLinter implements Linter {
  readonly #locale: Language;
  /** The rules that are on, each with its severity and whether the settings name it. */
  readonly #rules: ReadonlyMap<Rule, { readonly severity: Finding['severity']; readonly isSet: boolean }>;
  readonly #document: DocumentMemory;
  #reading: Reading | undefined;
  readonly #memories = new WeakMap<Chunk, ChunkMemory>();
  readonly #words = new WeakMap<Block, Map<Audience, Words>>();
  /** The blocks of this check that were read, for all rules. */
  #texts = new Map<PlacedBlock, BlockText>();

  constructor(settings: LinterSettings) {
    this.#locale = settings.locale ?? 'en';
    this.#document = new DocumentMemory(
      {
        accepted: new Set((settings.accept ?? []).map((word) => word.toLowerCase())),
        replace: new Map(Object.entries(settings.replace ?? {}).map(([term, plain]) => [term.toLowerCase(), plain])),
        now: settings.now,
        firstNotice: settings.firstNotice ?? defaultFirstNotice,
      },
      (block) => this.#read(block),
    );
    this.#rules = new Map(
      rules.flatMap((rule) => {
        const set = settings.rules?.[rule.id];
        const severity = set ?? rule.severity;
        return severity === 'off' ? [] : [[rule, { severity, isSet: set !== undefined }]];
      }),
    );
  }

  check(text: string, options: CheckOptions = {}): Finding[] {
    return [...this.analyze(text, options).findings];
  }

  analyze(text: string, options: CheckOptions = {}): Analysis {
    const steps = this.steps(text, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  *steps(text: string, options: CheckOptions = {}): Generator<readonly Finding[], Analysis> {
    this.#reading = readDocument(text, this.#reading);
    const { frontMatter, chunks } = this.#reading;
    const postmortem = assemble(text, frontMatter, chunks, {
      audience: options.audience ?? 'auto',
      language: options.language ?? 'auto',
    });
    this.#texts = new Map();
    const findings: Finding[] = [];
    yield findings;
    const remembered: Remembered[] = [];
    for (const blocks of postmortem.groups) {
      const memory = this.#memoryOf(blocks);
      remembered.push({ blocks, facts: memory.facts, texts: undefined });
      // Block rules depend on the blocks of a chunk, their readers and their sections, on nothing else.
      const isNew = memory.noted === undefined;
      memory.noted ??= this.#problemsIn(postmortem, blocks);
      const mayIgnore = blocks.hasIgnores || postmortem.ignored.length > 0;
      for (const noted of memory.noted)
        if (!mayIgnore || !isIgnoredIn(postmortem, noted.rule, blocks.from + noted.block))
          findings.push(this.#placed(noted, blocks.chunk));
      if (isNew) yield findings;
    }
    const aboutAll: Finding[] = [];
    this.#document.begin(postmortem, remembered);
    const position = positionIn(postmortem);
    const ignoredAt = ignoresIn(postmortem);
    for (const rule of this.#rules.keys()) {
      const { document } = rule;
      if (!document || isIgnored(rule, postmortem.ignored)) continue;
      if (rule.ahead && !this.#document.keeps(rule.id))
        for (const _ of rule.ahead(postmortem, this.#document)) yield findings;
      for (const problem of this.#document.kept(rule.id, () => document(postmortem, this.#document))) {
        const { start, end } = problem.at;
        if (isIgnored(rule, ignoredAt(start))) continue;
        aboutAll.push(this.#finding(rule, problem, position(start), position(end), text.slice(start, end)));
      }
      yield findings;
    }
    const explained = this.#explained(postmortem);
    this.#document.end();
    findings.push(...aboutAll.sort(byPlace));
    // Two runs in order are put into one at the cost of a walk over them.
    return { postmortem, findings: findings.sort(byPlace), explained };
  }

  #explained(postmortem: Postmortem): Analysis['explained'] {
    const { sections } = postmortem;
    // By their numbers, which stay the same as long as the outline does.
    const places = this.#document.keptValue('explained', () => {
      const explanation = explanationOf(postmortem, this.#document);
      return explanation && [...explanation.places()].map(([kind, at]) => [kind, at && sections.indexOf(at)] as const);
    });
    return places && new Map(places.map(([kind, at]) => [kind, at === undefined ? undefined : sections[at]]));
  }

  #finding(rule: Rule, problem: Problem, start: Position, end: Position, text: string): Finding {
    const choice = this.#rules.get(rule);
    const severity = (choice?.isSet ? undefined : problem.severity) ?? choice?.severity ?? 'warning';
    return {
      rule: rule.id,
      category: rule.category,
      severity,
      message: problem.say[this.#locale],
      start,
      end,
      text,
      suggestions: problem.instead ?? [],
      url: ruleUrl(rule.id),
      ...(problem.insert ? { insert: problem.insert } : {}),
    };
  }

  /** The finding of a block's problem where its chunk stands now. */
  #placed(noted: Noted, chunk: PlacedChunk): Finding {
    const { last } = noted;
    if (last && last.chunk.offset === chunk.offset && last.chunk.line === chunk.line) return last.finding;
    const start = placeOf(noted.start, chunk);
    const end = placeOf(noted.end, chunk);
    const finding = last
      ? movedTo(last.finding, start, end)
      : this.#finding(
          noted.rule,
          noted.problem,
          start,
          end,
          chunk.chunk.text.slice(noted.start.offset, noted.end.offset),
        );
    noted.last = { chunk, finding };
    return finding;
  }

  /** What is remembered of a chunk for the readers that it has now. */
  #memoryOf({ chunk, readers }: ChunkBlocks): ChunkMemory {
    const known = this.#memories.get(chunk.chunk);
    if (known?.readers === readers) return known;
    const memory: ChunkMemory = { readers, noted: undefined, facts: [] };
    this.#memories.set(chunk.chunk, memory);
    return memory;
  }

  #read(block: PlacedBlock): BlockText {
    const read = this.#texts.get(block);
    if (read) return read;
    const byAudience = this.#words.get(block.block) ?? new Map<Audience, Words>();
    const words = byAudience.get(block.audience) ?? wordsOf(block);
    this.#words.set(block.block, byAudience.set(block.audience, words));
    const { chunk, audience, section, language, ignored } = block;
    const { text: seen, tokens, phrases } = words;
    const text = { block: block.block, chunk, audience, section, language, ignored, text: seen, tokens, phrases };
    this.#texts.set(block, text);
    return text;
  }

  #problemsIn({ blocks }: Postmortem, { from, to }: ChunkBlocks): readonly Noted[] {
    const noted: Noted[] = [];
    for (let at = from; at < to; at++) {
      const placed = blocks[at];
      if (placed) this.#note(placed, at - from, noted);
    }
    return noted.sort((a, b) => comparePlaces(a, b) || compareNames(a.rule.id, b.rule.id));
  }

  #note(placed: PlacedBlock, block: number, noted: Noted[]): void {
    const prose = placed.audience === 'customer' ? placed.block.prose : placed.block.full;
    const text = this.#read(placed);
    const { lineStarts } = placed.chunk.chunk;
    for (const rule of this.#rules.keys()) {
      if (!rule.block || (rule.reads === 'customer' && placed.audience !== 'customer')) continue;
      for (const problem of rule.block(text)) {
        const { start, end } = problem.inSource ? problem.at : sourceSpan(prose, problem.at.start, problem.at.end);
        // A fix that would overwrite markup inside the phrase is no fix.
        const crosses = !problem.inSource && end - start !== problem.at.end - problem.at.start;
        noted.push({
          rule,
          problem: crosses && problem.instead ? { ...problem, instead: [] } : problem,
          block,
          start: positionFrom(lineStarts, start),
          end: positionFrom(lineStarts, end),
          last: undefined,
        });
      }
    }
  }
}

const isIgnored = ({ id, category }: Rule, ignored: readonly string[]): boolean =>
  ignored.length > 0 && ignored.some((each) => each === 'all' || each === id || each === category);

const isIgnoredIn = ({ blocks, ignored }: Postmortem, rule: Rule, block: number): boolean =>
  isIgnored(rule, blocks[block]?.ignored ?? []) || isIgnored(rule, ignored);

/** Finds the rules that are switched off where an offset stands. */
function ignoresIn({ blocks, groups }: Postmortem): (offset: number) => readonly string[] {
  const some = groups
    .filter(({ hasIgnores }) => hasIgnores)
    .flatMap(({ from, to }) => blocks.slice(from, to))
    .filter(({ ignored }) => ignored.length > 0);
  return (offset) =>
    some.find(({ block, chunk }) => offset >= chunk.offset + block.start && offset <= chunk.offset + block.end)
      ?.ignored ?? [];
}

/**
 * Makes a linter.
 * @returns A linter that, called again on an edited text, reads again only what changed; its findings are the same as
 *   those of a new one.
 */
export function createLinter(settings: LinterSettings = {}): Linter {
  return new CandorLinter(settings);
}
