import { readFile } from 'node:fs/promises';
import path from 'node:path';

class Uri {
  readonly scheme = 'file';
  readonly authority = '';
  constructor(readonly path: string) {}
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(path.posix.join(base.path, ...parts));
  }
  static from({ path }: { path: string }): Uri {
    return new Uri(path);
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return `file://${this.path}`;
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...at: [Position, Position] | [number, number, number, number]) {
    this.start = at.length === 2 ? at[0] : new Position(at[0], at[1]);
    this.end = at.length === 2 ? at[1] : new Position(at[2], at[3]);
  }
}

class Disposable {
  constructor(readonly dispose: () => void) {}
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
}

class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {}
}

class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

/** Stands for every part of the editor that starting needs nothing from: may be called, made, and asked for anything. */
const anything: object = new Proxy(function nothing() {}, {
  get: (_, name): unknown => {
    if (name === 'dispose') return () => undefined;
    // Neither a promise nor a list.
    return name === 'then' || typeof name === 'symbol' ? undefined : anything;
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});

/** The other parts of the module by name: bundles copy those that it names itself. */
const others =
  'CancellationError CodeAction CodeActionKind CompletionItem CompletionItemKind DecorationRangeBehavior DocumentLink FileType FoldingRange FoldingRangeKind Hover InputBoxValidationSeverity MarkdownString OverviewRulerLane ProgressLocation QuickPickItemKind Selection SnippetString StatusBarAlignment TextEditorRevealType ThemeColor ThemeIcon TreeItem TreeItemCollapsibleState UIKind ViewColumn WorkspaceEdit commands extensions';

/** `known`, and for everything else what does nothing. */
const withAll = (known: object): object =>
  new Proxy(known, { get: (from, name): unknown => (name in from ? Reflect.get(from, name) : anything) });

/**
 * A stand-in for the `vscode` module, with one Markdown document open: enough to activate Candor and to read the
 * document. Every other part of it does nothing, so what is timed is the extension's own work.
 * @param file The document; files beside it are read from disk.
 * @param onShown Called with how many problems are shown, whenever they are.
 */
export function hostWith(file: string, text: string, onShown: (problems: number) => void): object {
  const uri = new Uri(file);
  const document = {
    uri,
    fileName: file,
    languageId: 'markdown',
    version: 1,
    isUntitled: false,
    isClosed: false,
    lineCount: text.split('\n').length,
    lineAt: (line: number) => ({ text: text.split('\n', line + 1)[line] ?? '' }),
    // Only ranges from the beginning are asked for; columns of the first line stand for offsets.
    positionAt: (offset: number) => new Position(0, offset),
    getText: (range?: Range) => (range ? text.slice(0, range.end.character) : text),
  };
  const noEvent = (): Disposable => new Disposable(() => undefined);
  return {
    ...Object.fromEntries(others.split(' ').map((name) => [name, anything])),
    Uri,
    Position,
    Range,
    Disposable,
    EventEmitter,
    Diagnostic,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    env: withAll({ language: 'en', uriScheme: 'vscode' }),
    l10n: { t: (message: string) => message },
    lm: undefined,
    window: withAll({ activeTextEditor: undefined, visibleTextEditors: [], onDidChangeActiveTextEditor: noEvent }),
    languages: withAll({
      createDiagnosticCollection: () => ({
        set: (_: Uri, problems: readonly Diagnostic[]) => onShown(problems.length),
        delete: () => undefined,
        dispose: () => undefined,
      }),
    }),
    workspace: withAll({
      textDocuments: [document],
      workspaceFolders: [{ uri: Uri.joinPath(uri, '..'), name: 'workspace', index: 0 }],
      getConfiguration: () => ({ get: () => undefined }),
      fs: { readFile: ({ path }: Uri) => readFile(path) },
    }),
  };
}
