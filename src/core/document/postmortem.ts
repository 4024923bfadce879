import type { Heading, RootContent } from 'mdast';
import type { Language } from '../finding.js';
import type { Block, Chunk, CodeBlock } from './chunk.js';
import type { FrontMatter } from './front-matter.js';
import type { SectionKind } from './sections.js';

/** Who may read a part of the document. */
export type Audience = 'customer' | 'internal';

/** A chunk at its place. `offset` in UTF-16 units from the start of the document, `line` from 0. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  readonly offset: number;
  readonly line: number;
}

/** A heading and what stands under it, up to the next heading of the same or a higher level. */
export interface Section {
  readonly kind: SectionKind | undefined;
  readonly title: string;
  readonly depth: number;
  readonly audience: Audience;
  /** Offsets in the document, UTF-16 units: the heading, and where the section ends. */
  readonly heading: { readonly start: number; readonly end: number };
  readonly end: number;
  readonly parent: Section | undefined;
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

/** The blocks of one chunk: from `from`, `to` not included, in the document's blocks. A chunk may have none. */
export interface ChunkBlocks {
  readonly chunk: PlacedChunk;
  readonly from: number;
  readonly to: number;
  /** The index of its first node in the document's nodes. */
  readonly firstNode: number;
  /** Who reads them and in what kind of section: with the chunk, all that a block depends on beside the document. */
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
  /** Its blocks by chunk, one for each chunk, so that what was worked out about a chunk need not be asked of each of its blocks. */
  readonly groups: readonly ChunkBlocks[];
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

type Draft = { -readonly [Key in keyof Section]: Section[Key] };

/**
 * Puts chunks together: sections by heading, and who may read what, closed unless opened.
 * @param audience `customer` treats all of the document as the customer part, whatever it says itself.
 */
export function assemble(
  text: string,
  frontMatter: FrontMatter,
  chunks: readonly PlacedChunk[],
  options: { readonly audience: 'customer' | 'auto'; readonly language: Language | 'auto' },
): Postmortem {
  const everything = options.audience === 'customer' || frontMatter.values.audience === 'customer';
  const sections: Draft[] = [];
  const blocks: PlacedBlock[] = [];
  const groups: ChunkBlocks[] = [];
  const nodes: PlacedNode[] = [];
  const code: PlacedCode[] = [];
  const ignored = chunks.flatMap(({ chunk }) => chunk.fileIgnores);
  let open: Draft[] = [];
  let pending: readonly string[] = [];
  let han = 0;

  let section: Draft | undefined;
  let audience: Audience = everything ? 'customer' : 'internal';
  let reader = `${audience} ;`;
  const begin = (placed: PlacedChunk, node: Heading, heading: Block | undefined): void => {
    const start = placed.offset + (node.position?.start.offset ?? 0);
    for (const each of open) if (each.depth >= node.depth) each.end = start;
    open = open.filter(({ depth }) => depth < node.depth);
    const parent = open.at(-1);
    const toCustomers = everything || parent?.audience === 'customer';
    const kind = toCustomers ? heading?.starts?.toCustomers : heading?.starts?.elsewhere;
    audience = toCustomers || kind === 'customer-part' ? 'customer' : 'internal';
    reader = `${audience} ${kind ?? ''};`;
    section = {
      kind,
      title: heading?.prose.text ?? '',
      depth: node.depth,
      audience,
      heading: { start, end: placed.offset + (node.position?.end.offset ?? 0) },
      end: text.length,
      parent,
    };
    sections.push(section);
    open = [...open, section];
  };

  // Every key comes by here with all of the document: no work is done for a node that a node need not have.
  for (const placed of chunks) {
    const { chunk } = placed;
    const from = blocks.length;
    const firstNode = nodes.length;
    const hasIgnores = chunk.hasIgnores || pending.length > 0;
    let readers = reader;
    let next = 0;
    let nextCode = 0;
    for (let top = 0; top < chunk.nodes.length; top++) {
      const node = chunk.nodes[top];
      if (!node) continue;
      if (node.type === 'heading') {
        begin(placed, node, chunk.blocks[next]);
        readers = top === 0 ? reader : readers + reader;
      }
      nodes.push({ node, chunk: placed, audience });
      for (let block = chunk.blocks[next]; block && block.top === top; block = chunk.blocks[++next]) {
        const { language } = block;
        han += language === 'zh' ? 1 : -1;
        blocks.push({
          block,
          chunk: placed,
          audience: block.internal ? 'internal' : audience,
          section,
          language,
          ignored: pending.length > 0 ? [...block.ignored, ...pending] : block.ignored,
        });
      }
      for (let item = chunk.code[nextCode]; item && item.top === top; item = chunk.code[++nextCode]) {
        code.push({ code: item, chunk: placed, audience: item.internal ? 'internal' : audience });
      }
      if (pending.length > 0 && node.type !== 'html') pending = [];
    }
    groups.push({ chunk: placed, from, to: blocks.length, firstNode, readers, hasIgnores });
    if (chunk.trailingIgnores.length > 0) pending = chunk.trailingIgnores;
  }
  const language =
    options.language !== 'auto' ? options.language : (frontMatter.values.language ?? (han > 0 ? 'zh' : 'en'));
  return {
    text,
    frontMatter,
    language,
    chunks,
    nodes,
    sections,
    blocks,
    groups,
    code,
    isForCustomers: everything,
    hasCustomerPart: everything || sections.some((section) => section.audience === 'customer'),
    ignored,
  };
}
