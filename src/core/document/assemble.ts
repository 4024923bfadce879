import type { Language } from '../finding.js';
import type { Block } from './chunk.js';
import type { FrontMatter } from './front-matter.js';
import type {
  Audience,
  ChunkPart,
  PlacedBlock,
  PlacedChunk,
  PlacedCode,
  PlacedNode,
  Postmortem,
  Section,
} from './postmortem.js';
import { headingWords } from './sections.js';

type Placed = Pick<ChunkPart, 'blocks' | 'code'>;

class LazyPart implements ChunkPart {
  #placed: Placed | undefined;
  #nodes: readonly PlacedNode[] | undefined;

  /**
   * @param above The section that is open where the chunk begins.
   * @param begun The sections that begin in it; they are from `firstSection` on among those of the document.
   * @param pending Rule ids that a comment at the end of the chunk before switches off for the block that comes next.
   */
  constructor(
    readonly chunk: PlacedChunk,
    readonly readers: string,
    readonly above: Section | undefined,
    readonly begun: readonly Section[],
    readonly firstSection: number,
    readonly pending: readonly string[],
    readonly everything: boolean,
  ) {}

  get hasIgnores(): boolean {
    return this.chunk.chunk.hasIgnores || this.pending.length > 0;
  }

  get nodes(): readonly PlacedNode[] {
    this.#nodes ??= placeNodes(this);
    return this.#nodes;
  }

  get blocks(): readonly PlacedBlock[] {
    return this.#place().blocks;
  }

  get code(): readonly PlacedCode[] {
    return this.#place().code;
  }

  #place(): Placed {
    this.#placed ??= place(this);
    return this.#placed;
  }
}

const audienceIn = (section: Section | undefined, everything: boolean): Audience =>
  everything ? 'customer' : (section?.audience ?? 'internal');

function place({ chunk: placed, above, begun, pending: waiting, everything }: LazyPart): Placed {
  const { chunk } = placed;
  const blocks: PlacedBlock[] = [];
  const code: PlacedCode[] = [];
  let [section, pending] = [above, waiting];
  let audience = audienceIn(section, everything);
  let [nextSection, next, nextCode] = [0, 0, 0];
  for (const [top, node] of chunk.nodes.entries()) {
    if (node.type === 'heading') {
      section = begun[nextSection++];
      audience = audienceIn(section, everything);
    }
    for (let block = chunk.blocks[next]; block && block.top === top; block = chunk.blocks[++next]) {
      blocks.push({
        block,
        chunk: placed,
        audience: block.internal ? 'internal' : audience,
        section,
        language: block.language,
        ignored: pending.length > 0 ? [...block.ignored, ...pending] : block.ignored,
      });
    }
    for (let item = chunk.code[nextCode]; item && item.top === top; item = chunk.code[++nextCode])
      code.push({ code: item, chunk: placed, audience: item.internal ? 'internal' : audience });
    if (pending.length > 0 && node.type !== 'html') pending = [];
  }
  return { blocks, code };
}

/** By themselves: hardly any reader asks for them, and behind an edit every part is placed anew. */
function placeNodes({ chunk, above, begun, everything }: LazyPart): PlacedNode[] {
  let audience = audienceIn(above, everything);
  let nextSection = 0;
  return chunk.chunk.nodes.map((node) => {
    if (node.type === 'heading') audience = audienceIn(begun[nextSection++], everything);
    return { node, chunk, audience };
  });
}

class Assembled implements Postmortem {
  #nodes: readonly PlacedNode[] | undefined;
  #blocks: readonly PlacedBlock[] | undefined;
  #code: readonly PlacedCode[] | undefined;

  constructor(
    readonly text: string,
    readonly frontMatter: FrontMatter,
    readonly language: Language,
    readonly chunks: readonly PlacedChunk[],
    readonly sections: readonly Section[],
    readonly parts: readonly LazyPart[],
    readonly isForCustomers: boolean,
    readonly hasCustomerPart: boolean,
    readonly ignored: readonly string[],
  ) {}

  get nodes(): readonly PlacedNode[] {
    this.#nodes ??= this.parts.flatMap(({ nodes }) => nodes);
    return this.#nodes;
  }

  get blocks(): readonly PlacedBlock[] {
    this.#blocks ??= this.parts.flatMap(({ blocks }) => blocks);
    return this.#blocks;
  }

  get code(): readonly PlacedCode[] {
    this.#code ??= this.parts.flatMap(({ code }) => code);
    return this.#code;
  }
}

/** How many parts of an earlier revision stand as they did: the chunks up to there are the very same, and at their places. */
function partsInFront(chunks: readonly PlacedChunk[], before: readonly LazyPart[]): number {
  let count = 0;
  while (count < chunks.length && chunks[count] === before[count]?.chunk) count++;
  return count;
}

/** The section that a heading begins. */
function sectionFrom(
  heading: Block,
  { offset }: PlacedChunk,
  above: Section | undefined,
  everything: boolean,
): Section {
  const { depth, prose, starts, start, end } = heading;
  let parent = above;
  while (parent && parent.depth >= depth) parent = parent.parent;
  const toCustomers = audienceIn(parent, everything) === 'customer';
  const words = starts ?? headingWords(prose.text);
  const kind = toCustomers ? words.toCustomers : words.elsewhere;
  const audience = toCustomers || kind === 'customer-part' ? 'customer' : 'internal';
  return {
    kind,
    title: prose.text,
    words,
    depth,
    audience,
    heading: { start: offset + start, end: offset + end },
    parent,
    isTimeline:
      kind === 'timeline' ||
      (audience !== 'customer' && kind === undefined && words.isLog) ||
      parent?.isTimeline === true,
  };
}

/**
 * Puts chunks together: sections by heading, and who may read what, closed unless opened.
 * @param audience `customer` treats all of the document as the customer part, whatever it says itself.
 * @param before An earlier revision, whose parts in front of what changed are taken over. The result is the same without.
 */
export function assemble(
  text: string,
  frontMatter: FrontMatter,
  chunks: readonly PlacedChunk[],
  options: { readonly audience: 'customer' | 'auto'; readonly language: Language | 'auto' },
  before?: Postmortem,
): Postmortem {
  const everything = options.audience === 'customer' || frontMatter.values.audience === 'customer';
  const known = before instanceof Assembled && before.isForCustomers === everything ? before : undefined;
  const parts = known?.parts.slice(0, partsInFront(chunks, known.parts)) ?? [];
  const last = parts.at(-1);
  const sections = known && last ? known.sections.slice(0, last.firstSection + last.begun.length) : [];
  const reader = (section: Section | undefined): string =>
    `${audienceIn(section, everything)} ${section?.kind ?? ''} ${section?.isTimeline ?? ''};`;

  let section = sections.at(-1);
  // Every key comes by here with all that stands behind it: no work is done for a node or a block.
  for (let at = parts.length; at < chunks.length; at++) {
    const placed = chunks[at];
    if (!placed) continue;
    const { headings, startsWithHeading } = placed.chunk;
    const above = section;
    const firstSection = sections.length;
    const begun: Section[] = [];
    let readers = startsWithHeading ? '' : reader(above);
    for (const heading of headings) {
      section = sectionFrom(heading, placed, section, everything);
      begun.push(section);
      sections.push(section);
      readers += reader(section);
    }
    const pending = chunks[at - 1]?.chunk.trailingIgnores ?? [];
    parts.push(new LazyPart(placed, readers, above, begun, firstSection, pending, everything));
  }
  let [chinese, all] = [0, 0];
  for (const { chunk } of chunks) {
    all += chunk.blocks.length;
    chinese += chunk.chineseBlocks;
  }
  const language =
    options.language !== 'auto' ? options.language : (frontMatter.values.language ?? (chinese * 2 > all ? 'zh' : 'en'));
  return new Assembled(
    text,
    frontMatter,
    language,
    chunks,
    sections,
    parts,
    everything,
    everything || sections.some(({ audience }) => audience === 'customer'),
    chunks.flatMap(({ chunk }) => chunk.fileIgnores),
  );
}
