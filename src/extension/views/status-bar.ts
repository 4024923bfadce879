import * as vscode from 'vscode';
import { ReadingMeter, readinessOf } from '../../core/index.js';
import type { Result, Sessions } from '../sessions.js';
import { said } from '../settings.js';
import { activeResult } from './readiness-tree.js';

/** How easily the customer part reads, in one figure with its scale. */
function readability(meter: ReadingMeter, { postmortem }: Result): string {
  const customer = postmortem.blocks.filter(({ audience }) => audience === 'customer');
  const { ease } = meter.measure(customer);
  if (!ease) return '';
  return ease.kind === 'flesch'
    ? vscode.l10n.t('Readability: {0} of 100 (Flesch; plain English has 60 or more)', ease.value)
    : vscode.l10n.t('Readability: {0} characters a sentence on average (25 or fewer read easily)', ease.value);
}

/** Sets whether the postmortem in the editor is known to have no customer part, for `when` clauses. */
const contextKey = 'candor.isInternalOnly';

/** Says in the status bar, in one word, whether the postmortem in the editor is ready for its customers. */
export function showStatus(sessions: Sessions): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('candor.readiness', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Candor: ready for customers?');
  item.command = 'candor.readiness.focus';
  const meters = new WeakMap<vscode.TextDocument, ReadingMeter>();
  let isInternalOnly = false;
  const tell = (is: boolean): void => {
    if (is !== isInternalOnly) void vscode.commands.executeCommand('setContext', contextKey, is);
    isInternalOnly = is;
  };
  const show = (): void => {
    const result = activeResult(sessions);
    if (!result) {
      // A preview or a list that takes the focus leaves the view as it is.
      if (vscode.window.activeTextEditor) tell(false);
      item.hide();
      return;
    }
    const readiness = readinessOf(result);
    tell(readiness.state === 'no-customer-part');
    const meter = meters.get(result.document) ?? new ReadingMeter();
    meters.set(result.document, meter);
    const words = {
      ready: vscode.l10n.t('Ready'),
      open: vscode.l10n.t('Open: {0}', readiness.open),
      'no-customer-part': vscode.l10n.t('Internal'),
    };
    const icons = { ready: 'pass', open: 'checklist', 'no-customer-part': 'lock' };
    item.text = `$(${icons[readiness.state]}) ${words[readiness.state]}`;
    const missing = readiness.parts.filter(({ isAsked }) => isAsked).map(({ title }) => said(title));
    const lines = {
      ready: vscode.l10n.t('Nothing stands between this postmortem and its customers.'),
      open: vscode.l10n.t('{0} things to look at before customers read this.', readiness.open),
      'no-customer-part': vscode.l10n.t('This postmortem has no customer part: nothing of it can be exported.'),
    };
    item.tooltip = [
      lines[readiness.state],
      missing.length > 0 ? vscode.l10n.t('Missing: {0}', missing.join(' · ')) : '',
      readability(meter, result),
    ]
      .filter((line) => line !== '')
      .join('\n');
    item.accessibilityInformation = { label: `Candor: ${words[readiness.state]}. ${lines[readiness.state]}` };
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    sessions.onDidAnalyze(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) show();
    }),
    sessions.onDidEnd(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}
