import type { Emphasis, Nodes, RootContent, Strong, Text } from 'mdast';
import type { FrontMatter } from '../document/front-matter.js';
import { languageOf } from '../language/script.js';
import { oneLine } from './plain-text.js';

interface Term {
  /** Small letters. */
  readonly text: string;
  readonly explanation: string;
}

const isHan = (character: string): boolean => /[\u3400-\u9fff]/.test(character);
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character) && !isHan(character);
const word = /[\p{L}\p{N}]+/uy;

/** The unit that terms are found by: a Han character, or a word of another script. */
function keyAt(text: string, at: number): string {
  const character = text.charAt(at);
  if (isHan(character)) return character;
  word.lastIndex = at;
  return word.exec(text)?.[0].replace(/[\u3400-\u9fff].*$/u, '') ?? character;
}

const isExplanation = ({ data }: Text): boolean => data !== undefined && 'hName' in data;

/** Marks an explanation that was put in; HTML shows it smaller, everything else as it is. */
const marked = (value: string): Text => ({
  type: 'text',
  value,
  data: { hName: 'span', hProperties: { className: ['explanation'] } },
});

/** What follows an explained term when its author has explained it already. */
const explainedThere = /^[”"’』」]?\s*[(（]/;

/** An explanation at the end of stressed words is not stressed: it stands after them. */
function afterMarks(stressed: Emphasis | Strong, next: Nodes | undefined): Nodes[] {
  const last = stressed.children.at(-1);
  if (last?.type !== 'text' || !isExplanation(last)) return [stressed];
  const bare = { ...stressed, children: stressed.children.slice(0, -1) };
  return next?.type === 'text' && explainedThere.test(next.value) ? [bare] : [bare, last];
}

/** Explains each term of the glossary where the customer first meets it, in brackets right after it. */
export class Glossary {
  readonly #byKey = new Map<string, Term[]>();
  readonly #holding = new WeakMap<RootContent, boolean>();

  constructor(entries: ReadonlyMap<string, string>) {
    for (const [term, explanation] of entries) {
      const text = oneLine(term).toLowerCase();
      const said = oneLine(explanation).replace(/[.。]$/, '');
      if (text === '' || said === '') continue;
      const key = keyAt(text, 0);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), { text, explanation: said }]);
    }
    for (const terms of this.#byKey.values()) terms.sort((a, b) => b.text.length - a.text.length);
  }

  /** Terms that may start with a word, or with what it is the plural of. */
  #termsAt(key: string): readonly Term[] {
    const found = this.#byKey.get(key) ?? [];
    const singular = key.endsWith('s') ? this.#byKey.get(key.slice(0, -1)) : undefined;
    return singular ? [...found, ...singular] : found;
  }

  /** The first term in `text` from `from` on that is not in `done`. */
  #next(text: string, from: number, done: ReadonlySet<string>): { term: Term; end: number } | undefined {
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return undefined;
    let at = from;
    while (at < lower.length) {
      const key = keyAt(lower, at);
      for (const term of this.#termsAt(key)) {
        if (done.has(term.text) || !lower.startsWith(term.text, at)) continue;
        let end = at + term.text.length;
        if (isWord(term.text.at(-1) ?? '') && lower.charAt(end) === 's' && !isWord(lower.charAt(end + 1))) end++;
        if (isWord(lower.charAt(end - 1)) && isWord(lower.charAt(end))) continue;
        return { term, end };
      }
      at += Math.max(1, key.length);
    }
    return undefined;
  }

  /** Whether a node made by `rebuild` holds a term at all. */
  #holds(node: RootContent): boolean {
    const known = this.#holding.get(node);
    if (known !== undefined) return known;
    const look = (part: Nodes): boolean => {
      if (part.type === 'text') return this.#next(part.value, 0, new Set()) !== undefined;
      return 'children' in part && part.children.some(look);
    };
    const holds = look(node);
    this.#holding.set(node, holds);
    return holds;
  }

  /**
   * Explains the terms that `node` is the first to use.
   * @param done Terms explained so far; those explained here are added.
   * @returns `node` itself when there is nothing to explain in it.
   */
  explain(node: RootContent, done: Set<string>): RootContent {
    if (this.#byKey.size === 0 || !this.#holds(node)) return node;
    return this.#explained(node, done) as RootContent;
  }

  #explained(node: Nodes, done: Set<string>): Nodes {
    if (!('children' in node) || node.type === 'heading' || node.type === 'link') return node;
    const children = node.children.flatMap((child, at): Nodes[] => {
      const next = node.children[at + 1];
      if (child.type === 'emphasis' || child.type === 'strong')
        return afterMarks(this.#explained(child, done) as typeof child, next);
      if (child.type !== 'text') return [this.#explained(child, done)];
      return this.#text(child, done, next?.type === 'text' || next === undefined);
    });
    return { ...node, children } as Nodes;
  }

  #text(node: Text, done: Set<string>, isLast: boolean): Text[] {
    const out: Text[] = [];
    let from = 0;
    let search = 0;
    for (;;) {
      const found = this.#next(node.value, search, done);
      if (!found) break;
      done.add(found.term.text);
      search = found.end;
      // Explained by the author already.
      const rest = node.value.slice(found.end);
      if (explainedThere.test(rest) || (rest === '' && !isLast)) continue;
      out.push({ type: 'text', value: node.value.slice(from, found.end) });
      const { explanation } = found.term;
      out.push(marked(languageOf(explanation) === 'zh' ? `（${explanation}）` : ` (${explanation})`));
      from = found.end;
    }
    if (out.length === 0) return [node];
    if (from < node.value.length) out.push({ type: 'text', value: node.value.slice(from) });
    return out;
  }
}

const known = new WeakMap<FrontMatter, Glossary>();

/** The glossary of a document, remembered with its front matter. */
export function glossaryOf(frontMatter: FrontMatter): Glossary {
  const made = known.get(frontMatter) ?? new Glossary(frontMatter.values.glossary ?? new Map());
  known.set(frontMatter, made);
  return made;
}
