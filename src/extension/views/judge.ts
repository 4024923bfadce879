import * as vscode from 'vscode';
import { createLinter, readinessOf } from '../../core/index.js';
import { linterSettings, readSettings } from '../settings.js';
import type { TeamConfig } from '../team-config.js';
import { today } from '../zones.js';
import type { Indexed } from './indexed.js';
import { Pace } from './pace.js';

/** Whoever listens hears of several at once, this many milliseconds after the first. */
const silence = 300;

/**
 * Finds out how ready postmortems are, one after the other in the background. That takes a whole check of each, several
 * times what its summary takes: only those are asked for that somebody sees.
 */
export class Judge implements vscode.Disposable {
  readonly #judged = new vscode.EventEmitter<Indexed[]>();
  readonly #asked = new Set<Indexed>();
  readonly #pace = new Pace();
  readonly #subscriptions: vscode.Disposable;
  #settings = new Map<string, string>();
  #news: Indexed[] = [];
  #telling: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  #ended = false;

  readonly onDidJudge = this.#judged.event;

  constructor(readonly team: TeamConfig) {
    const forget = (): void => {
      this.#settings = new Map();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#judged,
      team.onDidChange(forget),
      vscode.workspace.onDidChangeConfiguration(forget),
    );
  }

  /** Asks for a judgement, unless the one that is there still holds. */
  ask(indexed: Indexed): void {
    if (!indexed.summary.hasCustomerPart || this.#holds(indexed)) return;
    this.#asked.add(indexed);
    if (!this.#working) void this.#work();
  }

  /** Promises come due as days go by, except in what is published. */
  #holds({ uri, summary, judged }: Indexed): boolean {
    if (!judged || judged.settings !== this.#settingsOf(uri)) return false;
    return summary.status === 'published' || judged.day === today();
  }

  /** All that a judgement depends on beside the text and the day. */
  #settingsOf(uri: vscode.Uri): string {
    const config = this.team.fileFor(uri)?.toString() ?? '';
    const key = `${config} ${vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''}`;
    const known = this.#settings.get(key);
    if (known !== undefined) return known;
    const { now: _now, locale: _locale, ...rest } = linterSettings(readSettings(uri), this.team.for(uri));
    const settings = JSON.stringify(rest);
    this.#settings.set(key, settings);
    return settings;
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      for (const indexed of this.#asked) {
        if (this.#ended) return;
        this.#asked.delete(indexed);
        await this.#judge(indexed);
      }
    } finally {
      this.#working = false;
    }
  }

  async #judge(indexed: Indexed): Promise<void> {
    const { uri } = indexed;
    let text: string;
    try {
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      // It is gone; the list hears of that by itself.
      return;
    }
    this.#pace.begin();
    const settings = this.#settingsOf(uri);
    const steps = createLinter(linterSettings(readSettings(uri), this.team.for(uri))).steps(text);
    let step = steps.next();
    while (!step.done) {
      await this.#pace.next();
      if (this.#ended) return;
      step = steps.next();
    }
    const { state, open } = readinessOf(step.value);
    indexed.judged = { state, open, day: today(), settings };
    this.#news.push(indexed);
    this.#telling ??= setTimeout(() => this.#tell(), silence);
    await this.#pace.next();
  }

  #tell(): void {
    this.#telling = undefined;
    const news = this.#news;
    this.#news = [];
    if (!this.#ended) this.#judged.fire(news);
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#telling);
    this.#subscriptions.dispose();
  }
}
