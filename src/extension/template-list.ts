import * as vscode from 'vscode';
import { type Language, languages, templates } from '../core/index.js';
import { locale, said } from './settings.js';
import type { TeamConfig } from './team-config.js';

/** A template to choose, with its text where that is known already. */
export interface TemplateChoice extends vscode.QuickPickItem {
  readonly name?: string;
  /** Whether a team wrote it: its blanks are called as they like. */
  readonly isOwn?: boolean;
  /** Its text in a language; rejects where a file cannot be read. */
  read?(language: Language): Promise<string>;
}

/** The folder with the team's own templates: beside the configuration that counts for a folder. */
function ownFolder(team: TeamConfig, near: vscode.Uri): vscode.Uri | undefined {
  const file = team.fileFor(near);
  const { templates: folder } = team.for(near);
  return file && folder !== undefined ? vscode.Uri.joinPath(file, '..', folder) : undefined;
}

async function ownTemplates(team: TeamConfig, near: vscode.Uri): Promise<TemplateChoice[]> {
  const folder = ownFolder(team, near);
  if (!folder) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  return entries
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && /\.(?:md|markdown)$/i.test(name))
    .map(([name]) => ({
      label: name.replace(/\.[^.]+$/, ''),
      name: name.replace(/\.[^.]+$/, ''),
      isOwn: true,
      description: vscode.workspace.asRelativePath(folder),
      read: async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))),
    }));
}

/**
 * The templates to choose from: the team's own, then Candor's.
 * @param near A folder of the workspace, or `undefined` without one.
 */
export async function templateChoices(team: TeamConfig, near: vscode.Uri | undefined): Promise<TemplateChoice[]> {
  // The configuration is looked up from a file on: any name in the folder will do.
  const own = near ? await ownTemplates(team, vscode.Uri.joinPath(near, 'new.md')) : [];
  const brought = templates.map(
    ({ name, title, description, text }): TemplateChoice => ({
      label: said(title),
      name,
      detail: said(description),
      read: async (language) => text[language],
    }),
  );
  if (own.length === 0) return brought;
  const kind = vscode.QuickPickItemKind.Separator;
  return [
    { label: vscode.l10n.t('Your team’s templates'), kind },
    ...own,
    { label: vscode.l10n.t('Candor’s templates'), kind },
    ...brought,
  ];
}

/** The languages to write in, the editor's first. */
export function languageChoices(): readonly (vscode.QuickPickItem & { readonly language: Language })[] {
  const names: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };
  return [...languages]
    .sort((a, b) => Number(b === locale()) - Number(a === locale()))
    .map((language) => ({ label: names[language], language }));
}
