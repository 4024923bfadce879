import type { RootContent } from 'mdast';
import type { Language } from '../finding.js';
import type { Block, Chunk, CodeBlock } from './chunk.js';
import type { FrontMatter } from './front-matter.js';
import type { HeadingWords, SectionKind } from './sections.js';

/** Who may read a part of the document. */
export type Audience = 'customer' | 'internal';

/** A chunk at its place. `offset` in UTF-16 units from the start of the document, `line` from 0. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  readonly offset: number;
  readonly line: number;
}

/** A heading and what stands under it, up to the next heading of the same or a higher level: see `sectionEnd`. */
export interface Section {
  readonly kind: SectionKind | undefined;
  /** Not for rules, which are not asked again when it changes and `words` does not. */
  readonly title: string;
  readonly words: HeadingWords;
  readonly depth: number;
  readonly audience: Audience;
  /** Offsets of the heading in the document, UTF-16 units. */
  readonly heading: { readonly start: number; readonly end: number };
  readonly parent: Section | undefined;
  /** Whether it is the timeline, or one of its sections. */
  readonly isTimeline: boolean;
}

/** A block at its place, with who may read it. */
export interface PlacedBlock {
  readonly block: Block;
  readonly chunk: PlacedChunk;
  readonly audience: Audience;
  readonly section: Section | undefined;
  /** The language of this block: by its script, so that mixed documents work. */
  readonly language: Language;
  /** Rule ids that a comment before it switches off. */
  readonly ignored: readonly string[];
}

/** A top-level node at its place, with who may read it. Positions inside `node` are in the chunk. */
export interface PlacedNode {
  readonly node: RootContent;
  readonly chunk: PlacedChunk;
  readonly audience: Audience;
}

export interface PlacedCode {
  readonly code: CodeBlock;
  readonly chunk: PlacedChunk;
  readonly audience: Audience;
}

/** What one chunk gives to the document; worked out when it is first asked for, as a key asks for few of them. */
export interface ChunkPart {
  readonly chunk: PlacedChunk;
  readonly nodes: readonly PlacedNode[];
  readonly blocks: readonly PlacedBlock[];
  readonly code: readonly PlacedCode[];
  /** Who reads its blocks and in what kind of section: with the chunk, all that a block depends on beside the document. */
  readonly readers: string;
  /** Whether a comment, here or at the end of the chunk before, switches rules off for one of its blocks. */
  readonly hasIgnores: boolean;
}

/** A document as Candor sees it. Nothing in it is for customers unless it stands in the customer part. */
export interface Postmortem {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** What most of the document is written in, or what front matter says. */
  readonly language: Language;
  readonly chunks: readonly PlacedChunk[];
  readonly nodes: readonly PlacedNode[];
  readonly sections: readonly Section[];
  readonly blocks: readonly PlacedBlock[];
  /** The same by chunk, so that what was worked out about a chunk need not be asked of each of its blocks. */
  readonly parts: readonly ChunkPart[];
  readonly code: readonly PlacedCode[];
  /** Whether all of it is, by front matter or because the reader of this document says so. */
  readonly isForCustomers: boolean;
  /** Whether any part is for customers. */
  readonly hasCustomerPart: boolean;
  /** Rule ids that a comment switches off for the whole file. */
  readonly ignored: readonly string[];
}

/** The top-level nodes that customers may read. */
export const openNodes = ({ nodes }: Postmortem): ReadonlySet<RootContent> =>
  new Set(nodes.filter(({ audience }) => audience === 'customer').map(({ node }) => node));

/** Where a section ends: an offset in the document, UTF-16 units. */
export function sectionEnd({ sections, text }: Postmortem, section: Section): number {
  const next = sections.slice(sections.indexOf(section) + 1).find(({ depth }) => depth <= section.depth);
  return next?.heading.start ?? text.length;
}
