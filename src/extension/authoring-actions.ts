import * as vscode from 'vscode';
import { addToGlossary, markInternal, placeAt, plainWordsAt } from '../core/index.js';
import { messageEdits } from './message-edits.js';
import { spanToRange, toRange } from './positions.js';
import type { Result, Sessions } from './sessions.js';

const rewrite = vscode.CodeActionKind.RefactorRewrite;
/** A selection longer than this is a passage, not a term. */
const longestTerm = 60;

class AuthoringActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, rewrite],
  };

  constructor(readonly sessions: Sessions) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const result = await this.sessions.resultInTime(document);
    if (!result) return [];
    const actions: vscode.CodeAction[] = [];
    if (!only || only.contains(vscode.CodeActionKind.QuickFix)) actions.push(...explainFindings(result, range));
    if (!range.isEmpty && (!only || only.contains(rewrite) || rewrite.contains(only))) {
      const known = new Set(actions.map(({ title }) => title));
      actions.push(...forSelection(result, range).filter(({ title }) => !known.has(title)));
    }
    if (!only || only.contains(rewrite) || rewrite.contains(only)) actions.push(...forFrontMatter(result, range));
    return actions;
  }
}

/** Puts a term into the glossary, with the plain words that the lists have for it. */
function intoGlossary({ document }: Result, term: string, kind: vscode.CodeActionKind): vscode.CodeAction[] {
  const known = plainWordsAt(term, 0);
  const edit = addToGlossary(document.getText(), term, known?.explain || known?.plain[0] || '');
  if (!edit) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Add “{0}” to the glossary', term), kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, spanToRange(document, edit), edit.text);
  return [action];
}

function explainFindings(result: Result, range: vscode.Range): vscode.CodeAction[] {
  const terms = result.findings.filter(
    (finding) => finding.rule === 'unexplained-term' && toRange(finding).intersection(range),
  );
  return [...new Set(terms.map(({ text }) => text))].flatMap((term) =>
    intoGlossary(result, term, vscode.CodeActionKind.QuickFix),
  );
}

function forSelection(result: Result, range: vscode.Range): vscode.CodeAction[] {
  const { document, postmortem } = result;
  const start = document.offsetAt(range.start);
  const place = placeAt(postmortem, start);
  if (place.inFrontMatter || !place.toCustomers) return [];
  const actions: vscode.CodeAction[] = [];
  const edit = markInternal(document.getText(), start, document.offsetAt(range.end));
  if (edit) {
    const action = new vscode.CodeAction(vscode.l10n.t('Mark as internal'), rewrite);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, spanToRange(document, edit), edit.text);
    actions.push(action);
  }
  const words = document.getText(range).trim();
  const isTerm = range.isSingleLine && words !== '' && words.length <= longestTerm && !/[.!?。！？|`]/.test(words);
  return isTerm ? [...actions, ...intoGlossary(result, words, rewrite)] : actions;
}

/** In front matter: what the message says plainly and stands in no key. */
function forFrontMatter(result: Result, range: vscode.Range): vscode.CodeAction[] {
  const { document, postmortem } = result;
  if (document.offsetAt(range.end) >= postmortem.frontMatter.end) return [];
  const found = messageEdits(result);
  if (!found) return [];
  const title = vscode.l10n.t('Fill in what the message says: {0}', found.keys.join(', '));
  const action = new vscode.CodeAction(title, rewrite);
  action.edit = found.edit;
  return [action];
}

/** Offers to mark what is selected as internal, to put terms into the glossary, and to fill in front matter. */
export function offerAuthoringActions(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    new AuthoringActions(sessions),
    AuthoringActions.metadata,
  );
}
