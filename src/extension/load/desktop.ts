import * as vscode from 'vscode';
import type * as whole from '../web.js';
import type { LoadReading, LoadServices, Place } from './port.js';

let web: typeof whole | undefined;

/** The desktop reads the file of the web when the first postmortem is opened: both run the same code, shipped once. */
async function load({ extensionUri, globalStorageUri }: Place): Promise<typeof whole> {
  const { requireCompiled } = await import('../../desktop/compiled.js');
  web ??= requireCompiled(
    vscode.Uri.joinPath(extensionUri, 'dist', 'extension.web.js').fsPath,
    vscode.Uri.joinPath(globalStorageUri, 'compiled').fsPath,
  ) as typeof whole;
  return web;
}

export const loadReading: LoadReading = async (place) => (await load(place)).loadReading(place);
export const loadServices: LoadServices = async (place) => (await load(place)).loadServices(place);
