import * as vscode from 'vscode';
import { writingOf } from '../../core/index.js';
import { fillBlanks } from '../blanks.js';
import type { Services } from '../services.js';

export const id = 'candor.fillBlanks';

/** Leads through the blanks of the postmortem in the active editor, from the caret on. */
export async function run({ sessions }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const result = editor && sessions.resultOf(editor.document);
  if (!editor || !result) return;
  if ((await fillBlanks(editor, { writing: writingOf(result.postmortem), own: 'candor' })) > 0) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('Every blank is filled in.'));
}
