import { lineAt } from '../document/lines.js';
import type { Language } from '../finding.js';
import { sentenceAround, type Token } from '../language/tokens.js';
import { Automata } from './automaton.js';
import type { GuardPlace } from './guard-place.js';
import { guardOf } from './guards.js';
import type { ClassData, PhraseEntry, PhraseList } from './list.js';
import { marked } from './marked.js';
import type { Node } from './pattern.js';
import { compile, type Program } from './program.js';
import { PatternReader } from './reader.js';

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

/** An entry of a list; its patterns have the numbers from `first` on. */
interface Listed {
  readonly rule: string;
  readonly entry: PhraseEntry;
  readonly first: number;
}

/** What is looked for around a match of an entry: groups of the program. */
interface Surroundings {
  readonly except: number | undefined;
  readonly unless: number | undefined;
  readonly only: number | undefined;
}

/** How far around a match a phrase that spares it may begin and end, in tokens. */
const shieldReach = 16;

/** All phrase lists of one language. Made once; patterns that a program tells already are read when one matches. */
export class PhraseBook {
  readonly #listed: readonly Listed[];
  readonly #firsts: readonly number[];
  readonly #automata: Automata;
  readonly #around: ReadonlyMap<PhraseEntry, Surroundings>;
  readonly #reader: PatternReader;

  /**
   * @param lists The lists of one language.
   * @param classes What `@name` stands for in them.
   * @param program What `compileLists` made of the same lists and classes, where it is at hand.
   * @throws PatternError for a pattern that cannot be read, Error for an unknown class or guard.
   */
  constructor(
    readonly language: Language,
    lists: readonly PhraseList[],
    classes: ClassData,
    program?: Program,
  ) {
    this.#listed = listedIn(lists);
    this.#firsts = this.#listed.map(({ first }) => first);
    this.#reader = new PatternReader(classes);
    this.#automata = new Automata(program ?? compileLists(language, lists, classes));
    this.#around = aroundIn(lists).byEntry;
  }

  /** Whether the lists of this language name this token themselves. */
  names(key: string): boolean {
    return this.#automata.names(key);
  }

  /**
   * Finds the phrases of all lists in one pass.
   * @returns Matches that passed their guards, ascending; of two of one rule that overlap, the longer.
   */
  find(place: PhrasePlace): PhraseMatch[] {
    const { tokens, text } = place;
    const found: PhraseMatch[] = [];
    for (const hit of this.#automata.group(0).hits(tokens)) {
      const listed = this.#listed[lineAt(this.#firsts, hit.pattern) - 1];
      // What guards ask costs less than which part of the match its pattern marks.
      if (!listed || !this.#passes(listed.entry, hit, place)) continue;
      const { rule, entry, first } = listed;
      const source = entry.match[hit.pattern - first] ?? '';
      const part = source.includes('[') ? marked(this.#reader.read(source), this.#reader.classes, tokens, hit) : hit;
      const begin = tokens[part.from];
      const last = tokens[part.to - 1];
      if (!begin || !last || part.from >= part.to) continue;
      if (entry.case && !sameCase(text.slice(begin.start, last.end), entry)) continue;
      if (this.#isShielded(entry, part, tokens)) continue;
      found.push({ rule, entry, from: hit.from, to: hit.to, start: begin.start, end: last.end });
    }
    return found.length === 0 ? found : longest(found);
  }

  #passes(entry: PhraseEntry, { from, to }: { from: number; to: number }, place: PhrasePlace): boolean {
    if (!entry.unless && !entry.when && !entry.near) return true;
    const { tokens, text, isHeading, isQuoted } = place;
    const sentence = sentenceAround(tokens, from);
    const at: GuardPlace = { text, tokens, isHeading, isQuoted, from, to, sentence, language: this.language };
    const holds = (name: string): boolean => guardOf(name, this.language)?.(at) ?? false;
    if (entry.unless?.some(holds)) return false;
    if (entry.when && !entry.when.every(holds)) return false;
    if (!entry.near) return true;
    const { unless, only } = this.#around.get(entry) ?? {};
    const outside = (group: number): boolean => {
      for (const hit of this.#automata.group(group).hits(tokens, sentence.from, sentence.to)) {
        if (hit.from >= to || hit.to <= from) return true;
      }
      return false;
    };
    return !(unless && outside(unless)) && !(only && !outside(only));
  }

  /** Whether one of the entry's `except` phrases holds all that is to be covered. */
  #isShielded(entry: PhraseEntry, part: { from: number; to: number }, tokens: readonly Token[]): boolean {
    const except = this.#around.get(entry)?.except;
    if (!except) return false;
    const around = this.#automata.group(except).hits(tokens, part.from - shieldReach, part.to + shieldReach);
    for (const hit of around) {
      if (hit.from > part.from) return false;
      if (hit.to >= part.to) return true;
    }
    return false;
  }
}

/** The entries of lists, in the order in which a program numbers their patterns. */
function listedIn(lists: readonly PhraseList[]): Listed[] {
  const listed: Listed[] = [];
  let first = 0;
  for (const { rule, entries } of lists) {
    for (const entry of entries) {
      listed.push({ rule, entry, first });
      first += entry.match.length;
    }
  }
  return listed;
}

/**
 * The patterns that are looked for around matches, in the groups of a program behind the first. Of the lists in bundles it
 * is only known that there are some (`esbuild.mjs`): what they are, the program tells.
 */
function aroundIn(lists: readonly PhraseList[]): {
  readonly groups: readonly (readonly string[])[];
  readonly byEntry: ReadonlyMap<PhraseEntry, Surroundings>;
} {
  const groups: (readonly string[])[] = [];
  const group = (sources: readonly string[] | undefined): number | undefined => sources && groups.push(sources);
  const byEntry = new Map<PhraseEntry, Surroundings>();
  for (const { entries } of lists) {
    for (const entry of entries) {
      const { except, near } = entry;
      if (!except && !near) continue;
      byEntry.set(entry, { except: group(except), unless: group(near?.unless), only: group(near?.only) });
    }
  }
  return { groups, byEntry };
}

/** Patterns of one word as one, where nobody asks which of them stands: it takes less room, and finds the same places. */
function wordsTogether(patterns: readonly Node[]): Node[] {
  const keys = patterns.flatMap((pattern) => (pattern.type === 'token' ? pattern.keys : []));
  const longer = patterns.filter(({ type }) => type !== 'token');
  return keys.length > 0 ? [{ type: 'token', keys }, ...longer] : longer;
}

/**
 * Compiles the patterns of lists.
 * @throws PatternError for a pattern that cannot be read, Error for an unknown class or guard.
 */
export function compileLists(language: Language, lists: readonly PhraseList[], classes: ClassData): Program {
  const reader = new PatternReader(classes);
  reader.classes.check();
  const listed = listedIn(lists);
  for (const { rule, entry } of listed) {
    for (const guard of [...(entry.unless ?? []), ...(entry.when ?? [])]) {
      if (!guardOf(guard, language))
        throw new Error(`${rule}: “${entry.match[0]}” asks for a guard “${guard}” that does not exist`);
    }
  }
  return compile(
    [
      listed.flatMap(({ entry }) => entry.match.map(reader.read)),
      ...aroundIn(lists).groups.map((sources) => wordsTogether(sources.map(reader.read))),
    ],
    reader.classes,
  );
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

const byPlace = (a: PhraseMatch, b: PhraseMatch): number => a.start - b.start || a.end - b.end;

/** Drops matches that overlap a longer one of the same rule; of equal ones, the one that asks for more around it stays. */
function longest(matches: readonly PhraseMatch[]): PhraseMatch[] {
  if (matches.length < 2) return [...matches];
  const sorted = [...matches].sort(byPlace);
  const ends = new Map<string, number>();
  const crowded = new Set<string>();
  for (const { rule, start, end } of sorted) {
    const before = ends.get(rule) ?? 0;
    if (start < before) crowded.add(rule);
    ends.set(rule, Math.max(before, end));
  }
  if (crowded.size === 0) return sorted;
  const taken = new Map<string, PhraseMatch[]>();
  return matches
    .filter(({ rule }) => crowded.has(rule))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || b.to - b.from - (a.to - a.from) || a.start - b.start)
    .filter((match) => {
      const others = taken.get(match.rule) ?? [];
      taken.set(match.rule, others);
      if (others.some(({ start, end }) => match.start < end && start < match.end)) return false;
      others.push(match);
      return true;
    })
    .concat(sorted.filter(({ rule }) => !crowded.has(rule)))
    .sort(byPlace);
}
