import * as vscode from 'vscode';
import { said } from '../settings.js';
import type { Kind } from './kinds.js';

interface Row extends vscode.QuickPickItem {
  readonly of?: Kind;
}

/**
 * Lets the user choose.
 * @param last Chosen already when the list opens.
 * @param without Why a kind is not available here; it is shown all the same, with the reason.
 */
export async function chooseKind(
  title: string,
  offered: readonly Kind[],
  last: Kind | undefined,
  without: (kind: Kind) => string | undefined,
): Promise<Kind | undefined> {
  const pick = vscode.window.createQuickPick<Row>();
  try {
    pick.title = title;
    pick.placeholder = vscode.l10n.t('What should customers get?');
    pick.matchOnDescription = true;
    pick.items = offered.map((kind) => ({
      label: said(kind.label),
      description: without(kind) ?? [`.${kind.extension}`, ...(kind.note ? [said(kind.note)] : [])].join(' · '),
      of: kind,
    }));
    pick.activeItems = pick.items.filter((row) => row.of === last);
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(pick.selectedItems[0]?.of));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
