import * as vscode from 'vscode';
import { exportCustomer } from '../../core/index.js';
import type { Sessions } from '../sessions.js';
import { locale } from '../settings.js';
import type { MailFlavours, PreviewServices } from './port.js';

/** The snippet that opens a customer part, by its name in each language. */
export const customerPartSnippet = {
  en: 'Customer part: heading and all six sections',
  zh: '客户部分：标题和全部六个章节',
} as const;

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
    imageOf: async () => ({ refused: vscode.l10n.t('images are not shown in the preview yet') }),
    exportOf: async (document) => {
      await vscode.commands.executeCommand('candor.export', document.uri);
    },
    addCustomerPart: (document) => addCustomerPart(document, sessions),
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

async function addCustomerPart(document: vscode.TextDocument, sessions: Sessions): Promise<void> {
  const language = sessions.resultOf(document)?.postmortem.language ?? 'en';
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
  });
  const end = document.lineAt(document.lineCount - 1).range.end;
  const above = document.getText().replace(/\s+$/, '').length;
  await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(above), end), above > 0 ? '\n\n' : ''));
  const place = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('editor.action.insertSnippet', {
    langId: 'markdown',
    name: customerPartSnippet[language],
  });
}
