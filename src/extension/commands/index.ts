import * as vscode from 'vscode';
import type { Services } from '../services.js';
import * as acceptWord from './accept-word.js';
import * as explainRule from './explain-rule.js';
import * as insertMissing from './insert-missing.js';

/** One command: its id, and what it does once the services are there. */
export interface Command {
  readonly id: string;
  run(services: Services, ...args: unknown[]): unknown;
}

const commands: readonly Command[] = [acceptWord, explainRule, insertMissing];

/** Registers every command. Running one starts the services. */
export function registerCommands(started: () => Promise<Services>): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (...args: unknown[]) => command.run(await started(), ...args)),
    ),
  );
}
