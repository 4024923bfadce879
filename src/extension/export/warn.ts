import * as vscode from 'vscode';
import { doubtsOf, type Finding, formatOf } from '../../core/index.js';
import type { Question } from '../../protocol/preview.js';
import { toRange } from '../positions.js';
import type { Result } from '../sessions.js';
import { said } from '../settings.js';
import { showPlace } from './show-place.js';

/** Lines that a warning shows; the number of others is named. */
const most = 6;

/**
 * Asks before anything is written: whether customers should read what may not be meant for them, and says what the writer
 * should know of the format. The first button, which Enter takes, goes to what is doubtful and writes nothing.
 * @param warnings Of the format.
 * @param copies Whether it goes to the clipboard.
 * @returns whether to go on.
 */
export async function goesOn(
  result: Result,
  label: string,
  warnings: readonly string[],
  copies = false,
): Promise<boolean> {
  const { l10n, window } = vscode;
  const doubts = doubtsOf(result);
  const all = [...doubts.map(({ start, message }) => l10n.t('Line {0}: {1}', start.line, message)), ...warnings];
  if (all.length === 0) return true;
  const lines = all.slice(0, most);
  if (all.length > most) lines.push(l10n.t('… and {0} more', all.length - most));
  const [doubt] = doubts;
  const anyway = copies ? l10n.t('Copy anyway') : l10n.t('Export anyway');
  const show = l10n.t('Show');
  const question = doubt ? l10n.t('Should customers read this?') : l10n.t('What to know about “{0}”:', label);
  const options = { modal: true, detail: lines.join('\n\n') };
  const answer = await window.showWarningMessage(question, options, ...(doubt ? [show] : []), anyway);
  if (doubt && answer === show) await showPlace(result.document, toRange(doubt));
  return answer === anyway;
}

const shownAs = (severity: Finding['severity']): 'error' | 'warning' | 'info' =>
  severity === 'error' || severity === 'warning' ? severity : 'info';

/**
 * The same question for the preview, which asks it in its page.
 * @param warnings A line for each.
 */
export function copyQuestion(result: Result, warnings: readonly string[]): Question | null {
  const { l10n } = vscode;
  const doubts = doubtsOf(result);
  const all = [
    ...doubts.map(({ start, message, severity }) => ({
      text: message,
      line: start.line - 1,
      severity: shownAs(severity),
    })),
    ...warnings.map((text) => ({ text, line: null, severity: 'warning' as const })),
  ];
  if (all.length === 0) return null;
  const items = all.slice(0, most);
  if (all.length > most)
    items.push({ text: l10n.t('… and {0} more', all.length - most), line: null, severity: 'warning' });
  return {
    title:
      doubts.length > 0
        ? l10n.t('Should customers read this?')
        : l10n.t('What to know about “{0}”:', said(formatOf('email').label)),
    items,
    show: l10n.t('Show'),
    copy: l10n.t('Copy anyway'),
    cancel: l10n.t('Cancel'),
  };
}
