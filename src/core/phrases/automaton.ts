import type { Token } from '../language/tokens.js';
import { irregularParticiples } from './inflect.js';
import type { Node } from './pattern.js';

/** A pattern found: which one, and its tokens, `to` not included. */
export interface Hit {
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

const hanNumeral = /^[〇零一二三四五六七八九十百千万亿两半]$/;
const listedAdverbs = new Set(
  'just also then now still already once simply even too again soon first later sadly always fully quite rather very somehow somewhere'.split(
    ' ',
  ),
);

/** What a token is to transitions that do not name it. Two tokens of one sort behave alike wherever they are not named. */
type Sort = 'word' | 'adverb' | 'participle' | 'plural' | 'han' | 'numeral' | 'figure' | 'comma' | 'mask' | 'mark';

function sortOf(token: Token): Sort {
  switch (token.kind) {
    case 'word':
      if ((token.key.length > 4 && token.key.endsWith('ly')) || listedAdverbs.has(token.key)) return 'adverb';
      if ((token.key.length > 4 && token.key.endsWith('ed')) || irregularParticiples.has(token.key))
        return 'participle';
      if (/[^\Waiosu']s$/.test(token.key) && token.key.length > 4) return 'plural';
      return 'word';
    case 'han':
      return hanNumeral.test(token.key) ? 'numeral' : 'han';
    case 'figure':
      return 'figure';
    case 'comma':
      return 'comma';
    case 'mask':
    case 'address':
      return 'mask';
    default:
      return 'mark';
  }
}

/** Classes that are sorts of word, not lists of words. */
export const isSortClass = (name: string): name is 'adverb' | 'participle' | 'plural' =>
  name === 'adverb' || name === 'participle' || name === 'plural';

/** Sorts that a gap may cross. */
const inGap: Readonly<Record<Sort, 'always' | 'with-commas' | 'never'>> = {
  word: 'always',
  adverb: 'always',
  participle: 'always',
  plural: 'always',
  han: 'always',
  numeral: 'always',
  figure: 'always',
  mask: 'always',
  comma: 'with-commas',
  mark: 'never',
};

const sortsCrossed = (...how: readonly string[]): readonly Sort[] =>
  (Object.keys(inGap) as Sort[]).filter((sort) => how.includes(inGap[sort]));
const crossed = sortsCrossed('always');
const crossedWithCommas = sortsCrossed('always', 'with-commas');

const noClasses: readonly string[] = [];

/** The classes that patterns name with `@`, sorted for the automata of one language. Immutable. */
export class Classes {
  readonly #all: ReadonlyMap<string, readonly Node[]>;
  readonly #longer = new Map<string, readonly Node[]>();
  readonly #of = new Map<string, string[]>();

  constructor(classes: ReadonlyMap<string, readonly Node[]>) {
    this.#all = classes;
    for (const [name, nodes] of classes) {
      this.#longer.set(
        name,
        nodes.filter((node) => node.type !== 'token'),
      );
      for (const node of nodes) {
        if (node.type !== 'token') continue;
        for (const key of node.keys) {
          const others = this.#of.get(key);
          if (!others) this.#of.set(key, [name]);
          else if (!others.includes(name)) others.push(name);
        }
      }
    }
  }

  /** All members of a class. */
  all(name: string): readonly Node[] {
    return this.#all.get(name) ?? [];
  }

  /** The members of more than one token; those of one are one transition together. */
  longer(name: string): readonly Node[] {
    return this.#longer.get(name) ?? [];
  }

  /** The classes that have a word as a member. */
  of(key: string): readonly string[] {
    return this.#of.get(key) ?? noClasses;
  }

  has(name: string): boolean {
    return this.#all.has(name);
  }
}

/** A way out of a state: by a word, by a word of a flat class, or by a sort of word. */
type Edge = { readonly to: number } & (
  | { readonly keys: readonly string[] }
  | { readonly flat: string }
  | { readonly sort: Sort }
);

/** A state of the nondeterministic automaton. There are many, and most have one way out. */
interface State {
  edges: Edge[] | undefined;
  empty: number[] | undefined;
  accepts: number[] | undefined;
}

/** A set of states, determinised when text first leads there; where it leads is gathered when text first goes on. */
interface Reached {
  readonly states: readonly number[];
  readonly accepts: readonly number[];
  ways: Ways | undefined;
  readonly next: Map<string, Reached | null>;
}

/** The ways out of a set of states. */
interface Ways {
  readonly named: Map<string, number[]>;
  readonly flat: Map<string, number[]>;
  readonly sorts: Map<Sort, number[]>;
}

function add<K>(map: Map<K, number[]>, key: K, state: number): void {
  const list = map.get(key);
  if (list) list.push(state);
  else map.set(key, [state]);
}

/** The symbols of tokens that no pattern names; no token's key begins with a space. */
const sortSymbols: Readonly<Record<Sort, string>> = {
  word: ' word',
  adverb: ' adverb',
  participle: ' participle',
  plural: ' plural',
  han: ' han',
  numeral: ' numeral',
  figure: ' figure',
  comma: ' comma',
  mask: ' mask',
  mark: ' mark',
};

/** Words remembered with their symbols at most, so that memory is bounded. */
const mostSymbols = 20_000;

/** Determinised sets kept at most; beyond it they are dropped and made again, so that memory is bounded. */
const mostReached = 20_000;

/**
 * All patterns of a language as one automaton: built once as a nondeterministic one, determinised lazily where text
 * leads, so that a token costs one look-up however many patterns there are.
 */
export class Automaton {
  readonly #states: State[] = [];
  readonly #classes: Classes;
  /** The words that patterns name themselves, not by a class. */
  readonly #named = new Set<string>();
  readonly #symbols = new Map<string, string>();
  #reached = new Map<string, Reached>();
  #start: Reached;

  /**
   * @param patterns The patterns; a hit names one by its index.
   * @param classes What `@name` stands for.
   */
  constructor(patterns: readonly Node[], classes: Classes) {
    this.#classes = classes;
    const start = this.#state();
    patterns.forEach((pattern, index) => {
      const end = this.#at(this.#compile(pattern, start));
      if (end.accepts) end.accepts.push(index);
      else end.accepts = [index];
    });
    this.#start = this.#reach([start]);
  }

  #state(): number {
    this.#states.push({ edges: undefined, empty: undefined, accepts: undefined });
    return this.#states.length - 1;
  }

  #edge(from: number, edge: Edge): void {
    const state = this.#at(from);
    if (state.edges) state.edges.push(edge);
    else state.edges = [edge];
  }

  #empty(from: number, to: number): void {
    const state = this.#at(from);
    if (state.empty) state.empty.push(to);
    else state.empty = [to];
  }

  #at(index: number): State {
    const state = this.#states[index];
    if (!state) throw new RangeError(`no state ${index}`);
    return state;
  }

  /** Adds what `node` matches from state `from` on, and gives the state behind it. */
  #compile(node: Node, from: number): number {
    switch (node.type) {
      case 'mark':
        return from;
      case 'sequence':
        return node.nodes.reduce((state, child) => this.#compile(child, state), from);
      case 'token': {
        const to = this.#state();
        this.#edge(from, { keys: node.keys, to });
        for (const key of node.keys) this.#named.add(key);
        return to;
      }
      case 'class': {
        if (isSortClass(node.name)) {
          const to = this.#state();
          this.#edge(from, { sort: node.name, to });
          return to;
        }
        const to = this.#state();
        this.#edge(from, { flat: node.name, to });
        for (const child of this.#classes.longer(node.name)) this.#empty(this.#compile(child, from), to);
        return to;
      }
      case 'figure': {
        const to = this.#state();
        const numerals = this.#state();
        this.#edge(from, { sort: 'figure', to });
        this.#edge(from, { sort: 'numeral', to: numerals });
        this.#edge(numerals, { sort: 'numeral', to: numerals });
        this.#empty(numerals, to);
        return to;
      }
      case 'gap': {
        const end = this.#state();
        let state = from;
        for (let count = 0; count < node.most; count++) {
          const to = this.#state();
          for (const sort of node.commas ? crossedWithCommas : crossed) this.#edge(state, { sort, to });
          this.#empty(state, end);
          state = to;
        }
        this.#empty(state, end);
        return end;
      }
      case 'choice': {
        const end = this.#state();
        for (const child of node.nodes) this.#empty(this.#compile(child, from), end);
        return end;
      }
      case 'optional': {
        // A state of its own in front: what is optional may not loop back into what stands before it.
        const begin = this.#state();
        this.#empty(from, begin);
        const end = this.#compile(node.node, begin);
        this.#empty(begin, end);
        return end;
      }
    }
  }

  #reach(seeds: readonly number[]): Reached {
    const seen = new Set(seeds);
    const queue = [...seeds];
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      for (const next of this.#at(state).empty ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    const states = [...seen].sort((a, b) => a - b);
    const id = states.join();
    const known = this.#reached.get(id);
    if (known) return known;
    if (this.#reached.size >= mostReached) this.#reached = new Map();
    const reached: Reached = {
      states,
      accepts: states.flatMap((state) => this.#at(state).accepts ?? []),
      ways: undefined,
      next: new Map(),
    };
    this.#reached.set(id, reached);
    return reached;
  }

  #ways(reached: Reached): Ways {
    const ways: Ways = { named: new Map(), flat: new Map(), sorts: new Map() };
    for (const index of reached.states) {
      for (const edge of this.#at(index).edges ?? []) {
        if ('keys' in edge) for (const key of edge.keys) add(ways.named, key, edge.to);
        else if ('flat' in edge) add(ways.flat, edge.flat, edge.to);
        else add(ways.sorts, edge.sort, edge.to);
      }
    }
    reached.ways = ways;
    return ways;
  }

  /** What a token is to this automaton: itself where a pattern names it, else its sort. */
  #symbol(token: Token): string {
    const known = this.#symbols.get(token.key);
    if (known !== undefined) return known;
    const isNamed = this.#named.has(token.key) || this.#classes.of(token.key).length > 0;
    const symbol = isNamed ? token.key : sortSymbols[sortOf(token)];
    if (this.#symbols.size >= mostSymbols) this.#symbols.clear();
    this.#symbols.set(token.key, symbol);
    return symbol;
  }

  #step(reached: Reached, token: Token): Reached | null {
    const ways = reached.ways ?? this.#ways(reached);
    const next = new Set(ways.sorts.get(sortOf(token)));
    for (const to of ways.named.get(token.key) ?? []) next.add(to);
    if (ways.flat.size > 0) {
      for (const name of this.#classes.of(token.key)) for (const to of ways.flat.get(name) ?? []) next.add(to);
    }
    return next.size > 0 ? this.#reach([...next]) : null;
  }

  /**
   * Finds every pattern at every place, each with its longest match there.
   * @yields Hits by ascending place.
   */
  *hits(tokens: readonly Token[]): Generator<Hit> {
    const symbols = tokens.map((token) => this.#symbol(token));
    for (let from = 0; from < tokens.length; from++) {
      let longest: Map<number, number> | undefined;
      let reached: Reached = this.#start;
      for (let at = from; at < tokens.length; at++) {
        const [token, symbol] = [tokens[at], symbols[at]];
        if (!token || symbol === undefined) break;
        const known = reached.next.get(symbol);
        const next: Reached | null = known === undefined ? this.#step(reached, token) : known;
        if (known === undefined) reached.next.set(symbol, next);
        if (!next) break;
        reached = next;
        if (reached.accepts.length === 0) continue;
        longest ??= new Map();
        for (const pattern of reached.accepts) longest.set(pattern, at + 1);
      }
      if (longest) for (const [pattern, to] of longest) yield { pattern, from, to };
    }
  }

  /**
   * The part of a hit that its pattern marks with `[ ]`.
   * @returns Token indexes, `to` not included; the whole hit where the pattern marks nothing.
   */
  marked(pattern: Node, tokens: readonly Token[], hit: Hit): { from: number; to: number } {
    let open = hit.from;
    let close = hit.to;
    const walk = (node: Node, at: number, then: (at: number) => boolean): boolean => {
      const token = tokens[at];
      switch (node.type) {
        case 'mark': {
          const before = node.side === 'open' ? open : close;
          if (node.side === 'open') open = at;
          else close = at;
          if (then(at)) return true;
          if (node.side === 'open') open = before;
          else close = before;
          return false;
        }
        case 'sequence': {
          const rest =
            (index: number) =>
            (here: number): boolean => {
              const child = node.nodes[index];
              return child ? walk(child, here, rest(index + 1)) : then(here);
            };
          return rest(0)(at);
        }
        case 'token':
          return token !== undefined && at < hit.to && node.keys.includes(token.key) && then(at + 1);
        case 'class':
          if (isSortClass(node.name)) return token !== undefined && sortOf(token) === node.name && then(at + 1);
          return this.#classes.all(node.name).some((child) => walk(child, at, then));
        case 'figure': {
          if (token?.kind === 'figure') return then(at + 1);
          let end = at;
          while (end < hit.to && tokens[end]?.kind === 'han' && hanNumeral.test(tokens[end]?.key ?? '')) end++;
          for (let here = end; here > at; here--) if (then(here)) return true;
          return false;
        }
        case 'gap': {
          for (let count = 0; count <= node.most && at + count <= hit.to; count++) {
            if (then(at + count)) return true;
            const crossed = tokens[at + count];
            const crosses = crossed ? inGap[sortOf(crossed)] : 'never';
            if (crosses === 'never' || (crosses === 'with-commas' && !node.commas)) return false;
          }
          return false;
        }
        case 'choice':
          return node.nodes.some((child) => walk(child, at, then));
        case 'optional':
          return walk(node.node, at, then) || then(at);
      }
    };
    walk(pattern, hit.from, (end) => end === hit.to);
    return { from: open, to: close };
  }
}
