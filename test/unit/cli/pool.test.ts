import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { describe, test } from 'node:test';
import type { ResourceLimits } from 'node:worker_threads';
import { inOrder, type WorkerAnswer, type WorkerTask } from '../../../src/cli/pool.js';

const files = Array.from({ length: 100 }, (_, at) => `${at}.md`);

/** Answers each file in turn; does with every seventh, counted from its start, what it is told to. */
class Hand extends EventEmitter {
  #answered = 0;
  isEnded = false;
  readonly #open: WorkerTask[] = [];

  constructor(
    readonly isLimited: boolean,
    readonly seventh: 'full' | 'dies' | 'fails' | 'answers',
  ) {
    super();
  }

  postMessage(task: WorkerTask): void {
    assert.ok(!this.isEnded, 'an ended worker is sent nothing');
    this.#open.push(task);
    setImmediate(() => this.#next());
  }

  #next(): void {
    const task = this.#open.shift();
    if (!task || this.isEnded) return;
    const isSeventh = ++this.#answered === 7 && this.isLimited;
    if (isSeventh && (this.seventh === 'dies' || this.seventh === 'fails')) {
      this.isEnded = true;
      const error: NodeJS.ErrnoException = new Error('out of memory');
      if (this.seventh === 'dies') error.code = 'ERR_WORKER_OUT_OF_MEMORY';
      this.emit('error', error);
      return;
    }
    const held = this.seventh === 'full' && this.#answered >= 7 ? 1_000 : 10;
    const answer: WorkerAnswer = { index: task.index, result: { path: task.file, findings: [] }, held };
    this.emit('message', answer);
  }

  async terminate(): Promise<number> {
    this.isEnded = true;
    return 0;
  }
}

async function check(seventh: Hand['seventh']): Promise<{ paths: string[]; hands: Hand[] }> {
  const hands: Hand[] = [];
  const start = (limits: ResourceLimits | undefined): Hand => {
    const hand = new Hand(limits !== undefined, seventh);
    hands.push(hand);
    assert.ok(hands.filter(({ isEnded, isLimited }) => isLimited && !isEnded).length <= 2, 'two at a time');
    return hand;
  };
  const paths: string[] = [];
  for await (const result of inOrder(files, 2, start)) paths.push(result.path);
  return { paths, hands };
}

describe('workers', () => {
  test('give results in the order of the files', async () => {
    const { paths, hands } = await check('answers');
    assert.deepEqual(paths, files);
    assert.equal(hands.length, 2);
  });

  test('that are full end with the files they have, and others follow', async () => {
    const { paths, hands } = await check('full');
    assert.deepEqual(paths, files);
    assert.ok(hands.length > 4);
    assert.ok(hands.every(({ isLimited }) => isLimited));
  });

  test('that die of their limits leave their files to one without, which checks nothing else', async () => {
    const { paths, hands } = await check('dies');
    assert.deepEqual(paths, files);
    const free = hands.filter(({ isLimited }) => !isLimited);
    assert.equal(free.length, hands.length - free.length);
    assert.ok(free.every(({ isEnded }) => isEnded));
  });

  test('that fail otherwise say so', async () => {
    await assert.rejects(check('fails'), /out of memory/);
  });
});
