import type { Chunk } from './document/chunk.js';
import { type Change, changeBetween, haveSameOutline } from './document/outline.js';
import type { ChunkPart, PlacedBlock, PlacedNode, Postmortem } from './document/postmortem.js';
import { type Anchored, anchored, movedWith } from './moved-problems.js';
import type { BlockText, DocumentContext, Fact, FactReader, Problem } from './rules/rule.js';
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
  /** Members that may differ between facts that are the same. */
  readonly besides: ReadonlySet<string> | undefined;
  compute: (chunk: Remembered) => readonly AtBlock<unknown>[];
}

/** A part of a document with what is remembered of its chunk, for the readers that it has. */
export interface Remembered {
  readonly part: ChunkPart;
  /** By the id of the topic. */
  readonly facts: (readonly AtBlock<unknown>[] | undefined)[];
  /** The words of its blocks, once they were asked for: every topic asks for them. */
  texts: readonly BlockText[] | undefined;
}

/** One check: the document, and its chunks. */
interface Revision {
  readonly postmortem: Postmortem;
  readonly chunks: readonly Remembered[];
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

/** Where something stands in its block: a problem that is told there is told again whenever the block changes. */
const places: ReadonlySet<string> = new Set(['start', 'end']);

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

  facts<Value>(
    key: string,
    compute: (block: BlockText) => Value | undefined,
    compared: 'whole' | 'without places' = 'whole',
  ): readonly Fact<Value>[] {
    return this.#factsOf<Value>(key, this.#blockTopic(key, compute, compared === 'whole' ? undefined : places));
  }

  factsFrom<Base, Value>(
    { key: from, read }: FactReader<Base>,
    key: string,
    derive: (value: Base, block: PlacedBlock) => Value | undefined,
  ): readonly Fact<Value>[] {
    const base = this.#topics.get(from) ?? this.#blockTopic(from, read);
    const topic = this.#topic(key, places, (chunk) => {
      const from = this.#valuesOf(base, chunk);
      if (from === nothing) return nothing;
      const values: AtBlock<Value>[] = [];
      for (const { index, value } of from) {
        const block = chunk.part.blocks[index];
        const derived = block && derive(value as Base, block);
        if (derived !== undefined) values.push({ index, value: derived });
      }
      return values.length > 0 ? values : nothing;
    });
    return this.#factsOf<Value>(key, topic);
  }

  #factsOf<Value>(key: string, topic: Topic): readonly Fact<Value>[] {
    return this.#shareOf(`facts ${key}`, () => {
      this.#reads.add(topic);
      const found: Fact<Value>[] = [];
      const { chunks } = this.#current();
      for (const chunk of chunks) {
        const values = this.#valuesOf(topic, chunk);
        // Most chunks say nothing under most keys.
        if (values === nothing) continue;
        for (const { index, value } of values) {
          const block = chunk.part.blocks[index];
          if (block) found.push({ block, value: value as Value });
        }
      }
      return found;
    });
  }

  hasChunk(key: string, test: (chunk: Chunk, nodes: readonly PlacedNode[]) => boolean): boolean {
    const topic = this.#topic(key, undefined, ({ part: { chunk, nodes } }) => {
      // The chunk itself is the value, so that any change in one that counts is another fact.
      return test(chunk.chunk, nodes) ? [{ index: 0, value: chunk.chunk.text }] : nothing;
    });
    this.#reads.add(topic);
    const { chunks } = this.#current();
    let has = false;
    for (const chunk of chunks) if (this.#valuesOf(topic, chunk).length > 0) has = true;
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
    this.#parts.set(key, { reads, said: anchored(problems, this.#current().postmortem) });
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

  #blockTopic(key: string, compute: (block: BlockText) => unknown, besides?: Topic['besides']): Topic {
    return this.#topic(key, besides, (chunk) => {
      chunk.texts ??= chunk.part.blocks.map((block) => this.#read(block));
      let values: AtBlock<unknown>[] | undefined;
      for (let index = 0; index < chunk.texts.length; index++) {
        const text = chunk.texts[index];
        const value = text && compute(text);
        if (value === undefined) continue;
        values ??= [];
        values.push({ index, value });
      }
      return values ?? nothing;
    });
  }

  #topic(key: string, besides: Topic['besides'], compute: Topic['compute']): Topic {
    const known = this.#topics.get(key) ?? { id: this.#topics.size, besides, compute };
    known.compute = compute;
    this.#topics.set(key, known);
    return known;
  }

  #valuesOf(topic: Topic, chunk: Remembered): readonly AtBlock<unknown>[] {
    const known = chunk.facts[topic.id];
    if (known) return known;
    const values = topic.compute(chunk);
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
    const allStand = (reads: ReadonlySet<Topic>): boolean => {
      for (const topic of reads) if (!stands(topic)) return false;
      return true;
    };
    for (const [key, { reads, said }] of this.#parts) {
      const moved = allStand(reads) && said && movedWith(said, change, before.postmortem, now.postmortem);
      if (moved) this.#parts.set(key, { reads, said: moved });
      else this.#parts.delete(key);
    }
    for (const [key, { reads }] of this.#values) if (!allStand(reads)) this.#values.delete(key);
  }

  /** Whether the chunks that changed still say the same under a key. */
  #isUnchanged(topic: Topic, before: Revision, now: Revision, { from, now: to }: Change): boolean {
    for (let at = from; at < to; at++) {
      const [old, own] = [before.chunks[at], now.chunks[at]];
      const known = old?.facts[topic.id];
      if (!known || !own || !isSame(known, this.#valuesOf(topic, own), topic.besides)) return false;
    }
    return true;
  }
}
