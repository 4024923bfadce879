import * as vscode from 'vscode';
import { type CustomerPromise, isOverdue } from '../../core/index.js';
import { today } from '../zones.js';
import { type Group, rowsOf } from './groups.js';
import type { Indexed } from './indexed.js';
import type { Judge } from './judge.js';
import type { WorkspaceIndex } from './workspace-index.js';

type Node = Group | Indexed | { readonly of: Indexed; readonly promise: CustomerPromise };

/** One word on how ready a postmortem is; empty while that is not known. */
function stateWord({ summary, judged }: Indexed): string {
  if (!summary.hasCustomerPart) return vscode.l10n.t('internal only');
  if (!judged) return '';
  return judged.state === 'ready' ? vscode.l10n.t('ready') : vscode.l10n.t('{0} open', judged.open);
}

const statusWords = (): Readonly<Record<string, string>> => ({
  draft: vscode.l10n.t('draft'),
  'in-review': vscode.l10n.t('in review'),
  reviewed: vscode.l10n.t('reviewed'),
  published: vscode.l10n.t('published'),
});

/** All postmortems of the workspace, each with what it promises customers. */
export class PostmortemTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    readonly index: WorkspaceIndex,
    readonly judge: Judge,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      index.onDidChange(() => this.#changed.fire(undefined)),
      judge.onDidJudge((judged) => this.#changed.fire(judged)),
    );
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      void this.index.start();
      return [...rowsOf(this.index.all, today())];
    }
    if ('rows' in node) return [...node.rows];
    if ('of' in node) return [];
    return [...node.summary.promises]
      .sort((a, b) => a.due.localeCompare(b.due))
      .map((promise) => ({ of: node, promise }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('rows' in node) return groupItem(node);
    if ('of' in node) return promiseItem(node.of, node.promise);
    this.judge.ask(node);
    return postmortemItem(node);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function groupItem({ id, label, count, isOpen }: Group): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(groupLabels[label]?.() ?? label, isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = count.toLocaleString(vscode.env.language);
  item.accessibilityInformation = { label: `${item.label}, ${vscode.l10n.t('{0} postmortems', item.description)}` };
  if (label === 'overdue')
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return item;
}

/** The other groups are called by their year or month. */
const groupLabels: Readonly<Record<string, () => string>> = {
  overdue: () => vscode.l10n.t('Promises overdue'),
  undated: () => vscode.l10n.t('Without a date'),
};

function iconOf({ summary, judged }: Indexed, late: number): vscode.ThemeIcon {
  if (late > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (!summary.hasCustomerPart) return new vscode.ThemeIcon('lock');
  return new vscode.ThemeIcon(judged?.state === 'ready' ? 'pass' : 'circle-large-outline');
}

function postmortemItem(indexed: Indexed): vscode.TreeItem {
  const { uri, summary } = indexed;
  const { title, id, day, severity, status, promises } = summary;
  const item = new vscode.TreeItem(
    title || uri.path.replace(/^.*\//, ''),
    promises.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const now = today();
  const late = promises.filter((promise) => isOverdue(promise, now)).length;
  const overdue = late > 0 ? [vscode.l10n.t('{0} overdue', late)] : [];
  const said = [...overdue, day, severity, statusWords()[status] ?? status, stateWord(indexed)];
  item.description = said.filter((word) => word !== '').join(' · ');
  item.tooltip = [title, id, item.description, vscode.workspace.asRelativePath(uri)].filter(Boolean).join('\n');
  item.iconPath = iconOf(indexed, late);
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  item.id = uri.toString();
  return item;
}

function promiseItem({ uri }: Indexed, { text, due, offset }: CustomerPromise): vscode.TreeItem {
  const late = isOverdue({ text, due, offset }, today());
  // The day first: a narrow list shows little of the words.
  const item = new vscode.TreeItem(due);
  item.description = text || vscode.l10n.t('Next message to customers');
  item.tooltip = `${late ? vscode.l10n.t('overdue since {0}', due) : due}\n${item.description}`;
  item.accessibilityInformation = { label: item.tooltip };
  item.iconPath = late
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon('calendar');
  item.command = { command: 'candor.reveal', title: vscode.l10n.t('Open'), arguments: [uri, offset] };
  return item;
}
