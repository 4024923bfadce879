import * as vscode from 'vscode';
import { configName, noConfig, readConfig, rules } from '../core/check.js';
import type { Config } from '../core/index.js';
import { type ConfigText, foldersAbove, nearestConfig } from './config-files.js';
import { spanToRange } from './positions.js';
import { said } from './settings.js';

/** What tells the paths that patterns name; most teams name none, and never load it. */
async function matching(patterns: readonly string[]): Promise<(path: string) => boolean> {
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...patterns], { dot: true });
  return (path) => matches(path);
}

interface Known {
  readonly uri: vscode.Uri;
  readonly config: Config;
  readonly named: (path: string) => boolean;
}

/**
 * The `.candor.yml` files of the workspace. The nearest on the way up from a document counts, as on the command line.
 * Where there is none, nothing happens: no error, no message.
 */
export class TeamConfig implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #problems = vscode.languages.createDiagnosticCollection('candor-config');
  readonly #known = new Map<string, Known>();
  readonly #loaded = new Map<string, Promise<void>>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);
    const again = (uri: vscode.Uri): void => void this.#read(uri).then(() => this.#changed.fire());
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#problems,
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete(again),
    );
  }

  /** Reads the configuration that counts for a document, once; `for` and `names` then know it. */
  async load(document: vscode.Uri): Promise<void> {
    const folder = vscode.Uri.joinPath(document, '..').toString();
    const loading =
      this.#loaded.get(folder) ?? nearestConfig(document).then((found) => (found ? this.#take(found) : undefined));
    this.#loaded.set(folder, loading);
    await loading;
  }

  /** Reads every configuration of the workspace, for those who look at all its files. */
  async loadAll(): Promise<void> {
    const files = await vscode.workspace.findFiles(`**/${configName}`, '**/node_modules/**', 200).then(
      (found) => found,
      () => [],
    );
    await Promise.all(files.map((uri) => this.#read(uri)));
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const folder = vscode.Uri.joinPath(uri, '..').toString();
    let text: string;
    try {
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      this.#known.delete(folder);
      this.#problems.delete(uri);
      return;
    }
    await this.#take({ uri, text });
  }

  async #take({ uri, text }: ConfigText): Promise<void> {
    const folder = vscode.Uri.joinPath(uri, '..').toString();
    const { config, problems } = readConfig(
      text,
      rules.map((rule) => rule.id),
    );
    const named = config.postmortems.length > 0 ? await matching(config.postmortems) : () => false;
    this.#known.set(folder, { uri, config, named });
    if (problems.length === 0) {
      this.#problems.delete(uri);
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    this.#problems.set(
      uri,
      problems.map(({ at, say }) => {
        const problem = new vscode.Diagnostic(spanToRange(document, at), said(say), vscode.DiagnosticSeverity.Warning);
        problem.source = 'Candor';
        return problem;
      }),
    );
  }

  #nearest(uri: vscode.Uri): Known | undefined {
    for (const folder of foldersAbove(uri)) {
      const known = this.#known.get(folder.toString());
      if (known) return known;
    }
    return undefined;
  }

  /** The configuration that counts for a document. */
  for(uri: vscode.Uri): Config {
    return this.#nearest(uri)?.config ?? noConfig;
  }

  /** The file that counts for a document, or where one would be made: the workspace folder. */
  fileFor(uri: vscode.Uri): vscode.Uri | undefined {
    const known = this.#nearest(uri)?.uri;
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    return known ?? (folder && vscode.Uri.joinPath(folder, configName));
  }

  /** Whether the configuration names a document as a postmortem. */
  names(uri: vscode.Uri): boolean {
    const known = this.#nearest(uri);
    if (!known) return false;
    const root = vscode.Uri.joinPath(known.uri, '..').path.replace(/\/?$/, '/');
    return uri.path.startsWith(root) && known.named(uri.path.slice(root.length));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
