import type { Heading, Nodes, Root, RootContent } from 'mdast';
import type { Chunk } from '../document/chunk.js';
import type { FrontMatterValues } from '../document/front-matter.js';
import { openNodes, type PlacedChunk, type PlacedNode, type Postmortem } from '../document/postmortem.js';
import { plainHeading, sectionKinds } from '../document/sections.js';
import type { Language, Localized, Span } from '../finding.js';
import { inWriting, type Writing, writingOf } from '../language/writing.js';
import { frontMatterRefusals } from './front-matter-refusals.js';
import { glossaryOf } from './glossary.js';
import { almostMarkers } from './markers.js';
import { type IncidentTimes, readTimes } from './moments.js';
import { hidesText, oneLine } from './plain-text.js';
import { type CustomerImage, type Hidden, rebuild, textOf } from './rebuild.js';
import { References } from './references.js';
import { type Refusal, refusal, shifted } from './refusal.js';

/** Where a top-level node of the customer tree comes from: add it to positions inside the node. */
export interface Origin {
  /** Offset of its chunk in the document, UTF-16 units. */
  readonly offset: number;
  /** Line of the document, from 0, in which its chunk starts. */
  readonly line: number;
}

/**
 * What customers may see, and nothing else. Every output is written from it: made anew from an allow-list of node
 * types, each with only the fields it needs; what was not opened is not in it.
 */
export interface CustomerView {
  /**
   * mdast: paragraph, heading (depth 2 and more), list, listItem, table, tableRow, tableCell, code, blockquote,
   * thematicBreak, footnoteDefinition (at the end, in order), text, emphasis, strong, inlineCode, link, image, break,
   * footnoteReference. Flow nodes keep their `position`, in their chunk. A top-level node that did not change is the
   * same object in the next view of an edited document.
   */
  readonly root: Root;
  /** One for each child of `root`. */
  readonly origins: readonly Origin[];
  readonly title: string;
  readonly language: Language;
  /** What words of our own in it are written in. */
  readonly writing: Writing;
  /** Empty when the view may go to customers. By place. */
  readonly refusals: readonly Refusal[];
  /** What was taken out, by place. */
  readonly hidden: readonly Hidden[];
  readonly images: readonly CustomerImage[];
  readonly times: IncidentTimes;
  /** Which message to customers it is. */
  readonly message: NonNullable<FrontMatterValues['message']>;
}

const withoutTitle: Localized = { en: 'About the incident', zh: '故障说明' };

const partNames = new Set(
  sectionKinds
    .filter(({ kind }) => kind === 'customer-part')
    .flatMap(({ names }) => [...names.en, ...names.zh].map(plainHeading)),
);

/** Headings that only open the customer part ("For customers"): where they start. */
function openings({ sections }: Postmortem): ReadonlySet<number> {
  return new Set(
    sections
      .filter(
        ({ kind, parent, title }) =>
          kind === 'customer-part' && parent?.audience !== 'customer' && partNames.has(plainHeading(title)),
      )
      .map(({ heading }) => heading.start),
  );
}

/** How deep the heading is that opened the customer part, for each heading in it: by where the heading starts. */
function openedAt({ sections, isForCustomers }: Postmortem): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  if (isForCustomers) return depths;
  for (const section of sections) {
    if (section.audience !== 'customer') continue;
    let first = section;
    while (first.parent?.audience === 'customer') first = first.parent;
    depths.set(section.heading.start, first.depth);
  }
  return depths;
}

const headingsInside = new WeakMap<RootContent, readonly Heading[]>();

/** Headings in a list or a quote: they look as if they began a section, and begin none. */
function nestedHeadings(node: RootContent): readonly Heading[] {
  if (node.type !== 'list' && node.type !== 'blockquote') return [];
  const known = headingsInside.get(node);
  if (known) return known;
  const found: Heading[] = [];
  const walk = (part: Nodes): void => {
    if (part.type === 'heading') found.push(part);
    else if (part.type !== 'paragraph' && part.type !== 'containerDirective' && 'children' in part)
      for (const child of part.children) walk(child);
  };
  walk(node);
  headingsInside.set(node, found);
  return found;
}

const startOf = ({ node, chunk }: PlacedNode): number => chunk.offset + (node.position?.start.offset ?? 0);
const endOf = ({ node, chunk }: PlacedNode): number => chunk.offset + (node.position?.end.offset ?? 0);
const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const byDepth = new WeakMap<Heading, Map<number, Heading>>();

/** The same heading at another depth; the same object each time. */
function atDepth(heading: Heading, depth: number): Heading {
  const made = byDepth.get(heading) ?? new Map<number, Heading>();
  byDepth.set(heading, made);
  const bounded = Math.min(6, Math.max(2, depth)) as Heading['depth'];
  const known = made.get(bounded) ?? { ...heading, depth: bounded };
  made.set(bounded, known);
  return known;
}

interface Piece {
  readonly node: RootContent;
  readonly chunk: PlacedChunk;
}

class Maker {
  readonly refusals: Refusal[] = [];
  readonly hidden: Hidden[] = [];
  readonly images: CustomerImage[] = [];

  constructor(readonly postmortem: Postmortem) {}

  /** Almost-markers, but for those at a place that is refused already: each is said once. */
  #markers(refused: readonly Refusal[]): Refusal[] {
    let open: ReadonlySet<RootContent> | undefined;
    const found: Refusal[] = [];
    for (const { chunk, offset } of this.postmortem.chunks) {
      for (const marker of almostMarkers(chunk)) {
        open ??= openNodes(this.postmortem);
        const node = chunk.nodes[marker.top];
        if (marker.top >= 0 && !(node && open.has(node))) continue;
        const one = shifted({ kind: 'marker', at: marker.at, say: marker.say }, offset);
        if (!refused.some(({ kind, at }) => kind === 'marker' && (within(one.at, at) || within(at, one.at))))
          found.push(one);
      }
    }
    return found;
  }

  /** A heading that would end the customer part, but for the list or quote in which it stands. */
  #nested(node: RootContent, { offset }: PlacedChunk, opened: number): void {
    for (const { depth, position } of nestedHeadings(node)) {
      if (depth > opened) continue;
      const at = { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
      const one = refusal(
        'heading',
        at,
        'This heading stands in a list or quote, so it ends no section and what follows would be published. Put it at the start of a line, after a blank line.',
        '这个标题位于列表或引用之中，不会结束上一节，后面的内容会被公开。请把它放在行首，前面留一个空行。',
      );
      this.refusals.push(shifted(one, offset));
    }
  }

  #pieces(references: References): Piece[] {
    const skip = openings(this.postmortem);
    const depths = openedAt(this.postmortem);
    let opened: number | undefined;
    const pieces: Piece[] = [];
    let section: { start: number; end: number } | undefined;
    for (const placed of this.postmortem.nodes) {
      const { chunk, node } = placed;
      if (placed.audience !== 'customer') {
        section = section ? { ...section, end: endOf(placed) } : { start: startOf(placed), end: endOf(placed) };
        continue;
      }
      if (section) this.hidden.push({ ...section, kind: 'section' });
      section = undefined;
      const made = rebuild(node, chunk);
      if (node.type === 'heading') opened = depths.get(startOf(placed));
      else if (opened) this.#nested(node, chunk, opened);
      for (const one of made.refusals) this.refusals.push(shifted(one, chunk.offset));
      for (const { start, end, kind } of made.hidden)
        this.hidden.push({ start: start + chunk.offset, end: end + chunk.offset, kind });
      for (const image of made.images) {
        const at = { start: image.at.start + chunk.offset, end: image.at.end + chunk.offset };
        this.images.push({ ...image, at });
      }
      if (node.type === 'heading' && skip.has(startOf(placed))) continue;
      const nodes = made.hasReferences ? references.resolve(made.nodes, chunk) : made.nodes;
      for (const one of nodes) pieces.push({ node: one, chunk });
    }
    if (section) this.hidden.push({ ...section, kind: 'section' });
    return pieces;
  }

  make(): CustomerView {
    const { frontMatter, language } = this.postmortem;
    const writing = writingOf(this.postmortem);
    const references = new References(this.postmortem);
    const pieces = this.#pieces(references);
    pieces.push(...references.footnotes.map(({ node, chunk }) => ({ node, chunk })));
    this.refusals.push(...references.refusals, ...frontMatterRefusals(this.postmortem));
    this.hidden.push(...references.hidden);
    this.images.push(...references.images);
    this.refusals.push(...this.#markers(this.refusals));
    const title = this.#title(pieces);
    const glossary = glossaryOf(frontMatter);
    const explained = new Set<string>();
    const top = pieces.reduce((least, { node }) => (node.type === 'heading' ? Math.min(least, node.depth) : least), 7);
    const children = pieces.map(({ node }) =>
      node.type === 'heading' ? atDepth(node, node.depth - top + 2) : glossary.explain(node, explained),
    );
    if (children.length === 0 && this.refusals.length === 0) this.refusals.push(this.#empty());
    const bySpot = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
    return {
      root: { type: 'root', children },
      origins: pieces.map(({ chunk }) => chunk),
      title,
      language,
      writing,
      refusals: this.refusals.sort((a, b) => bySpot(a.at, b.at)),
      hidden: this.hidden.sort(bySpot),
      images: this.images.sort((a, b) => bySpot(a.at, b.at)),
      times: readTimes(frontMatter.values, writing),
      message: frontMatter.values.message ?? 'explanation',
    };
  }

  /** A heading of the first level that comes first is the title; else front matter says it. */
  #title(pieces: Piece[]): string {
    const { frontMatter, language } = this.postmortem;
    const first = pieces[0]?.node;
    if (first?.type === 'heading' && first.depth === 1) {
      pieces.shift();
      return oneLine(textOf(first.children));
    }
    const written = frontMatter.values.title ?? '';
    const title = hidesText(written) ? '' : oneLine(written);
    return title || inWriting(withoutTitle[language], writingOf(this.postmortem));
  }

  #empty(): Refusal {
    return refusal(
      'empty',
      { start: 0, end: 0 },
      'Nothing in this document is for customers. What customers may read stands under a heading such as “Customer explanation”, or front matter says “audience: customer”.',
      '这份文档里没有给客户看的内容。请把给客户看的内容放在“客户说明”之类的标题下，或在 front matter 中写上“audience: customer”。',
    );
  }
}

/**
 * Whether the customer's view of a chunk may be refused: for what stands in it, or for what it refers to elsewhere. A
 * document without such chunks is refused for its front matter alone.
 */
export function mayRefuse(chunk: Chunk, nodes: readonly PlacedNode[]): boolean {
  if (chunk.defines.length > 0 || almostMarkers(chunk).length > 0) return true;
  return nodes.some(({ node, chunk: placed, audience }) => {
    const made = audience === 'customer' ? rebuild(node, placed) : undefined;
    return made !== undefined && (made.hasReferences || made.refusals.length > 0 || nestedHeadings(node).length > 0);
  });
}

const known = new WeakMap<Postmortem, CustomerView>();

/** Makes what customers may see of a postmortem. Never throws; what may not go out is in `refusals`. */
export function customerView(postmortem: Postmortem): CustomerView {
  const view = known.get(postmortem) ?? new Maker(postmortem).make();
  known.set(postmortem, view);
  return view;
}
