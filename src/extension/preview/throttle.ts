/**
 * Runs a task at once, and then at most once in a while.
 * What is asked for in between runs once, at the end of the while.
 */
export class Throttle {
  readonly #task: () => void;
  readonly #pauseMs: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;

  /** @param pauseMs How long to wait after a run, in milliseconds; asked after each run. */
  constructor(task: () => void, pauseMs: () => number) {
    this.#task = task;
    this.#pauseMs = pauseMs;
  }

  run(): void {
    if (this.#timer !== undefined) {
      this.#wanted = true;
      return;
    }
    this.#wanted = false;
    this.#task();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#wanted) this.run();
    }, this.#pauseMs());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wanted = false;
  }
}
