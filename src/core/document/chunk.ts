import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import type { Language } from '../finding.js';
import { languageOf } from '../language/script.js';
import { matchesIn } from '../matches.js';
import { isUnclosed } from './closed.js';
import { lineStarts } from './lines.js';
import { parseChunk } from './markdown.js';
import { internalName, type Prose, proseOf } from './prose.js';
import { type HeadingWords, headingWords } from './sections.js';

/** A paragraph, a heading or a table cell: what the linter reads at a time. Offsets are in the chunk, UTF-16 units. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  /** 1 to 6 for a heading, else 0. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** What everybody reads: words in `:internal[…]` are masked. */
  readonly prose: Prose;
  /** What the team reads: nothing masked but code and images. The same object as `prose` where nothing differs. */
  readonly full: Prose;
  /** Whether it stands in a `:::internal` block. */
  readonly internal: boolean;
  /** Whether it stands in a block quote. */
  readonly quoted: boolean;
  /** Whether it stands in a list item. */
  readonly listed: boolean;
  /** Index of the top-level node of the chunk it belongs to. */
  readonly top: number;
  /** Rule ids (or `all`) that a comment right before it switches off. */
  readonly ignored: readonly string[];
  /** By its script, so that mixed documents work. */
  readonly language: Language;
  /** What a heading says of the section that it starts. */
  readonly starts: HeadingWords | undefined;
}

/** A fenced or indented code block, whose text may hold something internal. */
export interface CodeBlock {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly internal: boolean;
  readonly top: number;
}

/** A stretch of Markdown that parses alone as it does in the whole document. Positions of nodes are in the chunk. */
export interface Chunk {
  readonly text: string;
  readonly nodes: readonly RootContent[];
  readonly blocks: readonly Block[];
  readonly code: readonly CodeBlock[];
  /** Its blocks that are headings at the top level: each starts a section. */
  readonly headings: readonly Block[];
  readonly startsWithHeading: boolean;
  readonly hasTable: boolean;
  /** How many of its blocks are in Chinese. */
  readonly chineseBlocks: number;
  /** Offsets at which lines start after a line ending. */
  readonly lineStarts: readonly number[];
  /** Labels of its link and footnote definitions; a footnote's with its caret. */
  readonly defines: readonly string[];
  /** The definitions of other chunks that it was read with, as Markdown. */
  readonly definitions: string;
  /** Whether it ends inside something that would swallow what follows: a fence, an HTML block, a directive. */
  readonly unclosed: boolean;
  /** Whether a comment switches rules off for one of its blocks. */
  readonly hasIgnores: boolean;
  /** Rule ids that a comment at the end switches off for whatever block comes next. */
  readonly trailingIgnores: readonly string[];
  /** Rule ids that a comment switches off for the whole file. */
  readonly fileIgnores: readonly string[];
}

const ignoreComment = /<!--\s*candor-ignore(-file)?\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::[\s\S]*?)?-->/g;

interface Where {
  readonly top: number;
  readonly internal: boolean;
  readonly quoted: boolean;
  readonly listed: boolean;
  readonly ignored: readonly string[];
}

function holdsInternal(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(
    (node) =>
      (node.type === 'textDirective' && node.name === internalName) ||
      ('children' in node && holdsInternal(node.children)),
  );
}

class Reader {
  readonly blocks: Block[] = [];
  readonly code: CodeBlock[] = [];
  readonly fileIgnores: string[] = [];
  trailing: readonly string[] = [];

  constructor(readonly source: string) {}

  block(node: Parents & { children: PhrasingContent[] }, kind: Block['kind'], where: Where): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const prose = proseOf(node.children, this.source, false);
    const full = holdsInternal(node.children) ? proseOf(node.children, this.source, true) : prose;
    const depth = node.type === 'heading' ? node.depth : 0;
    const starts = kind === 'heading' ? headingWords(prose.text) : undefined;
    this.blocks.push({ kind, depth, start, end, prose, full, language: languageOf(prose.text), starts, ...where });
  }

  /** Reads siblings in order; a candor-ignore comment holds for the sibling after it. */
  siblings(nodes: readonly Nodes[], where: Where, isTop: boolean): void {
    let pending: readonly string[] = [];
    nodes.forEach((node, index) => {
      if (node.type === 'html') {
        pending = [...pending, ...this.#comment(node.value)];
        return;
      }
      const ignored = pending.length > 0 ? [...where.ignored, ...pending] : where.ignored;
      this.node(node, { ...where, top: isTop ? index : where.top, ignored });
      pending = [];
    });
    if (isTop) this.trailing = pending;
  }

  #comment(html: string): string[] {
    const here: string[] = [];
    for (const match of matchesIn(html, ignoreComment)) {
      const ids = (match[2] ?? '').split(',').map((id) => id.trim());
      (match[1] ? this.fileIgnores : here).push(...ids);
    }
    return here;
  }

  node(node: Nodes, where: Where): void {
    switch (node.type) {
      case 'paragraph':
        this.block(node, 'paragraph', where);
        break;
      case 'heading':
        this.block(node, 'heading', where);
        break;
      case 'tableCell':
        this.block(node, 'cell', where);
        break;
      case 'code':
        this.code.push({
          text: node.value,
          start: node.position?.start.offset ?? 0,
          end: node.position?.end.offset ?? 0,
          internal: where.internal,
          top: where.top,
        });
        break;
      case 'blockquote':
        this.siblings(node.children, { ...where, quoted: true }, false);
        break;
      case 'listItem':
        this.siblings(node.children, { ...where, listed: true }, false);
        break;
      case 'containerDirective':
        this.siblings(node.children, { ...where, internal: where.internal || node.name === internalName }, false);
        break;
      case 'list':
      case 'table':
      case 'tableRow':
      case 'footnoteDefinition':
        this.siblings(node.children, where, false);
        break;
    }
  }
}

/** The labels that link and footnote definitions give, as references name them. */
function definedLabels(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    const inside = 'children' in node ? definedLabels(node.children) : [];
    if (node.type === 'definition') return [node.label ?? node.identifier, ...inside];
    if (node.type === 'footnoteDefinition') return [`^${node.label ?? node.identifier}`, ...inside];
    return inside;
  });
}

/**
 * A copy of a text that holds on to nothing else. Engines keep the whole of a text alive for a slice of it; a chunk
 * outlives the text that it was cut from, and would keep one whole text alive for each edit.
 */
function detached(text: string): string {
  let copy = '';
  for (let at = 0; at < text.length; at += 4096) {
    const codes = new Array<number>(Math.min(4096, text.length - at));
    for (let next = 0; next < codes.length; next++) codes[next] = text.charCodeAt(at + next);
    copy += String.fromCharCode(...codes);
  }
  return copy;
}

/**
 * Parses one chunk.
 * @param piece The chunk.
 * @param definitions Link and footnote definitions of the other chunks, as Markdown, so that references here resolve.
 */
export function readChunk(piece: string, definitions: string): Chunk {
  const text = detached(piece);
  const nodes = parseChunk(text, definitions);
  const reader = new Reader(text);
  reader.siblings(nodes, { top: 0, internal: false, quoted: false, listed: false, ignored: [] }, true);
  return {
    text,
    nodes,
    blocks: reader.blocks,
    code: reader.code,
    headings: reader.blocks.filter(({ kind, top }) => kind === 'heading' && nodes[top]?.type === 'heading'),
    startsWithHeading: nodes[0]?.type === 'heading',
    hasTable: reader.blocks.some(({ kind }) => kind === 'cell'),
    chineseBlocks: reader.blocks.filter(({ language }) => language === 'zh').length,
    lineStarts: lineStarts(text),
    defines: text.includes(']:') ? definedLabels(nodes) : [],
    definitions,
    unclosed: isUnclosed(nodes.at(-1), text),
    hasIgnores: reader.blocks.some(({ ignored }) => ignored.length > 0),
    trailingIgnores: reader.trailing,
    fileIgnores: reader.fileIgnores,
  };
}
