import type { Element, ElementContent, Nodes, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import type { Root as MdastRoot } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { judgeLink } from '../customer/links.js';
import { withBallots } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import type { Writing } from '../language/writing.js';
import { base64 } from './base64.js';
import { type ImageFile, imageText, word } from './format.js';
import { keepingColumns, keptTogether } from './kept-together.js';

const notePrefix = 'c-';

/** What may stand in the HTML of an export; everything else is taken out after the tree is made. */
const schema: Schema = {
  tagNames:
    'a blockquote br code em h1 h2 h3 h4 h5 h6 hr img li ol p pre section span strong sup table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: ['href', 'id', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
    img: ['src', 'alt'],
    li: ['id', ['className', 'task']],
    ol: ['start'],
    section: ['dataFootnotes'],
    span: [['className', 'explanation']],
    td: ['align'],
    th: ['align'],
  },
  protocols: { href: ['https', 'http', 'mailto', 'tel'] },
  required: {},
  strip: [],
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

/** What the HTML of an export is made with. */
export interface HastOptions {
  readonly writing: Writing;
  readonly images?: ReadonlyMap<string, ImageFile> | undefined;
  /** Where an image is found; without it, as a data: address. */
  readonly imageAddress?: (image: ImageFile) => string;
  /** Letters that a line of a table takes; without it, those of a page on a screen or on paper. */
  readonly across?: number;
}

const acrossPage = 82;

const isElement = (node: Nodes): node is Element => node.type === 'element';

/** Markdown's `a b.png` is `a%20b.png` by now. */
function imageAt(address: string, images: HastOptions['images']): ImageFile | undefined {
  const found = images?.get(address);
  if (found || !address.includes('%')) return found;
  try {
    return images?.get(decodeURI(address));
  } catch {
    return undefined;
  }
}

function imageElement(node: Element, { writing, images, imageAddress }: HastOptions): ElementContent {
  const { src, alt } = node.properties;
  const image = imageAt(String(src), images);
  if (!image) {
    const value = imageText(String(alt ?? ''), writing);
    return { type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value }] };
  }
  const address = imageAddress?.(image) ?? `data:${image.type};base64,${base64(image.bytes)}`;
  const { width, height } = image;
  return { ...node, properties: { src: address, alt: String(alt ?? ''), width, height } };
}

/** The last look at every address: a link leads out or to a note, an image is one that was checked. */
function guard<Node extends Nodes>(node: Node, options: HastOptions): Node {
  if (!('children' in node)) return node;
  const children = node.children.map((child) => {
    if (!isElement(child)) return child;
    if (child.tagName === 'img') return imageElement(child, options);
    const { href } = child.properties;
    const open =
      href === undefined ||
      /^#c-fn(?:ref)?-\d+(?:-\d+)?$/.test(String(href)) ||
      judgeLink(String(href), '').kind === 'open';
    return guard(open ? child : { ...child, properties: { ...child.properties, href: undefined } }, options);
  });
  return { ...node, children };
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

const childrenNamed = (node: Element, names: readonly string[]): Element[] =>
  node.children.filter((child) => isElement(child)).filter(({ tagName }) => names.includes(tagName));

/** A text of a cell, its dates and times each in an element that does not break. */
function withKept(value: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of keptTogether(value)) {
    if (start > at) parts.push({ type: 'text', value: value.slice(at, start) });
    const kept = value.slice(start, end);
    // On a narrow screen “24 October 2025” may break, at its spaces; “2025-10-24” never has to.
    const className = [/\s/.test(kept) ? 'kept-words' : 'kept'];
    const children: ElementContent[] = [{ type: 'text', value: kept }];
    parts.push({ type: 'element', tagName: 'span', properties: { className }, children });
    at = end;
  }
  if (at < value.length) parts.push({ type: 'text', value: value.slice(at) });
  return parts;
}

/** Keeps the dates and times in tables whole, in the columns that have room for that. */
function keepMoments<Node extends Nodes>(node: Node, across: number): Node {
  if (!('children' in node)) return node;
  if (isElement(node) && node.tagName === 'table') return keepInTable(node, across) as Node & Element;
  return { ...node, children: node.children.map((child) => keepMoments(child, across)) };
}

function keepInTable(table: Element, across: number): Element {
  const rows = childrenNamed(table, ['thead', 'tbody']).flatMap((part) => childrenNamed(part, ['tr']));
  const cells = rows.map((row) => childrenNamed(row, ['th', 'td']));
  const keeping = keepingColumns(
    cells.map((row) => row.map(textOf)),
    across,
  );
  const kept = new Set(cells.flatMap((row) => row.filter((_, at) => keeping[at])));
  const visit = (node: ElementContent, keeps: boolean): ElementContent[] => {
    if (node.type === 'text') return keeps ? withKept(node.value) : [node];
    if (!isElement(node)) return [node];
    return [{ ...node, children: node.children.flatMap((child) => visit(child, keeps || kept.has(node))) }];
  };
  return { ...table, children: table.children.flatMap((child) => visit(child, false)) };
}

/**
 * Makes HTML nodes of customer nodes: made, then cut down to a tight schema, then every address looked at again.
 * @param root Customer nodes, as in `CustomerView.root`. The result has positions where they had.
 */
export function toCustomerHast(root: MdastRoot, options: HastOptions): Root {
  const made = toHast(withBallots(root), {
    clobberPrefix: notePrefix,
    footnoteLabel: word('notes', options.writing),
    footnoteLabelProperties: {},
    footnoteBackLabel: () => word('backToText', options.writing),
    allowDangerousHtml: false,
  });
  const clean = sanitize(made, schema);
  const page: Root = clean.type === 'root' ? clean : { type: 'root', children: [clean as ElementContent] };
  return keepMoments(guard(page, options), options.across ?? acrossPage);
}

/** The HTML nodes of a whole view, without title. */
export const viewHast = (view: CustomerView, options: Omit<HastOptions, 'writing'>): Root =>
  toCustomerHast(view.root, { ...options, writing: view.writing });
