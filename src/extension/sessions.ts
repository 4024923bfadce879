import * as vscode from 'vscode';
import { createLinter } from '../core/check.js';
import type { Analysis, Linter } from '../core/index.js';
import type { Postmortems } from './postmortems.js';
import { inReadersLanguage, linterSettings, readSettings } from './settings.js';
import type { TeamConfig } from './team-config.js';

/** What was found in one version of a document. */
export interface Result extends Analysis {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

/** What is found so far where a document is read for the first time; all of it stays. */
export type FirstFindings = Pick<Result, 'document' | 'findings'>;

interface Session {
  linter: Linter;
  result: Result | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** While it is read for the first time. */
  first: Promise<void> | undefined;
}

/** A first reading lets others have their turn after this many milliseconds. */
const slice = 40;

/**
 * Reads open postmortems as they change: one linter a document, so that an edit costs what it changed. The first reading
 * takes longest, since all code runs for the first time: it goes in steps, and tells what it finds as it goes.
 */
export class Sessions implements vscode.Disposable {
  readonly #sessions = new Map<vscode.TextDocument, Session>();
  readonly #analyzed = new vscode.EventEmitter<Result>();
  readonly #began = new vscode.EventEmitter<FirstFindings>();
  readonly #ended = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** A version of a postmortem has been read. */
  readonly onDidAnalyze = this.#analyzed.event;
  /** Some of it has been read for the first time, and something is found. */
  readonly onDidFindFirst = this.#began.event;
  /** A document is closed, or no longer a postmortem. */
  readonly onDidEnd = this.#ended.event;

  constructor(
    readonly postmortems: Postmortems,
    readonly team: TeamConfig,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#analyzed,
      this.#began,
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

  /** As `resultOf`, for those who only show it: nothing during the first reading, whose end `onDidAnalyze` tells. */
  resultToShow(document: vscode.TextDocument): Result | undefined {
    return this.#sessions.get(document)?.first ? undefined : this.resultOf(document);
  }

  /** As `resultOf`, for those who can wait for the end of the first reading. */
  async resultInTime(document: vscode.TextDocument): Promise<Result | undefined> {
    await this.#sessions.get(document)?.first;
    return this.resultOf(document);
  }

  /** As `resultInTime`, of a document that was opened just now: waits for the team's settings. */
  async whenRead(document: vscode.TextDocument): Promise<Result | undefined> {
    await this.team.load(document.uri);
    if (this.postmortems.has(document)) await this.#begin(document);
    return this.resultInTime(document);
  }

  async #begin(document: vscode.TextDocument): Promise<void> {
    // The team's settings first: findings that come and go again would be worse than findings a moment later.
    await this.team.load(document.uri);
    if (this.#sessions.has(document) || !this.postmortems.has(document)) return;
    const session: Session = {
      linter: this.#linter(document),
      result: undefined,
      timer: undefined,
      first: undefined,
    };
    this.#sessions.set(document, session);
    session.first = this.#readFirst(document, session).finally(() => {
      session.first = undefined;
    });
    await session.first;
  }

  /** Reads in steps, until somebody who cannot wait has it read at once; what changed meanwhile is read a while later. */
  async #readFirst(document: vscode.TextDocument, session: Session): Promise<void> {
    const { version } = document;
    const steps = session.linter.steps(document.getText());
    let told = 0;
    let began = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        session.first = undefined;
        this.#take(document, session, step.value);
        return;
      }
      const isFirst = told === 0 && step.value.length > 0;
      if (!isFirst && performance.now() - began < slice) continue;
      if (step.value.length > told) this.#began.fire({ document, findings: inReadersLanguage([...step.value]) });
      told = step.value.length;
      await new Promise((resolve) => setTimeout(resolve, 0));
      const isOver = session.result || this.#sessions.get(document) !== session || document.version !== version;
      if (isOver) return;
      began = performance.now();
    }
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
    this.#take(document, session, session.linter.analyze(document.getText()));
  }

  #take(document: vscode.TextDocument, session: Session, analysis: Analysis): void {
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
