import * as vscode from 'vscode';
import { markInternal } from '../../core/index.js';
import { spanToRange } from '../positions.js';
import type { Services } from '../services.js';

export const id = 'candor.markInternal';

/** Takes what is selected out of every customer version, by marking it as internal. */
export async function run({ postmortems }: Services): Promise<void> {
  // From the walkthrough: what to select stands in the postmortem that was open last.
  const behind = vscode.window.activeTextEditor ? undefined : postmortems.current;
  const editor = behind ? await vscode.window.showTextDocument(behind) : vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a postmortem first.'));
    return;
  }
  const { document, selection } = editor;
  const edit = markInternal(document.getText(), document.offsetAt(selection.start), document.offsetAt(selection.end));
  if (!edit) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select words, or whole lines (of a table, all of it), and mark them again.'),
    );
    return;
  }
  await editor.edit((builder) => builder.replace(spanToRange(document, edit), edit.text));
}
