/** What the runner tells the suite; put in place of this name when the suite is bundled. */
declare const CANDOR_SUITE: {
  /** The extension host that the suite runs in: Node's, or a web worker. */
  readonly host: 'node' | 'web';
  /** Only tests whose full title matches this pattern run; empty for all. */
  readonly grep: string;
  /** The folder that is open in the editor: a fresh copy of `test/fixtures/workspace`. */
  readonly workspace: string;
  /** The first word of each line of the report. */
  readonly mark: string;
};

/** The runner's options, as one value. */
export const options = CANDOR_SUITE;
