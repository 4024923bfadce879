import * as vscode from 'vscode';
import type { Services } from '../services.js';

export const id = 'candor.reveal';

/** Goes to a place of a document: offsets in UTF-16 units; the second, where there is one, ends a selection. */
export async function run(_: Services, uri: unknown, start: unknown, end: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof start !== 'number') return;
  const document = await vscode.workspace.openTextDocument(uri);
  const from = document.positionAt(start);
  const selection = new vscode.Range(from, typeof end === 'number' ? document.positionAt(end) : from);
  await vscode.window.showTextDocument(document, { selection });
}
