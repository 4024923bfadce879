import { findBrowser } from './browsers.js';
import { printPage } from './print.js';

/** A PDF, and what can be read in it: show `text` to the leak gate before anybody gets `content`. */
export interface PrintedPdf {
  readonly content: Uint8Array;
  readonly text: string;
}

/**
 * Prints the customer's page to PDF with the user's own browser, and reads the result back.
 * @param page The HTML export.
 * @param options `now`: milliseconds since 1970; `browser`: a path, found when not given; `signal` ends the browser.
 * @throws NoBrowser, PdfFailed
 */
export async function printPdf(
  page: string,
  options: {
    readonly now: number;
    readonly browser?: string | undefined;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly signal?: AbortSignal;
  },
): Promise<PrintedPdf> {
  const browser = await findBrowser(options.browser, options.env ?? process.env);
  const printed = await printPage(browser, page, options.signal);
  // Reading PDF costs half a megabyte of code: loaded when there is one.
  const { readPdf, withNeutralMetadata } = await import('./pdf-content.js');
  const content = await withNeutralMetadata(printed, options.now);
  return { content, text: await readPdf(content) };
}
