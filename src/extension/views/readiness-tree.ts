import * as vscode from 'vscode';
import { type Finding, type Readiness, type ReadinessPart, readinessOf, rules } from '../../core/index.js';
import type { Result, Sessions } from '../sessions.js';
import { said } from '../settings.js';

/** The row of a section. */
export interface PartNode {
  readonly kind: 'part';
  readonly part: ReadinessPart;
  readonly result: Result;
}
type Node =
  | PartNode
  | { readonly kind: 'elsewhere'; readonly findings: readonly Finding[]; readonly result: Result }
  | { readonly kind: 'finding'; readonly finding: Finding; readonly result: Result };

/** The postmortem in the active editor, as last read. */
export function activeResult(sessions: Sessions): Result | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && sessions.resultToShow(document);
}

/** The sections of the open postmortem's explanation, each with what it still lacks. */
export class ReadinessTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #shown: vscode.TextDocument | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(readonly sessions: Sessions) {
    this.#shown = sessions.postmortems.current;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      sessions.onDidAnalyze(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#show(document);
        else if (document === this.#shown) this.#changed.fire();
      }),
      sessions.onDidEnd((document) => {
        if (document === this.#shown) this.#show(undefined);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // A preview or a list that takes the focus shows the same postmortem still.
        if (editor) this.#show(sessions.postmortems.has(editor.document) ? editor.document : undefined);
      }),
    );
  }

  #show(document: vscode.TextDocument | undefined): void {
    this.#shown = document;
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (node) {
      if (node.kind === 'finding') return [];
      const findings = node.kind === 'part' ? node.part.findings : node.findings;
      return findings.map((finding) => ({ kind: 'finding', finding, result: node.result }));
    }
    const result = this.#shown && this.sessions.resultToShow(this.#shown);
    if (!result) return [];
    const readiness: Readiness = readinessOf(result);
    if (readiness.state === 'no-customer-part') return [];
    const parts: Node[] = readiness.parts.map((part) => ({ kind: 'part', part, result }));
    const { elsewhere: findings } = readiness;
    return findings.length > 0 || parts.length === 0 ? [...parts, { kind: 'elsewhere', findings, result }] : parts;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'part':
        return partItem(node.part, node.result);
      case 'elsewhere': {
        const { findings, result } = node;
        const short = result.postmortem.frontMatter.values.message ?? 'explanation';
        const title = short === 'explanation' ? vscode.l10n.t('Elsewhere') : vscode.l10n.t('The message');
        return withFindings(new vscode.TreeItem(title), findings);
      }
      case 'finding':
        return findingItem(node.finding, node.result);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function withFindings(item: vscode.TreeItem, findings: readonly Finding[]): vscode.TreeItem {
  const hasError = findings.some(({ severity }) => severity === 'error');
  item.collapsibleState =
    findings.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  item.tooltip = findings.map(({ message }) => `• ${firstSentence(message)}`).join('\n') || undefined;
  item.description = findings.length > 0 ? vscode.l10n.t('{0} open', findings.length) : vscode.l10n.t('ready');
  item.iconPath =
    findings.length === 0
      ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
      : new vscode.ThemeIcon(
          hasError ? 'error' : 'warning',
          new vscode.ThemeColor(hasError ? 'list.errorForeground' : 'list.warningForeground'),
        );
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  return item;
}

function partItem(part: ReadinessPart, { document }: Result): vscode.TreeItem {
  const { kind, title, isMissing, isAsked, section, findings } = part;
  const item = withFindings(new vscode.TreeItem(section?.title || said(title)), findings);
  item.id = kind;
  if (!isMissing) {
    if (section)
      item.command = {
        command: 'candor.reveal',
        title: vscode.l10n.t('Go to the section'),
        arguments: [document.uri, section.heading.start],
      };
    return item;
  }
  item.description = vscode.l10n.t('missing');
  item.iconPath = new vscode.ThemeIcon(
    'circle-large-outline',
    isAsked ? new vscode.ThemeColor('list.warningForeground') : undefined,
  );
  item.contextValue = 'missing';
  item.tooltip = vscode.l10n.t('Insert this section');
  item.command = { command: 'candor.insertSection', title: item.tooltip, arguments: [document.uri, kind] };
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  return item;
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 48 ? `${line.slice(0, 45)}…` : line;
};

const titleOf = (id: string): string => {
  const rule = rules.find((each) => each.id === id);
  return rule ? said(rule.title) : id;
};

const firstSentence = (message: string): string => /^.*?(?:[.!?](?=\s|$)|[。！？])/su.exec(message)?.[0] ?? message;

function findingItem(finding: Finding, { document }: Result): vscode.TreeItem {
  // What is missing stands at a heading, whose words say nothing about it.
  const isAbsence = finding.insert !== undefined || /^#{1,6}\s/.test(finding.text);
  const item = new vscode.TreeItem(isAbsence ? firstSentence(finding.message) : shorten(finding.text));
  if (!isAbsence) item.description = titleOf(finding.rule);
  item.tooltip = `${finding.message}\n${vscode.l10n.t('line {0}', finding.start.line)}`;
  item.iconPath = new vscode.ThemeIcon(finding.severity === 'error' ? 'error' : 'warning');
  item.command = {
    command: 'candor.reveal',
    title: vscode.l10n.t('Go to the finding'),
    arguments: [document.uri, finding.start.offset, finding.end.offset],
  };
  item.accessibilityInformation = { label: `${item.label}, ${finding.message}` };
  return item;
}
