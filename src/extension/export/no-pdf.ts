import * as vscode from 'vscode';

/** That there is no PDF, why, and a way to mend it. */
export interface NoPdf {
  readonly text: string;
  readonly way?: { readonly label: string; readonly command: string; readonly argument?: string };
}

/** Windows in which no browser is started. */
export function withoutPdf(why: 'web' | 'restricted'): NoPdf {
  const { l10n } = vscode;
  if (why === 'web')
    return {
      text: l10n.t(
        'A PDF is printed by a browser that Candor starts, and in the web version it can start none. Export HTML, open the file and print it to PDF.',
      ),
    };
  return {
    text: l10n.t(
      'A PDF is printed by a browser that Candor starts, and in Restricted Mode it starts none. Trust the workspace, or export HTML, open the file and print it to PDF.',
    ),
    way: { label: l10n.t('Manage workspace trust'), command: 'workbench.trust.manage' },
  };
}

/** A browser was asked for and made no PDF, or there is none. */
export const unprinted = (text: string): NoPdf => ({
  text,
  way: { label: vscode.l10n.t('Open settings'), command: 'workbench.action.openSettings', argument: 'candor.browser' },
});

/** What is missing. @param chosen The path that was set and is no program; empty where none was set. */
export function noBrowser(chosen: string): string {
  const { l10n } = vscode;
  return chosen
    ? l10n.t(
        '“{0}” is not a program. Set “candor.browser” to the whole path of Chrome, Chromium or Edge, without arguments.',
        chosen,
      )
    : l10n.t(
        'A PDF is printed by Chrome, Chromium or Edge, and none was found where Candor runs. Install one, name one in the setting “candor.browser”, or export HTML and print that page from any browser.',
      );
}

/** Says that there is no PDF, with the ways to one. @returns whether the user chose HTML instead. */
export async function offerWays({ text, way }: NoPdf): Promise<boolean> {
  const html = vscode.l10n.t('Export HTML');
  const chosen = await vscode.window.showErrorMessage(text, html, ...(way ? [way.label] : []));
  if (way && chosen === way.label)
    await vscode.commands.executeCommand(way.command, ...(way.argument === undefined ? [] : [way.argument]));
  return chosen === html;
}
