import * as vscode from 'vscode';
import type { HostMessage } from '../../protocol/preview.js';
import type { HiddenPart } from './content.js';
import { Throttle } from './throttle.js';

/** How long after the page moved the editor the editor's own report of it is not sent back, milliseconds. */
const echoMs = 300;
const scrollPauseMs = 40;

/** Where the editor of a document is: its caret and what is at its top, in both directions. */
export class EditorPlace {
  readonly #post: (message: HostMessage) => void;
  readonly #toDispose: vscode.Disposable[];
  readonly #scrolls: Throttle;
  #document: vscode.TextDocument | undefined;
  #hidden: () => readonly HiddenPart[] = () => [];
  #movedAt = Number.NEGATIVE_INFINITY;
  #lastCaret = '';

  constructor(post: (message: HostMessage) => void) {
    this.#post = post;
    this.#scrolls = new Throttle(
      () => this.#tellScroll(),
      () => scrollPauseMs,
    );
    this.#toDispose = [
      this.#scrolls,
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.#isOurs(textEditor) && Date.now() - this.#movedAt > echoMs) this.#scrolls.run();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#isOurs(textEditor) && this.tellCaret()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.tellCaret()),
    ];
  }

  /** Keeps with a document from now on, and tells the page where its editor is. */
  start(document: vscode.TextDocument, hidden: () => readonly HiddenPart[]): void {
    this.#document = document;
    this.#hidden = hidden;
    this.#lastCaret = '';
    this.tellCaret();
    if (this.#editor()) this.#scrolls.run();
  }

  /** Tells the page where the caret is, and what is hidden there. */
  tellCaret(): void {
    const editor = this.#editor();
    if (!this.#document) return;
    const source = this.#document.uri.toString();
    const message: HostMessage = {
      type: 'caret',
      source,
      line: null,
      hidden: null,
      ...(editor ? this.#caretOf(editor) : {}),
    };
    const key = JSON.stringify(message);
    if (key === this.#lastCaret) return;
    this.#lastCaret = key;
    this.#post(message);
  }

  /** Brings a line (with a fraction) to the top of the editor, because the reader scrolled the page. */
  scrollTo(document: vscode.TextDocument, line: number): void {
    this.#movedAt = Date.now();
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      const whole = Math.min(Math.floor(line), document.lineCount - 1);
      // A long wrapped line is scrolled through by its letters.
      const letter = Math.floor((line - whole) * document.lineAt(whole).text.length);
      editor.revealRange(new vscode.Range(whole, letter, whole + 1, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** Shows a line in an editor: the one that is open, else a new one beside the page. */
  async reveal(uri: vscode.Uri, line: number, pageColumn: vscode.ViewColumn | undefined): Promise<void> {
    const open = this.#editor();
    const column =
      open?.viewColumn ?? (pageColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const at = document.lineAt(Math.min(line, document.lineCount - 1));
      const start = new vscode.Position(at.lineNumber, at.firstNonWhitespaceCharacterIndex);
      const editor = await vscode.window.showTextDocument(document, {
        viewColumn: column,
        selection: new vscode.Range(start, start),
      });
      this.#movedAt = Date.now();
      editor.revealRange(at.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } catch {
      void vscode.window.showErrorMessage(vscode.l10n.t('The source of this preview cannot be opened.'));
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#toDispose).dispose();
  }

  #isOurs(editor: vscode.TextEditor): boolean {
    return editor.document === this.#document;
  }

  #editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active && this.#isOurs(active)) return active;
    return vscode.window.visibleTextEditors.find((editor) => this.#isOurs(editor));
  }

  #caretOf(editor: vscode.TextEditor): Pick<HostMessage & { type: 'caret' }, 'line' | 'hidden'> {
    const { active } = editor.selection;
    const offset = editor.document.offsetAt(active);
    const part = this.#hidden().find(
      ({ start, end, first, last, inside }) =>
        (start <= offset && offset <= end) || (!inside && first <= active.line && active.line <= last),
    );
    const hidden = part ? { before: part.before, first: part.first, last: part.last, inside: part.inside } : null;
    return { line: active.line, hidden };
  }

  #tellScroll(): void {
    const top = this.#editor()?.visibleRanges[0]?.start.line;
    if (this.#document && top !== undefined)
      this.#post({ type: 'scroll', source: this.#document.uri.toString(), line: top });
  }
}
