import { assemble } from './document/assemble.js';
import type { Block } from './document/chunk.js';
import { changeBetween } from './document/outline.js';
import { type Reading, readDocument } from './document/parse.js';
import type { Audience, ChunkPart, PlacedBlock, PlacedChunk, Postmortem, Section } from './document/postmortem.js';
import { sourceSpan } from './document/prose.js';
import { DocumentMemory, type Remembered } from './document-memory.js';
import type { Category, Finding, Language, Position } from './finding.js';
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
  /** The finding it was when last looked at, at another place perhaps. */
  last: Finding | undefined;
}

/** What was worked out about the blocks of a part. It depends on its chunk and its readers. */
interface PartMemory extends Remembered {
  /** What block rules say, by place. */
  noted: readonly Noted[] | undefined;
  /** The findings of it, where the part stands. */
  placed: readonly Finding[] | undefined;
}

/** Makes the address at which the editor shows a rule's page; works without a network. */
export const ruleUrl = (id: string): string => `vscode://candor.candor/rules/${id}`;

/** Minutes to the first notice where the team's settings say nothing. */
const defaultFirstNotice = 60;

class CandorLinter implements Linter {
  readonly #locale: Language;
  /** The rules that are on, each with its severity and whether the settings name it. */
  readonly #rules: ReadonlyMap<Rule, { readonly severity: Finding['severity']; readonly isSet: boolean }>;
  readonly #blockRules: readonly Rule[];
  readonly #document: DocumentMemory;
  #reading: Reading | undefined;
  #postmortem: Postmortem | undefined;
  /** One for each part of that postmortem. */
  #memories: readonly PartMemory[] = [];
  readonly #words = new WeakMap<Block, Map<Audience, Words>>();
  readonly #texts = new WeakMap<PlacedBlock, BlockText>();

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
    this.#blockRules = [...this.#rules.keys()].filter((rule) => rule.block !== undefined);
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
    const { audience = 'auto', language = 'auto' } = options;
    const postmortem = assemble(text, frontMatter, chunks, { audience, language }, this.#postmortem);
    const memories = this.#remember(postmortem);
    const findings: Finding[] = [];
    yield findings;
    const { ignored } = postmortem;
    for (const memory of memories) {
      const isNew = memory.noted === undefined;
      memory.placed ??= this.#placed(memory);
      // By hand: as arguments of one call, a part's findings could be too many.
      for (const finding of memory.placed)
        if (ignored.length === 0 || !isIgnored(finding.rule, finding.category, ignored)) findings.push(finding);
      if (isNew) yield findings;
    }
    const aboutAll: Finding[] = [];
    this.#document.begin(postmortem, memories);
    const position = positionIn(postmortem);
    const ignoredAt = ignoresIn(postmortem);
    for (const rule of this.#rules.keys()) {
      const { document } = rule;
      if (!document || isIgnored(rule.id, rule.category, ignored)) continue;
      if (rule.ahead && !this.#document.keeps(rule.id))
        for (const _ of rule.ahead(postmortem, this.#document)) yield findings;
      for (const problem of this.#document.kept(rule.id, () => document(postmortem, this.#document))) {
        const { start, end } = problem.at;
        if (isIgnored(rule.id, rule.category, ignoredAt(start))) continue;
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

  /**
   * What is remembered of the parts of a document: all of a part that stands where it stood, and of one that moved what
   * does not depend on its place. It is kept before it is filled, so that what a check read that was given up is not lost.
   */
  #remember(postmortem: Postmortem): readonly PartMemory[] {
    const { chunks, parts } = postmortem;
    const change = changeBetween(this.#postmortem?.chunks ?? [], chunks);
    const before = this.#memories;
    this.#memories = parts.map((part, at) => {
      const known =
        at < change.from ? before[at] : at < change.now ? undefined : before[at - change.now + change.before];
      if (known?.part === part) return known;
      const { noted, facts } = known?.part.readers === part.readers ? known : { noted: undefined, facts: [] };
      return { part, noted, placed: undefined, facts, texts: undefined };
    });
    this.#postmortem = postmortem;
    return this.#memories;
  }

  /** What block rules find in a part, but for what a comment in front of a block switches off. */
  #placed(memory: PartMemory): readonly Finding[] {
    const { part } = memory;
    // Block rules depend on the blocks of a chunk, their readers and their sections, on nothing else.
    memory.noted ??= this.#problemsIn(part);
    const open = part.hasIgnores
      ? memory.noted.filter(({ rule, block }) => !isIgnored(rule.id, rule.category, part.blocks[block]?.ignored ?? []))
      : memory.noted;
    return open.map((noted) => this.#findingOf(noted, part.chunk));
  }

  #findingOf(noted: Noted, chunk: PlacedChunk): Finding {
    const start = placeOf(noted.start, chunk);
    const end = placeOf(noted.end, chunk);
    noted.last = noted.last
      ? movedTo(noted.last, start, end)
      : this.#finding(
          noted.rule,
          noted.problem,
          start,
          end,
          chunk.chunk.text.slice(noted.start.offset, noted.end.offset),
        );
    return noted.last;
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

  #problemsIn({ blocks }: ChunkPart): readonly Noted[] {
    const noted: Noted[] = [];
    for (let index = 0; index < blocks.length; index++) {
      const placed = blocks[index];
      if (placed) this.#note(placed, index, noted);
    }
    return noted.length < 2 ? noted : noted.sort((a, b) => comparePlaces(a, b) || compareNames(a.rule.id, b.rule.id));
  }

  #note(placed: PlacedBlock, block: number, noted: Noted[]): void {
    const prose = placed.audience === 'customer' ? placed.block.prose : placed.block.full;
    const text = this.#read(placed);
    const { lineStarts } = placed.chunk.chunk;
    for (const rule of this.#blockRules) {
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

const isIgnored = (rule: string, category: Category, ignored: readonly string[]): boolean =>
  ignored.length > 0 && ignored.some((each) => each === 'all' || each === rule || each === category);

/** Finds the rules that are switched off where an offset stands. */
function ignoresIn({ parts }: Postmortem): (offset: number) => readonly string[] {
  const some = parts
    .filter(({ hasIgnores }) => hasIgnores)
    .flatMap(({ blocks }) => blocks)
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
