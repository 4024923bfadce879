import * as vscode from 'vscode';
import type { Finding } from '../../core/index.js';

const scheme = 'candor-proposal';

/** A passage rewritten, not yet in the document. */
export interface Proposal {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly answer: string;
  /** Of the document when the passage was read. */
  readonly version: number;
  /** What the linter finds in the answer. */
  readonly open: readonly Finding[];
}

/** Shows a document as it would be beside as it is, and puts the answer in place when the author says so. */
export async function showProposal({ document, range, answer, version, open }: Proposal): Promise<void> {
  const text = document.getText();
  const start = document.offsetAt(range.start);
  const proposed = text.slice(0, start) + answer + text.slice(document.offsetAt(range.end));
  const uri = vscode.Uri.from({ scheme, path: document.uri.path.replace(/^\/?/, '/') });
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => proposed,
  });
  try {
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      uri,
      vscode.l10n.t('As it is ↔ In plainer words'),
    );
    const accept = vscode.l10n.t('Use it');
    const said =
      open.length === 0
        ? vscode.l10n.t('Candor finds nothing to look at in the new words. Check that the facts are still right.')
        : vscode.l10n.t(
            'In the new words Candor still finds: {0}. Check that the facts are still right.',
            [...new Set(open.map(({ text: words }) => `“${words.slice(0, 40)}”`))].slice(0, 5).join(', '),
          );
    if ((await vscode.window.showInformationMessage(said, accept)) !== accept) return;
    if (document.version !== version) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The text has changed meanwhile, so nothing was replaced.'));
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, answer);
    await vscode.workspace.applyEdit(edit);
  } finally {
    provider.dispose();
  }
}
