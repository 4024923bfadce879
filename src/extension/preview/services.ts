import * as vscode from 'vscode';
import { base64, customerView, exportCustomer } from '../../core/index.js';
import { findImages } from '../export/images.js';
import { copyQuestion } from '../export/warn.js';
import { readImage } from '../image-files.js';
import type { Sessions } from '../sessions.js';
import { said } from '../settings.js';
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
  const result = sessions.resultOf(document);
  if (!result) return vscode.l10n.t('This file is not a postmortem');
  const { postmortem } = result;
  const { images, leftOut } = await findImages(document, customerView(postmortem).images);
  const parts: string[] = [];
  for (const format of ['email', 'txt'] as const) {
    const made = await exportCustomer(postmortem, format, { now: Date.now(), images });
    if (!made.ok) {
      const [refusal] = made.refusals;
      return refusal ? said(refusal.say) : vscode.l10n.t('Cannot be sent yet');
    }
    parts.push(typeof made.content === 'string' ? made.content : new TextDecoder().decode(made.content));
  }
  const [html = '', text = ''] = parts;
  return { html, text, question: copyQuestion(result, leftOut) };
}

async function addCustomerPart(document: vscode.TextDocument): Promise<void> {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One });
  await vscode.commands.executeCommand('candor.addCustomerPart');
}
