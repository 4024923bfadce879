import * as vscode from 'vscode';
import { templateIn, templates, type Writing, writings } from '../core/index.js';
import { ownWriting, said } from './settings.js';
import type { TeamConfig } from './team-config.js';

/** A template to choose, with its text where that is known already. */
export interface TemplateChoice extends vscode.QuickPickItem {
  readonly name?: string;
  /** Whether a team wrote it: its blanks are called as they like. */
  readonly isOwn?: boolean;
  /** Its text in a way of writing; rejects where a file cannot be read. */
  read?(writing: Writing): Promise<string>;
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
    (template): TemplateChoice => ({
      label: said(template.title),
      name: template.name,
      detail: said(template.description),
      read: async (writing) => templateIn(template, writing),
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

/** What to write in: the editor's language first, the other script of Chinese before English where it is Chinese. */
export function writingChoices(): readonly (vscode.QuickPickItem & { readonly writing: Writing })[] {
  const names: Readonly<Record<Writing, string>> = { en: 'English', zh: '简体中文', 'zh-TW': '繁體中文' };
  const own = ownWriting();
  const rank = (writing: Writing): number => (writing === own ? 0 : writing.startsWith(own.slice(0, 2)) ? 1 : 2);
  return [...writings].sort((a, b) => rank(a) - rank(b)).map((writing) => ({ label: names[writing], writing }));
}
