import * as vscode from 'vscode';
import { recogniseWithin, saysPostmortem } from '../core/recognise.js';
import { nearestConfig } from './config-files.js';

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
  readonly #mayFind = new vscode.EventEmitter<void>();
  /** Documents that the team's configuration names as postmortems. */
  readonly #named = new WeakSet<vscode.TextDocument>();
  #isNamed: (document: vscode.TextDocument) => Promise<boolean> = async (document) => {
    const config = await nearestConfig(document.uri);
    if (config && /^postmortems:/m.test(config.text)) this.#mayFind.fire();
    return false;
  };
  #context: boolean | undefined;
  /** The postmortem that was in the active editor last. */
  #last: vscode.TextDocument | undefined;

  /** A document is open that is a postmortem. */
  readonly onDidFind = this.#found.event;
  /** A document is open near a configuration that names postmortems: whoever can read it may find one. */
  readonly onMayFind = this.#mayFind.event;
  /** A document is closed, or no longer a postmortem. */
  readonly onDidLose = this.#lost.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#found,
      this.#lost,
      this.#mayFind,
      vscode.workspace.onDidOpenTextDocument((document) => this.#meet(document)),
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

  /**
   * The postmortem that its author is at: the one in the active editor; while something else has the focus that is no text
   * (a preview, the walkthrough), the one that was there last.
   */
  get current(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document ?? this.#last;
    return document && this.#open.has(document) ? document : undefined;
  }

  has(document: vscode.TextDocument): boolean {
    return this.#open.has(document);
  }

  /** Looks at what is open already. */
  look(): void {
    for (const document of vscode.workspace.textDocuments) this.#meet(document);
    this.#tell();
  }

  /** Takes over who says whether the team's configuration names a document, and looks again. */
  askWhetherNamed(isNamed: (document: vscode.TextDocument) => Promise<boolean>): void {
    this.#isNamed = isNamed;
    this.look();
  }

  async #ask(document: vscode.TextDocument): Promise<void> {
    const named = await this.#isNamed(document);
    if (named === this.#named.has(document)) return;
    if (named) this.#named.add(document);
    else this.#named.delete(document);
    this.#judge(document);
  }

  #meet(document: vscode.TextDocument): void {
    this.#judge(document);
    if (document.languageId === 'markdown' && !document.isUntitled) void this.#ask(document);
  }

  #judge(document: vscode.TextDocument): void {
    const is =
      document.languageId === 'markdown' &&
      !document.isClosed &&
      (saysPostmortem(headOf(document)) || this.#named.has(document));
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
    if (is) this.#last = document;
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
