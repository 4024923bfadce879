import type { Localized } from '../core/index.js';

/** There is no browser to print with. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';

  /** @param chosen What was named as a browser and is none; absent where none was found. */
  constructor(
    readonly say: Localized,
    readonly chosen?: string,
  ) {
    super(say.en);
  }
}

/** The browser was there but made no PDF. */
export class PdfFailed extends Error {
  override readonly name = 'PdfFailed';

  constructor(readonly say: Localized) {
    super(say.en);
  }
}
