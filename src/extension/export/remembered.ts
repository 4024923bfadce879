import * as vscode from 'vscode';
import { type Kind, kindOf } from './kinds.js';

const key = 'candor.export';

/** What was chosen last in this workspace: the kind of export, and the folder that it went to. */
export class Remembered {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get #stored(): Record<string, unknown> {
    const stored = this.#state.get<unknown>(key);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  }

  get kind(): Kind | undefined {
    return kindOf(this.#stored.kind);
  }

  get folder(): vscode.Uri | undefined {
    const { folder } = this.#stored;
    try {
      return typeof folder === 'string' ? vscode.Uri.parse(folder, true) : undefined;
    } catch {
      return undefined;
    }
  }

  async keepKind({ id }: Kind): Promise<void> {
    await this.#state.update(key, { ...this.#stored, kind: id });
  }

  async keepFolder(folder: vscode.Uri): Promise<void> {
    await this.#state.update(key, { ...this.#stored, folder: folder.toString() });
  }
}
