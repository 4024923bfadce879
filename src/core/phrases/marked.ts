import type { Token } from '../language/tokens.js';
import type { Hit } from './automaton.js';
import type { Classes } from './classes.js';
import type { Node } from './pattern.js';
import { crosses, isSortClass, sortOf } from './sorts.js';

/** How many tokens a pattern takes that takes always as many; `undefined` where it depends on the text. */
function lengthOf(node: Node, classes: Classes): number | undefined {
  switch (node.type) {
    case 'mark':
      return 0;
    case 'token':
      return 1;
    case 'class':
      return isSortClass(node.name) ? 1 : oneLength(classes.of(node.name), classes);
    case 'choice':
      return oneLength(node.nodes, classes);
    case 'sequence':
      return lengthOfAll(node.nodes, classes);
    default:
      return undefined;
  }
}

function oneLength(nodes: readonly Node[], classes: Classes): number | undefined {
  const [first, ...rest] = nodes;
  const length = first && lengthOf(first, classes);
  return rest.every((node) => lengthOf(node, classes) === length) ? length : undefined;
}

function lengthOfAll(nodes: readonly Node[], classes: Classes): number | undefined {
  let sum = 0;
  for (const node of nodes) {
    const length = lengthOf(node, classes);
    if (length === undefined) return undefined;
    sum += length;
  }
  return sum;
}

/** How many tokens of a match stand before the marked part and behind it. */
interface Ends {
  readonly before: number;
  readonly behind: number;
}

const known = new WeakMap<Node, Ends | 'varying'>();

/** The ends of most patterns are as long in every text, so that nobody has to look for them in each. */
function endsOf(pattern: Node, classes: Classes): Ends | 'varying' {
  const remembered = known.get(pattern);
  if (remembered) return remembered;
  const nodes = pattern.type === 'sequence' ? pattern.nodes : [];
  const open = nodes.findIndex((node) => node.type === 'mark' && node.side === 'open');
  const close = nodes.findIndex((node) => node.type === 'mark' && node.side === 'close');
  const before = open < 0 ? undefined : lengthOfAll(nodes.slice(0, open), classes);
  const behind = close < 0 ? undefined : lengthOfAll(nodes.slice(close), classes);
  const ends = before === undefined || behind === undefined ? 'varying' : { before, behind };
  known.set(pattern, ends);
  return ends;
}

/**
 * The part of a hit that its pattern marks with `[ ]`.
 * @returns Token indexes, `to` not included; the whole hit where the pattern marks nothing.
 */
export function marked(
  pattern: Node,
  classes: Classes,
  tokens: readonly Token[],
  hit: Hit,
): { from: number; to: number } {
  const ends = endsOf(pattern, classes);
  if (ends !== 'varying') return { from: hit.from + ends.before, to: hit.to - ends.behind };
  let open = hit.from;
  let close = hit.to;
  const isHeld = (keys: readonly string[], at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && at < hit.to && keys.includes(token.key);
  };
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
        const goOn = (first: number, from: number): boolean => {
          let here = from;
          for (let index = first; ; index++) {
            const child = node.nodes[index];
            if (!child) return then(here);
            // A word stands there or does not: there is nothing to come back to.
            if (child.type !== 'token') return walk(child, here, (next) => goOn(index + 1, next));
            if (!isHeld(child.keys, here)) return false;
            here++;
          }
        };
        return goOn(0, at);
      }
      case 'token':
        return isHeld(node.keys, at) && then(at + 1);
      case 'class':
        if (isSortClass(node.name)) return token !== undefined && sortOf(token) === node.name && then(at + 1);
        // Classes have hundreds of words: of these only the one that stands there is gone through.
        for (const child of classes.of(node.name)) {
          if (child.type === 'token' && !isHeld(child.keys, at)) continue;
          if (walk(child, at, then)) return true;
        }
        return false;
      case 'figure': {
        if (token?.kind === 'figure') return then(at + 1);
        let end = at;
        for (let next = tokens[end]; next && end < hit.to && sortOf(next) === 'numeral'; next = tokens[end]) end++;
        for (let here = end; here > at; here--) if (then(here)) return true;
        return false;
      }
      case 'gap': {
        for (let count = 0; count <= node.most && at + count <= hit.to; count++) {
          if (then(at + count)) return true;
          const crossed = tokens[at + count];
          if (!crossed || !crosses(sortOf(crossed), node.commas)) return false;
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
