import type { Language } from '../finding.js';
import { sentenceAround, type Token } from '../language/tokens.js';
import { Automaton, hasMark, isSortClass } from './automaton.js';
import { type GuardPlace, guardOf } from './guards.js';
import { inflect } from './inflect.js';
import type { ClassData, PhraseEntry, PhraseList } from './list.js';
import { type Node, parsePattern } from './pattern.js';

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
  /** Whether it is one of the phrases that spare a match of the entry. */
  readonly shield: boolean;
}

/** All phrase lists of one language, compiled. Immutable; made once. */
export class PhraseBook {
  readonly #compiled: Compiled[] = [];
  readonly #automaton: Automaton;
  readonly #near = new Map<PhraseEntry, { unless?: Automaton; only?: Automaton }>();

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
    const named = new Map<string, Node[]>();
    for (const [name, patterns] of Object.entries(classes))
      named.set(
        name,
        patterns.map((source) => parsePattern(source, inflect)),
      );
    const parse = (source: string): Node => {
      const node = parsePattern(source, inflect);
      checkClasses(node, named, source);
      return node;
    };
    for (const list of lists) {
      for (const entry of list.entries) {
        for (const guard of [...(entry.unless ?? []), ...(entry.when ?? [])]) {
          if (!guardOf(guard, language))
            throw new Error(`${list.rule}: “${entry.match[0]}” asks for a guard “${guard}” that does not exist`);
        }
        for (const source of entry.match) this.#add(list.rule, entry, parse(source), false);
        for (const source of entry.except ?? []) this.#add(list.rule, entry, parse(source), true);
        if (entry.near) {
          this.#near.set(entry, {
            ...(entry.near.unless ? { unless: new Automaton(entry.near.unless.map(parse), named) } : {}),
            ...(entry.near.only ? { only: new Automaton(entry.near.only.map(parse), named) } : {}),
          });
        }
      }
    }
    this.#automaton = new Automaton(
      this.#compiled.map(({ pattern }) => pattern),
      named,
    );
  }

  #add(rule: string, entry: PhraseEntry, pattern: Node, shield: boolean): void {
    this.#compiled.push({ rule, entry, pattern, marks: hasMark(pattern), shield });
  }

  /**
   * Finds the phrases of all lists in one pass.
   * @returns Matches that passed their guards, ascending; of two of one rule that overlap, the longer.
   */
  find(place: PhrasePlace): PhraseMatch[] {
    const { tokens } = place;
    const found: { match: PhraseMatch; part: { from: number; to: number } }[] = [];
    const shields = new Map<PhraseEntry, { from: number; furthest: number }[]>();
    for (const hit of this.#automaton.hits(tokens)) {
      const compiled = this.#compiled[hit.pattern];
      if (!compiled) continue;
      const { rule, entry, pattern, marks, shield } = compiled;
      if (shield) {
        const own = shields.get(entry) ?? [];
        own.push({ from: hit.from, furthest: Math.max(hit.to, own.at(-1)?.furthest ?? 0) });
        shields.set(entry, own);
        continue;
      }
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
        .filter(({ match, part }) => !isShielded(part, shields.get(match.entry)) && this.#passes(match, place))
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
    const near = this.#near.get(entry);
    if (!near) return true;
    const around = tokens.slice(sentence.from, sentence.to);
    const outside = (automaton: Automaton): boolean => {
      for (const hit of automaton.hits(around)) {
        if (hit.from + sentence.from >= match.to || hit.to + sentence.from <= match.from) return true;
      }
      return false;
    };
    return !(near.unless && outside(near.unless)) && !(near.only && !outside(near.only));
  }
}

function checkClasses(node: Node, classes: ReadonlyMap<string, unknown>, source: string): void {
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

/** Whether one of `shields`, ascending by `from`, each with the furthest end so far, holds all that is to be covered. */
function isShielded(
  part: { readonly from: number; readonly to: number },
  shields: readonly { readonly from: number; readonly furthest: number }[] = [],
): boolean {
  let low = 0;
  let high = shields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shields[middle]?.from ?? 0) <= part.from) low = middle + 1;
    else high = middle;
  }
  return (shields[low - 1]?.furthest ?? -1) >= part.to;
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
