import * as vscode from 'vscode';
import { acceptWord } from '../../core/index.js';
import type { Services } from '../services.js';

export const id = 'candor.acceptWord';

/** Adds a word to the team's `.candor.yml`, which is made where there is none. */
export async function run({ team }: Services, document: unknown, word: unknown): Promise<void> {
  if (!(document instanceof vscode.Uri) || typeof word !== 'string') return;
  const file = team.fileFor(document);
  if (!file) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Open a folder first: the words of a team are kept in its .candor.yml.'),
    );
    return;
  }
  const before = await vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(acceptWord(before, word)));
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        '“{0}” was not added to {1}: {2}',
        word,
        vscode.workspace.asRelativePath(file),
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}
