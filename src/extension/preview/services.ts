import * as vscode from 'vscode';
import { base64, exportCustomer } from '../../core/index.js';
import { readImage } from '../image-files.js';
import type { Sessions } from '../sessions.js';
import { locale } from '../settings.js';
import type { MailFlavours, PreviewServices } from './port.js';

/** Gives the preview what it needs, from what the extension has. */
export function previewServices(extensionUri: vscode.Uri, sessions: Sessions): PreviewServices {
  const analyzed = new vscode.EventEmitter<vscode.TextDocument>();
  sessions.onDidAnalyze(({ document }) => analyzed.fire(document));
  sessions.onDidEnd((document) => analyzed.fire(document));
  return {
    extensionUri,
    isPostmortem: (document) => sessions.postmortems.has(document),
    analysisOf: (document) => sessions.resultOf(document),
    onDidAnalyze: analyzed.event,
    mailOf: (document) => mailOf(document, sessions),
    imageOf: async (document, source) => {
      const read = await readImage(document, source);
      if ('refused' in read) return read;
      const { type, bytes, width, height } = read.image;
      return { data: `data:${type};base64,${base64(bytes)}`, width, height };
    },
    exportOf: async (document) => {
      await vscode.commands.executeCommand('candor.export', document.uri);
    },
    addCustomerPart,
  };
}

async function mailOf(document: vscode.TextDocument, sessions: Sessions): Promise<MailFlavours | string> {
  const postmortem = sessions.resultOf(document)?.postmortem;
  if (!postmortem) return vscode.l10n.t('This file is not a postmortem');
  const options = { now: Date.now() };
  const [html, text] = await Promise.all([
    exportCustomer(postmortem, 'email', options),
    exportCustomer(postmortem, 'txt', options),
  ]);
  if (!html.ok || !text.ok) {
    const [first] = html.ok ? (text.ok ? [] : text.refusals) : html.refusals;
    return first?.say[locale()] ?? '';
  }
  const decoded = (content: string | Uint8Array): string =>
    typeof content === 'string' ? content : new TextDecoder().decode(content);
  return { html: decoded(html.content), text: decoded(text.content) };
}

async function addCustomerPart(document: vscode.TextDocument): Promise<void> {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One });
  await vscode.commands.executeCommand('candor.addCustomerPart');
}
