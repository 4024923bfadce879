import * as vscode from 'vscode';
import { doubtsOf } from '../../core/index.js';
import type { Result } from '../sessions.js';

/** Lines that a warning shows; the number of others is named. */
const most = 6;

/** Each doubt about what customers will read, with its line. */
export const doubtsIn = (result: Result): string[] =>
  doubtsOf(result).map(({ start, message }) => vscode.l10n.t('Line {0}: {1}', start.line, message));

/**
 * Says what the writer should know before anything is written.
 * @param copies Whether it goes to the clipboard.
 * @returns whether to go on.
 */
export async function goesOn(label: string, warnings: readonly string[], copies = false): Promise<boolean> {
  if (warnings.length === 0) return true;
  const { l10n, window } = vscode;
  const lines = warnings.slice(0, most);
  if (warnings.length > most) lines.push(l10n.t('… and {0} more', warnings.length - most));
  const anyway = copies ? l10n.t('Copy anyway') : l10n.t('Export anyway');
  const question = l10n.t('Before you export as {0}:', label);
  return (await window.showWarningMessage(question, { modal: true, detail: lines.join('\n\n') }, anyway)) === anyway;
}
