import * as vscode from 'vscode';
import { type Finding, rules, wholeSection } from '../core/index.js';
import { source } from './diagnostics.js';
import { toRange } from './positions.js';
import type { Result, Sessions } from './sessions.js';
import { ownWriting } from './settings.js';
import { snippetNamed } from './snippets.js';

/** Fix-all of what needs no second look: `source.fixAll.candor`, also on save where the user asks for it. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('candor');

const safeRules = new Set(rules.filter((rule) => rule.safeFix).map((rule) => rule.id));

/** An edit that puts the first suggestion of each finding in place; of two that overlap, the first. */
function replaceAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  let end = -1;
  let count = 0;
  for (const finding of findings) {
    const instead = finding.suggestions[0];
    if (instead === undefined || finding.start.offset < end) continue;
    edit.replace(document.uri, toRange(finding), instead);
    end = finding.end.offset;
    count++;
  }
  return count > 0 ? edit : undefined;
}

function action(
  title: string,
  diagnostics: vscode.Diagnostic[],
  kind = vscode.CodeActionKind.QuickFix,
): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, kind);
  fix.diagnostics = diagnostics;
  return fix;
}

const shorten = (text: string): string => (text.length > 50 ? `${text.slice(0, 47)}…` : text).replace(/\s+/g, ' ');

/** Whether a suggestion keeps the term and says in brackets what it is. */
const explains = ({ rule, text }: Finding, instead: string): boolean =>
  rule === 'unexplained-term' && instead.includes(text) && /[)）]\s?$/.test(instead);

/** How what is missing is inserted where it belongs, and what it is called in the reader's words. */
function insertion(document: vscode.TextDocument, name: string, { end }: Finding): vscode.Command | undefined {
  const snippet = snippetNamed(name, ownWriting());
  if (!snippet) return undefined;
  const { prefix, description } = snippet;
  const [, section = description, part = description] = /^(.+?)(?:: |：)(.+)$/.exec(description) ?? [];
  const title = (what: string): string => vscode.l10n.t('Insert what is missing: {0}', what);
  if (prefix === 'pm-customer-part') return { command: 'candor.addCustomerPart', title: title(section) };
  const kind = wholeSection(prefix);
  if (kind) return { command: 'candor.insertSection', title: title(section), arguments: [document.uri, kind] };
  return { command: 'candor.insertMissing', title: title(part), arguments: [prefix, end.line] };
}

/** What an entry of the menu does: its title, and where it edits. */
function deedOf({ title, edit }: vscode.CodeAction): string {
  const places = edit?.entries().flatMap(([, edits]) => edits.map(({ range: { start, end } }) => [start, end]));
  return JSON.stringify([title, places]);
}

/** Two findings at one place are ignored and explained by one entry, not by two that look and do the same. */
function withoutTwins(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  const found = new Map<string, vscode.CodeAction>();
  for (const one of actions) {
    const known = found.get(deedOf(one));
    if (known) known.diagnostics = [...(known.diagnostics ?? []), ...(one.diagnostics ?? [])];
    else found.set(deedOf(one), one);
  }
  return [...found.values()];
}

/** The line before which a comment must stand to hold for the block at `offset`: that of its top-level node. */
function commentLine(result: Result, offset: number): number {
  const { nodes } = result.postmortem;
  for (const { node, chunk } of nodes) {
    const start = chunk.offset + (node.position?.start.offset ?? 0);
    const end = chunk.offset + (node.position?.end.offset ?? 0);
    if (offset >= start && offset <= end) return result.document.positionAt(start).line;
  }
  return result.document.positionAt(offset).line;
}

class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(readonly sessions: Sessions) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const result = await this.sessions.resultInTime(document);
    if (!result) return [];
    if (context.only && fixAllKind.contains(context.only)) return this.#fixAll(result, fixAllKind);
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix) && !context.only.contains(fixAllKind))
      return [];
    const here = result.findings.filter((finding) => toRange(finding).intersection(range));
    const fixes = withoutTwins(here.flatMap((finding) => this.#fixesFor(result, finding, context.diagnostics)));
    return context.only?.contains(fixAllKind) ? [...fixes, ...this.#fixAll(result, fixAllKind)] : fixes;
  }

  #fixAll({ document, findings }: Result, kind: vscode.CodeActionKind): vscode.CodeAction[] {
    const edit = replaceAll(
      document,
      findings.filter((finding) => safeRules.has(finding.rule)),
    );
    if (!edit) return [];
    const fix = action(vscode.l10n.t('Fix all safe Candor findings'), [], kind);
    fix.edit = edit;
    return [fix];
  }

  #fixesFor(result: Result, finding: Finding, shown: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
    const { document } = result;
    const range = toRange(finding);
    const mine = shown.filter(
      (diagnostic) =>
        diagnostic.source === source &&
        diagnostic.range.isEqual(range) &&
        typeof diagnostic.code === 'object' &&
        diagnostic.code.value === finding.rule,
    );
    const fixes = finding.suggestions.map((instead, index) => {
      const title =
        instead.trim() === ''
          ? vscode.l10n.t('Take out “{0}”', shorten(finding.text))
          : explains(finding, instead)
            ? vscode.l10n.t('Explain on first use: “{0}”', shorten(instead))
            : vscode.l10n.t('Replace with “{0}”', shorten(instead));
      const fix = action(title, mine);
      fix.edit = new vscode.WorkspaceEdit();
      fix.edit.replace(document.uri, range, instead);
      fix.isPreferred = index === 0;
      return fix;
    });
    if (finding.rule === 'placeholder-left') {
      const fix = action(vscode.l10n.t('Fill in the blanks from here on'), mine);
      fix.command = { command: 'candor.fillBlanks', title: fix.title };
      fix.isPreferred = true;
      fixes.push(fix);
    }
    const missing = finding.insert ? insertion(document, finding.insert, finding) : undefined;
    if (missing) {
      const fix = action(missing.title, mine);
      fix.command = missing;
      fix.isPreferred = true;
      fixes.push(fix);
    }
    const same = result.findings.filter((other) => other.rule === finding.rule && other.suggestions.length > 0);
    const all = same.length > 1 ? replaceAll(document, same) : undefined;
    if (all) {
      const fix = action(vscode.l10n.t('Replace all {0} of “{1}”', same.length, finding.rule), mine);
      fix.edit = all;
      fixes.push(fix);
    }
    return [...fixes, ...this.#waysToIgnore(result, finding, mine)];
  }

  #waysToIgnore(result: Result, finding: Finding, mine: vscode.Diagnostic[]): vscode.CodeAction[] {
    const { document } = result;
    const ways: vscode.CodeAction[] = [];
    if (finding.rule === 'unexplained-term') {
      const accept = action(vscode.l10n.t('Accept “{0}” for the team (.candor.yml)', shorten(finding.text)), mine);
      accept.command = { command: 'candor.acceptWord', title: accept.title, arguments: [document.uri, finding.text] };
      ways.push(accept);
    }
    // What a leak would publish is not switched off from a menu.
    if (finding.severity !== 'error') {
      const line = commentLine(result, finding.start.offset);
      const here = action(vscode.l10n.t('Ignore “{0}” here', finding.rule), mine);
      here.edit = new vscode.WorkspaceEdit();
      const reason = vscode.l10n.t('why this is right here');
      here.edit.insert(
        document.uri,
        new vscode.Position(line, 0),
        `<!-- candor-ignore ${finding.rule}: ${reason} -->\n`,
      );
      const file = action(vscode.l10n.t('Ignore “{0}” in this file', finding.rule), mine);
      file.edit = new vscode.WorkspaceEdit();
      const after = document.positionAt(result.postmortem.frontMatter.end);
      file.edit.insert(document.uri, after, `<!-- candor-ignore-file ${finding.rule}: ${reason} -->\n`);
      ways.push(here, file);
    }
    const explain = action(vscode.l10n.t('Why? Explain “{0}”', finding.rule), mine);
    explain.command = { command: 'candor.explainRule', title: explain.title, arguments: [finding.rule] };
    return [...ways, explain];
  }
}

/** Offers replacements, ways to ignore, and fix-all, on what Candor found. */
export function offerQuickFixes(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    new QuickFixes(sessions),
    QuickFixes.metadata,
  );
}
