/**
 * Where `npm start` begins: the example postmortem at its customer part, and beside it what customers will read. A window
 * that has something open already is left as it is.
 */
const vscode = require('vscode');

const FILE = 'checkout-outage.md';
const PART = /^## Customer explanation/m;

exports.activate = async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder || vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, FILE));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const at = document.positionAt(document.getText().search(PART));
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('candor.openPreview');
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  // Now that lines are as long as they stay.
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
};
