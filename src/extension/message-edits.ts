import * as vscode from 'vscode';
import { frontMatterEdits, messageFacts } from '../core/index.js';
import { spanToRange } from './positions.js';
import type { Result } from './sessions.js';
import { zoneOf } from './zones.js';

/** What the message to customers adds to front matter, and the keys that it is written to; `undefined` for nothing. */
export function messageEdits({
  document,
  postmortem,
}: Result): { readonly edit: vscode.WorkspaceEdit; readonly keys: readonly string[] } | undefined {
  const facts = messageFacts(postmortem, zoneOf(postmortem));
  const edits = frontMatterEdits(postmortem, facts);
  if (edits.length === 0) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const each of edits) edit.replace(document.uri, spanToRange(document, each), each.text);
  return { edit, keys: facts.map(({ key }) => key) };
}
