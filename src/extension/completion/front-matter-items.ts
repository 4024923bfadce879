import * as vscode from 'vscode';
import type { FrontMatterChoice } from '../../core/index.js';
import { spanToRange } from '../positions.js';
import { inReadersWords } from '../settings.js';

const kinds = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  time: vscode.CompletionItemKind.Event,
} as const;

/** Keys, values and times as the editor lists them, in the order given. */
export function frontMatterItems(
  document: vscode.TextDocument,
  choices: readonly FrontMatterChoice[],
): vscode.CompletionItem[] {
  return choices.map((choice, index) => {
    const name = inReadersWords(choice.label);
    // What a time is known from stands in the document's own words.
    const detail = choice.kind === 'time' ? choice.detail : inReadersWords(choice.detail);
    const label = choice.label === choice.detail ? choice.label : { label: name, description: detail };
    const item = new vscode.CompletionItem(label, kinds[choice.kind]);
    item.insertText = choice.insert;
    item.range = spanToRange(document, choice.at);
    // The editor compares with what stands in the range: there, times are written, not named.
    item.filterText = `${choice.insert.trim()} ${name}`;
    item.sortText = String(index).padStart(3, '0');
    if (choice.description) item.documentation = inReadersWords(choice.description);
    if (choice.kind === 'key') {
      item.filterText = choice.label;
      item.command = { command: 'editor.action.triggerSuggest', title: '' };
    }
    return item;
  });
}
