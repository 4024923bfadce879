import type * as vscode from 'vscode';

/** Where there is one file, all that is heavy stands in it and waits until it is asked for. */
export const loadServices = (
  _context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>,
): Promise<typeof import('../loaded.js')> => import('../loaded.js');
