import * as vscode from 'vscode';
import { ok, waitFor } from './expect';

const folder = (): vscode.Uri => {
  const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(uri, 'no folder is open');
  return uri;
};
const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), path), new TextEncoder().encode(text));

/** The text of a new postmortem; it is closed again. */
async function made(options: object): Promise<string> {
  const before = vscode.window.activeTextEditor?.document;
  await vscode.commands.executeCommand('candor.newPostmortem', {
    template: 'first-notice',
    began: '2031-03-03 14:05 +00:00',
    language: 'en',
    ...options,
  });
  const document = await waitFor(() => {
    const now = vscode.window.activeTextEditor?.document;
    return now && now !== before && now.getText() !== '' ? now : undefined;
  }, 'the new postmortem');
  const text = document.getText();
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return text;
}

describe('the workspace', () => {
  it('is watched for postmortems: the next id follows the last one that was saved', async () => {
    ok((await made({ title: 'One' })).includes('\nid: "2031-001"\n'), 'not the first id');
    await write('seen.md', '---\ntype: postmortem\nid: 2031-041\n---\n\n# Seen\n');
    await waitFor(
      async () => (await made({ title: 'Two' })).includes('\nid: "2031-042"\n'),
      'the file to be seen',
      20_000,
    );
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'seen.md'));
    await waitFor(
      async () => (await made({ title: 'Three' })).includes('\nid: "2031-001"\n'),
      'the file to be gone',
      20_000,
    );
  });

  it('gives the team’s own templates', async () => {
    await write('templates/ours.md', '---\ntype: postmortem\ntitle: "{{title}}"\n---\n\n# Ours: {{title}}\n\n[date]\n');
    await write('.candor.yml', 'templates: templates\n');
    try {
      // The folder's configuration is read when its file appears.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const text = await made({ template: 'ours', title: 'A "test"' });
      ok(text.includes('\n# Ours: A "test"\n') && text.includes('title: "A \\"test\\""'), text);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.candor.yml'));
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'templates'), { recursive: true });
    }
  });
});
