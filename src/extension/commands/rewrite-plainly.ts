import * as vscode from 'vscode';
import { judgeRewriting } from '../../core/index.js';
import { askModel } from '../assistant/ask-model.js';
import { showProposal } from '../assistant/proposal.js';
import type { Services } from '../services.js';
import { linterSettings, readSettings } from '../settings.js';

export const id = 'candor.rewritePlainly';

/** More than this is a document, not a passage, in UTF-16 units. */
const longest = 8000;

/** The passage to rewrite: the selection, else the paragraph that the caret stands in. */
function passageAt({ document, selection }: vscode.TextEditor): vscode.Range {
  if (!selection.isEmpty) return selection;
  let from = selection.active.line;
  let to = from;
  const isBlank = (line: number): boolean => document.lineAt(line).isEmptyOrWhitespace;
  while (from > 0 && !isBlank(from) && !isBlank(from - 1)) from--;
  while (to < document.lineCount - 1 && !isBlank(to) && !isBlank(to + 1)) to++;
  return new vscode.Range(from, 0, to, document.lineAt(to).text.length);
}

/**
 * Asks the editor's own language model for plainer words for a passage, reads its answer with the linter, and shows both
 * beside each other: the author decides. Does nothing where the editor has no model.
 */
export async function run({ sessions, team }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const result = editor && sessions.resultOf(editor.document);
  if (!editor || !result) return;
  const { document } = editor;
  const { version } = document;
  const range = passageAt(editor);
  const passage = document.getText(range);
  if (passage.trim() === '') return;
  if (passage.length > longest) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a passage of at most {0} characters.', longest));
    return;
  }
  let answer: string | undefined;
  try {
    answer = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Looking for plainer words'),
        cancellable: true,
      },
      (_, token) => askModel(passage, result.postmortem.language, token),
    );
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showWarningMessage(vscode.l10n.t('The language model gave no answer: {0}', reason));
    return;
  }
  if (answer === undefined) return;
  if (answer === passage.trim()) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The language model would leave the passage as it is.'));
    return;
  }
  // Space around the passage is not the model's to change.
  const lead = /^\s*/.exec(passage)?.[0] ?? '';
  const end = /\s*$/.exec(passage)?.[0] ?? '';
  const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const words = lead + answer + end;
  const settings = linterSettings(readSettings(document.uri), team.for(document.uri));
  const { postmortem } = sessions.resultOf(document) ?? result;
  if (document.version !== version || postmortem.text !== document.getText()) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The text has changed meanwhile, so nothing was replaced.'));
    return;
  }
  const verdict = await judgeRewriting(postmortem, at, words, settings);
  if (verdict.kind === 'refused') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The answer of the language model was not used: customers would read “{0}”, which is internal.',
        verdict.words.replace(/\s+/g, ' ').slice(0, 60),
      ),
    );
    return;
  }
  await showProposal({ document, range, words, version, verdict });
}
