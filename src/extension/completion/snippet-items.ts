import * as vscode from 'vscode';
import { type Place, snippetFits, snippetText } from '../../core/index.js';
import { asWritten } from '../as-written.js';
import { inReadersWords } from '../settings.js';
import type { Snippet } from '../snippets.js';

/** Whether a snippet must start its line. */
const isBlock = ({ body }: Snippet): boolean => /^(?:#|\||:::|- |<!--|\*\*)|\n/.test(body);

/** Rows go on in a table, a comment stands close to what it is about, and words inside a sentence stay in it. */
const keepsClose = ({ prefix }: Snippet): boolean =>
  /^pm-(?:timeline|action|ignore|internal-inline|glossary)$/.test(prefix);

/** The lines before and after the caret's. */
export interface Neighbours {
  readonly above: string;
  readonly below: string;
}

/** A snippet's text with an empty line between it and what stands there: Markdown would make one paragraph of both. */
const apart = (snippet: Snippet, { above, below }: Neighbours): string =>
  keepsClose(snippet)
    ? snippet.body
    : `${above.trim() === '' ? '' : '\n'}${snippet.body}${below.trim() === '' ? '' : '$0\n'}`;

/**
 * Snippets at the caret: those that fit its place; once `pm` is typed, the others after them.
 * @param typed The caret's line before it.
 * @param neighbours Where the caret's line holds nothing else.
 */
export function snippetItems(
  snippets: readonly Snippet[],
  place: Place,
  typed: string,
  position: vscode.Position,
  neighbours?: Neighbours,
): vscode.CompletionItem[] {
  const word = /(?:[\w-]*|:{1,3})$/.exec(typed)?.[0] ?? '';
  const asked = /^pm/.test(word);
  const isFence = word.startsWith(':');
  const atStart = typed.slice(0, typed.length - word.length).trim() === '';
  const range = new vscode.Range(position.translate(0, -word.length), position);
  return snippets.flatMap((snippet) => {
    if (isFence && snippet.prefix !== 'pm-internal') return [];
    const fits = snippetFits(snippet.prefix, place);
    if ((!fits && (!asked || place.inFrontMatter)) || (!atStart && isBlock(snippet))) return [];
    const description = inReadersWords(snippet.description);
    const item = new vscode.CompletionItem({ label: snippet.prefix, description }, vscode.CompletionItemKind.Snippet);
    // The list cuts long descriptions off; the picture beside it does not.
    item.detail = description;
    item.insertText = new vscode.SnippetString(neighbours && atStart ? apart(snippet, neighbours) : snippet.body);
    item.filterText = isFence ? word : snippet.prefix;
    item.range = range;
    item.documentation = new vscode.MarkdownString(asWritten(snippetText(snippet.body)));
    item.sortText = `${fits ? 1 : 5}${snippet.prefix}`;
    return [item];
  });
}
