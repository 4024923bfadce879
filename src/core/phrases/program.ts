import type { Classes } from './classes.js';
import { type Node, wordsNamed } from './pattern.js';
import { crosses, isSortClass, type Sort, sorts } from './sorts.js';

/**
 * A nondeterministic automaton as numbers, which `automaton.ts` runs. It can be kept as JSON: bundles carry those of the
 * phrase lists, since reading one costs a fraction of compiling it.
 */
export interface Program {
  /** Every word that a pattern or a class names, parted by spaces; first those that patterns of the first group name. */
  readonly words: string;
  /** How many words patterns of the first group name themselves. */
  readonly own: number;
  /**
   * For words that stand in the same sets of words: how many these are, how many sets, and which, by the order of the
   * words. Each set is told by how much its number is higher than that of the one before. The first sets are those of
   * `setsOfSort`.
   */
  readonly sets: ArrayLike<number> & Iterable<number>;
  /**
   * The states, one behind the other; a state is the index at which it begins. The first leads without a token to where
   * the patterns of each group begin, and to nothing else.
   * Of each: eight times the number of its ways out by a token, plus `flags`. Then of each such way the set and where it
   * leads; then how many ways out without a token, and where they lead; how many ways through a class, and of each where
   * the class begins and where it leads; how many patterns end, and which. Lists that are empty are left out. Where a way
   * leads is told by the distance: ways lead ahead.
   */
  readonly states: ArrayLike<number> & Iterable<number>;
}

/** The set of what a gap crosses; both follow the sorts. */
const gapSet = (commas: boolean): number => sorts.length + (commas ? 1 : 0);

/** The sets that every token of a sort belongs to, by the order of the sorts. */
export const setsOfSort: readonly (readonly number[])[] = sorts.map((sort, index) => [
  index,
  ...[false, true].filter((commas) => crosses(sort, commas)).map(gapSet),
]);

const sortSet = (sort: Sort): number => sorts.indexOf(sort);

/** What a state has beside ways out by a token. */
export const flags = { empty: 1, classes: 2, accepts: 4 } as const;

/** A state while it is made. */
interface Draft {
  readonly edges: { readonly set: number; readonly to: Draft }[];
  readonly empty: Draft[];
  /** Ways through a class; a class is there once, and who goes through it goes on at `to`. */
  readonly classes: { readonly begin: Draft; readonly to: Draft }[];
  readonly accepts: number[];
  /** Where nodes lead that begin here, so that what patterns begin with alike is there once. */
  readonly after: Map<string, Draft>;
}

const draft = (): Draft => ({ edges: [], empty: [], classes: [], accepts: [], after: new Map() });

/** What is accepted where a class ends. Patterns have numbers from 0 on; these are told with 1 added. */
const classEnds = -1;

class Compiler {
  readonly #classes: Classes;
  /** The words of each set; the number of a set is its place behind those of the sorts and gaps. */
  readonly sets = new Map<string, readonly string[]>();
  readonly #numbers = new Map<string, number>();
  /** Where classes begin: the members of more than one word. */
  readonly #begin = new Map<string, Draft>();

  constructor(classes: Classes) {
    this.#classes = classes;
  }

  #set(words: readonly string[]): number {
    const unique = [...new Set(words)].sort();
    const id = unique.join(' ');
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = sorts.length + 2 + this.sets.size;
    this.#numbers.set(id, number);
    this.sets.set(id, unique);
    return number;
  }

  /** Adds what `node` matches from a state on, and gives the state behind it. */
  add(node: Node, from: Draft): Draft {
    if (node.type === 'mark') return from;
    if (node.type === 'sequence') return node.nodes.reduce((state, child) => this.add(child, state), from);
    const id = JSON.stringify(node);
    const known = from.after.get(id);
    if (known) return known;
    const to = draft();
    from.after.set(id, to);
    this.#connect(node, from, to);
    return to;
  }

  #class(name: string): Draft | undefined {
    const known = this.#begin.get(name);
    const members = this.#classes.longer(name);
    if (known || members.length === 0) return known;
    const begin = draft();
    this.#begin.set(name, begin);
    for (const member of members) this.add(member, begin).accepts.push(classEnds);
    return begin;
  }

  /** Lets `node` lead from one state to the other. */
  #connect(node: Node, from: Draft, to: Draft): void {
    switch (node.type) {
      case 'mark':
        from.empty.push(to);
        return;
      case 'sequence': {
        const nodes = node.nodes.filter(({ type }) => type !== 'mark');
        const last = nodes.pop();
        const state = nodes.reduce((before, child) => this.add(child, before), from);
        if (last) this.#connect(last, state, to);
        else state.empty.push(to);
        return;
      }
      case 'token':
        from.edges.push({ set: this.#set(node.keys), to });
        return;
      case 'class': {
        if (isSortClass(node.name)) {
          from.edges.push({ set: sortSet(node.name), to });
          return;
        }
        const words = this.#classes.words(node.name);
        if (words.length > 0) from.edges.push({ set: this.#set(words), to });
        const begin = this.#class(node.name);
        if (begin) from.classes.push({ begin, to });
        return;
      }
      case 'figure': {
        const numerals = draft();
        from.edges.push({ set: sortSet('figure'), to }, { set: sortSet('numeral'), to: numerals });
        numerals.edges.push({ set: sortSet('numeral'), to: numerals });
        numerals.empty.push(to);
        return;
      }
      case 'gap': {
        let state = from;
        for (let left = node.most; left > 0; left--) {
          state.empty.push(to);
          const next = left > 1 ? draft() : to;
          state.edges.push({ set: gapSet(node.commas), to: next });
          state = next;
        }
        if (node.most === 0) from.empty.push(to);
        return;
      }
      case 'choice':
        for (const child of node.nodes) this.#connect(child, from, to);
        return;
      case 'optional':
        from.empty.push(to);
        this.#connect(node.node, from, to);
    }
  }
}

/** Where a state leads. */
const waysOf = ({ edges, empty, classes }: Draft): Draft[] => [
  ...empty,
  ...classes.flatMap(({ begin, to }) => [begin, to]),
  ...edges.map(({ to }) => to),
];

/** The states in an order in which ways lead ahead, mostly to the next. */
function ordered(start: Draft): Draft[] {
  const out: Draft[] = [];
  const seen = new Set<Draft>();
  const visit = (state: Draft): void => {
    if (seen.has(state)) return;
    seen.add(state);
    for (const to of waysOf(state)) visit(to);
    out.push(state);
  };
  visit(start);
  return out.reverse();
}

function statesOf(start: Draft): number[] {
  const drafts = ordered(start);
  const places = new Map<Draft, number>();
  const written = (state: Draft): number[] => {
    const { edges, empty, classes, accepts } = state;
    const distance = (to: Draft): number => (places.get(to) ?? 0) - (places.get(state) ?? 0);
    const list = (count: number, numbers: readonly number[]): readonly number[] =>
      count > 0 ? [count, ...numbers] : [];
    return [
      8 * edges.length +
        (empty.length > 0 ? flags.empty : 0) +
        (classes.length > 0 ? flags.classes : 0) +
        (accepts.length > 0 ? flags.accepts : 0),
      ...edges.flatMap(({ set, to }) => [set, distance(to)]),
      ...list(empty.length, empty.map(distance)),
      ...list(
        classes.length,
        classes.flatMap(({ begin, to }) => [distance(begin), distance(to)]),
      ),
      ...list(
        accepts.length,
        accepts.map((pattern) => pattern + 1),
      ),
    ];
  };
  // Distances are known when all places are, and places do not depend on them.
  let place = 0;
  for (const state of drafts) {
    places.set(state, place);
    place += written(state).length;
  }
  return drafts.flatMap(written);
}

/** Where the patterns of each group begin. */
export const startsOf = ({ states }: Program): readonly number[] =>
  Array.from({ length: states[1] ?? 0 }, (_, group) => states[2 + group] ?? 0);

/** The sets of each word, for words that patterns name themselves before others, and alike ones together. */
function setsOf(compiler: Compiler, own: ReadonlySet<string>): Pick<Program, 'words' | 'sets'> {
  const sets = new Map<string, number[]>();
  let setCount = sorts.length + 2;
  for (const words of compiler.sets.values()) {
    for (const word of words) {
      const known = sets.get(word);
      if (known) known.push(setCount);
      else sets.set(word, [setCount]);
    }
    setCount++;
  }
  const alike = new Map<string, [word: string, numbers: number[]][]>();
  for (const entry of sets) {
    const id = `${own.has(entry[0]) ? 0 : 1} ${entry[1].join()}`;
    const known = alike.get(id);
    if (known) known.push(entry);
    else alike.set(id, [entry]);
  }
  const groups = [...alike].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, words]) => words);
  return {
    words: groups.flatMap((group) => group.map(([word]) => word)).join(' '),
    sets: groups.flatMap((group) => {
      const numbers = group[0]?.[1] ?? [];
      return [group.length, numbers.length, ...numbers.map((number, at) => number - (numbers[at - 1] ?? 0))];
    }),
  };
}

/**
 * Compiles patterns.
 * @param groups The patterns, in groups that are looked for apart; a hit names one by its index in its group.
 * @param classes What `@name` stands for.
 */
export function compile(groups: readonly (readonly Node[])[], classes: Classes): Program {
  const compiler = new Compiler(classes);
  const first = draft();
  for (const patterns of groups) {
    const start = draft();
    first.empty.push(start);
    patterns.forEach((pattern, index) => {
      compiler.add(pattern, start).accepts.push(index);
    });
  }
  const own = new Set(groups[0]?.flatMap(wordsNamed));
  return { ...setsOf(compiler, own), own: own.size, states: statesOf(first) };
}
