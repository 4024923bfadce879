/** After this many milliseconds of work the host gets as long for everything else. */
const slice = 8;
/** More of a rest does nobody any good, in milliseconds. */
const longestRest = 100;

/** Shares the extension host with everybody else, for work in the background. */
export class Pace {
  #began = performance.now();

  /** Work begins again, after something was waited for. */
  begin(): void {
    this.#began = performance.now();
  }

  /** Between two steps of the work: gives others a turn when it is theirs. */
  async next(): Promise<void> {
    const worked = performance.now() - this.#began;
    if (worked < slice) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(worked, longestRest)));
    this.#began = performance.now();
  }
}
