import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type CustomerImage, checkImage, type ImageFile, type Language, largestImage } from '../core/index.js';

/** Images that were read, and why others were left out. */
export interface FoundImages {
  readonly images: ReadonlyMap<string, ImageFile>;
  /** One line for each image that is left out. */
  readonly leftOut: readonly string[];
}

const said = {
  remote: {
    en: 'is not in the workspace and was left out; it is named in its place.',
    zh: '不在本地，未包含在内，在原处以名称代替。',
  },
  outside: { en: 'is outside the folder of the project and was left out.', zh: '位于项目文件夹之外，未包含在内。' },
  missing: { en: 'could not be read and was left out.', zh: '无法读取，未包含在内。' },
} as const;

const isInside = (file: string, folder: string): boolean => {
  const way = path.relative(folder, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
};

/** The folder that images may come from: the nearest one above with a repository or a Candor file, else the document's. */
async function projectFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    for (const mark of ['.git', '.candor.yml'])
      if (
        await stat(path.join(at, mark)).then(
          () => true,
          () => false,
        )
      )
        return at;
    if (path.dirname(at) === at) return folder;
  }
}

/**
 * Reads the images of a customer version: only files below the project's folder, links followed, checked and cleaned.
 * @param folder Where the document is.
 */
export async function findImages(
  wanted: readonly CustomerImage[],
  folder: string,
  locale: Language,
): Promise<FoundImages> {
  const images = new Map<string, ImageFile>();
  const leftOut: string[] = [];
  if (wanted.length === 0) return { images, leftOut };
  const root = await realpath(await projectFolder(path.resolve(folder)));
  for (const { url, source } of wanted) {
    if (images.has(url)) continue;
    const skip = (why: string): void => void leftOut.push(`${url} ${why}`);
    if (source === 'remote') {
      skip(said.remote[locale]);
      continue;
    }
    try {
      const file = await realpath(path.resolve(folder, decodeURIComponent(url)));
      const facts = await stat(file);
      if (!isInside(file, root)) skip(said.outside[locale]);
      else if (!facts.isFile() || facts.size > largestImage * 4) skip(said.missing[locale]);
      else {
        const checked = checkImage(await readFile(file));
        if (checked.ok) images.set(url, checked.image);
        else skip(`${checked.say[locale]}`);
      }
    } catch {
      skip(said.missing[locale]);
    }
  }
  return { images, leftOut };
}
