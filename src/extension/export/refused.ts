import * as vscode from 'vscode';
import type { Refusal } from '../../core/index.js';
import { spanToRange } from '../positions.js';
import { said } from '../settings.js';
import { showPlace } from './show-place.js';

/** Says why nothing was exported, and keeps what only a finished export showed among the problems. */
export class Refused implements vscode.Disposable {
  readonly #leaks = vscode.languages.createDiagnosticCollection('candor-export');
  readonly #listening = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#leaks.delete(document.uri)),
    vscode.workspace.onDidCloseTextDocument((document) => this.#leaks.delete(document.uri)),
  );

  /** An export begins: what an earlier one showed is old. */
  forget(document: vscode.TextDocument): void {
    this.#leaks.delete(document.uri);
  }

  /** Shows refusals; does not wait until the user has seen them. */
  show(document: vscode.TextDocument, refusals: readonly Refusal[]): void {
    this.#leaks.set(
      document.uri,
      refusals.filter(({ kind }) => kind === 'leak').map((refusal) => toDiagnostic(document, refusal)),
    );
    const [first] = [...refusals].sort((a, b) => a.at.start - b.at.start);
    if (!first) return;
    void this.#tell(document, first, refusals.length - 1);
  }

  async #tell(document: vscode.TextDocument, { kind, at, say }: Refusal, more: number): Promise<void> {
    const { l10n, window } = vscode;
    const why = said(say);
    const text =
      more > 0
        ? l10n.t('Nothing was exported. {0} ({1} more in Problems)', why, more)
        : l10n.t('Nothing was exported. {0}', why);
    const show = kind === 'empty' ? l10n.t('Add a customer part') : l10n.t('Show');
    if ((await window.showErrorMessage(text, show)) !== show) return;
    await showPlace(document, kind === 'empty' ? undefined : spanToRange(document, at));
    if (kind === 'empty') await vscode.commands.executeCommand('candor.addCustomerPart');
  }

  dispose(): void {
    this.#leaks.dispose();
    this.#listening.dispose();
  }
}

function toDiagnostic(document: vscode.TextDocument, { at, say }: Refusal): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(spanToRange(document, at), said(say), vscode.DiagnosticSeverity.Error);
  problem.source = 'Candor';
  return problem;
}
