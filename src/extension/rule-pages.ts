import * as vscode from 'vscode';
import { ruleDoc, rules } from '../core/index.js';
import { inReadersWords, locale, said } from './settings.js';

const scheme = 'candor-rule';

/** Gives each rule a page that the editor can open, made from the rule itself. */
export function provideRulePages(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent(uri) {
      const id = uri.path.replace(/^\/|\.md$/g, '');
      const rule = rules.find((each) => each.id === id);
      return rule ? `${inReadersWords(ruleDoc(rule, locale()))}\n` : vscode.l10n.t('There is no rule “{0}”.', id);
    },
  });
}

/** Shows a rule's page; asks which one where none is named. */
export async function showRulePage(id: unknown): Promise<void> {
  const known = typeof id === 'string' && rules.some((rule) => rule.id === id) ? id : await pickRule();
  if (!known) return;
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path: `/${known}.md` }));
}

async function pickRule(): Promise<string | undefined> {
  const items = rules.map((rule) => ({ label: rule.id, description: said(rule.title) }));
  return (
    await vscode.window.showQuickPick(items, {
      matchOnDescription: true,
      title: vscode.l10n.t('Explain a Candor rule'),
    })
  )?.label;
}
