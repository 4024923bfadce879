import type { Chunk } from './document/chunk.js';
import { lineAt } from './document/lines.js';
import { type Change, changeBetween, haveSameOutline } from './document/outline.js';
import type { ChunkBlocks, PlacedBlock, PlacedChunk, PlacedNode, Postmortem } from './document/postmortem.js';
import type { Span } from './finding.js';
import type { BlockText, DocumentContext, Fact, Problem } from './rules/rule.js';
import { isSame } from './same.js';

/** A value with the index of its block in its chunk. */
interface AtBlock<Value> {
  readonly index: number;
  readonly value: Value;
}

/** What the chunks of a document were asked for under one key. */
interface Topic {
  /** Its place in the memory of each chunk. */
  readonly id: number;
  compute: (chunk: ChunkBlocks, postmortem: Postmortem) => readonly AtBlock<unknown>[];
}

/** A chunk of a check with what is remembered of it, for the readers that it has. */
export interface Remembered {
  readonly blocks: ChunkBlocks;
  /** By the id of the topic. */
  readonly facts: (readonly AtBlock<unknown>[] | undefined)[];
}

/** One check: the document, and its chunks. */
interface Revision {
  readonly postmortem: Postmortem;
  readonly chunks: readonly Remembered[];
}

/** A problem with the index of its chunk and where that chunk stood; -1 where it stands in front matter. */
interface Anchored {
  readonly problem: Problem;
  readonly chunk: number;
  readonly offset: number;
}

/** What a part of the rules said about the document, and what it read for that. */
interface Part {
  readonly reads: ReadonlySet<Topic>;
  /** `undefined` where it says something about a place that lies across chunks. */
  readonly said: readonly Anchored[] | undefined;
}

/** A value, and what was read for it. */
interface Read<Value> {
  readonly value: Value;
  readonly reads: ReadonlySet<Topic>;
}

const nothing: readonly never[] = [];

/** The settings that document rules know. */
type Settings = Pick<DocumentContext, 'accepted' | 'replace' | 'now' | 'firstNotice'>;

/**
 * What document rules know, and what is remembered of them from check to check. What they say depends on front matter,
 * on the outline of the document and on facts of its blocks. As long as an edit changes words in their places, a part of
 * the rules is asked again only when a fact that it read is another one, or when it said something about the place; else
 * what it said moves along with its chunk. So a key costs what it changes, however long the document is.
 */
export class DocumentMemory implements DocumentContext {
  readonly accepted: Settings['accepted'];
  readonly replace: Settings['replace'];
  readonly now: Settings['now'];
  readonly firstNotice: Settings['firstNotice'];
  readonly #read: (block: PlacedBlock) => BlockText;
  readonly #topics = new Map<string, Topic>();
  readonly #parts = new Map<string, Part>();
  readonly #values = new Map<string, Read<unknown>>();
  readonly #shared = new Map<string, Read<unknown>>();
  #revision: Revision | undefined;
  /** What the part that is asked now has read so far. */
  #reads = new Set<Topic>();

  /** @param read Gives the words of a block. */
  constructor(settings: Settings, read: (block: PlacedBlock) => BlockText) {
    this.accepted = settings.accepted;
    this.replace = settings.replace;
    this.now = settings.now;
    this.firstNotice = settings.firstNotice;
    this.#read = read;
  }

  /** Begins a check; takes over from the last one what still holds. */
  begin(postmortem: Postmortem, chunks: readonly Remembered[]): void {
    const before = this.#revision;
    this.#revision = { postmortem, chunks };
    // A check that was given up did not end.
    this.#shared.clear();
    if (before) this.#takeOver(before, this.#revision);
  }

  /** Ends a check: what was shared by its rules holds places of this revision. */
  end(): void {
    this.#shared.clear();
  }

  facts<Value>(key: string, compute: (block: BlockText) => Value | undefined): readonly Fact<Value>[] {
    const topic = this.#topic(key, ({ from, to }, { blocks }) => {
      const values: AtBlock<Value>[] = [];
      for (let at = from; at < to; at++) {
        const block = blocks[at];
        const value = block && compute(this.#read(block));
        if (value !== undefined) values.push({ index: at - from, value });
      }
      return values.length > 0 ? values : nothing;
    });
    return this.#shareOf(`facts ${key}`, () => {
      this.#reads.add(topic);
      const found: Fact<Value>[] = [];
      const { postmortem, chunks } = this.#current();
      for (const chunk of chunks) {
        for (const { index, value } of this.#valuesOf(topic, chunk, postmortem)) {
          const block = postmortem.blocks[chunk.blocks.from + index];
          if (block) found.push({ block, value: value as Value });
        }
      }
      return found;
    });
  }

  hasChunk(key: string, test: (chunk: Chunk, nodes: readonly PlacedNode[]) => boolean): boolean {
    const topic = this.#topic(key, ({ chunk, firstNode }, { nodes }) => {
      const own = nodes.slice(firstNode, firstNode + chunk.chunk.nodes.length);
      // The chunk itself is the value, so that any change in one that counts is another fact.
      return test(chunk.chunk, own) ? [{ index: 0, value: chunk.chunk.text }] : nothing;
    });
    this.#reads.add(topic);
    const { postmortem, chunks } = this.#current();
    let has = false;
    for (const chunk of chunks) if (this.#valuesOf(topic, chunk, postmortem).length > 0) has = true;
    return has;
  }

  once<Value>(key: string, compute: () => Value): Value {
    return this.#shareOf(key, compute);
  }

  kept(key: string, say: () => Iterable<Problem>): readonly Problem[] {
    const known = this.#parts.get(key);
    if (known?.said) {
      for (const topic of known.reads) this.#reads.add(topic);
      return known.said.map(({ problem }) => problem);
    }
    const { value: problems, reads } = this.#reading(() => [...say()]);
    this.#parts.set(key, { reads, said: this.#anchored(problems) });
    return problems;
  }

  /** Whether what was kept under a key holds still. */
  keeps(key: string): boolean {
    return this.#parts.get(key)?.said !== undefined;
  }

  /** As `kept`, of a value that holds no places and no objects of this revision. */
  keptValue<Value>(key: string, compute: () => Value): Value {
    const known = this.#values.get(key) ?? this.#reading(compute);
    this.#values.set(key, known);
    return known.value as Value;
  }

  #current(): Revision {
    if (!this.#revision) throw new Error('no check has begun');
    return this.#revision;
  }

  #topic(key: string, compute: Topic['compute']): Topic {
    const known = this.#topics.get(key) ?? { id: this.#topics.size, compute };
    known.compute = compute;
    this.#topics.set(key, known);
    return known;
  }

  #valuesOf(topic: Topic, chunk: Remembered, postmortem: Postmortem): readonly AtBlock<unknown>[] {
    const known = chunk.facts[topic.id];
    if (known) return known;
    const values = topic.compute(chunk.blocks, postmortem);
    chunk.facts[topic.id] = values;
    return values;
  }

  /** Notes what is read meanwhile; who waits for the result has read it too. */
  #reading<Value>(work: () => Value): Read<Value> {
    const outer = this.#reads;
    const reads = new Set<Topic>();
    this.#reads = reads;
    const value = work();
    this.#reads = outer;
    for (const topic of reads) outer.add(topic);
    return { value, reads };
  }

  #shareOf<Value>(key: string, compute: () => Value): Value {
    const known = this.#shared.get(key);
    if (known) {
      for (const topic of known.reads) this.#reads.add(topic);
      return known.value as Value;
    }
    const shared = this.#reading(compute);
    this.#shared.set(key, shared);
    return shared.value;
  }

  #anchored(problems: readonly Problem[]): readonly Anchored[] | undefined {
    if (problems.length === 0) return nothing;
    const { chunks } = this.#current().postmortem;
    const starts = chunks.map(({ offset }) => offset);
    const anchored: Anchored[] = [];
    for (const problem of problems) {
      const chunk = lineAt(starts, problem.at.start) - 1;
      const next = starts[chunk + 1];
      if (next !== undefined && problem.at.end > next) return undefined;
      anchored.push({ problem, chunk, offset: starts[chunk] ?? 0 });
    }
    return anchored;
  }

  #takeOver(before: Revision, now: Revision): void {
    const change = changeBetween(before.postmortem.chunks, now.postmortem.chunks);
    if (!haveSameOutline(before.postmortem, now.postmortem, change)) {
      this.#parts.clear();
      this.#values.clear();
      return;
    }
    const verdicts = new Map<Topic, boolean>();
    const stands = (topic: Topic): boolean => {
      const verdict = verdicts.get(topic) ?? this.#isUnchanged(topic, before, now, change);
      verdicts.set(topic, verdict);
      return verdict;
    };
    for (const [key, { reads, said }] of this.#parts) {
      const moved = [...reads].every(stands) && said && movedWith(said, change, before.postmortem, now.postmortem);
      if (moved) this.#parts.set(key, { reads, said: moved });
      else this.#parts.delete(key);
    }
    for (const [key, { reads }] of this.#values) if (![...reads].every(stands)) this.#values.delete(key);
  }

  /** Whether the chunks that changed still say the same under a key. */
  #isUnchanged(topic: Topic, before: Revision, now: Revision, { from, now: to }: Change): boolean {
    for (let at = from; at < to; at++) {
      const [old, own] = [before.chunks[at], now.chunks[at]];
      const known = old?.facts[topic.id];
      if (!known || !own || !isSame(known, this.#valuesOf(topic, own, now.postmortem))) return false;
    }
    return true;
  }
}

/** The same problems where their places stand now; `undefined` when one of them stands in a block that changed. */
function movedWith(
  said: readonly Anchored[],
  change: Change,
  before: Postmortem,
  now: Postmortem,
): readonly Anchored[] | undefined {
  const moved: Anchored[] = [];
  for (const anchored of said) {
    const { problem, chunk, offset } = anchored;
    const [old, own] = [before.chunks[chunk], now.chunks[chunk]];
    const to = own?.offset ?? offset;
    const isChanged = old && own && chunk >= change.from && chunk < change.now;
    const by = isChanged ? moveInside(old, own, problem.at) : to - offset;
    if (by === undefined) return undefined;
    const at = { start: problem.at.start + by, end: problem.at.end + by };
    moved.push(by === 0 ? anchored : { problem: { ...problem, at }, chunk, offset: to });
  }
  return moved;
}

/** How far a place moved with its block in a chunk that changed elsewhere; `undefined` when the block changed too. */
function moveInside(before: PlacedChunk, now: PlacedChunk, at: Span): number | undefined {
  const [start, end] = [at.start - before.offset, at.end - before.offset];
  const index = before.chunk.blocks.findIndex((block) => start >= block.start && end <= block.end);
  const [old, own] = [before.chunk.blocks[index], now.chunk.blocks[index]];
  const isSameBlock =
    old &&
    own &&
    old.prose.text === own.prose.text &&
    old.full.text === own.full.text &&
    before.chunk.text.slice(old.start, old.end) === now.chunk.text.slice(own.start, own.end);
  return isSameBlock ? now.offset + own.start - before.offset - old.start : undefined;
}
