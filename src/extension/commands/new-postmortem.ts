import * as vscode from 'vscode';
import {
  fileNameFor,
  frontMatterTime,
  newPostmortem,
  nextId,
  readMoment,
  type Writing,
  writingOfTag,
} from '../../core/index.js';
import { fillBlanks } from '../blanks.js';
import { gitUser } from '../git-user.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings.js';
import { type TemplateChoice, templateChoices, writingChoices } from '../template-list.js';
import { ownZone } from '../zones.js';

export const id = 'candor.newPostmortem';

/** What is asked, or given by whoever runs the command. */
interface Answers {
  readonly template: TemplateChoice;
  readonly title: string;
  readonly began: number;
  readonly writing: Writing;
}

const given = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

async function askBegan(now: number, zone: string): Promise<number | undefined> {
  const said = await vscode.window.showInputBox({
    title: vscode.l10n.t('New postmortem: when did it begin?'),
    value: vscode.l10n.t('now'),
    prompt: vscode.l10n.t('For example “now”, “14:05”, “2 hours ago” or “2026-03-03 14:05 +00:00”.'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const at = text === vscode.l10n.t('now') ? now : readMoment(text, { now, zone });
      if (at === undefined)
        return vscode.l10n.t('This is no time. Write “now”, “14:05”, “2 hours ago” or “2026-03-03 14:05”.');
      return { message: frontMatterTime(at, zone), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  if (said === undefined) return undefined;
  return said === vscode.l10n.t('now') ? now : readMoment(said, { now, zone });
}

async function ask(options: unknown, choices: readonly TemplateChoice[], now: number): Promise<Answers | undefined> {
  const known = given(options);
  const template =
    choices.find(({ name }) => name !== undefined && name === known.template) ??
    (await vscode.window.showQuickPick(choices, {
      title: vscode.l10n.t('New postmortem: which template?'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    }));
  if (!template) return undefined;
  const title =
    typeof known.title === 'string'
      ? known.title
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('New postmortem: what is it called?'),
          prompt: vscode.l10n.t('In words that customers understand: what did not work?'),
          placeHolder: vscode.l10n.t('Invoices could not be opened'),
          ignoreFocusOut: true,
        });
  if (title === undefined) return undefined;
  const zone = ownZone();
  const began = typeof known.began === 'string' ? readMoment(known.began, { now, zone }) : await askBegan(now, zone);
  if (began === undefined) return undefined;
  const writing =
    (typeof known.language === 'string' ? writingOfTag(known.language) : undefined) ??
    (
      await vscode.window.showQuickPick(writingChoices(), {
        title: vscode.l10n.t('New postmortem: in which language?'),
        ignoreFocusOut: true,
      })
    )?.writing;
  return writing && { template, title, began, writing };
}

/** A place for the new file beside what is being worked on; it is written when the author saves it. */
async function placeFor(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const uri = vscode.Uri.joinPath(folder, count === 1 ? name : name.replace(/\.md$/, `-${count}.md`));
    const isOpen = vscode.workspace.textDocuments.some(
      (document) => document.uri.scheme === 'untitled' && document.uri.path === uri.path,
    );
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isOpen && !isThere) return uri.with({ scheme: 'untitled' });
  }
}

async function show(text: string, place: vscode.Uri | undefined): Promise<vscode.TextDocument> {
  if (!place) return vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  const document = await vscode.workspace.openTextDocument(place);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(place, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Folder of the postmortem in the active editor, else the first one of the workspace. */
function folderNear(postmortems: Services['postmortems']): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && postmortems.has(active) && active.uri.scheme !== 'untitled')
    return vscode.Uri.joinPath(active.uri, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/**
 * Makes a new postmortem, asking for a template, a title, when it began and a language.
 * @param options Answers given beforehand: `{ template, title, began, language }`, each may be absent.
 */
export async function run({ postmortems, team, index }: Services, options?: unknown): Promise<void> {
  const now = Date.now();
  const folder = folderNear(postmortems);
  const answers = await ask(options, await templateChoices(team, folder), now);
  if (!answers) return;
  const { template, title, began, writing } = answers;
  const zone = ownZone();
  let text: string;
  try {
    text = (await template.read?.(writing)) ?? '';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The template “{0}” could not be read: {1}', template.label, reason),
    );
    return;
  }
  const pattern = readSettings(folder).idPattern;
  if (pattern.includes('#')) await index.start();
  const ids = [...index.all].map(({ summary }) => summary.id);
  const filled = newPostmortem({
    template: text,
    writing,
    title,
    began,
    author: await gitUser(folder),
    id: nextId(pattern, ids, began, zone),
    zone,
    now,
  });
  const place = folder && (await placeFor(folder, fileNameFor(title, began, zone)));
  const document = await show(filled, place);
  const editor = await vscode.window.showTextDocument(document);
  await fillBlanks(editor, { writing, own: template.isOwn ? 'any' : 'candor' });
}
