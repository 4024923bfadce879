import * as vscode from 'vscode';
import { actionLinks } from '../core/index.js';
import type { Sessions } from './sessions.js';
import { readSettings } from './settings.js';

/** Makes links of the ids of actions, by the team's setting. */
export function linkActions(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { language: 'markdown' },
    {
      async provideDocumentLinks(document) {
        const { pattern, url: address } = readSettings(document.uri).actionLink;
        if (pattern === '' || !(await sessions.resultInTime(document))) return [];
        return actionLinks(document.getText(), pattern, address).map(({ start, end, url }) => {
          const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
          const link = new vscode.DocumentLink(range, vscode.Uri.parse(url));
          link.tooltip = url;
          return link;
        });
      },
    },
  );
}
