import type { Token } from '../language/tokens.js';
import type { Hit } from './automaton.js';
import type { Classes } from './classes.js';
import type { Node } from './pattern.js';
import { crosses, isSortClass, sortOf } from './sorts.js';

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
        return classes.of(node.name).some((child) => walk(child, at, then));
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
