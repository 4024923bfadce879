import * as vscode from 'vscode';
import type { Verdict } from '../../core/index.js';

const scheme = 'candor-proposal';

/** A passage rewritten, not yet in the document. */
export interface Proposal {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly words: string;
  /** Of the document when the passage was read. */
  readonly version: number;
  readonly verdict: Verdict & { readonly kind: 'offered' };
}

/** What somebody should look at before the new words are used: doubtful words, and facts that came or went. */
function remarks({ open, added, lost }: Proposal['verdict']): string[] {
  const quoted = (words: readonly string[]): string =>
    [...new Set(words.map((each) => `“${each.replace(/\s+/g, ' ').slice(0, 40)}”`))].slice(0, 5).join(', ');
  return [
    added.length > 0 ? vscode.l10n.t('The new words add {0}, which the passage does not say.', quoted(added)) : '',
    lost.length > 0 ? vscode.l10n.t('They leave out {0}.', quoted(lost)) : '',
    open.length > 0 ? vscode.l10n.t('Candor still finds: {0}.', quoted(open.map(({ text }) => text))) : '',
  ].filter((line) => line !== '');
}

/** Asks whether to use the new words. Facts that changed make it a warning. */
async function isWanted({ verdict }: Proposal): Promise<boolean> {
  const use = vscode.l10n.t('Use it');
  const discard = vscode.l10n.t('Discard');
  const said = remarks(verdict);
  if (said.length === 0) said.push(vscode.l10n.t('Candor finds nothing to look at in the new words.'));
  said.push(vscode.l10n.t('Check that the facts are still right.'));
  const show =
    verdict.added.length + verdict.lost.length > 0
      ? vscode.window.showWarningMessage
      : vscode.window.showInformationMessage;
  return (await show(said.join(' '), use, discard)) === use;
}

async function closeDiff(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all);
  const own = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
  );
  await vscode.window.tabGroups.close(own);
}

/** Shows a document as it would be beside as it is, and puts the new words in place when the author says so. */
export async function showProposal(proposal: Proposal): Promise<void> {
  const { document, range, words, version, verdict } = proposal;
  // Each proposal has an address of its own: another one may still be open.
  const uri = vscode.Uri.from({ scheme, path: document.uri.path.replace(/^\/?/, '/'), query: `${version}` });
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (asked) => (asked.toString() === uri.toString() ? verdict.proposed : undefined),
  });
  try {
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      uri,
      vscode.l10n.t('As it is ↔ In plainer words'),
    );
    const wanted = await isWanted(proposal);
    await closeDiff(uri);
    if (!wanted) return;
    if (document.version !== version) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The text has changed meanwhile, so nothing was replaced.'));
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, words);
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document);
  } finally {
    provider.dispose();
  }
}
