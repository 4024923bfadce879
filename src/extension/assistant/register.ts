import * as vscode from 'vscode';
import { loadServices } from '#load';
import type { Services } from '../services.js';
import { registerTool } from './tool-host.js';

/** Offers two tools to assistants in the editor: both only read. What they need is loaded when one is called. */
export function registerTools(started: () => Promise<Services>): vscode.Disposable {
  return vscode.Disposable.from(
    registerTool('candor_check', async (input) => (await loadServices()).checkForAssistant(await started(), input)),
    registerTool('candor_customerVersion', async (input) =>
      (await loadServices()).showCustomerVersion(await started(), input),
    ),
  );
}
