import * as vscode from 'vscode';
import { loadServices } from '#load';
import { printPdf } from '#pdf';
import { previewViewType } from '../protocol/preview.js';
import { registerTools } from './assistant/register.js';
import { commandIds } from './commands/ids.js';
import type { Load } from './load/port.js';
import { Postmortems } from './postmortems.js';
import type { Services } from './services.js';
import { registerViews } from './views/register.js';

/**
 * Wires, and does nothing else: what is heavy is loaded when the first postmortem is opened or a command asks for it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const postmortems = new Postmortems();
  let services: Promise<Services> | undefined;
  const load: Load = () => loadServices(context);
  const started = (): Promise<Services> => {
    services ??= load().then(({ start }) => start(context, postmortems, printPdf));
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
    postmortems.onDidFind(() => void started()),
    postmortems.onMayFind(() => void started()),
    vscode.window.registerWebviewPanelSerializer(previewViewType, {
      deserializeWebviewPanel: async (panel, state) => (await started()).previews.restore(panel, state),
    }),
    vscode.window.registerUriHandler({
      handleUri: ({ path }) => void vscode.commands.executeCommand('candor.explainRule', path.split('/').at(-1)),
    }),
  );
  postmortems.look();
}
