import * as vscode from 'vscode';
import type { CustomerImage, ImageFile } from '../../core/index.js';
import { readImage } from '../image-files.js';

/** Images that were read, and a line for each that is left out. */
export interface FoundImages {
  readonly images: ReadonlyMap<string, ImageFile>;
  readonly leftOut: readonly string[];
}

/** Reads the images of a customer version, each once, through the one checked path. */
export async function findImages(
  document: vscode.TextDocument,
  wanted: readonly CustomerImage[],
): Promise<FoundImages> {
  const images = new Map<string, ImageFile>();
  const leftOut = new Map<string, string>();
  for (const { url, source } of wanted) {
    if (images.has(url) || leftOut.has(url)) continue;
    const read =
      source === 'remote'
        ? { refused: vscode.l10n.t('it is on the web, and nothing is fetched') }
        : await readImage(document, url);
    if ('image' in read) images.set(url, read.image);
    else leftOut.set(url, vscode.l10n.t('Image left out: {0}', `${url} (${read.refused})`));
  }
  return { images, leftOut: [...leftOut.values()] };
}
