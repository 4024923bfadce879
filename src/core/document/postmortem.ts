import type { RootContent } from 'mdast';
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

  for (const placed of chunks) {
    const { chunk, offset } = placed;
    let next = 0;
    let nextCode = 0;
    const from = blocks.length;
    const firstNode = nodes.length;
    let readers = '';
    let last: Section | undefined | null = null;
    chunk.nodes.forEach((node, top) => {
      if (node.type === 'heading') {
        const start = offset + (node.position?.start.offset ?? 0);
        const closed = open.filter((section) => section.depth >= node.depth);
        for (const section of closed) section.end = start;
        open = open.filter((section) => section.depth < node.depth);
        const parent = open.at(-1);
        const title = chunk.blocks[next]?.prose.text ?? '';
        const toCustomers = everything || parent?.audience === 'customer';
        const starts = chunk.blocks[next]?.starts;
        const kind = toCustomers ? starts?.toCustomers : starts?.elsewhere;
        const customer = toCustomers || kind === 'customer-part';
        const section: Draft = {
          kind,
          title,
          depth: node.depth,
          audience: customer ? 'customer' : 'internal',
          heading: { start, end: offset + (node.position?.end.offset ?? 0) },
          end: text.length,
          parent,
        };
        sections.push(section);
        open = [...open, section];
      }
      const section = open.at(-1);
      const audience: Audience = section ? section.audience : everything ? 'customer' : 'internal';
      if (section !== last) readers += `${audience} ${section?.kind ?? ''};`;
      last = section;
      nodes.push({ node, chunk: placed, audience });
      for (let block = chunk.blocks[next]; block && block.top === top; block = chunk.blocks[++next]) {
        han += block.language === 'zh' ? 1 : -1;
        const own = block.ignored.length + pending.length > 0 ? [...block.ignored, ...pending] : block.ignored;
        blocks.push({
          block,
          chunk: placed,
          audience: block.internal ? 'internal' : audience,
          section,
          language: block.language,
          ignored: own,
        });
      }
      for (let item = chunk.code[nextCode]; item && item.top === top; item = chunk.code[++nextCode]) {
        code.push({ code: item, chunk: placed, audience: item.internal ? 'internal' : audience });
      }
      if (node.type !== 'html') pending = [];
    });
    groups.push({ chunk: placed, from, to: blocks.length, firstNode, readers });
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
