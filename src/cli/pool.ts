import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Checker, type CheckRequest } from './check.js';
import type { FileResult } from './report.js';

/** Fewer files than this are checked in this thread: a worker takes longer to start than they take. */
const fewFiles = 40;
/** Files on their way to a worker at a time: enough to keep it busy, few enough to need no memory. */
const inFlight = 8;

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
  const workers = Array.from(
    { length: Math.min(availableParallelism(), 8) },
    () => new Worker(__filename, { workerData: request }),
  );
  try {
    yield* inOrder(files, workers);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function* inOrder(files: readonly string[], workers: readonly Worker[]): AsyncGenerator<FileResult> {
  const ready = new Map<number, FileResult>();
  let sent = 0;
  let wake: () => void = () => {};
  let failure: Error | undefined;
  const next = (worker: Worker): void => {
    const file = files[sent];
    if (file === undefined) return;
    worker.postMessage({ index: sent, file } satisfies WorkerTask);
    sent++;
  };
  for (const worker of workers) {
    worker.on('message', ({ index, result }: WorkerAnswer) => {
      ready.set(index, result);
      next(worker);
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    for (let count = 0; count < inFlight; count++) next(worker);
  }
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
