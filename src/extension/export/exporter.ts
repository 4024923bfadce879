import * as vscode from 'vscode';
import { customerView, exportCustomer, type Refusal } from '../../core/index.js';
import type { PrintPdf } from '../pdf/port.js';
import type { Result, Sessions } from '../sessions.js';
import { said } from '../settings.js';
import { chooseKind } from './choose-kind.js';
import { chooseTarget } from './choose-target.js';
import { tellFinished } from './finished.js';
import { findImages } from './images.js';
import { copied, type Kind, kindOf, kinds } from './kinds.js';
import { offeredName } from './name.js';
import { type NoPdf, offerWays, withoutPdf } from './no-pdf.js';
import { makePdf, whyNoPdf } from './pdf-here.js';
import { Refused } from './refused.js';
import { Remembered } from './remembered.js';
import type { ExportRequest } from './request.js';
import { goesOn } from './warn.js';
import { writeWhole } from './write-whole.js';

type Made =
  | { readonly content: string | Uint8Array; readonly warnings: readonly string[] }
  | { readonly refusals: readonly Refusal[] }
  | NoPdf
  | { readonly cancelled: true };

/** Exports the customer version of open postmortems: chosen, made, looked at, and only then written. */
export class Exporter implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #remembered: Remembered;
  readonly #refused = new Refused();
  readonly #print: PrintPdf | undefined;

  constructor(sessions: Sessions, state: vscode.Memento, print: PrintPdf | undefined) {
    this.#print = print;
    this.#sessions = sessions;
    this.#remembered = new Remembered(state);
  }

  /**
   * Exports a document to a file. Asks for what the request leaves open; with a `target`, asks nothing.
   * @returns where it was written; `undefined` when it was not, which the user has been told or wanted.
   */
  async toFile(uri: vscode.Uri, request: ExportRequest): Promise<vscode.Uri | undefined> {
    const result = await this.#read(uri);
    if (!result) return undefined;
    const kind = request.kind ?? (await this.#choose(kinds));
    if (!kind || (kind.id === 'pdf' && !this.#canPrint(uri))) return undefined;
    if (!request.target) await this.#remembered.keepKind(kind);
    const made = await this.#make(result, kind);
    if (!('content' in made)) {
      if ('text' in made) void this.#offer(uri, made);
      return undefined;
    }
    if (!request.target && !(await goesOn(result, said(kind.label), made.warnings))) return undefined;
    const { title } = customerView(result.postmortem);
    const name = offeredName(title, new Date(), kind.extension);
    const target = request.target ?? (await chooseTarget(uri, kind, name, this.#remembered.folder));
    if (!target || !(await this.#write(uri, target, made.content))) return undefined;
    if (request.target) return target;
    await this.#remembered.keepFolder(vscode.Uri.joinPath(target, '..'));
    void tellFinished(target, kind.extension);
    return target;
  }

  /** Puts a document's customer version on the clipboard as text. */
  async toClipboard(uri: vscode.Uri, wanted: Kind | undefined): Promise<void> {
    const result = await this.#read(uri);
    if (!result) return;
    const kind = wanted ?? (await this.#choose(copied));
    if (!kind || !copied.includes(kind)) return;
    const made = await this.#make(result, kind);
    if (!('content' in made)) {
      if ('text' in made) void this.#offer(uri, made);
      return;
    }
    if (!(await goesOn(result, said(kind.label), made.warnings, true))) return;
    await vscode.env.clipboard.writeText(String(made.content));
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Copied for customers: {0}', said(kind.label)), 5000);
  }

  async #read(uri: vscode.Uri): Promise<Result | undefined> {
    const document = await vscode.workspace.openTextDocument(uri);
    const result = await this.#sessions.whenRead(document);
    if (!result) void vscode.window.showInformationMessage(vscode.l10n.t('This file is not a postmortem'));
    else this.#refused.forget(document);
    const refusals = result ? customerView(result.postmortem).refusals : [];
    if (refusals.length === 0) return result;
    this.#refused.show(document, refusals);
    return undefined;
  }

  #choose(offered: readonly Kind[]): Promise<Kind | undefined> {
    const { l10n } = vscode;
    const reasons = { web: l10n.t('not in the browser'), restricted: l10n.t('not in Restricted Mode') };
    const why = whyNoPdf(this.#print);
    return chooseKind(
      offered === copied ? l10n.t('Copy customer version') : l10n.t('Export customer version'),
      offered,
      this.#remembered.kind,
      ({ id }) => (id === 'pdf' && why ? reasons[why] : undefined),
    );
  }

  #canPrint(uri: vscode.Uri): boolean {
    const why = whyNoPdf(this.#print);
    if (why) void this.#offer(uri, withoutPdf(why));
    return why === undefined;
  }

  async #offer(uri: vscode.Uri, problem: NoPdf): Promise<void> {
    if (await offerWays(problem)) await this.toFile(uri, { kind: kindOf('html') });
  }

  async #make({ postmortem, document }: Result, kind: Kind): Promise<Made> {
    const now = Date.now();
    const { images, leftOut } = await findImages(document, customerView(postmortem).images);
    const made = await exportCustomer(postmortem, kind.id === 'pdf' ? 'html' : kind.id, { now, images });
    if (!made.ok) {
      this.#refused.show(document, made.refusals);
      return made;
    }
    const warnings = [...made.warnings.map(({ say }) => said(say)), ...leftOut];
    if (kind.id !== 'pdf') return { content: made.content, warnings };
    const printed = await makePdf(this.#print, postmortem, String(made.content), now);
    if ('refusals' in printed) this.#refused.show(document, printed.refusals);
    return 'content' in printed ? { content: printed.content, warnings } : printed;
  }

  async #write(source: vscode.Uri, target: vscode.Uri, content: string | Uint8Array): Promise<boolean> {
    const { l10n, window } = vscode;
    // Names differ by case alone on some systems: then it is the same file.
    if (target.toString().toLowerCase() === source.toString().toLowerCase()) {
      void window.showErrorMessage(l10n.t('This is the postmortem itself. Choose another name for the export.'));
      return false;
    }
    try {
      await writeWhole(target, typeof content === 'string' ? new TextEncoder().encode(content) : content);
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('The export could not be written to {0}: {1}', target.path, why));
      return false;
    }
  }

  dispose(): void {
    this.#refused.dispose();
  }
}
