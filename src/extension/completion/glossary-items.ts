import * as vscode from 'vscode';
import { addToGlossary } from '../../core/index.js';
import type { Result } from '../sessions.js';

/** Terms of the glossary, offered in the text with their plain words. */
export function termItems({ postmortem }: Result): vscode.CompletionItem[] {
  return [...(postmortem.frontMatter.values.glossary ?? [])].map(([term, plain]) => {
    const item = new vscode.CompletionItem({ label: term, description: plain }, vscode.CompletionItemKind.Reference);
    item.sortText = `3${term}`;
    return item;
  });
}

/** Terms that the customer part uses without explaining them, offered as entries below `glossary:` in front matter. */
export function glossaryItems({ findings, document }: Result, position: vscode.Position): vscode.CompletionItem[] {
  const typed = document.lineAt(position.line).text.slice(0, position.character);
  if (!/^\s+\S*$/.test(typed)) return [];
  let line = position.line;
  while (line > 0 && /^(?:\s|#|$)/.test(document.lineAt(line).text)) line--;
  if (!/^glossary:/.test(document.lineAt(line).text)) return [];
  const known = new Map<string, string>();
  for (const finding of findings) {
    if (finding.rule !== 'unexplained-term' || known.has(finding.text.toLowerCase())) continue;
    if (!addToGlossary(document.getText(), finding.text, '')) continue;
    known.set(finding.text.toLowerCase(), finding.text);
  }
  const word = /\S*$/.exec(typed)?.[0] ?? '';
  return [...known.values()].map((term) => {
    const item = new vscode.CompletionItem(term, vscode.CompletionItemKind.Reference);
    item.insertText = new vscode.SnippetString().appendText(`${term}: `).appendPlaceholder('');
    item.range = new vscode.Range(position.translate(0, -word.length), position);
    return item;
  });
}
