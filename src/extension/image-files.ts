import * as vscode from 'vscode';
import { checkImage, type ImageFile, largestImage } from '../core/index.js';
import { imagePath } from './image-path.js';
import { said } from './settings.js';

/** What an image of a document turned out to be: checked and cleaned, or why it is left out. */
export type ReadImage = { readonly image: ImageFile } | { readonly refused: string };

/**
 * Reads an image that a document names: below the document's workspace folder (or else its own folder), through no
 * link to another place, a real image of bearable size. What stands in it beside the picture is taken out.
 * Not in Restricted Mode: there no document makes Candor read files.
 * @param source The address as it stands in the document.
 */
export async function readImage(document: vscode.TextDocument, source: string): Promise<ReadImage> {
  const { l10n, workspace } = vscode;
  if (!workspace.isTrusted) return { refused: l10n.t('images are not read in Restricted Mode') };
  if (document.isUntitled) return { refused: l10n.t('save the document first, so that the image can be found') };
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const root = workspace.getWorkspaceFolder(document.uri)?.uri ?? folder;
  const names = imagePath(folder.path.slice(root.path.length), source);
  if (!names) return { refused: l10n.t('it is not in the folder of the workspace') };
  try {
    let place = root;
    for (const name of names) {
      place = vscode.Uri.joinPath(place, name);
      const { type, size } = await workspace.fs.stat(place);
      if (type & vscode.FileType.SymbolicLink) return { refused: l10n.t('it is a link to another place') };
      if (type & vscode.FileType.File && size > largestImage) return { refused: l10n.t('it is over 5 MB') };
    }
    const checked = checkImage(await workspace.fs.readFile(place));
    return checked.ok ? { image: checked.image } : { refused: said(checked.say) };
  } catch {
    return { refused: l10n.t('the file cannot be read') };
  }
}
