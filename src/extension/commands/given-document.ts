import * as vscode from 'vscode';
import type { Services } from '../services.js';

/**
 * The Markdown document that a command is about: the one that a menu or title bar hands over, else the active one, else
 * the postmortem that was active last (the walkthrough has the focus while its buttons are used). Says so where there is none.
 */
export function markdownOf({ postmortems }: Services, given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const document = vscode.window.activeTextEditor?.document ?? postmortems.current;
  if (document?.languageId === 'markdown') return document.uri;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a postmortem first.'));
  return undefined;
}

/** The document that customers' readings are made of: as `markdownOf`, or that of the preview whose menu was used. */
export function customerSource(services: Services, given: unknown): vscode.Uri | undefined {
  // The menu of a webview hands over its own address or a description of the place that was clicked.
  const isDocument = given instanceof vscode.Uri && given.scheme !== 'webview-panel';
  return isDocument ? given : (services.previews.active?.uri ?? markdownOf(services, undefined));
}
