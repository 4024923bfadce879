import * as vscode from 'vscode';
import { explanationKinds, prefixOfSection, sectionPlace, writingOf } from '../../core/index.js';
import type { Services } from '../services.js';
import { bodyIn, snippetNamed } from '../snippets.js';

export const id = 'candor.insertSection';

/** Inserts a missing section of the explanation where it belongs, with its blanks to go through. */
export async function run({ sessions }: Services, uri: unknown, kind: unknown): Promise<void> {
  const wanted = explanationKinds.find((each) => each === kind);
  if (!(uri instanceof vscode.Uri) || !wanted) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const postmortem = sessions.resultOf(document)?.postmortem;
  const place = postmortem && sectionPlace(postmortem, wanted);
  const snippet = postmortem && snippetNamed(prefixOfSection(wanted), writingOf(postmortem));
  if (place === undefined || !snippet) return;
  const before = document.getText().slice(0, place);
  const lead = before.trim() === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : /[\r\n]$/.test(before) ? '\n' : '\n\n';
  const tail = place < document.getText().length ? '\n\n' : '\n';
  const at = document.positionAt(place);
  await editor.insertSnippet(new vscode.SnippetString(lead + bodyIn(snippet, postmortem) + tail), at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
