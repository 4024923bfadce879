import * as vscode from 'vscode';
import { said } from '../settings.js';
import type { Kind } from './kinds.js';

/** Where the save dialog opens: where the last export went, else beside the document, else in the workspace. */
function folderFor(document: vscode.Uri, last: vscode.Uri | undefined): vscode.Uri | undefined {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  const beside = document.scheme === 'untitled' ? workspace : vscode.Uri.joinPath(document, '..');
  return last && last.scheme === (beside ?? last).scheme ? last : beside;
}

/** Asks where the export goes; the dialog asks before it gives the place of a file that is there. */
export async function chooseTarget(
  document: vscode.Uri,
  { label, extension }: Kind,
  name: string,
  last: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const folder = folderFor(document, last);
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export customer version'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [said(label)]: [extension] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}
