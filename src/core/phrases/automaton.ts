import type { Token } from '../language/tokens.js';
import { type Program, setsOfSort, startsOf } from './program.js';
import { sortOf, sorts } from './sorts.js';
import { nowhere, StateSets } from './state-sets.js';

/** A pattern found: which one, and its tokens, `to` not included. */
export interface Hit {
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/** Symbols of which the sets are remembered at most. */
const mostSymbols = 2000;

/** Words of which the symbols are remembered at most. */
const mostWords = 10_000;

const sortNumbers = new Map(sorts.map((sort, index) => [sort, index]));

/** A program made ready to run: what all its groups of patterns share. */
export class Automata {
  readonly program: Program;
  #stateSets: StateSets;
  readonly #starts: readonly number[];
  /** Where `Program.sets` says how many sets hold a word. */
  readonly #places = new Map<string, number>();
  /** The place of the last word that patterns of the first group name themselves. */
  readonly #ownEnd: number;
  readonly #groups: Automaton[] = [];
  readonly #setsOf = new Map<number, ReadonlySet<number>>();
  readonly #symbols = new WeakMap<readonly Token[], Int32Array>();
  readonly #symbolOfWord = new Map<string, number>();
  /** What symbols stand for, by their numbers: sort and place. Small numbers, so that lists can be kept by symbol. */
  readonly #meanings: number[] = [];
  readonly #numbers = new Map<number, number>();

  constructor(program: Program) {
    const { words, own, sets } = program;
    this.program = program;
    this.#stateSets = new StateSets(program);
    this.#starts = startsOf(program);
    let place = 0;
    let left = 0;
    let ownEnd = 0;
    for (const word of words.split(' ')) {
      if (left === 0) {
        place += place > 0 ? (sets[place] ?? 0) + 1 : 0;
        left = sets[place++] ?? 0;
      }
      left--;
      this.#places.set(word, place);
      if (this.#places.size === own) ownEnd = place;
    }
    this.#ownEnd = ownEnd;
  }

  /** What finds the patterns of a group; to be asked for anew for each text. */
  group(index: number): Automaton {
    if (this.#stateSets.isFull) {
      this.#stateSets = new StateSets(this.program);
      this.#groups.length = 0;
    }
    this.#groups[index] ??= new Automaton(this, this.#stateSets, this.#starts[index] ?? 0);
    return this.#groups[index];
  }

  /** Whether patterns of the first group name this word themselves, not by a class. */
  names(word: string): boolean {
    const place = this.#places.get(word);
    return place !== undefined && place <= this.#ownEnd;
  }

  /**
   * What the tokens of a text are to the automata: each its sort, and where `Program.sets` says which sets of words hold
   * it. Remembered by text: all groups read the same.
   */
  symbolsOf(tokens: readonly Token[]): Int32Array {
    const known = this.#symbols.get(tokens);
    if (known) return known;
    const symbols = new Int32Array(tokens.length);
    let at = 0;
    for (const token of tokens) symbols[at++] = this.#symbolOf(token);
    this.#symbols.set(tokens, symbols);
    return symbols;
  }

  /** Of words and Han characters it is remembered: texts repeat them. */
  #symbolOf(token: Token): number {
    const { kind, key } = token;
    const isWord = kind === 'word' || kind === 'han';
    const known = isWord ? this.#symbolOfWord.get(key) : undefined;
    if (known !== undefined) return known;
    const symbol = this.#numberOf((this.#places.get(key) ?? 0) * sorts.length + (sortNumbers.get(sortOf(token)) ?? 0));
    if (!isWord) return symbol;
    if (this.#symbolOfWord.size >= mostWords) this.#symbolOfWord.clear();
    this.#symbolOfWord.set(key, symbol);
    return symbol;
  }

  #numberOf(meaning: number): number {
    const known = this.#numbers.get(meaning);
    if (known !== undefined) return known;
    const number = this.#meanings.push(meaning) - 1;
    this.#numbers.set(meaning, number);
    return number;
  }

  /** The sets that a symbol stands in. Texts repeat their words, and many of these stand in dozens of sets. */
  setsOf(symbol: number): ReadonlySet<number> {
    const known = this.#setsOf.get(symbol);
    if (known) return known;
    const { sets } = this.program;
    const meaning = this.#meanings[symbol] ?? 0;
    const all = new Set(setsOfSort[meaning % sorts.length]);
    const place = Math.floor(meaning / sorts.length);
    const end = place > 0 ? place + (sets[place] ?? 0) : 0;
    let set = 0;
    for (let at = place + 1; at <= end; at++) {
      set += sets[at] ?? 0;
      all.add(set);
    }
    if (this.#setsOf.size >= mostSymbols) this.#setsOf.clear();
    this.#setsOf.set(symbol, all);
    return all;
  }
}

/**
 * Finds all patterns of a group of a program in one pass. The program is determinised lazily where text leads, so that a
 * token costs one look-up however many patterns there are.
 */
export class Automaton {
  readonly #automata: Automata;
  readonly #stateSets: StateSets;
  /** Where the start leads, by symbol: asked at every token. */
  readonly #fromStart: (number | undefined)[] = [];
  /** Where patterns begin, by set of words: there may be thousands, from other states a few ways lead on. */
  readonly #first = new Map<number, number[]>();

  constructor(automata: Automata, stateSets: StateSets, start: number) {
    this.#automata = automata;
    this.#stateSets = stateSets;
    const { states } = automata.program;
    for (const state of stateSets.states(stateSets.of([start]))) {
      const place = state % states.length;
      const end = place + 1 + 2 * ((states[place] ?? 0) >> 3);
      for (let at = place + 1; at < end; at += 2) {
        const set = states[at] ?? 0;
        const to = state + (states[at + 1] ?? 0);
        const known = this.#first.get(set);
        if (known) known.push(to);
        else this.#first.set(set, [to]);
      }
    }
  }

  /** The set of states that a symbol leads to from the one at which all patterns begin. */
  #firstStep(symbol: number): number {
    const next: number[] = [];
    for (const set of this.#automata.setsOf(symbol)) next.push(...(this.#first.get(set) ?? []));
    return next.length > 0 ? this.#stateSets.of(next) : nowhere;
  }

  #step(from: number, symbol: number): number {
    const { states } = this.#automata.program;
    const next: number[] = [];
    const sets = this.#automata.setsOf(symbol);
    for (const state of this.#stateSets.states(from)) {
      const place = state % states.length;
      const end = place + 1 + 2 * ((states[place] ?? 0) >> 3);
      for (let at = place + 1; at < end; at += 2) {
        if (sets.has(states[at] ?? 0)) next.push(state + (states[at + 1] ?? 0));
      }
    }
    return next.length > 0 ? this.#stateSets.of(next) : nowhere;
  }

  #begin(symbol: number): number {
    const known = this.#fromStart[symbol];
    if (known !== undefined) return known;
    const reached = this.#firstStep(symbol);
    this.#fromStart[symbol] = reached;
    return reached;
  }

  #next(reached: number, symbol: number): number {
    const { ways } = this.#stateSets;
    const known = ways.get(reached, symbol);
    if (known !== undefined) return known;
    const next = this.#step(reached, symbol);
    ways.add(reached, symbol, next);
    return next;
  }

  /**
   * Finds every pattern at every place of a stretch of a text, each with its longest match there.
   * @param end Not included; where absent, the end of the text.
   * @returns Hits by ascending place.
   */
  hits(tokens: readonly Token[], begin = 0, end = tokens.length): readonly Hit[] {
    const found: Hit[] = [];
    const symbols = this.#automata.symbolsOf(tokens);
    const last = Math.min(end, symbols.length);
    const stateSets = this.#stateSets;
    for (let from = Math.max(0, begin); from < last; from++) {
      const first = found.length;
      let reached = this.#begin(symbols[from] ?? 0);
      for (
        let at = from;
        reached !== nowhere;
        reached = ++at < last ? this.#next(reached, symbols[at] ?? 0) : nowhere
      ) {
        for (const pattern of stateSets.accepts(reached)) {
          const to = at + 1;
          // A pattern that has ended here before ends further on now; a place begins few.
          let place = first;
          while (place < found.length && found[place]?.pattern !== pattern) place++;
          found[place] = { pattern, from, to };
        }
      }
    }
    return found;
  }
}
