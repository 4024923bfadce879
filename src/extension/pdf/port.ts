import type { Localized } from '../../core/index.js';

/** How a page is printed to PDF. */
export interface PrintOptions {
  /** The time that goes into the file, milliseconds since 1970. */
  readonly now: number;
  /** The path of the browser; found when not given. */
  readonly browser: string | undefined;
  /** Ends the browser. */
  readonly signal: AbortSignal;
}

/**
 * A PDF with the text that was read back from it, for the leak gate; or why there is none. `noBrowser` holds the path
 * that was set and is no program, empty where none was set and none was found.
 */
export type Printed =
  | { readonly content: Uint8Array; readonly text: string }
  | { readonly noBrowser: string }
  | { readonly failed: Localized };

/** Prints a page that asks for nothing. */
export type PrintPdf = (page: string, options: PrintOptions) => Promise<Printed>;
