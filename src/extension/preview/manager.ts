import * as vscode from 'vscode';
import { readPageState } from '../../protocol/preview.js';
import { createPanel, PreviewPanel } from './panel.js';
import type { PreviewServices } from './port.js';

/** Set while a preview is the active tab, for menus and keys. */
const focusKey = 'candor.previewFocus';
/** Set while the preview that is the active tab is locked: its button in the title bar then is a closed lock. */
const lockedKey = 'candor.previewLocked';

/** All previews: one that follows the active postmortem, and any number that are locked to theirs. */
export class PreviewManager {
  readonly #services: PreviewServices;
  readonly #previews = new Set<PreviewPanel>();
  readonly #toDispose: vscode.Disposable[];

  constructor(services: PreviewServices) {
    this.#services = services;
    this.#toDispose = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#changed(document)),
      services.onDidAnalyze((document) => this.#changed(document)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#renamed(files)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        for (const preview of this.#previews) preview.trusted();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.#follow(editor.document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('candor.preview')) for (const preview of this.#previews) preview.configured();
      }),
    ];
  }

  /** Shows a document in the preview that follows, made in `column` where there is none. */
  open(uri: vscode.Uri, column: vscode.ViewColumn): void {
    const same = [...this.#previews].find((preview) => preview.uri.toString() === uri.toString());
    const preview = same ?? [...this.#previews].find(({ isLocked }) => !isLocked);
    if (preview) {
      preview.turnTo(uri);
      preview.panel.reveal(undefined, true);
      return;
    }
    this.#add(new PreviewPanel(this.#services, createPanel(this.#services, column, true), uri, false));
  }

  /** The preview that is the active tab. */
  get active(): PreviewPanel | undefined {
    return [...this.#previews].find(({ panel }) => panel.active);
  }

  /** Locks the active preview (or the only one) to its document, or lets it follow again. */
  setLocked(locked: boolean): void {
    const preview = this.active ?? (this.#previews.size === 1 ? [...this.#previews][0] : undefined);
    preview?.setLocked(locked);
    this.#tellFocus();
  }

  /** Goes from the active preview to its source. */
  async showSource(): Promise<void> {
    const uri = this.active?.uri;
    if (!uri) return;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    await vscode.window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
  }

  /** Brings a preview back after a reload. The state comes from outside: what is no postmortem is closed. */
  async restore(panel: vscode.WebviewPanel, stored: unknown): Promise<void> {
    const uri = await this.#restorable(stored);
    if (!uri) {
      panel.dispose();
      return;
    }
    this.#add(new PreviewPanel(this.#services, panel, uri, readPageState(stored)?.locked ?? false));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#toDispose).dispose();
    for (const { panel } of this.#previews) panel.dispose();
  }

  async #restorable(stored: unknown): Promise<vscode.Uri | undefined> {
    const state = readPageState(stored);
    if (!state) return undefined;
    try {
      const uri = vscode.Uri.parse(state.source, true);
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
      if (!open && uri.scheme !== 'file' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === undefined)
        return undefined;
      const document = open ?? (uri.scheme === 'untitled' ? undefined : await vscode.workspace.openTextDocument(uri));
      return document && this.#services.isPostmortem(document) ? document.uri : undefined;
    } catch {
      return undefined;
    }
  }

  #add(preview: PreviewPanel): void {
    this.#previews.add(preview);
    preview.panel.onDidDispose(() => {
      this.#previews.delete(preview);
      this.#tellFocus();
    });
    preview.panel.onDidChangeViewState(() => this.#tellFocus());
    this.#tellFocus();
  }

  #tellFocus(): void {
    void vscode.commands.executeCommand('setContext', focusKey, this.active !== undefined);
    void vscode.commands.executeCommand('setContext', lockedKey, this.active?.isLocked ?? false);
  }

  #changed(document: vscode.TextDocument): void {
    for (const preview of this.#previews) preview.changed(document);
  }

  #follow(document: vscode.TextDocument): void {
    if (!this.#services.isPostmortem(document)) return;
    for (const preview of this.#previews) if (!preview.isLocked) preview.turnTo(document.uri);
  }

  #renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const preview of this.#previews) {
      for (const { oldUri, newUri } of files) {
        const path = preview.uri.path;
        if (preview.uri.scheme !== oldUri.scheme || preview.uri.authority !== oldUri.authority) continue;
        // A renamed folder takes its files along.
        if (path === oldUri.path || path.startsWith(`${oldUri.path}/`))
          preview.turnTo(newUri.with({ path: newUri.path + path.slice(oldUri.path.length) }));
      }
    }
  }
}
