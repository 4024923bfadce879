/** A stack of things to undo at the end of a run, however it ends: normally, by an error, or by Ctrl-C. */

const LIMIT_MS = 10_000;

/**
 * Makes a cleanup stack and listens for the signals that end a process.
 * @returns {{ add(undo: () => unknown): void, run(): Promise<void> }} `run` undoes newest first, once; an undo that
 *   fails does not stop the others, it is named on standard error.
 */
export function createCleanup() {
  const undos = [];
  const run = async () => {
    while (undos.length > 0) {
      try {
        await withLimit(undos.pop()());
      } catch (error) {
        console.error(`Cleaning up: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => run().finally(() => process.exit(code)));
  }
  return { add: (undo) => void undos.push(undo), run };
}

async function withLimit(work) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('a step took longer than 10 seconds and was left')), LIMIT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
