import * as vscode from 'vscode';
import { afterFrontMatter, blanksOf, blanksToFill, type Writing } from '../core/index.js';
import { spanToRange } from './positions.js';
import { choicesIn } from './snippets.js';

/** `keepWhitespace` is newer than the oldest editor that Candor runs in, which does without. */
interface InsertOptions {
  readonly undoStopBefore: boolean;
  readonly undoStopAfter: boolean;
  readonly keepWhitespace: boolean;
}

/**
 * Makes tab stops of a document's blanks, from the caret on: the Tab key leads through them, and what is typed into one
 * stands wherever the same blank stands.
 * @param own Whose blanks: see `blanksOf`.
 * @returns How many there are.
 */
export async function fillBlanks(
  editor: vscode.TextEditor,
  { writing, own }: { readonly writing: Writing; readonly own: 'candor' | 'any' },
): Promise<number> {
  const { document } = editor;
  const text = document.getText();
  const blanks = blanksOf(text, own, afterFrontMatter(text));
  const fill = blanksToFill(text, blanks, document.offsetAt(editor.selection.start), choicesIn(writing));
  if (!fill) return 0;
  const options: InsertOptions = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  const snippet = new vscode.SnippetString(fill.snippet.replaceAll('\r\n', '\n'));
  await editor.insertSnippet(snippet, spanToRange(document, fill), options);
  return fill.count;
}
