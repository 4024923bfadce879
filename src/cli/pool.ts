import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { ConfigText } from './config-text.js';
import { loadEngine } from './load-engine.js';
import type { FileResult } from './report.js';
import type { CheckRequest } from './request.js';

/** Fewer files than this are checked in this thread: a worker takes longer to start than they take. */
const fewFiles = 40;
/** Files on their way to a worker at a time: enough to keep it busy, few enough to need no memory. */
const inFlight = 8;

/**
 * What a worker may hold, in MB. Left alone an engine collects late and holds far more than checking needs: two workers and
 * this thread together stay below 300 MB. One that passes them ends: what it was at is checked by a worker without these
 * limits, which ends then too, and the rest by a new one.
 */
const limits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 78 };
/**
 * A worker that still holds this much, in MB, after its garbage was collected is full: mostly of compiled expressions, of
 * which each kind of text needs others. It ends with the files it has, and a new one follows, before it spends its time
 * collecting.
 */
const fullAt = 66;

/** What a worker is started with, what it is sent, and what it sends back: with what it held, in MB, when its garbage was last collected. */
export interface WorkerStart {
  readonly request: CheckRequest;
  /** Configurations whose problems it tells first; one worker does. */
  readonly configs: readonly ConfigText[] | undefined;
}
export interface WorkerTask {
  readonly index: number;
  readonly file: string;
}
export type WorkerAnswer =
  | { readonly index: number; readonly result: FileResult; readonly held: number }
  | { readonly problems: readonly string[] };

/** What is asked of a worker here. */
interface Hand {
  on(event: 'message', listener: (answer: WorkerAnswer) => void): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  postMessage(task: WorkerTask): void;
  terminate(): Promise<unknown>;
}

/** What is checked, and who is told what is wrong in the configurations that count for it. */
export interface Work {
  readonly files: readonly string[];
  readonly request: CheckRequest;
  readonly configs: readonly ConfigText[];
  readonly onProblems: (problems: readonly string[]) => void;
}

/**
 * Checks files, on all cores when there are many.
 * @yields Results in the order of the files.
 */
export async function* checkAll({ files, request, configs, onProblems }: Work): AsyncGenerator<FileResult> {
  if (files.length < fewFiles || availableParallelism() < 2) {
    if (files.length === 0 && configs.length === 0) return;
    const { Checker, configProblems } = await loadEngine();
    onProblems(configProblems(configs, request.locale));
    const checker = new Checker(request);
    for (const file of files) yield await checker.file(file);
    return;
  }
  const workers: Worker[] = [];
  const start = (resourceLimits: ResourceLimits | undefined): Worker => {
    const isFirst = workers.length === 0 && configs.length > 0;
    const workerData: WorkerStart = { request, configs: isFirst ? configs : undefined };
    const worker = new Worker(path.join(__dirname, 'cli-engine.js'), {
      workerData,
      ...(resourceLimits ? { resourceLimits } : {}),
    });
    worker.on('message', (answer: WorkerAnswer) => {
      if ('problems' in answer) onProblems(answer.problems);
    });
    workers.push(worker);
    return worker;
  };
  try {
    yield* inOrder(files, Math.min(availableParallelism(), 8), start);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * Hands files to workers as they get free.
 * @param count How many workers at a time.
 * @param start A new worker; one without limits checks only what another could not.
 * @yields Results in the order of the files.
 */
export async function* inOrder(
  files: readonly string[],
  count: number,
  start: (limits: ResourceLimits | undefined) => Hand,
): AsyncGenerator<FileResult> {
  const ready = new Map<number, FileResult>();
  let sent = 0;
  let wake: () => void = () => {};
  let failure: Error | undefined;
  /** A new worker in the place of one that has ended, where there is anything left to check. */
  const followed = (): void => {
    if (sent < files.length) employ(start(limits), [], true);
  };
  /** Lets a worker check what it is given, and then, where it keeps to the limits, one file after another. */
  const employ = (worker: Hand, given: Iterable<number>, isLimited: boolean): void => {
    const open = new Set<number>();
    let isOver = !isLimited;
    const send = (index: number): void => {
      const file = files[index];
      if (file === undefined) return;
      open.add(index);
      worker.postMessage({ index, file } satisfies WorkerTask);
    };
    const next = (): void => {
      if (sent < files.length) send(sent++);
    };
    worker.on('message', (answer: WorkerAnswer) => {
      if ('problems' in answer) return;
      const { index, result, held } = answer;
      open.delete(index);
      ready.set(index, result);
      isOver ||= held > fullAt;
      if (!isOver) next();
      else if (open.size === 0) {
        void worker.terminate();
        if (isLimited) followed();
      }
      wake();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (isLimited && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        employ(start(undefined), open, false);
        followed();
      } else failure = error;
      wake();
    });
    for (const index of given) send(index);
    while (isLimited && open.size < inFlight && sent < files.length) next();
  };
  for (let left = count; left > 0; left--) employ(start(limits), [], true);
  for (let index = 0; index < files.length; ) {
    const result = ready.get(index);
    if (failure) throw failure;
    if (result) {
      ready.delete(index);
      index++;
      yield result;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
