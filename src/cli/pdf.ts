import { findLeaks, type Postmortem, type Refusal } from '../core/index.js';
import { findBrowser } from './browsers.js';
import { readPdf, withNeutralMetadata } from './pdf-content.js';
import { printPage } from './print.js';

/** What comes of printing. */
export type PdfResult = { readonly content: Uint8Array } | { readonly refusals: readonly Refusal[] };

/**
 * Prints the customer's page to PDF and looks at the result as the leak gate looks at every export.
 * @param page The HTML export of the same document.
 * @throws NoBrowser, PdfFailed
 */
export async function exportPdf(
  postmortem: Postmortem,
  page: string,
  options: {
    readonly now: number;
    readonly browser?: string | undefined;
    readonly env: Readonly<Record<string, string | undefined>>;
  },
): Promise<PdfResult> {
  const browser = await findBrowser(options.browser, options.env);
  const content = await withNeutralMetadata(await printPage(browser, page), options.now);
  const refusals = findLeaks(postmortem, { text: await readPdf(content), raw: '' });
  return refusals.length > 0 ? { refusals } : { content };
}
