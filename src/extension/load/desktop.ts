import * as vscode from 'vscode';
import type * as whole from '../web.js';

let web: typeof whole | undefined;

/** The desktop reads the file of the web when the first postmortem is opened: both run the same code, shipped once. */
export const loadServices: typeof whole.loadServices = async (context) => {
  const { extensionUri, globalStorageUri } = context;
  const { requireCompiled } = await import('../../desktop/compiled.js');
  web ??= requireCompiled(
    vscode.Uri.joinPath(extensionUri, 'dist', 'extension.web.js').fsPath,
    vscode.Uri.joinPath(globalStorageUri, 'compiled').fsPath,
  ) as typeof whole;
  return web.loadServices(context);
};
