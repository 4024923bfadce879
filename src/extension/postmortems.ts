import * as vscode from 'vscode';
import { recogniseWithin, saysPostmortem } from '../core/recognise.js';

/** Sets whether the active editor shows a postmortem, for `when` clauses. */
const contextKey = 'candor.isPostmortem';

/**
 * Knows which open documents are postmortems: Markdown whose front matter says so, or that the team's configuration
 * names. Everything else is left entirely alone.
 */
export class Postmortems implements vscode.Disposable {
  readonly #found = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #lost = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #open = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  #named: (document: vscode.TextDocument) => boolean = () => false;
  #context: boolean | undefined;

  /** A document is open that is a postmortem. */
  readonly onDidFind = this.#found.event;
  /** A document is closed, or no longer a postmortem. */
  readonly onDidLose = this.#lost.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#found,
      this.#lost,
      vscode.workspace.onDidOpenTextDocument((document) => this.#judge(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Only the beginning decides, so that typing further down costs nothing here.
        if (contentChanges.some((change) => change.rangeOffset < recogniseWithin)) this.#judge(document);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tell()),
    );
  }

  /** The postmortems that are open. */
  get all(): readonly vscode.TextDocument[] {
    return [...this.#open];
  }

  has(document: vscode.TextDocument): boolean {
    return this.#open.has(document);
  }

  /** Looks at what is open already. */
  look(): void {
    for (const document of vscode.workspace.textDocuments) this.#judge(document);
    this.#tell();
  }

  /** Sets what the team's configuration names as postmortems, and looks again. */
  setNamed(named: (document: vscode.TextDocument) => boolean): void {
    this.#named = named;
    this.look();
  }

  #judge(document: vscode.TextDocument): void {
    const is =
      document.languageId === 'markdown' &&
      !document.isClosed &&
      (saysPostmortem(headOf(document)) || this.#named(document));
    if (is === this.#open.has(document)) return;
    if (is) {
      this.#open.add(document);
      this.#found.fire(document);
    } else {
      this.#close(document);
    }
    this.#tell();
  }

  #close(document: vscode.TextDocument): void {
    if (this.#open.delete(document)) this.#lost.fire(document);
  }

  #tell(): void {
    const document = vscode.window.activeTextEditor?.document;
    const is = document !== undefined && this.#open.has(document);
    if (is === this.#context) return;
    this.#context = is;
    void vscode.commands.executeCommand('setContext', contextKey, is);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function headOf(document: vscode.TextDocument): string {
  if (!document.lineAt(0).text.startsWith('---')) return '';
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(recogniseWithin)));
}
