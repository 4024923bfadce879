import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { timelinePicture } from '../customer/timeline-picture.js';
import { eachNode } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import type { ImageFile } from './format.js';
import { toCustomerHast } from './hast.js';
import { boxed } from './html.js';

/** A top-level block of the customer version as HTML, for a preview that changes only what changed. */
export interface HtmlBlock {
  /**
   * Made as in the exports, and beside that: `data-line` on inner elements, counted from the block's first line, and
   * images as `data-image` with the address in the document, for the host to read.
   */
  readonly html: string;
  /** Where it comes from, UTF-16 units of the document; `end` is `start` for what front matter gives. */
  readonly start: number;
  readonly end: number;
}

/** Addresses of images that are not read yet; no document can write one, since a colon refuses. */
const unread = 'unread:';

/**
 * Writes the customer version block by block and remembers blocks by their node: the same string comes out again for
 * a block that did not change, at no cost. One writer for each document that is written again and again.
 */
export class BlockWriter {
  readonly #known = new WeakMap<RootContent, Map<string, string>>();
  #head: { readonly key: string; readonly blocks: readonly HtmlBlock[] } = { key: '', blocks: [] };

  /** @param view Without refusals; a view with refusals gives no blocks at all. */
  write(view: CustomerView): HtmlBlock[] {
    if (view.refusals.length > 0 || view.root.children.length === 0) return [];
    const notes = view.root.children.filter((node) => node.type === 'footnoteDefinition');
    const before: string[] = [];
    const blocks: HtmlBlock[] = [];
    view.root.children.forEach((node, index) => {
      if (node.type === 'footnoteDefinition') return;
      const html = this.#block(node, view, notes, before);
      if (notes.length > 0) before.push(...referencesIn(node));
      const offset = view.origins[index]?.offset ?? 0;
      const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
      blocks.push({ html, start: offset + (start.offset ?? 0), end: offset + (end.offset ?? 0) });
    });
    const last = blocks.at(-1)?.end ?? 0;
    if (before.length > 0) blocks.push({ html: this.#notes(view, notes, before), start: last, end: last });
    return [...this.#headOf(view), ...blocks];
  }

  /** Title and picture of the times: the same for as long as front matter says the same. */
  #headOf({ title, times }: CustomerView): readonly HtmlBlock[] {
    const key = JSON.stringify([title, times]);
    if (key !== this.#head.key) this.#head = { key, blocks: headBlocks(title, times) };
    return this.#head.blocks;
  }

  #block(
    node: RootContent,
    view: CustomerView,
    notes: readonly FootnoteDefinition[],
    before: readonly string[],
  ): string {
    const refers = notes.length > 0 && referencesIn(node).length > 0;
    // The number of a note depends on the notes before it, so those are read along.
    const key = refers ? `${view.writing} ${before.join('\n')}` : view.writing;
    const known = this.#known.get(node) ?? new Map<string, string>();
    this.#known.set(node, known);
    const made = known.get(key);
    if (made !== undefined) return made;
    const hast = hastOf(refers ? [paragraphOf(before), node, ...notes] : [node], view);
    const elements = hast.children.filter((child) => child.type === 'element');
    const own = refers ? elements.slice(1, 2) : elements;
    const html = toHtml(boxed(own.map((element) => withLines(element, node))));
    known.set(key, html);
    return html;
  }

  #notes(view: CustomerView, notes: readonly FootnoteDefinition[], references: readonly string[]): string {
    const hast = hastOf([paragraphOf(references), ...notes], view);
    const section = hast.children.findLast((child) => child.type === 'element');
    return section?.type === 'element' ? toHtml(withLines(section, undefined)) : '';
  }
}

function headBlocks(title: string, times: CustomerView['times']): HtmlBlock[] {
  const heading: Element = {
    type: 'element',
    tagName: 'h1',
    properties: {},
    children: [{ type: 'text', value: title }],
  };
  const picture = timelinePicture(times);
  return [heading, ...(picture ? [picture] : [])].map((element) => ({ html: toHtml(element), start: 0, end: 0 }));
}

function hastOf(children: RootContent[], view: CustomerView): HastRoot {
  const files = new Map<string, ImageFile>();
  const names = new Map<ImageFile, string>();
  for (const { url, source } of view.images) {
    if (source !== 'local' || files.has(url)) continue;
    const file: ImageFile = { type: 'image/png', bytes: new Uint8Array(0), width: 0, height: 0 };
    files.set(url, file);
    names.set(file, url);
  }
  return toCustomerHast(
    { type: 'root', children },
    { writing: view.writing, images: files, imageAddress: (image) => unread + (names.get(image) ?? '') },
  );
}

/** Elements that stand at a line of their own. */
const lined = new Set(['li', 'p', 'tr', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote']);

function withLines(element: Element, block: RootContent | undefined): Element {
  const first = block?.position?.start.line;
  const visit = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const { src, width, height, ...properties } = node.properties;
    const line = first === undefined ? undefined : lineOf(node, first);
    const address = typeof src === 'string' && src.startsWith(unread) ? src.slice(unread.length) : undefined;
    return {
      ...node,
      properties: {
        ...properties,
        ...(address === undefined ? {} : { dataImage: address }),
        ...(line === undefined ? {} : { dataLine: line }),
      },
      children: node.children.map(visit),
    };
  };
  return visit(element) as Element;
}

function lineOf(node: HastNodes & Element, first: number): number | undefined {
  const line = node.position?.start.line;
  return line !== undefined && lined.has(node.tagName) && line > first ? line - first : undefined;
}

function referencesIn(node: RootContent): string[] {
  const found: string[] = [];
  eachNode(node, (inner: Nodes) => {
    if (inner.type === 'footnoteReference') found.push(inner.identifier);
  });
  return found;
}

const paragraphOf = (references: readonly string[]): RootContent => ({
  type: 'paragraph',
  children: references.map((identifier) => ({ type: 'footnoteReference', identifier })),
});
