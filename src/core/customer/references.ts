import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Chunk } from '../document/chunk.js';
import { openNodes, type PlacedChunk, type Postmortem } from '../document/postmortem.js';
import { internalName } from '../document/prose.js';
import { judgeImage, judgeLink } from './links.js';
import { type CustomerImage, type Hidden, type Rebuilt, rebuildContent, textOf } from './rebuild.js';
import { type Refusal, type RefusalKind, refusal, shifted } from './refusal.js';
import { closeGaps } from './seams.js';

type Definition = Extract<Nodes, { type: 'definition' | 'footnoteDefinition' }>;

interface Found {
  readonly node: Definition;
  readonly top: number;
  /** Whether it stands in an internal block. */
  readonly internal: boolean;
}

const inChunk = new WeakMap<Chunk, readonly Found[]>();

function definitionsOf(chunk: Chunk): readonly Found[] {
  const known = inChunk.get(chunk);
  if (known) return known;
  const found: Found[] = [];
  const walk = (node: Nodes, top: number, internal: boolean): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push({ node, top, internal });
    const hidden = internal || (node.type === 'containerDirective' && node.name === internalName);
    if ('children' in node && node.type !== 'paragraph') for (const child of node.children) walk(child, top, hidden);
  };
  if (chunk.text.includes(']:'))
    chunk.nodes.forEach((node, top) => {
      walk(node, top, false);
    });
  inChunk.set(chunk, found);
  return found;
}

interface Placed {
  readonly node: Definition;
  readonly chunk: PlacedChunk;
  readonly open: boolean;
}

/** A footnote that the customer part refers to. */
export interface Footnote {
  readonly node: FootnoteDefinition;
  readonly chunk: PlacedChunk;
}

/** Resolves what links, images and footnotes of the customer part refer to, across the whole document. */
export class References {
  readonly refusals: Refusal[] = [];
  readonly images: CustomerImage[] = [];
  readonly hidden: Hidden[] = [];
  /** In the order of their first reference. */
  readonly footnotes: Footnote[] = [];
  readonly #links = new Map<string, Placed>();
  readonly #notes = new Map<string, Placed>();
  readonly #numbers = new Map<string, number>();
  #chunk: PlacedChunk | undefined;

  constructor(postmortem: Postmortem) {
    let open: ReadonlySet<RootContent> | undefined;
    for (const placed of postmortem.chunks) {
      if (placed.chunk.defines.length === 0) continue;
      open ??= openNodes(postmortem);
      for (const { node, top, internal } of definitionsOf(placed.chunk)) {
        const parent = placed.chunk.nodes[top];
        const entry = { node, chunk: placed, open: !internal && parent !== undefined && open.has(parent) };
        const into = node.type === 'definition' ? this.#links : this.#notes;
        if (!into.has(node.identifier)) into.set(node.identifier, entry);
      }
    }
  }

  /** Makes anew what `rebuild` made, with every reference resolved. */
  resolve<Node extends Nodes>(nodes: readonly Node[], chunk: PlacedChunk): Node[] {
    this.#chunk = chunk;
    return nodes.map((node) => this.#node(node)) as Node[];
  }

  #refuse(kind: RefusalKind, node: Nodes, en: string, zh: string): void {
    const offset = this.#chunk?.offset ?? 0;
    const at = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    this.refusals.push(shifted(refusal(kind, at, en, zh), offset));
  }

  #node(node: Nodes): Nodes {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
      case 'emphasis':
      case 'strong':
      case 'link':
        return { ...node, children: closeGaps(node.children.map((child) => this.#phrasing(child))) } as Nodes;
      default:
        return 'children' in node
          ? ({ ...node, children: node.children.map((child) => this.#node(child)) } as Nodes)
          : node;
    }
  }

  #phrasing(node: PhrasingContent): PhrasingContent[] {
    switch (node.type) {
      case 'linkReference':
        return this.#link(node);
      case 'imageReference':
        return this.#image(node);
      case 'footnoteReference':
        return this.#footnote(node);
      default:
        return [this.#node(node) as PhrasingContent];
    }
  }

  #isOpen(found: Placed, node: Nodes): boolean {
    if (!found.open)
      this.#refuse(
        'reference',
        node,
        'What this refers to stands in an internal place. Move the definition into the customer part.',
        '这里引用的定义位于内部内容中。请把定义移到客户部分。',
      );
    return found.open;
  }

  #link(node: Extract<PhrasingContent, { type: 'linkReference' }>): PhrasingContent[] {
    const children = node.children.flatMap((child) => this.#phrasing(child));
    const found = this.#links.get(node.identifier);
    if (found?.node.type !== 'definition') {
      const tail = { shortcut: '', collapsed: '[]', full: `[${node.label ?? ''}]` }[node.referenceType];
      return [{ type: 'text', value: '[' }, ...children, { type: 'text', value: `]${tail}` }];
    }
    if (!this.#isOpen(found, node)) return children;
    const verdict = judgeLink(found.node.url, textOf(children));
    if (verdict.kind === 'refused') this.#refuse('link', node, verdict.say.en, verdict.say.zh);
    return verdict.kind === 'open' ? [{ type: 'link', url: verdict.url, title: null, children }] : children;
  }

  #image(node: Extract<PhrasingContent, { type: 'imageReference' }>): PhrasingContent[] {
    const found = this.#links.get(node.identifier);
    const alt = node.alt ?? '';
    if (found?.node.type !== 'definition') return [{ type: 'text', value: `![${alt}]` }];
    if (!this.#isOpen(found, node)) return [];
    const { url } = found.node;
    const verdict = judgeImage(url);
    if (verdict === 'refused') {
      this.#refuse(
        'image',
        node,
        'An image must be a file beside the document or below it.',
        '图片必须是文档所在文件夹里的文件。',
      );
      return [];
    }
    const offset = this.#chunk?.offset ?? 0;
    const at = { start: offset + (node.position?.start.offset ?? 0), end: offset + (node.position?.end.offset ?? 0) };
    this.images.push({ url, alt, at, source: verdict });
    return [{ type: 'image', url, title: null, alt }];
  }

  #footnote(node: Extract<PhrasingContent, { type: 'footnoteReference' }>): PhrasingContent[] {
    const found = this.#notes.get(node.identifier);
    if (found?.node.type !== 'footnoteDefinition') {
      this.#refuse('reference', node, 'There is no such footnote.', '没有这个脚注。');
      return [];
    }
    if (!this.#isOpen(found, node)) return [];
    let number = this.#numbers.get(node.identifier);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(node.identifier, number);
      this.#takeNote(found.node, found.chunk, number);
    }
    return [{ type: 'footnoteReference', identifier: String(number), label: String(number) }];
  }

  #takeNote(node: FootnoteDefinition, chunk: PlacedChunk, number: number): void {
    const made = rebuildContent(node.children, chunk);
    this.#take(made, chunk);
    const index = this.footnotes.length;
    const { position } = node;
    const empty: FootnoteDefinition = { type: 'footnoteDefinition', identifier: String(number), children: [] };
    this.footnotes.push({ node: empty, chunk });
    const here = this.#chunk;
    const children = this.resolve(made.nodes, chunk);
    this.#chunk = here;
    this.footnotes[index] = { node: { ...empty, label: String(number), children, position }, chunk };
  }

  #take({ refusals, hidden, images }: Rebuilt, { offset }: PlacedChunk): void {
    this.refusals.push(...refusals.map((one) => shifted(one, offset)));
    const move = <Value extends { start: number; end: number }>(value: Value): Value => ({
      ...value,
      start: value.start + offset,
      end: value.end + offset,
    });
    this.hidden.push(...hidden.map(move));
    this.images.push(...images.map((image) => ({ ...image, at: move(image.at) })));
  }
}
