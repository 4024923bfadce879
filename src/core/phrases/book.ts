import type { Language } from '../finding.js';
import { sentenceAround, type Token } from '../language/tokens.js';
import { Automaton, Classes, isSortClass } from './automaton.js';
import { type GuardPlace, guardOf } from './guards.js';
import { inflect } from './inflect.js';
import type { ClassData, PhraseEntry, PhraseList } from './list.js';
import { type Inflect, type Node, parsePattern } from './pattern.js';

/** A phrase found in a block. Offsets in the block's prose, UTF-16 units. */
export interface PhraseMatch {
  readonly rule: string;
  readonly entry: PhraseEntry;
  /** Tokens of the whole match, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** What the finding covers. */
  readonly start: number;
  readonly end: number;
}

/** Where matches are looked for. */
export interface PhrasePlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isHeading: boolean;
  readonly isQuoted: boolean;
}

interface Compiled {
  readonly rule: string;
  readonly entry: PhraseEntry;
  readonly pattern: Node;
  readonly marks: boolean;
}

/** What is looked for around a match of an entry; made when the entry first matches. */
interface Surroundings {
  readonly except: Automaton | undefined;
  readonly unless: Automaton | undefined;
  readonly only: Automaton | undefined;
}

/** How far around a match a phrase that spares it may begin and end, in tokens. */
const shieldReach = 16;

/** All phrase lists of one language, compiled. Made once; what is around matches is compiled when it is needed. */
export class PhraseBook {
  readonly #compiled: Compiled[] = [];
  readonly #automaton: Automaton;
  readonly #surroundings = new Map<PhraseEntry, Surroundings>();
  readonly #classes: Classes;
  #named: ReadonlySet<string> | undefined;
  readonly #parse: (source: string) => Node;

  /**
   * @param lists The lists of one language.
   * @param classes What `@name` stands for in them.
   * @throws PatternError for a pattern that cannot be read, Error for an unknown class or guard.
   */
  constructor(
    readonly language: Language,
    lists: readonly PhraseList[],
    classes: ClassData,
  ) {
    const forms = new Map<string, readonly string[]>();
    const inflected: Inflect = (lemma, asked) => {
      const key = `${lemma}~${asked}`;
      const known = forms.get(key) ?? inflect(lemma, asked);
      forms.set(key, known);
      return known;
    };
    const named = new Map<string, Node[]>();
    for (const [name, patterns] of Object.entries(classes))
      named.set(
        name,
        patterns.map((source) => parsePattern(source, inflected)),
      );
    this.#classes = new Classes(named);
    this.#parse = (source) => {
      const node = parsePattern(source, inflected);
      if (source.includes('@')) checkClasses(node, this.#classes, source);
      return node;
    };
    for (const list of lists) {
      for (const entry of list.entries) {
        for (const guard of [...(entry.unless ?? []), ...(entry.when ?? [])]) {
          if (!guardOf(guard, language))
            throw new Error(`${list.rule}: “${entry.match[0]}” asks for a guard “${guard}” that does not exist`);
        }
        for (const source of entry.match)
          this.#compiled.push({ rule: list.rule, entry, pattern: this.#parse(source), marks: source.includes('[') });
      }
    }
    this.#automaton = new Automaton(
      this.#compiled.map(({ pattern }) => pattern),
      this.#classes,
    );
  }

  /**
   * What spares matches of an entry, or is needed beside them.
   * @throws PatternError for a pattern that cannot be read
   */
  surroundings(entry: PhraseEntry): Surroundings {
    const known = this.#surroundings.get(entry);
    if (known) return known;
    const compile = (patterns: readonly string[] | undefined): Automaton | undefined =>
      patterns && patterns.length > 0 ? new Automaton(patterns.map(this.#parse), this.#classes) : undefined;
    const made = {
      except: compile(entry.except),
      unless: compile(entry.near?.unless),
      only: compile(entry.near?.only),
    };
    this.#surroundings.set(entry, made);
    return made;
  }

  /** Whether the lists of this language name this token themselves. */
  names(key: string): boolean {
    this.#named ??= new Set(this.#compiled.flatMap(({ pattern }) => [...keysOf(pattern)]));
    return this.#named.has(key);
  }

  /**
   * Finds the phrases of all lists in one pass.
   * @returns Matches that passed their guards, ascending; of two of one rule that overlap, the longer.
   */
  find(place: PhrasePlace): PhraseMatch[] {
    const { tokens } = place;
    const found: { match: PhraseMatch; part: { from: number; to: number } }[] = [];
    for (const hit of this.#automaton.hits(tokens)) {
      const compiled = this.#compiled[hit.pattern];
      if (!compiled) continue;
      const { rule, entry, pattern, marks } = compiled;
      const part = marks ? this.#automaton.marked(pattern, tokens, hit) : hit;
      const first = tokens[part.from];
      const last = tokens[part.to - 1];
      if (!first || !last || part.from >= part.to) continue;
      const match = { rule, entry, from: hit.from, to: hit.to, start: first.start, end: last.end };
      found.push({ match, part });
    }
    if (found.length === 0) return [];
    return longest(
      found
        .filter(({ match, part }) => this.#passes(match, place) && !this.#isShielded(match.entry, part, tokens))
        .map(({ match }) => match),
    );
  }

  #passes(match: PhraseMatch, place: PhrasePlace): boolean {
    const { entry } = match;
    const { tokens, text } = place;
    if (entry.case && !sameCase(text.slice(match.start, match.end), entry)) return false;
    const sentence = sentenceAround(tokens, match.from);
    const at: GuardPlace = { ...place, from: match.from, to: match.to, sentence, language: this.language };
    const holds = (name: string): boolean => guardOf(name, this.language)?.(at) ?? false;
    if (entry.unless?.some(holds)) return false;
    if (entry.when && !entry.when.every(holds)) return false;
    const { unless, only } = entry.near ? this.surroundings(entry) : {};
    if (!unless && !only) return true;
    const around = tokens.slice(sentence.from, sentence.to);
    const outside = (automaton: Automaton): boolean => {
      for (const hit of automaton.hits(around)) {
        if (hit.from + sentence.from >= match.to || hit.to + sentence.from <= match.from) return true;
      }
      return false;
    };
    return !(unless && outside(unless)) && !(only && !outside(only));
  }

  /** Whether one of the entry's `except` phrases holds all that is to be covered. */
  #isShielded(entry: PhraseEntry, part: { from: number; to: number }, tokens: readonly Token[]): boolean {
    const { except } = entry.except ? this.surroundings(entry) : {};
    if (!except) return false;
    const first = Math.max(0, part.from - shieldReach);
    for (const hit of except.hits(tokens.slice(first, part.to + shieldReach))) {
      if (hit.from + first > part.from) return false;
      if (hit.to + first >= part.to) return true;
    }
    return false;
  }
}

/** Every token that a pattern names itself. */
function* keysOf(node: Node): Generator<string> {
  if (node.type === 'token') yield* node.keys;
  if (node.type === 'optional') yield* keysOf(node.node);
  if ('nodes' in node) for (const child of node.nodes) yield* keysOf(child);
}

function checkClasses(node: Node, classes: Classes, source: string): void {
  if (node.type === 'class' && !isSortClass(node.name) && !classes.has(node.name)) {
    throw new Error(`“${source}” names a class @${node.name} that does not exist`);
  }
  if (node.type === 'optional') checkClasses(node.node, classes, source);
  if ('nodes' in node) for (const child of node.nodes) checkClasses(child, classes, source);
}

/** Whether the text has the capitals of one of the entry's patterns; a plural "s" behind capitals is free. */
function sameCase(text: string, entry: PhraseEntry): boolean {
  const plain = text.replace(/[^\p{L}\d]+/gu, ' ').trim();
  return entry.match.some((pattern) => {
    const written = pattern
      .replace(/[~[\]?()|]/g, ' ')
      .replace(/[^\p{L}\d ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return written === plain || (plain.startsWith(written) && /^(?:e?s|'s)$/.test(plain.slice(written.length)));
  });
}

/** Drops matches that overlap a longer one of the same rule; of equal ones, the one that asks for more around it stays. */
function longest(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const taken = new Map<string, Set<number>>();
  const kept = [...matches]
    .sort((a, b) => b.end - b.start - (a.end - a.start) || b.to - b.from - (a.to - a.from) || a.start - b.start)
    .filter(({ rule, start, end }) => {
      const places = taken.get(rule) ?? new Set();
      taken.set(rule, places);
      for (let at = start; at < end; at++) if (places.has(at)) return false;
      for (let at = start; at < end; at++) places.add(at);
      return true;
    });
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
