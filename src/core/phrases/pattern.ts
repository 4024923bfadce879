import type { FormsAsked } from './inflect.js';

/**
 * The pattern language of the phrase lists. A pattern is read against a row of tokens (`language/tokens.ts`):
 *
 * | written | means |
 * | --- | --- |
 * | `human error` | these words, in this order; hyphens in the text count as spaces |
 * | `人为失误` | these characters, simplified or traditional |
 * | `(a|b c|d)` | one of these; `(x)?` or `x?` may be absent |
 * | `delete~` | every inflected form, British and American spelling |
 * | `delete~ed`, `delete~ing` | past tense and past participle only; the -ing form only |
 * | `@role` | a class: one of the patterns listed under that name in `classes.json`; these may name other classes |
 * | `@adverb` | a word in -ly, or one of the listed adverbs |
 * | `@participle` | a word in -ed, or an irregular past participle |
 * | `@plural` | a word that ends as plurals do |
 * | `<3>` | up to three tokens, across no mark; `<3,>` may cross commas |
 * | `#` | a figure |
 * | `x [y] z` | the finding covers only `y` |
 */
export type Node =
  | { readonly type: 'token'; readonly keys: readonly string[] }
  | { readonly type: 'class'; readonly name: string }
  | { readonly type: 'figure' }
  | { readonly type: 'gap'; readonly most: number; readonly commas: boolean }
  | { readonly type: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly type: 'choice'; readonly nodes: readonly Node[] }
  | { readonly type: 'optional'; readonly node: Node }
  | { readonly type: 'mark'; readonly side: 'open' | 'close' };

/** Gives the forms of a word that a pattern asks for. */
export type Inflect = (lemma: string, asked: FormsAsked) => readonly string[];

/** Thrown for a pattern that cannot be read; says what, where and what to do. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

const piece =
  /\s+|<(\d+)(,?)>|[()[\]|?#]|@([\w-]+)|([\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])|([^\s()[\]|?#<>@\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)/gy;

/**
 * Reads a pattern.
 * @param inflect All forms of a word written with `~`.
 * @throws PatternError
 */
export function parsePattern(source: string, inflect: Inflect): Node {
  const tokens: RegExpExecArray[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const at = piece.lastIndex;
    const match = piece.exec(source);
    if (!match) throw new PatternError(`“${source}”: cannot read “${source.slice(at, at + 10)}” at ${at + 1}`);
    if (match[0].trim() !== '') tokens.push(match);
  }
  let next = 0;
  let depth = 0;

  const sequence = (): Node => {
    const nodes: Node[] = [];
    for (let match = tokens[next]; match; match = tokens[next]) {
      const text = match[0];
      if (text === '|' || text === ')') break;
      next++;
      if (text === '(') {
        depth++;
        const inner = choice();
        if (tokens[next]?.[0] !== ')') throw new PatternError(`“${source}”: “(” is not closed`);
        next++;
        depth--;
        nodes.push(inner);
      } else if (text === '?') {
        const last = nodes.pop();
        if (!last || last.type === 'mark') throw new PatternError(`“${source}”: “?” has nothing before it`);
        nodes.push({ type: 'optional', node: last });
      } else if (text === '[' || text === ']') {
        nodes.push({ type: 'mark', side: text === '[' ? 'open' : 'close' });
      } else if (text === '#') {
        nodes.push({ type: 'figure' });
      } else if (match[1]) {
        nodes.push({ type: 'gap', most: Number(match[1]), commas: match[2] === ',' });
      } else if (match[3]) {
        nodes.push({ type: 'class', name: match[3] });
      } else {
        nodes.push(...words(match[4] ?? match[5] ?? '', inflect));
      }
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { type: 'sequence', nodes };
  };
  const choice = (): Node => {
    const nodes = [sequence()];
    while (tokens[next]?.[0] === '|') {
      next++;
      nodes.push(sequence());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { type: 'choice', nodes: merged(nodes) };
  };

  const node = choice();
  if (depth > 0 || next < tokens.length)
    throw new PatternError(`“${source}”: “${tokens[next]?.[0] ?? ')'}” has no partner`);
  return node;
}

/** Of the alternatives, those of one token each as one, so that there are fewer to follow. */
function merged(nodes: readonly Node[]): readonly Node[] {
  const keys: string[] = [];
  const longer: Node[] = [];
  for (const node of nodes) {
    if (node.type === 'token') keys.push(...node.keys);
    else longer.push(node);
  }
  return keys.length > 1 ? [{ type: 'token', keys }, ...longer] : nodes;
}

const simpleWord = /^[a-z]+$/;

/** One written word as tokens: a hyphen parts it, and `~` asks for all its forms. */
function words(text: string, inflect: Inflect): Node[] {
  const tilde = /~(ed|ing)?$/.exec(text);
  const inflected = tilde !== null;
  const asked = (tilde?.[1] ?? 'all') as FormsAsked;
  const word = tilde ? text.slice(0, tilde.index) : text;
  if (simpleWord.test(word)) return [{ type: 'token', keys: inflected ? inflect(word, asked) : [word] }];
  const parts = word.toLowerCase().replace(/’/g, "'").split('-').filter(Boolean);
  return parts.flatMap((part, index): Node[] => {
    if (inflected && index === parts.length - 1) return [{ type: 'token', keys: inflect(part, asked) }];
    // A dot or comma inside a pattern is a token of its own, as it is in the text.
    return part
      .split(/([.,:;!?，。；：！？、…%+/&“”"])/)
      .filter(Boolean)
      .map((key): Node => ({ type: 'token', keys: [key] }));
  });
}

function* partsOf(node: Node): Generator<Node> {
  yield node;
  if (node.type === 'optional') yield* partsOf(node.node);
  if ('nodes' in node) for (const child of node.nodes) yield* partsOf(child);
}

/** Every word that a pattern names itself, not by a class. */
export const wordsNamed = (node: Node): string[] =>
  [...partsOf(node)].flatMap((part) => (part.type === 'token' ? part.keys : []));

/** Every class that a pattern names. */
export const classesNamed = (node: Node): string[] =>
  [...partsOf(node)].flatMap((part) => (part.type === 'class' ? [part.name] : []));
