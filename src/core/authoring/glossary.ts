import { isMap, isScalar, type Pair, parseDocument, stringify } from 'yaml';
import type { Postmortem } from '../document/postmortem.js';
import type { Span } from '../finding.js';
import { lineEnding, type TextEdit } from './text-edit.js';

const scalarText = (value: string): string => stringify(value.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();

interface FrontYaml {
  /** Offset of the YAML in the document, and where the closing fence starts. */
  readonly start: number;
  readonly end: number;
  readonly yaml: string;
}

function frontYaml(text: string): FrontYaml | undefined {
  const open = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  const close = /^---[ \t]*$/m.exec(text.slice(start).replaceAll('\r\n', ' \n'));
  return close ? { start, end: start + close.index, yaml: text.slice(start, start + close.index) } : undefined;
}

function glossaryPair(yaml: string): { readonly pair: Pair | undefined; readonly broken: boolean } {
  const document = parseDocument(yaml, { schema: 'core', customTags: [], uniqueKeys: true });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return { pair: undefined, broken: true };
  const items = document.contents?.items ?? [];
  return { pair: items.find((item) => isScalar(item.key) && item.key.value === 'glossary') as Pair, broken: false };
}

const rangeOf = (node: unknown): readonly [number, number, number] | undefined =>
  node !== null && typeof node === 'object' && 'range' in node
    ? (node.range as [number, number, number] | undefined)
    : undefined;

/**
 * Adds a term to the glossary in front matter, which is made where there is none. Comments and order stay.
 * @param plain The plain words; empty where the author is to write them.
 * @returns `undefined` where the term stands there already, or front matter cannot be read: then nothing is changed.
 */
export function addToGlossary(text: string, term: string, plain: string): TextEdit | undefined {
  const ending = lineEnding(text);
  const key = scalarText(term);
  const value = plain === '' ? '' : ` ${scalarText(plain)}`;
  const front = frontYaml(text);
  if (!front) {
    if (/^\uFEFF?---[ \t]*[\r\n]/.test(text)) return undefined;
    const lines = ['---', 'type: postmortem', 'glossary:', `  ${key}:${value}`, '---', '', ''];
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return { start: at, end: at, text: lines.join(ending) };
  }
  const { pair, broken } = glossaryPair(front.yaml);
  if (broken) return undefined;
  if (!pair) {
    const line = front.yaml === '' || /[\r\n]$/.test(front.yaml) ? '' : ending;
    return { start: front.end, end: front.end, text: `${line}glossary:${ending}  ${key}:${value}${ending}` };
  }
  if (!isMap(pair.value)) {
    const range = rangeOf(pair.value);
    const at = front.start + (range?.[1] ?? rangeOf(pair.key)?.[1] ?? 0);
    if (isScalar(pair.value) && pair.value.value !== null) return undefined;
    // An empty value ends where the key's colon does; a comment behind it stays on its line.
    const lineEnd = /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
    const end = at + lineEnd;
    return { start: end, end, text: `${ending}  ${key}:${value}` };
  }
  const same = (item: Pair): boolean =>
    isScalar(item.key) && String(item.key.value).toLowerCase() === term.trim().toLowerCase();
  if (pair.value.items.some((item) => same(item as Pair))) return undefined;
  const range = rangeOf(pair.value) ?? [0, 0, 0];
  if (pair.value.flow) {
    if (pair.value.items.length === 0)
      return {
        start: front.start + range[0],
        end: front.start + range[1],
        text: `${ending}  ${key}:${value}`,
      };
    const at = front.start + range[1] - 1;
    return { start: at, end: at, text: `, ${key}:${value || ' ""'}` };
  }
  const last = pair.value.items.at(-1) as Pair | undefined;
  const first = rangeOf((pair.value.items[0] as Pair | undefined)?.key)?.[0] ?? 0;
  const indent = front.start + first - (text.slice(0, front.start + first).search(/[^\r\n]*$/) ?? 0);
  const from = front.start + (rangeOf(last?.value)?.[1] ?? rangeOf(last?.key)?.[1] ?? range[1]);
  const at = from + (/[\r\n]|$/.exec(text.slice(from))?.index ?? 0);
  const blockScalar = from > 0 && /[\r\n]/.test(text.charAt(from - 1));
  const line = `${' '.repeat(indent)}${key}:${value}`;
  return blockScalar
    ? { start: from, end: from, text: line + ending }
    : { start: at, end: at, text: `${ending}${line}` };
}

const latinWord = /[\p{Script=Latin}\p{N}]/u;

function places(text: string, term: string, from: number): number[] {
  const found: number[] = [];
  const lower = text.toLowerCase();
  const wanted = term.toLowerCase();
  for (let at = lower.indexOf(wanted, from); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + term.length);
    const cut = (inside: string, outside: string): boolean => latinWord.test(inside) && latinWord.test(outside);
    if (!cut(term.charAt(0), before) && !cut(term.charAt(term.length - 1), after)) found.push(at);
  }
  return found;
}

/** Where a term of the glossary stands: its key, and each use in the document's prose. */
export function termPlaces(postmortem: Postmortem, term: string): readonly Span[] {
  const { text, frontMatter, blocks } = postmortem;
  const spans: Span[] = [];
  const glossary = frontMatter.places.get('glossary');
  if (glossary) {
    const key = new RegExp(`(^|[\\r\\n{,])([ \\t]*["']?)${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?[ \\t]*:`);
    const match = key.exec(text.slice(glossary.start, glossary.end));
    if (match) {
      const start = glossary.start + match.index + (match[1] ?? '').length + (match[2] ?? '').length;
      spans.push({ start, end: start + term.length });
    }
  }
  for (const { block, chunk } of blocks) {
    const source = text.slice(chunk.offset + block.start, chunk.offset + block.end);
    const masked = source.replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, (whole) => '\u0000'.repeat(whole.length));
    for (const at of places(masked, term, 0)) {
      const start = chunk.offset + block.start + at;
      spans.push({ start, end: start + term.length });
    }
  }
  return spans;
}

/** The term of the glossary that stands at an offset, with its plain words and its place there. */
export function termAt(
  postmortem: Postmortem,
  offset: number,
): { readonly term: string; readonly plain: string; readonly at: Span } | undefined {
  for (const [term, plain] of postmortem.frontMatter.values.glossary ?? []) {
    const at = termPlaces(postmortem, term).find(({ start, end }) => start <= offset && offset <= end);
    if (at) return { term, plain, at };
  }
  return undefined;
}
