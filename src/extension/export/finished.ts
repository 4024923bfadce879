import * as vscode from 'vscode';

/** Formats that the editor itself shows well; others are for the program that the system has for them. */
const asText = new Set(['md', 'txt']);

async function open(target: vscode.Uri, extension: string): Promise<void> {
  if (asText.has(extension)) await vscode.window.showTextDocument(target, { preview: false });
  else if (target.scheme !== 'file' || !(await vscode.env.openExternal(target)))
    await vscode.commands.executeCommand('vscode.open', target);
}

/** Shows the file in the system's folder where the editor runs on the same machine, else in the explorer. */
async function reveal(target: vscode.Uri): Promise<void> {
  const isHere = target.scheme === 'file' && !vscode.env.remoteName && vscode.env.uiKind === vscode.UIKind.Desktop;
  await vscode.commands.executeCommand(isHere ? 'revealFileInOS' : 'revealInExplorer', target);
}

/** Says that an export is there, once, and offers what comes next. */
export async function tellFinished(target: vscode.Uri, extension: string): Promise<void> {
  const { l10n, window } = vscode;
  const name = target.path.split('/').at(-1) ?? '';
  const toOpen = l10n.t('Open');
  const toReveal = l10n.t('Show in folder');
  const chosen = await window.showInformationMessage(l10n.t('Exported for customers: {0}', name), toOpen, toReveal);
  if (chosen === toOpen) await open(target, extension);
  if (chosen === toReveal) await reveal(target);
}
