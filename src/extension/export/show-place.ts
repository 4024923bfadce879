import * as vscode from 'vscode';

/** Shows a place of a document where it is open already, else in the first group. */
export async function showPlace(document: vscode.TextDocument, selection?: vscode.Range): Promise<void> {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One, selection });
}
