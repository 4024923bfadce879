import * as vscode from 'vscode';
import type { PreviewManager } from '../preview/manager.js';

/**
 * The Markdown document that a command is about: the one that a menu or title bar hands over, else the active one.
 * Says so where there is none.
 */
export function markdownOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document.uri;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a postmortem first.'));
  return undefined;
}

/** The document that customers' readings are made of: as `markdownOf`, or that of the preview whose menu was used. */
export function customerSource(previews: PreviewManager, given: unknown): vscode.Uri | undefined {
  // The menu of a webview hands over its own address or a description of the place that was clicked.
  const isDocument = given instanceof vscode.Uri && given.scheme !== 'webview-panel';
  return isDocument ? given : (previews.active?.uri ?? markdownOf(undefined));
}
