import * as vscode from 'vscode';
import { explanationKinds, prefixOfSection, sectionPlace, writingOf } from '../../core/index.js';
import type { Services } from '../services.js';
import { bodyIn, snippetNamed } from '../snippets.js';
import type { PartNode } from '../views/readiness-tree.js';

export const id = 'candor.insertSection';

/** What a row of the readiness view stands for. */
function rowOf(row: unknown): { readonly uri?: vscode.Uri; readonly kind?: unknown } {
  if (typeof row !== 'object' || row === null || !('part' in row) || !('result' in row)) return {};
  const { part, result } = row as PartNode;
  return { uri: result.document.uri, kind: part.kind };
}

/**
 * Inserts a missing section of the explanation where it belongs, with its blanks to go through.
 * @param from The document and the section's kind; or, from the button of its row, that row alone.
 */
export async function run({ sessions }: Services, from: unknown, name?: unknown): Promise<void> {
  const { uri, kind } = from instanceof vscode.Uri ? { uri: from, kind: name } : rowOf(from);
  const wanted = explanationKinds.find((each) => each === kind);
  if (!uri || !wanted) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const result = sessions.resultOf(document);
  const postmortem = result?.postmortem;
  const place = postmortem && sectionPlace(postmortem, wanted, result.explained);
  const snippet = postmortem && snippetNamed(prefixOfSection(wanted), writingOf(postmortem));
  if (place === undefined || !snippet) return;
  const before = document.getText().slice(0, place);
  const lead = before.trim() === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : /[\r\n]$/.test(before) ? '\n' : '\n\n';
  const tail = place < document.getText().length ? '\n\n' : '\n';
  const at = document.positionAt(place);
  await editor.insertSnippet(new vscode.SnippetString(lead + bodyIn(snippet, postmortem) + tail), at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
