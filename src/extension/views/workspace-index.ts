import * as vscode from 'vscode';
import { createLinter, type PostmortemSummary, summarize } from '../../core/index.js';
import { recogniseWithin, saysPostmortem } from '../../core/recognise.js';
import { linterSettings, readSettings } from '../settings.js';
import type { TeamConfig } from '../team-config.js';

const markdownFiles = '**/*.{md,markdown}';
const leftOut = '**/node_modules/**';
/** More Markdown files than this are not looked at. */
const most = 20_000;
/** Larger files are no postmortems, in bytes. */
const largest = 2 * 1024 * 1024;
/** Files read at the same time; each waits for the host, not for the processor. */
const together = 16;
/** After this many milliseconds of work the host gets as long for everything else. */
const slice = 8;
/** While files are read, the list is shown anew at least this often, in milliseconds. */
const longestSilence = 5000;

/** One postmortem of the workspace. */
export interface Indexed {
  readonly uri: vscode.Uri;
  readonly summary: PostmortemSummary;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Knows every postmortem of the workspace by its summary: read in the background when somebody first asks, kept up to
 * date by file events. Texts are not kept.
 */
export class WorkspaceIndex implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #known = new Map<string, Indexed>();
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #started: Promise<void> | undefined;
  #working: Promise<void> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  readonly onDidChange = this.#changed.event;

  constructor(readonly team: TeamConfig) {}

  get all(): Iterable<Indexed> {
    return this.#known.values();
  }

  /** Starts reading. @returns settles when every file has been looked at once. */
  start(): Promise<void> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  async #begin(): Promise<void> {
    const watcher = vscode.workspace.createFileSystemWatcher(markdownFiles);
    const look = (uri: vscode.Uri): void => this.#enqueue([uri]);
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#lookAtAll()),
      this.team.onDidChange(() => void this.#lookAtAll()),
    );
    await this.team.loadAll();
    await this.#lookAtAll();
  }

  async #lookAtAll(): Promise<void> {
    const files = await vscode.workspace.findFiles(markdownFiles, leftOut, most).then(
      (found) => found,
      () => [],
    );
    const there = new Set(files.map(String));
    for (const { uri } of [...this.#known.values()]) if (!there.has(uri.toString())) this.#forget(uri);
    this.#enqueue(files);
    await this.#working;
  }

  #enqueue(files: readonly vscode.Uri[]): void {
    for (const uri of files) if (!uri.path.includes('/node_modules/')) this.#waiting.set(uri.toString(), uri);
    if (this.#waiting.size === 0) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      if (this.#telling !== undefined) this.#tellNow();
    });
  }

  async #work(): Promise<void> {
    let total = this.#waiting.size;
    const all = async (report?: (done: number, of: number) => void): Promise<void> => {
      let done = 0;
      let began = performance.now();
      while (this.#waiting.size > 0 && !this.#ended) {
        const batch = [...this.#waiting.values()].slice(0, together);
        for (const uri of batch) this.#waiting.delete(uri.toString());
        const texts = await Promise.all(batch.map((uri) => this.#text(uri)));
        for (const [at, uri] of batch.entries()) {
          this.#take(uri, texts[at]);
          done++;
          const worked = performance.now() - began;
          if (worked < slice) continue;
          await pause(worked);
          began = performance.now();
        }
        total = Math.max(total, done + this.#waiting.size);
        report?.(done, total);
      }
    };
    if (total < 100) return all();
    await vscode.window.withProgress(
      { location: { viewId: 'candor.postmortems' }, title: vscode.l10n.t('Looking for postmortems') },
      (progress) => all((done, of) => progress.report({ message: vscode.l10n.t('{0} of {1} files', done, of) })),
    );
  }

  /** The text of a file that is a postmortem; `undefined` for everything else. */
  async #text(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      if (bytes.length > largest) return undefined;
      const head = new TextDecoder().decode(bytes.subarray(0, recogniseWithin));
      if (!saysPostmortem(head) && !this.team.names(uri)) return undefined;
      return new TextDecoder().decode(bytes);
    } catch {
      return undefined;
    }
  }

  #take(uri: vscode.Uri, text: string | undefined): void {
    if (text === undefined) {
      this.#forget(uri);
      return;
    }
    const linter = createLinter(linterSettings(readSettings(uri), this.team.for(uri)));
    this.#known.set(uri.toString(), { uri, summary: summarize(linter.analyze(text)) });
    this.#tell();
  }

  #forget(uri: vscode.Uri): void {
    this.#waiting.delete(uri.toString());
    if (this.#known.delete(uri.toString())) this.#tell();
  }

  /**
   * Many files change at once; whoever listens hears of it once. While there is more to read, the longer the list is, the
   * more seldom: showing thousands of lines costs more than reading a file.
   */
  #tell(): void {
    const wait = this.#waiting.size > 0 ? Math.min(longestSilence, Math.max(200, this.#known.size)) : 200;
    this.#telling ??= setTimeout(() => this.#tellNow(), wait);
  }

  #tellNow(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    if (!this.#ended) this.#changed.fire();
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#telling);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
