/** Copies of the example workspace and of the extension, so that a run never changes the checkout. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, temporaryFolder } from './places.mjs';

/** What the extension is made of at run time; the rest of the checkout is not copied. */
const PARTS = [
  'dist/extension.js',
  'dist/desktop.js',
  'dist/extension.web.js',
  'dist/webview.js',
  'media',
  'snippets',
  'syntaxes',
];

/**
 * @param {{ add(undo: () => unknown): void }} cleanup
 * @returns {Promise<string>} a fresh copy of `test/fixtures/workspace`
 */
export async function copyWorkspace(cleanup) {
  // The editor shows the folder's name, so it is a readable one.
  const workspace = path.join(await temporaryFolder('workspace', cleanup), 'postmortems');
  await cp(path.join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  return workspace;
}

/**
 * @param {{ add(undo: () => unknown): void }} cleanup
 * @returns {Promise<string>} a folder with nothing in it, of the same name
 */
export async function emptyWorkspace(cleanup) {
  const workspace = path.join(await temporaryFolder('workspace', cleanup), 'postmortems');
  await mkdir(workspace);
  return workspace;
}

/**
 * Copies the built extension with its manifest changed.
 * With `main` removed, VS Code runs the extension's `browser` entry in a web worker.
 * @param {'node' | 'web'} kind the extension host that it is for
 * @param {{ add(undo: () => unknown): void }} cleanup
 * @param {{ module: string, contributes?: object }} [first] a module that is loaded in the host first and loads the
 *   extension then, such as `stand-in-model.cjs`, with what it adds to the manifest
 * @returns {Promise<string>} the extension's folder
 */
export async function copyExtension(kind, cleanup, first) {
  const folder = path.join(await temporaryFolder('extension', cleanup), 'candor');
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  delete manifest[kind === 'web' ? 'main' : 'browser'];
  if (first) {
    await cp(first.module, path.join(folder, 'first.cjs'));
    manifest.main = './first.cjs';
    for (const [point, added] of Object.entries(first.contributes ?? {}))
      manifest.contributes[point] = [...(manifest.contributes[point] ?? []), ...added];
  }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const name of [...PARTS, 'package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json']) {
    await cp(path.join(root, name), path.join(folder, name), { recursive: true }).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  return folder;
}
