import * as vscode from 'vscode';

/** Named here too, so that looking for it loads nothing of core. */
const name = '.candor.yml';

/** A configuration file with its text. */
export interface ConfigText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Folders on the way up at most; more is no repository. */
const mostFolders = 40;

/** The folders from a document's own up to the root. An untitled document has none. */
export function* foldersAbove(document: vscode.Uri): Generator<vscode.Uri> {
  if (!document.path.startsWith('/')) return;
  let folder = vscode.Uri.joinPath(document, '..');
  for (let count = 0; count < mostFolders; count++) {
    yield folder;
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) return;
    folder = parent;
  }
}

/** Reads the `.candor.yml` that counts for a document: the nearest on the way up, as on the command line. */
export async function nearestConfig(document: vscode.Uri): Promise<ConfigText | undefined> {
  for (const folder of foldersAbove(document)) {
    const uri = vscode.Uri.joinPath(folder, name);
    const text = await vscode.workspace.fs.readFile(uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
    if (text !== undefined) return { uri, text };
  }
  return undefined;
}
