import * as vscode from 'vscode';
import { equal, ok } from './expect';
import { options } from './options';

describe('the extension', () => {
  it('is installed and activates', async function () {
    const extension = vscode.extensions.getExtension('candor.candor');
    ok(extension, 'candor.candor is not among the installed extensions');
    const began = performance.now();
    await extension.activate();
    if (this.test) this.test.title += `: ${(performance.now() - began).toFixed(1)} ms`;
    equal(extension.isActive, true);
  });

  it(`runs in the ${options.host === 'web' ? 'web worker' : 'Node'} extension host`, () => {
    equal(typeof process === 'undefined' ? 'web' : 'node', options.host);
  });

  it('sees the example workspace', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    ok(folder, 'no folder is open');
    const names = (await vscode.workspace.fs.readDirectory(folder.uri)).map(([name]) => name).sort();
    equal(
      names.filter((name) => name.endsWith('.md')),
      ['checkout-outage.md', 'notes.md', '数据库故障.md'],
    );
  });
});
