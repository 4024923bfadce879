import * as vscode from 'vscode';
import { type CustomerPromise, clockParts, isOverdue } from '../../core/index.js';
import { ownZone } from '../zones.js';
import type { Indexed, WorkspaceIndex } from './workspace-index.js';

type Node = Indexed | { readonly of: Indexed; readonly promise: CustomerPromise };

const today = (): string => clockParts(Date.now(), ownZone()).day;

const overdueOf = ({ summary }: Indexed, day: string): number =>
  summary.promises.filter((promise) => isOverdue(promise, day)).length;

/** Overdue promises first, then the newest. */
function inOrder(all: Iterable<Indexed>): Indexed[] {
  const day = today();
  const keyed = [...all].map((indexed) => ({ indexed, late: overdueOf(indexed, day) > 0, path: indexed.uri.path }));
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort(
    (a, b) =>
      Number(b.late) - Number(a.late) || before(b.indexed.summary.day, a.indexed.summary.day) || before(a.path, b.path),
  );
  return keyed.map(({ indexed }) => indexed);
}

/** One word on how ready a postmortem is. */
export function stateWord(state: Indexed['summary']['state'], open: number): string {
  if (state === 'ready') return vscode.l10n.t('ready');
  if (state === 'no-customer-part') return vscode.l10n.t('internal only');
  return vscode.l10n.t('{0} open', open);
}

const statusWords = (): Readonly<Record<string, string>> => ({
  draft: vscode.l10n.t('draft'),
  'in-review': vscode.l10n.t('in review'),
  reviewed: vscode.l10n.t('reviewed'),
  published: vscode.l10n.t('published'),
});

/** All postmortems of the workspace, each with what it promises customers. */
export class PostmortemTree implements vscode.TreeDataProvider<Node> {
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(readonly index: WorkspaceIndex) {
    this.onDidChangeTreeData = index.onDidChange;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      void this.index.start();
      return inOrder(this.index.all);
    }
    if ('of' in node) return [];
    return [...node.summary.promises]
      .sort((a, b) => a.due.localeCompare(b.due))
      .map((promise) => ({ of: node, promise }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'of' in node ? promiseItem(node.of, node.promise) : postmortemItem(node);
  }
}

function postmortemItem(indexed: Indexed): vscode.TreeItem {
  const { uri, summary } = indexed;
  const { title, id, day, severity, status, state, open, promises } = summary;
  const item = new vscode.TreeItem(
    title || uri.path.replace(/^.*\//, ''),
    promises.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const late = overdueOf(indexed, today());
  const overdue = late > 0 ? [vscode.l10n.t('{0} overdue', late)] : [];
  const said = [...overdue, day, severity, statusWords()[status] ?? status, stateWord(state, open)];
  item.description = said.filter((word) => word !== '').join(' · ');
  item.tooltip = [title, id, item.description, vscode.workspace.asRelativePath(uri)].filter(Boolean).join('\n');
  item.iconPath =
    late > 0
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon(state === 'ready' ? 'pass' : state === 'open' ? 'circle-large-outline' : 'lock');
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
