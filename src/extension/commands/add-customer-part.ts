import * as vscode from 'vscode';
import { addCustomerPart, createLinter } from '../../core/index.js';
import { spanToRange } from '../positions.js';
import type { Services } from '../services.js';
import { ownZone } from '../zones.js';

export const id = 'candor.addCustomerPart';

/** Adds the customer part to the postmortem in the active editor, with what its front matter knows. */
export async function run({ sessions }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return;
  const { document } = editor;
  const postmortem = (sessions.resultOf(document) ?? createLinter().analyze(document.getText())).postmortem;
  const edit = addCustomerPart(postmortem, ownZone());
  if (!edit) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This postmortem has a customer part already.'));
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, spanToRange(document, edit), edit.text);
  if (!(await vscode.workspace.applyEdit(change))) return;
  const at = document.positionAt(edit.start + (/\S/.exec(edit.text)?.index ?? 0));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
}
