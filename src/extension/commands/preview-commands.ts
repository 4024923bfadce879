import * as vscode from 'vscode';
import type { PreviewManager } from '../preview/manager.js';

/** The document that a command of the palette, a title bar or a menu is about. */
function documentOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document.uri : undefined;
}

/** The commands that open, lock and leave previews. */
export function previewCommands(manager: PreviewManager): vscode.Disposable {
  const open = (column: vscode.ViewColumn) => (given: unknown) => {
    const uri = documentOf(given);
    if (uri) manager.open(uri, column);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Open a postmortem first, then its preview.'));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('candor.openPreview', open(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('candor.openPreviewHere', open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('candor.lockPreview', () => manager.toggleLock()),
    vscode.commands.registerCommand('candor.showPreviewSource', () => manager.showSource()),
  );
}
