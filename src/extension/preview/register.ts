import * as vscode from 'vscode';
import { previewCommands } from '../commands/preview-commands.js';
import { PreviewManager } from './manager.js';
import type { PreviewServices } from './port.js';

/** Registers the preview: its panels, its commands, and bringing panels back after a reload. */
export function registerPreview(services: PreviewServices): vscode.Disposable {
  const manager = new PreviewManager(services);
  return vscode.Disposable.from(manager, previewCommands(manager));
}
