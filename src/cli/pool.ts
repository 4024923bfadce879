import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { Checker, type CheckRequest } from './check.js';
import type { FileResult } from './report.js';

/** Fewer files than this are checked in this thread: a worker takes longer to start than they take. */
const fewFiles = 40;
/** Files on their way to a worker at a time: enough to keep it busy, few enough to need no memory. */
const inFlight = 8;

/**
 * What a worker may hold, in MB. Left alone an engine collects late and holds far more than checking needs. A file that
 * does need more is checked by a worker without these limits.
 */
const limits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 160 };

/** What a worker is started with, and what it is sent and sends back. */
export interface WorkerTask {
  readonly index: number;
  readonly file: string;
}
export interface WorkerAnswer {
  readonly index: number;
  readonly result: FileResult;
}

/**
 * Checks files, on all cores when there are many.
 * @yields Results in the order of the files.
 */
export async function* checkAll(files: readonly string[], request: CheckRequest): AsyncGenerator<FileResult> {
  if (files.length < fewFiles || availableParallelism() < 2) {
    const checker = new Checker(request);
    for (const file of files) yield await checker.file(file);
    return;
  }
  const workers: Worker[] = [];
  const start = (resourceLimits: ResourceLimits | undefined): Worker => {
    const worker = new Worker(__filename, { workerData: request, ...(resourceLimits ? { resourceLimits } : {}) });
    workers.push(worker);
    return worker;
  };
  try {
    yield* inOrder(files, Math.min(availableParallelism(), 8), start);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function* inOrder(
  files: readonly string[],
  count: number,
  start: (limits: ResourceLimits | undefined) => Worker,
): AsyncGenerator<FileResult> {
  const ready = new Map<number, FileResult>();
  let sent = 0;
  let wake: () => void = () => {};
  let failure: Error | undefined;
  /** Lets a worker check what it is given, and then one file after another. */
  const employ = (worker: Worker, given: Iterable<number>, isLimited: boolean): void => {
    const open = new Set<number>();
    const send = (index: number): void => {
      const file = files[index];
      if (file === undefined) return;
      open.add(index);
      worker.postMessage({ index, file } satisfies WorkerTask);
    };
    const next = (): void => {
      if (sent < files.length) send(sent++);
    };
    worker.on('message', ({ index, result }: WorkerAnswer) => {
      open.delete(index);
      ready.set(index, result);
      next();
      wake();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (isLimited && error.code === 'ERR_WORKER_OUT_OF_MEMORY') employ(start(undefined), open, false);
      else failure = error;
      wake();
    });
    for (const index of given) send(index);
    while (open.size < inFlight && sent < files.length) next();
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
