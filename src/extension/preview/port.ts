import type * as vscode from 'vscode';
import type { Analysis, HtmlBlock, Span } from '../../core/index.js';
import type { Question } from '../../protocol/preview.js';

/** What customers would read of a document, or why nothing may be shown. */
export interface CustomerReading {
  /** Made by a writer that gives the same string again for a block that did not change. */
  readonly blocks: readonly HtmlBlock[];
  /** Not empty: nothing may be shown or exported. `start` in UTF-16 units of the source. */
  readonly refusals: readonly { readonly message: string; readonly start: number }[];
  /** Parts of the source that customers never see, by place. */
  readonly hidden: readonly Span[];
}

/** The customer version for a mail program. */
export interface MailFlavours {
  readonly html: string;
  readonly text: string;
  /** What to ask before it is copied. */
  readonly question: Question | null;
}

/** What an image of the document turned out to be: its data (a `data:` URI), or why it is left out. */
export type CheckedImage =
  | { readonly data: string; readonly width: number; readonly height: number }
  | { readonly refused: string };

/** What the preview needs from the rest of the extension. */
export interface PreviewServices {
  readonly extensionUri: vscode.Uri;
  /** Whether Candor cares about a document at all. */
  readonly isPostmortem: (document: vscode.TextDocument) => boolean;
  /** The document as it is now; remembered by version, so asking again costs nothing. */
  readonly analysisOf: (document: vscode.TextDocument) => Analysis | undefined;
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
