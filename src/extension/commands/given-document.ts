import * as vscode from 'vscode';

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
