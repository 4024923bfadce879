/** After this many milliseconds of work the host gets half as long for everything else, between these bounds. */
const slice = 8;
const shortestRest = 4;
const longestRest = 50;

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
    const rest = Math.min(Math.max(worked / 2, shortestRest), longestRest);
    await new Promise((resolve) => setTimeout(resolve, rest));
    this.#began = performance.now();
  }
}
