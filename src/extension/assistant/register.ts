import * as vscode from 'vscode';
import type { Load } from '../load/port.js';
import type { Services } from '../services.js';
import { registerTool } from './tool-host.js';

/** Offers two tools to assistants in the editor: both only read. What they need is loaded when one is called. */
export function registerTools(load: Load, started: () => Promise<Services>): vscode.Disposable {
  return vscode.Disposable.from(
    registerTool('candor_check', async (input) => (await load()).checkForAssistant(await started(), input)),
    registerTool('candor_customerVersion', async (input) => (await load()).showCustomerVersion(await started(), input)),
  );
}
