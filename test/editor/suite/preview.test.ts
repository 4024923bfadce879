import * as vscode from 'vscode';
import { equal, ok, waitFor } from './expect';

const postmortem = (title: string): string =>
  `---\ntype: postmortem\ntitle: ${title}\n---\n\n## For customers\n\n### What happened\n\nYou could not pay.\n`;

const previews = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('candor.preview'));
const labels = (): string[] =>
  previews()
    .map(({ label }) => label)
    .sort();

async function file(name: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'no workspace');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(postmortem(name)));
  return uri;
}

const show = (uri: vscode.Uri): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });

const shown = (...expected: string[]): Promise<unknown> =>
  waitFor(() => JSON.stringify(labels()) === JSON.stringify(expected.sort()), `previews ${expected}, not ${labels()}`);

describe('preview', () => {
  const made: vscode.Uri[] = [];
  const make = async (name: string): Promise<vscode.Uri> => {
    const uri = await file(name);
    made.push(uri);
    return uri;
  };

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  it('opens beside its source and leaves the caret there', async () => {
    await show(await make('first.md'));
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('Customer preview: first.md');
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('/first.md'), true);
    ok(previews()[0]?.group !== vscode.window.tabGroups.activeTabGroup, 'not beside');
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('Customer preview: first.md');
  });

  it('follows the active postmortem, and no other Markdown', async () => {
    const [first, second] = [await make('first.md'), await make('second.md')];
    await show(first);
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('Customer preview: first.md');
    await show(second);
    await shown('Customer preview: second.md');
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes' }),
      { viewColumn: vscode.ViewColumn.One },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    await shown('Customer preview: second.md');
  });

  it('stays with its document when it is locked, and then a second one follows', async () => {
    const [first, second] = [await make('first.md'), await make('second.md')];
    await show(first);
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('Customer preview: first.md');
    await vscode.commands.executeCommand('candor.lockPreview');
    await shown('[Locked] Customer preview: first.md');
    await show(second);
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('[Locked] Customer preview: first.md', 'Customer preview: second.md');
    await show(first);
    await shown('[Locked] Customer preview: first.md', 'Customer preview: first.md');
  });

  it('follows again when it is unlocked', async () => {
    const [first, second] = [await make('first.md'), await make('second.md')];
    await show(first);
    await vscode.commands.executeCommand('candor.openPreview');
    await vscode.commands.executeCommand('candor.lockPreview');
    await shown('[Locked] Customer preview: first.md');
    await vscode.commands.executeCommand('candor.unlockPreview');
    await shown('Customer preview: first.md');
    await show(second);
    await shown('Customer preview: second.md');
  });

  it('goes along when its file is renamed, and stays when its file is closed', async () => {
    const first = await make('first.md');
    await show(first);
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('Customer preview: first.md');
    const renamed = first.with({ path: first.path.replace('first.md', 'renamed.md') });
    made.push(renamed);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(first, renamed);
    ok(await vscode.workspace.applyEdit(edit), 'not renamed');
    await shown('Customer preview: renamed.md');
    for (const { tabs } of vscode.window.tabGroups.all)
      await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputText));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await shown('Customer preview: renamed.md');
  });

  it('goes along in every preview of a renamed file, and leaves those of others alone', async () => {
    const [first, second] = [await make('first.md'), await make('second.md')];
    await show(first);
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('Customer preview: first.md');
    await vscode.commands.executeCommand('candor.lockPreview');
    await shown('[Locked] Customer preview: first.md');
    await show(second);
    await vscode.commands.executeCommand('candor.openPreview');
    await shown('[Locked] Customer preview: first.md', 'Customer preview: second.md');
    const rename = async (from: vscode.Uri, name: string): Promise<vscode.Uri> => {
      const renamed = vscode.Uri.joinPath(from, '..', name);
      made.push(renamed);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, renamed);
      ok(await vscode.workspace.applyEdit(edit), 'not renamed');
      return renamed;
    };
    const moved = await rename(first, 'moved.md');
    await shown('[Locked] Customer preview: moved.md', 'Customer preview: second.md');
    await show(moved);
    await shown('[Locked] Customer preview: moved.md', 'Customer preview: moved.md');
    await rename(moved, 'again.md');
    await shown('[Locked] Customer preview: again.md', 'Customer preview: again.md');
  });
});
