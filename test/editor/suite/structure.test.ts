import * as vscode from 'vscode';
import { equal, ok, waitFor } from './expect';

const text = `---
type: postmortem
language: en
severity: sev2
glossary:
  failover: the switch to a standby machine
---

## Customer explanation

### Why it happened

The failover was late. A VM stopped; see INC-7.

:::internal
Secret one.
:::

Failover is what :internal[we say] here.
`;

async function open(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
  return document;
}

const at = (document: vscode.TextDocument, words: string, by = 1): vscode.Position =>
  document.positionAt(text.indexOf(words) + by);

async function hoverAt(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)))
    .join('\n')
    .replaceAll('&nbsp;', ' ');
}

describe('structure', () => {
  it('is explained on hover: keys, terms of the glossary, technical terms', async () => {
    const document = await open();
    await waitFor(async () => /how bad it was/i.test(await hoverAt(document, at(document, 'severity'))), 'the key');
    ok(/the switch to a standby machine/.test(await hoverAt(document, at(document, 'failover was'))), 'no glossary');
    ok(/simulated server/.test(await hoverAt(document, at(document, 'VM stopped'))), 'no plain words');
  });

  it('folds internal blocks', async () => {
    const document = await open();
    const line = document.positionAt(text.indexOf(':::internal')).line;
    await waitFor(async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return ranges.some((range) => range.start === line && range.end === line + 2);
    }, 'the fold');
  });

  it('lists what is internal in the outline, beside the headings', async () => {
    const document = await open();
    const symbols = await waitFor(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.some(({ name }) => name === 'Secret one.') ? found : undefined;
    }, 'the outline');
    const place = symbols.find(({ name }) => name === 'Secret one.')?.range;
    equal(place?.start.line, document.positionAt(text.indexOf(':::internal')).line);
    const names = symbols.map(({ name }) => name);
    ok(names.includes('we say'), names.join(', '));
    ok(
      names.some((name) => /Customer explanation/.test(name)),
      'the headings are gone',
    );
  });

  it('renames a term of the glossary everywhere', async () => {
    const document = await open();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'failover was'),
      'standby switch',
    );
    await vscode.workspace.applyEdit(edit);
    const now = document.getText();
    ok(now.includes('\n  standby switch: the switch'), now);
    ok(now.includes('The standby switch was late.') && now.includes('Standby switch is what'), now);
  });

  it('offers to mark a selection as internal, and to put a term into the glossary', async () => {
    const document = await open();
    const start = document.positionAt(text.indexOf('VM stopped'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(start, start.translate(0, 2)),
    );
    const titles = actions.map(({ title }) => title);
    ok(titles.includes('Mark as internal'), titles.join('\n'));
    const add = actions.find(({ title }) => title === 'Add “VM” to the glossary');
    ok(add?.edit, titles.join('\n'));
    await vscode.workspace.applyEdit(add.edit);
    ok(/\n {2}failover: .*\n {2}VM: \S.*\n---\n/.test(document.getText()), document.getText());
  });

  it('links ids of actions by the setting', async () => {
    const settings = vscode.workspace.getConfiguration('candor');
    const value = { pattern: 'INC-\\d+', url: 'https://tickets.example.com/$0' };
    await settings.update('actionLink', value, vscode.ConfigurationTarget.Global);
    try {
      const document = await open();
      const links = await waitFor(async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          document.uri,
        );
        return found.length > 0 ? found : undefined;
      }, 'the link');
      equal(
        links.map(({ target }) => target?.toString()),
        ['https://tickets.example.com/INC-7'],
      );
    } finally {
      await settings.update('actionLink', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
