import * as vscode from 'vscode';
import { loadReading, loadServices } from '#load';
import { printPdf } from '#pdf';
import { previewViewType } from '../protocol/preview.js';
import { registerTools } from './assistant/register.js';
import { commandIds } from './commands/ids.js';
import type { Load } from './load/port.js';
import { Postmortems } from './postmortems.js';
import type { Reading } from './reading.js';
import type { Services } from './services.js';
import { registerViews } from './views/register.js';

/**
 * Wires, and does nothing else: what finds is loaded when the first postmortem is opened, the rest when findings are shown
 * or a command asks for it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const postmortems = new Postmortems();
  let reading: Promise<Reading> | undefined;
  let services: Promise<Services> | undefined;
  const read = (): Promise<Reading> => {
    reading ??= loadReading(context).then(({ read }) => read(context, postmortems, () => void started()));
    return reading;
  };
  const load: Load = () => loadServices(context);
  const started = (): Promise<Services> => {
    services ??= read().then(async (reading) => (await load()).start(context, postmortems, reading, printPdf));
    return services;
  };
  context.subscriptions.push(
    postmortems,
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) =>
        (await load()).runCommand(await started(), id, args),
      ),
    ),
    registerViews(load, started),
    registerTools(load, started),
    postmortems.onDidFind(() => void read()),
    postmortems.onMayFind(() => void read()),
    vscode.window.registerWebviewPanelSerializer(previewViewType, {
      deserializeWebviewPanel: async (panel, state) => (await started()).previews.restore(panel, state),
    }),
    vscode.window.registerUriHandler({
      handleUri: ({ path }) => void vscode.commands.executeCommand('candor.explainRule', path.split('/').at(-1)),
    }),
  );
  postmortems.look();
}
