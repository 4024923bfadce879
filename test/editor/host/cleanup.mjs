/** A stack of things to undo at the end of a run, however it ends: normally, by an error, or by Ctrl-C. */

import { within } from './processes.mjs';

const LIMIT_MS = 10_000;

/**
 * Makes a cleanup stack. Without a parent it listens for the signals that end a process; with one, the parent's end is
 * also its end.
 * @param {{ add(undo: () => unknown): void }} [parent]
 * @returns {{ add(undo: () => unknown): void, run(): Promise<void> }} `run` undoes newest first, each once, and may be
 *   called again; an undo that fails does not stop the others, it is named on standard error.
 */
export function createCleanup(parent) {
  const undos = [];
  let running = Promise.resolve();
  const undoAll = async () => {
    while (undos.length > 0) {
      try {
        const undo = Promise.resolve(undos.pop()());
        const done = await within(
          LIMIT_MS,
          undo.then(() => true),
        );
        if (!done) console.error(`Cleaning up: a step took longer than ${LIMIT_MS / 1000} seconds and was left.`);
      } catch (error) {
        console.error(`Cleaning up: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const run = () => {
    running = running.then(undoAll);
    return running;
  };
  if (parent) parent.add(run);
  else endOnSignals(run);
  return { add: (undo) => void undos.push(undo), run };
}

function endOnSignals(run) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => run().finally(() => process.exit(code)));
  }
}
