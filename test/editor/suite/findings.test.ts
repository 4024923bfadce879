import * as vscode from 'vscode';
import { equal, ok, waitFor } from './expect';

const flawed = '---\ntype: postmortem\n---\n\n## For customers\n\nThe outage was caused by human error.\n';

async function open(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  return document;
}

const found = (document: vscode.TextDocument, rule: string): vscode.Diagnostic | undefined =>
  vscode.languages
    .getDiagnostics(document.uri)
    .find((each) => each.source === 'Candor' && typeof each.code === 'object' && each.code.value === rule);

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

describe('findings', () => {
  it('stand inline with the rule, linked to its page', async () => {
    const document = await open(flawed);
    const finding = await waitFor(() => found(document, 'person-as-cause'), 'the finding');
    equal(document.getText(finding.range), 'human error');
    ok(
      typeof finding.code === 'object' && finding.code.target.path === '/rules/person-as-cause',
      'no link to the page',
    );
  });

  it('follow typing, and go when the words go', async () => {
    const document = await open(flawed);
    const finding = await waitFor(() => found(document, 'person-as-cause'), 'the finding');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, finding.range, 'a cable that we had not secured');
    await vscode.workspace.applyEdit(edit);
    await waitFor(() => !found(document, 'person-as-cause'), 'the finding to go');
  });

  it('leave a plain Markdown file alone', async () => {
    const document = await open('# Notes\n\nThe outage was caused by human error.\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('can be ignored for one place, by a fix that leaves no other trace', async () => {
    const document = await open(flawed);
    const finding = await waitFor(() => found(document, 'person-as-cause'), 'the finding');
    const fix = (await fixesAt(document, finding.range)).find((each) =>
      /Ignore .*person-as-cause.* here/.test(each.title),
    );
    ok(fix?.edit, 'no such fix');
    await vscode.workspace.applyEdit(fix.edit);
    ok(document.getText().includes('<!-- candor-ignore person-as-cause: '), 'no comment was written');
    await waitFor(() => !found(document, 'person-as-cause'), 'the finding to go');
  });

  it('are explained on hover', async () => {
    const document = await open(flawed);
    const finding = await waitFor(() => found(document, 'person-as-cause'), 'the finding');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding.range.start,
    );
    const text = hovers
      .flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    ok(text.includes('No person is the cause'), `the hover says: ${text}`);
  });
});
