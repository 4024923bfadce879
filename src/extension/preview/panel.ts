import * as vscode from 'vscode';
import {
  type About,
  type Block,
  type HostMessage,
  type PageMessage,
  previewViewType,
  readPageMessage,
} from '../../protocol/preview.js';
import { readPreviewSettings, said } from '../settings.js';
import { changeOf, type Told, toldOf } from './about-change.js';
import { diffBlocks } from './block-diff.js';
import type { Content } from './content.js';
import { EditorPlace } from './editor-place.js';
import { openableLink } from './links.js';
import { makeNonce, pageHtml } from './page.js';
import { PanelImages } from './panel-images.js';
import type { PreviewServices } from './port.js';
import { Reader } from './reader.js';
import { Throttle } from './throttle.js';
import { aboutNothing, aboutOf, pageStrings } from './wording.js';

/** Shortest time between two updates of the page, milliseconds: half of the host's time at most goes to the preview. */
const pauseMs = 60;

/** One pane: shows the customer version of one document at a time, and keeps with it. */
export class PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #services: PreviewServices;
  readonly #toDispose: vscode.Disposable[] = [];
  readonly #updates: Throttle;
  readonly #place: EditorPlace;
  readonly #images: PanelImages;
  #uri: vscode.Uri;
  #document: vscode.TextDocument | undefined;
  #reader = new Reader();
  #isUpdating = false;
  #locked: boolean;
  #isReady = false;
  #isDisposed = false;
  #version = 0;
  #sent: { readonly version: number; readonly blocks: readonly Block[]; readonly told: Told } | undefined;
  #content: Content | undefined;
  #lastTookMs = 0;

  constructor(services: PreviewServices, panel: vscode.WebviewPanel, uri: vscode.Uri, locked: boolean) {
    this.#services = services;
    this.panel = panel;
    this.#uri = uri;
    this.#locked = locked;
    this.#updates = new Throttle(
      () => this.#update(),
      () => Math.max(pauseMs, this.#lastTookMs),
    );
    this.#place = new EditorPlace((message) => this.#post(message));
    this.#images = new PanelImages(services, (message) => this.#post(message));
    panel.webview.options = optionsFor(services.extensionUri);
    panel.iconPath = {
      light: vscode.Uri.joinPath(services.extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(services.extensionUri, 'media', 'preview-dark.svg'),
    };
    this.#toDispose.push(
      this.#updates,
      this.#place,
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = readPageMessage(value);
        if (!message) return;
        this.#take(message).catch((error: unknown) => {
          void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        });
      }),
      panel.onDidChangeViewState(() => {
        // A hidden page is taken down; when it is back it says so.
        if (!panel.visible) this.#isReady = false;
      }),
      panel.onDidDispose(() => this.#dispose()),
    );
    this.#name();
    this.#load();
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get isLocked(): boolean {
    return this.#locked;
  }

  /** Keeps to its document, or follows the active postmortem. */
  setLocked(locked: boolean): void {
    this.#locked = locked;
    this.#name();
    this.#setUp();
  }

  /** Turns to a document: another one, or the same one at its new place. */
  turnTo(uri: vscode.Uri): void {
    if (uri.toString() === this.#uri.toString() && this.#document && !this.#document.isClosed) return;
    this.#uri = uri;
    this.#document = undefined;
    this.#reader = new Reader();
    this.#sent = undefined;
    this.#content = undefined;
    this.#images.clear();
    this.#name();
    if (this.#isReady) void this.#showAll();
  }

  /** Something about a document may have changed. */
  changed(document: vscode.TextDocument): void {
    // Reading a document says that it was read.
    if (this.#isUpdating || document.uri.toString() !== this.#uri.toString()) return;
    this.#document = document;
    this.#updates.run();
  }

  /** The workspace is trusted now: images that were left out may be read. */
  trusted(): void {
    this.#images.again();
    if (this.#document && this.#sent) this.#images.want(this.#document, this.#sent.blocks);
  }

  /** Settings of the preview changed. */
  configured(): void {
    this.#setUp();
  }

  #load(): void {
    const { webview } = this.panel;
    const at = (...path: string[]) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#services.extensionUri, ...path)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: at('dist', 'webview.js'),
      style: at('media', 'preview.css'),
      language: vscode.env.language,
      title: vscode.l10n.t('Customer preview'),
      waiting: vscode.l10n.t('Reading what customers will read…'),
      nonce: makeNonce(),
    });
  }

  #name(): void {
    const name = this.#uri.path.split('/').at(-1) ?? '';
    this.panel.title = this.#locked
      ? vscode.l10n.t('[Locked] Customer preview: {0}', name)
      : vscode.l10n.t('Customer preview: {0}', name);
  }

  async #take(message: PageMessage): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      await this.#showAll();
      return;
    }
    if (message.source !== this.#uri.toString()) return;
    const document = this.#document;
    switch (message.type) {
      case 'reveal':
        return this.#place.reveal(this.#uri, message.line, this.panel.viewColumn);
      case 'scrolled':
        return document && this.#place.scrollTo(document, message.line);
      case 'link': {
        const target = openableLink(message.href);
        if (target) await vscode.env.openExternal(vscode.Uri.parse(target, true));
        else void vscode.window.showWarningMessage(vscode.l10n.t('Candor opens web and mail addresses only.'));
        return;
      }
      case 'copy':
        return document && this.#copy(document);
      case 'export':
        return document && this.#services.exportOf(document);
      case 'repair':
        return document && this.#services.addCustomerPart(document);
    }
  }

  async #copy(document: vscode.TextDocument): Promise<void> {
    const mail = await this.#services.mailOf(document);
    const source = document.uri.toString();
    if (typeof mail === 'string') this.#post({ type: 'clipboard', source, flavours: null, question: null, text: mail });
    else {
      const { html, text, question } = mail;
      this.#post({ type: 'clipboard', source, flavours: { html, text }, question, text: '' });
    }
  }

  /** Answers `ready`: the same for a first, a restored and a formerly hidden page. */
  async #showAll(): Promise<void> {
    const uri = this.#uri;
    if (!this.#document || this.#document.isClosed) {
      const opened = await openDocument(uri);
      // Another document may have been asked for meanwhile; a closed one is still known as it was.
      if (this.#isDisposed || uri !== this.#uri) return;
      this.#document = opened ?? this.#document;
    }
    this.#setUp();
    this.#sent = undefined;
    this.#images.again();
    this.#update();
    if (this.#document) this.#place.start(this.#document, () => this.#content?.hidden ?? []);
  }

  #setUp(): void {
    this.#post({
      type: 'setup',
      source: this.#uri.toString(),
      strings: pageStrings(),
      locked: this.#locked,
      ...readPreviewSettings(this.#uri),
    });
  }

  #update(): void {
    // A closed document is shown as it was last.
    if (!this.#isReady || this.#isDisposed || (this.#document?.isClosed && this.#sent)) return;
    const began = Date.now();
    this.#isUpdating = true;
    const { blocks, about } = this.#read();
    this.#isUpdating = false;
    const source = this.#uri.toString();
    const version = ++this.#version;
    const before = this.#sent;
    const told = toldOf(about);
    this.#sent = { version, blocks, told };
    if (!before) this.#post({ type: 'show', source, version, blocks, about });
    else {
      const { splice, lines } = diffBlocks(before.blocks, blocks);
      const change = changeOf(before.told, told);
      if (splice || lines || change)
        this.#post({ type: 'update', source, version, base: before.version, splice, lines, about: change });
      else this.#sent = { ...this.#sent, version: before.version };
    }
    if (this.#document) this.#images.want(this.#document, blocks);
    this.#place.tellCaret();
    this.#lastTookMs = Date.now() - began;
  }

  #read(): { blocks: readonly Block[]; about: About } {
    const document = this.#document;
    this.#content = undefined;
    if (!document) return { blocks: [], about: aboutNothing('closed') };
    const analysis = this.#services.isPostmortem(document) ? this.#services.analysisOf(document) : undefined;
    if (!analysis) return { blocks: [], about: aboutNothing('not-a-postmortem') };
    const lineAt = (offset: number): number => document.positionAt(offset).line;
    this.#content = this.#reader.read(analysis, lineAt, said);
    return { blocks: this.#content.blocks, about: aboutOf(this.#content, analysis.postmortem.language) };
  }

  #post(message: HostMessage): void {
    if (!this.#isReady || this.#isDisposed) return;
    void this.panel.webview.postMessage(message);
  }

  #dispose(): void {
    this.#isDisposed = true;
    vscode.Disposable.from(...this.#toDispose).dispose();
  }
}

async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open;
  // An untitled document that is gone would be made anew, empty.
  if (uri.scheme === 'untitled') return undefined;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** What the page may load: our own files, none of the workspace. Scripts run only by the policy's nonce. */
export function optionsFor(extensionUri: vscode.Uri): vscode.WebviewOptions {
  const own = ['media', 'dist'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
  return { enableScripts: true, enableForms: false, localResourceRoots: own };
}

/** Opens an empty pane. */
export const createPanel = (
  services: PreviewServices,
  column: vscode.ViewColumn,
  preserveFocus: boolean,
): vscode.WebviewPanel =>
  vscode.window.createWebviewPanel(
    previewViewType,
    vscode.l10n.t('Customer preview'),
    { viewColumn: column, preserveFocus },
    { ...optionsFor(services.extensionUri), enableFindWidget: true },
  );
