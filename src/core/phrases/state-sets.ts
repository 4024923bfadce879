import { flags, type Program } from './program.js';
import { Ways } from './ways.js';

/** The number of no set: no pattern goes on. */
export const nowhere = 0;

/** So many sets, or ways between them, are enough: all are dropped then and made again, so that memory is bounded. */
const most = { sets: 20_000, ways: 160_000 };
/** A state inside a class has to fit into 32 bits, with room for the text that is being read. */
const largestState = 2 ** 31;

const noPatterns: readonly number[] = [];

/**
 * The sets of states of a program that text has led to, numbered, all in a few flat arrays: as objects of their own they
 * would take several times the memory.
 */
export class StateSets {
  readonly #program: Program;
  /** Where to go on behind a class, by number; number 0 is outside of classes. */
  readonly #returns: number[] = [0];
  readonly #returnTo = new Map<number, number>();
  /** The states of all sets, one set after the other. */
  #states = new Uint32Array(1 << 10);
  /** By set: where its states end. */
  readonly #ends: number[] = [0];
  /** By set: how many of its states, the first, led to the others. Most steps lead where another has led before. */
  readonly #seeds: number[] = [0];
  /** By set: the patterns that end there. */
  readonly #accepts: (readonly number[])[] = [noPatterns];
  /** By a hash of what led there, the last such set; and by set, the one before it. */
  readonly #byHash = new Map<number, number>();
  readonly #before: number[] = [nowhere];
  /** The sets that symbols lead to. */
  readonly ways = new Ways();

  constructor(program: Program) {
    this.#program = program;
  }

  /** Whether it is time to begin anew, before the next text. */
  get isFull(): boolean {
    return (
      this.#ends.length > most.sets ||
      this.ways.size > most.ways ||
      this.#returns.length * this.#program.states.length > largestState
    );
  }

  /** The patterns that end in a set. By their order: of two that match alike, the first listed counts. */
  accepts(set: number): readonly number[] {
    return this.#accepts[set] ?? noPatterns;
  }

  /** The states of a set; to be read before another set is asked for. */
  states(set: number): Uint32Array {
    return this.#states.subarray(this.#ends[set - 1] ?? 0, this.#ends[set] ?? 0);
  }

  /** The set of states that these lead to without a token. */
  of(seeds: readonly number[]): number {
    const states = new Set(seeds);
    let hash = states.size;
    for (const state of states) hash = Math.imul(hash ^ state, 0x01000193);
    hash >>>= 2;
    const last = this.#byHash.get(hash) ?? nowhere;
    for (let set = last; set !== nowhere; set = this.#before[set] ?? nowhere) {
      if (this.#isFrom(set, states)) return set;
    }
    const set = this.#ends.length;
    this.#seeds.push(states.size);
    this.#accepts.push(this.#close(states));
    this.#keep(states);
    this.#before.push(last);
    this.#byHash.set(hash, set);
    return set;
  }

  #isFrom(set: number, seeds: ReadonlySet<number>): boolean {
    if (this.#seeds[set] !== seeds.size) return false;
    let at = this.#ends[set - 1] ?? 0;
    for (const state of seeds) if (this.#states[at++] !== state) return false;
    return true;
  }

  #keep(states: ReadonlySet<number>): void {
    let end = this.#ends.at(-1) ?? 0;
    if (end + states.size > this.#states.length) {
      const longer = new Uint32Array(2 * (end + states.size));
      longer.set(this.#states.subarray(0, end));
      this.#states = longer;
    }
    for (const state of states) this.#states[end++] = state;
    this.#ends.push(end);
  }

  /** The number of a return to a state. */
  #return(state: number): number {
    const known = this.#returnTo.get(state);
    if (known !== undefined) return known;
    this.#returnTo.set(state, this.#returns.length);
    return this.#returns.push(state) - 1;
  }

  /**
   * Adds what states lead to without a token. A state inside a class carries where to go on behind it: its place plus the
   * number of places times the number of a return.
   * @returns the patterns that end there.
   */
  #close(all: Set<number>): readonly number[] {
    const { states } = this.#program;
    const accepts: number[] = [];
    // What is added while it is gone through is gone through too.
    for (const state of all) {
      const place = state % states.length;
      const head = states[place] ?? 0;
      let at = place + 1 + 2 * (head >> 3);
      if (head & flags.empty) {
        for (let left = states[at++] ?? 0; left > 0; left--) all.add(state + (states[at++] ?? 0));
      }
      if (head & flags.classes) {
        for (let left = states[at++] ?? 0; left > 0; left--) {
          const begin = place + (states[at++] ?? 0);
          all.add(begin + this.#return(state + (states[at++] ?? 0)) * states.length);
        }
      }
      if (head & flags.accepts) {
        for (let left = states[at++] ?? 0; left > 0; left--) {
          const pattern = (states[at++] ?? 0) - 1;
          if (pattern >= 0) accepts.push(pattern);
          else all.add(this.#returns[Math.floor(state / states.length)] ?? 0);
        }
      }
    }
    return accepts.length > 0 ? accepts.sort((a, b) => a - b) : noPatterns;
  }
}
