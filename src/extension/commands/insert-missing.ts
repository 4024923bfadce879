import * as vscode from 'vscode';
import type { Services } from '../services.js';

export const id = 'candor.insertMissing';

/**
 * Inserts a snippet of Candor's own below a line of the active editor, with its blanks to go through.
 * @param name The snippet's name or prefix.
 * @param line From 1; the heading that the snippet belongs under.
 */
export async function run(_: Services, name: unknown, line: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || typeof name !== 'string' || typeof line !== 'number') return;
  const below = Math.min(line, editor.document.lineCount);
  const end = editor.document.lineAt(below - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  await editor.edit((edit) => edit.insert(end, '\n\n'));
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
}
