import * as vscode from 'vscode';
import { type Analysis, createLinter, type Linter } from '../core/index.js';
import type { Postmortems } from './postmortems.js';
import { inReadersLanguage, linterSettings, readSettings } from './settings.js';
import type { TeamConfig } from './team-config.js';

/** What was found in one version of a document. */
export interface Result extends Analysis {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

interface Session {
  linter: Linter;
  result: Result | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Reads open postmortems as they change: one linter a document, so that an edit costs what it changed. */
export class Sessions implements vscode.Disposable {
  readonly #sessions = new Map<vscode.TextDocument, Session>();
  readonly #analyzed = new vscode.EventEmitter<Result>();
  readonly #ended = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** A version of a postmortem has been read. */
  readonly onDidAnalyze = this.#analyzed.event;
  /** A document is closed, or no longer a postmortem. */
  readonly onDidEnd = this.#ended.event;

  constructor(
    readonly postmortems: Postmortems,
    readonly team: TeamConfig,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#analyzed,
      this.#ended,
      postmortems.onDidFind((document) => void this.#begin(document)),
      postmortems.onDidLose((document) => this.#end(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('candor')) this.#restart();
      }),
      team.onDidChange(() => {
        postmortems.look();
        this.#restart();
      }),
    );
    postmortems.askWhetherNamed(async (document) => {
      await team.load(document.uri);
      return team.names(document.uri);
    });
  }

  /** Reads what is open; called when everybody listens. */
  begin(): void {
    for (const document of this.postmortems.all) void this.#begin(document);
  }

  /** What was found in the document as it is now; reads it at once where it has changed since. */
  resultOf(document: vscode.TextDocument): Result | undefined {
    const session = this.#sessions.get(document);
    if (!session) return undefined;
    if (session.result?.version !== document.version) this.#analyze(document);
    return session.result;
  }

  /** As `resultOf`, of a document that was opened just now: waits for the team's settings. */
  async whenRead(document: vscode.TextDocument): Promise<Result | undefined> {
    await this.team.load(document.uri);
    if (this.postmortems.has(document)) await this.#begin(document);
    return this.resultOf(document);
  }

  async #begin(document: vscode.TextDocument): Promise<void> {
    // The team's settings first: findings that come and go again would be worse than findings a moment later.
    await this.team.load(document.uri);
    if (this.#sessions.has(document) || !this.postmortems.has(document)) return;
    this.#sessions.set(document, { linter: this.#linter(document), result: undefined, timer: undefined });
    this.#analyze(document);
  }

  #end(document: vscode.TextDocument): void {
    clearTimeout(this.#sessions.get(document)?.timer);
    if (this.#sessions.delete(document)) this.#ended.fire(document);
  }

  #linter(document: vscode.TextDocument): Linter {
    return createLinter(linterSettings(readSettings(document.uri), this.team.for(document.uri)));
  }

  #restart(): void {
    for (const [document, session] of this.#sessions) {
      session.linter = this.#linter(document);
      this.#analyze(document);
    }
  }

  #schedule(document: vscode.TextDocument): void {
    const session = this.#sessions.get(document);
    if (!session) return;
    clearTimeout(session.timer);
    session.timer = setTimeout(() => this.#analyze(document), readSettings(document.uri).delay);
  }

  #analyze(document: vscode.TextDocument): void {
    const session = this.#sessions.get(document);
    if (!session || document.isClosed) return;
    clearTimeout(session.timer);
    const analysis = session.linter.analyze(document.getText());
    session.result = {
      ...analysis,
      findings: inReadersLanguage(analysis.findings),
      document,
      version: document.version,
    };
    this.#analyzed.fire(session.result);
  }

  dispose(): void {
    for (const { timer } of this.#sessions.values()) clearTimeout(timer);
    this.#sessions.clear();
    this.#subscriptions.dispose();
  }
}
