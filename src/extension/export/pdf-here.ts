import * as vscode from 'vscode';
import { findLeaks, type Postmortem, type Refusal } from '../../core/index.js';
import type { PrintPdf } from '../pdf/port.js';
import { readBrowser, said } from '../settings.js';
import { type NoPdf, noBrowser, unprinted, withoutPdf } from './no-pdf.js';

/** Why no PDF can be made in this window; `undefined` where one can. */
export function whyNoPdf(print: PrintPdf | undefined): 'web' | 'restricted' | undefined {
  if (!print) return 'web';
  return vscode.workspace.isTrusted ? undefined : 'restricted';
}

/** What comes of printing. */
export type PdfResult =
  | { readonly content: Uint8Array }
  | { readonly refusals: readonly Refusal[] }
  | NoPdf
  | { readonly cancelled: true };

/**
 * Prints the customer's page with the user's browser, showing progress that can be cancelled, and shows the result to
 * the leak gate.
 */
export async function makePdf(
  print: PrintPdf | undefined,
  postmortem: Postmortem,
  page: string,
  now: number,
): Promise<PdfResult> {
  const { l10n, window } = vscode;
  const why = whyNoPdf(print);
  if (why || !print) return withoutPdf(why ?? 'web');
  const ending = new AbortController();
  const printed = await window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: l10n.t('Printing the PDF'), cancellable: true },
    (_, token) => {
      token.onCancellationRequested(() => ending.abort());
      return print(page, { now, browser: readBrowser(), signal: ending.signal });
    },
  );
  if (ending.signal.aborted) return { cancelled: true };
  if ('failed' in printed) return unprinted(said(printed.failed));
  if ('noBrowser' in printed) return unprinted(noBrowser(printed.noBrowser));
  const refusals = findLeaks(postmortem, { text: printed.text, raw: '' });
  return refusals.length > 0 ? { refusals } : { content: printed.content };
}
