/**
 * The way from the root folder to an image.
 * @param folder Path of the document's folder below the root, with slashes; empty for the root itself.
 * @param source The address of the image as it stands in the document: a relative path, percent-encoded at most once.
 * @returns Names of folders and the file in turn; `undefined` when it leads out of the root or is no relative path.
 */
export function imagePath(folder: string, source: string): readonly string[] | undefined {
  let path: string;
  try {
    path = decodeURIComponent(source.replace(/[?#].*$/, ''))
      .normalize('NFC')
      .replace(/\\/g, '/');
  } catch {
    return undefined;
  }
  if (path === '' || path.startsWith('/') || /[\p{Cc}:]/u.test(path)) return undefined;
  const names: string[] = [];
  for (const name of [...folder.split('/'), ...path.split('/')]) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.length > 0 && !path.endsWith('/') ? names : undefined;
}
