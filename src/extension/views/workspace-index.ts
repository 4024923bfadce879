import * as vscode from 'vscode';
import { summarize } from '../../core/index.js';
import { recogniseWithin, saysPostmortem } from '../../core/recognise.js';
import type { TeamConfig } from '../team-config.js';
import type { IndexMemory } from './index-memory.js';
import type { Indexed } from './indexed.js';
import type { Judge } from './judge.js';
import { Pace } from './pace.js';

const markdownFiles = '**/*.{md,markdown}';
const leftOut = '**/node_modules/**';
/** More Markdown files than this are not looked at. */
const most = 20_000;
/** Larger files are no postmortems, in bytes. */
const largest = 2 * 1024 * 1024;
/** Files read at the same time; each waits for the host, not for the processor. */
const together = 16;
/** While files are read, the list is shown anew this often, in milliseconds; afterwards at once, but not for each file. */
const whileReading = 2000;
const afterwards = 200;
/** So long after the last change, what is known is kept for the next session, in milliseconds. */
const untilKept = 5000;

/** A file to look at; one that changed is read even if its time and length are as before. */
interface Waiting {
  readonly uri: vscode.Uri;
  readonly changed: boolean;
}

/** What there is to say of a file: as before, no postmortem, or a text to read. */
type Looked =
  | 'as before'
  | 'none'
  | { readonly text: string; readonly isNamed: boolean; readonly mtime: number; readonly size: number };

/**
 * Knows every postmortem of the workspace by its summary: read in the background when somebody first asks, kept up to
 * date by file events, and remembered for the next session. Texts are not kept.
 */
export class WorkspaceIndex implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #known = new Map<string, Indexed>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  readonly #pace = new Pace();
  #started: Promise<void> | undefined;
  #working: Promise<void> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  readonly onDidChange = this.#changed.event;

  constructor(
    readonly team: TeamConfig,
    judge: Judge,
    readonly memory: IndexMemory,
  ) {
    this.#subscriptions.push(judge.onDidJudge(() => this.#keepSoon()));
  }

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
    const look = (uri: vscode.Uri): void => this.#enqueue([uri], true);
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#lookAtAll()),
      this.team.onDidChange(() => void this.#lookAtAll()),
    );
    await this.team.loadAll();
    for (const indexed of await this.memory.read()) this.#known.set(indexed.uri.toString(), indexed);
    await this.#lookAtAll();
  }

  async #lookAtAll(): Promise<void> {
    const files = await vscode.workspace.findFiles(markdownFiles, leftOut, most).then(
      (found) => found,
      () => [],
    );
    const there = new Set(files.map(String));
    for (const { uri } of [...this.#known.values()]) if (!there.has(uri.toString())) this.#forget(uri);
    // What is remembered is shown before anything is read.
    if (this.#known.size > 0) this.#tellNow();
    this.#enqueue(files, false);
    await this.#working;
  }

  #enqueue(files: readonly vscode.Uri[], changed: boolean): void {
    for (const uri of files) {
      const key = uri.toString();
      if (uri.path.includes('/node_modules/')) continue;
      this.#waiting.set(key, { uri, changed: changed || this.#waiting.get(key)?.changed === true });
    }
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
      while (this.#waiting.size > 0 && !this.#ended) {
        const batch: Waiting[] = [];
        for (const [key, waiting] of this.#waiting) {
          if (batch.length === together) break;
          this.#waiting.delete(key);
          batch.push(waiting);
        }
        const looked = await Promise.all(batch.map((waiting) => this.#look(waiting)));
        this.#pace.begin();
        for (const [at, { uri }] of batch.entries()) {
          this.#take(uri, looked[at] ?? 'none');
          done++;
          await this.#pace.next();
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

  async #look({ uri, changed }: Waiting): Promise<Looked> {
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      if (size > largest) return 'none';
      const known = this.#known.get(uri.toString());
      const isNamed = this.team.names(uri);
      if (known?.mtime === mtime && known.size === size && !changed && (isNamed || !known.isNamed)) return 'as before';
      const bytes = await vscode.workspace.fs.readFile(uri);
      const head = new TextDecoder().decode(bytes.subarray(0, recogniseWithin));
      const says = saysPostmortem(head);
      if (!says && !isNamed) return 'none';
      return { text: new TextDecoder().decode(bytes), isNamed: !says, mtime, size };
    } catch {
      return 'none';
    }
  }

  #take(uri: vscode.Uri, looked: Looked): void {
    if (looked === 'as before') return;
    if (looked === 'none') {
      this.#forget(uri);
      return;
    }
    const { text, ...file } = looked;
    this.#known.set(uri.toString(), { uri, ...file, summary: summarize(text) });
    this.#tell();
  }

  #forget(uri: vscode.Uri): void {
    this.#waiting.delete(uri.toString());
    if (this.#known.delete(uri.toString())) this.#tell();
  }

  /** Many files change at once; whoever listens hears of it once. */
  #tell(): void {
    this.#keepSoon();
    const isFirst = this.#known.size <= together;
    const wait = this.#waiting.size > 0 && !isFirst ? whileReading : afterwards;
    this.#telling ??= setTimeout(() => this.#tellNow(), wait);
  }

  #tellNow(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    if (!this.#ended) this.#changed.fire();
  }

  #keepSoon(): void {
    if (this.#ended) return;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.memory.write(this.#known.values()), untilKept);
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#telling);
    clearTimeout(this.#keeping);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
