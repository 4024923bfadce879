import * as vscode from 'vscode';
import { writingOf } from '../../core/index.js';
import type { Services } from '../services.js';
import { ownWriting } from '../settings.js';
import { bodyIn, snippetNamed } from '../snippets.js';

export const id = 'candor.insertMissing';

/**
 * Inserts a snippet of Candor's own below a line of the active editor, with its blanks to go through.
 * @param name The snippet's prefix, or what a finding calls it.
 * @param line From 1; what the snippet belongs under.
 */
export async function run({ sessions }: Services, name: unknown, line: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || typeof name !== 'string' || typeof line !== 'number') return;
  const { document } = editor;
  const postmortem = sessions.resultOf(document)?.postmortem;
  const snippet = snippetNamed(name, postmortem ? writingOf(postmortem) : ownWriting());
  if (!snippet) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Candor has no snippet “{0}”.', name));
    return;
  }
  const below = Math.min(Math.max(line, 1), document.lineCount);
  const end = document.lineAt(below - 1).range.end;
  const next = below < document.lineCount ? document.lineAt(below).text.trim() : '';
  // The body's own `$` are tab stops; around it only line ends are added.
  const text = new vscode.SnippetString(
    `\n\n${postmortem ? bodyIn(snippet, postmortem) : snippet.body}${next === '' ? '' : '\n'}`,
  );
  await editor.insertSnippet(text, end);
  editor.revealRange(new vscode.Range(end, end.translate(1)), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
