import type * as vscode from 'vscode';
import type { Analysis } from '../../core/index.js';

/** A top-level block of the customer version as HTML, with the part of the source that it comes from (UTF-16 units). */
export interface CustomerBlock {
  /** The same string again for a block that did not change. `data-line` inside counts from the block's first line. */
  readonly html: string;
  readonly start: number;
  readonly end: number;
}

/** What customers would read of a document, or why nothing may be shown. */
export interface CustomerReading {
  readonly blocks: readonly CustomerBlock[];
  /** Not empty: nothing may be shown or exported. `start` in UTF-16 units of the source. */
  readonly refusals: readonly { readonly message: string; readonly start: number }[];
  /** Parts of the source inside the customer part that customers never see. */
  readonly hidden: readonly { readonly start: number; readonly end: number }[];
}

/** The customer version for a mail program. */
export interface MailFlavours {
  readonly html: string;
  readonly text: string;
}

/** What an image of the document turned out to be: its data (a `data:` URI), or why it is left out. */
export type CheckedImage = { readonly data: string } | { readonly refused: string };

/** What the preview needs from the rest of the extension. */
export interface PreviewServices {
  readonly extensionUri: vscode.Uri;
  /** Whether Candor cares about a document at all. */
  readonly isPostmortem: (document: vscode.TextDocument) => boolean;
  /** The document as it is now; remembered by version, so asking again costs nothing. */
  readonly analysisOf: (document: vscode.TextDocument) => Analysis;
  readonly customerOf: (document: vscode.TextDocument, analysis: Analysis) => CustomerReading;
  /** Fires when findings of a document may have changed without its text: settings, configuration. */
  readonly onDidAnalyze: vscode.Event<vscode.TextDocument>;
  /** @returns The flavours, or the reason for a refusal. */
  readonly mailOf: (document: vscode.TextDocument) => Promise<MailFlavours | string>;
  /** Reads an image of the workspace through the same checks as an export. `source` as it stands in the Markdown. */
  readonly imageOf: (document: vscode.TextDocument, source: string) => Promise<CheckedImage>;
  /** Opens the choice of exports for a document. */
  readonly exportOf: (document: vscode.TextDocument) => Promise<void>;
  /** Adds a customer part to a document that has none. */
  readonly addCustomerPart: (document: vscode.TextDocument) => Promise<void>;
}
