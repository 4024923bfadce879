import * as vscode from 'vscode';

/** File systems in which a file takes another's place in one step. */
const canRename = new Set(['file', 'vscode-remote']);

/**
 * Writes a file whole or not at all: under another name beside it first, where the file system can rename.
 * @throws Error in the editor's words when it cannot be written; then what was there before is still there.
 */
export async function writeWhole(target: vscode.Uri, content: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const there = await fs.stat(target).then(
    ({ type }) => type,
    () => undefined,
  );
  if (there !== undefined && there & vscode.FileType.Directory)
    throw new Error(vscode.l10n.t('There is a folder of this name.'));
  if (!canRename.has(target.scheme)) {
    await fs.writeFile(target, content);
    return;
  }
  const draft = vscode.Uri.joinPath(target, '..', `.${crypto.randomUUID()}.tmp`);
  try {
    await fs.writeFile(draft, content);
    await fs.rename(draft, target, { overwrite: true });
  } catch (error) {
    await fs.delete(draft).then(undefined, () => undefined);
    throw error;
  }
}
