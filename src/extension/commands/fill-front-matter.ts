import * as vscode from 'vscode';
import { messageEdits } from '../message-edits.js';
import type { Services } from '../services.js';

export const id = 'candor.fillFrontMatter';

/** Fills in what front matter leaves open and the message to customers says plainly, as one edit that can be undone. */
export async function run({ sessions }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const result = editor && sessions.resultOf(editor.document);
  if (!result) return;
  const found = messageEdits(result);
  if (!found) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The message says nothing plainly that the front matter leaves open.'),
    );
    return;
  }
  if (await vscode.workspace.applyEdit(found.edit))
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Filled in from the message: {0}. Please check.', found.keys.join(', ')),
    );
}
