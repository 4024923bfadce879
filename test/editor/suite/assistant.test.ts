import * as vscode from 'vscode';
import { equal, ok, waitFor } from './expect';

/** The part of VS Code 1.95's interface that the test needs. */
interface Tools {
  readonly tools?: readonly { readonly name: string; readonly inputSchema?: object }[];
  invokeTool?(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Thenable<{ readonly content: readonly { readonly value?: string }[] }>;
}

const lm = vscode.lm as Tools | undefined;

async function ask(name: string, input: object): Promise<string> {
  ok(lm?.invokeTool, 'this editor has no tools');
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map(({ value }) => value ?? '').join('');
}

describe('the tools for assistants', () => {
  before(function () {
    // Editors before 1.95 have no tools; the manifest allows them.
    if (!lm?.invokeTool) this.skip();
  });

  it('are known to the editor, with their schemas', async () => {
    const own = await waitFor(() => {
      const found = (lm?.tools ?? []).filter(({ name }) => name.startsWith('candor_'));
      return found.length === 2 ? found : undefined;
    }, 'the tools');
    equal(own.map(({ name }) => name).sort(), ['candor_check', 'candor_customerVersion']);
    for (const { name, inputSchema } of own)
      ok(JSON.stringify(inputSchema).includes('"path"'), `${name} has no schema`);
  });

  it('check a file of the workspace', async () => {
    const answer = JSON.parse(await ask('candor_check', { path: 'checkout-outage.md' }));
    equal(answer.version, 1);
    equal(answer.files[0].path, 'checkout-outage.md');
    ok(
      answer.files[0].findings.some(({ rule }: { rule: string }) => rule === 'person-as-cause'),
      'no finding',
    );
  });

  it('show the customer version without what is internal', async () => {
    const content =
      '---\ntype: postmortem\naudience: customer\n---\n\nWe are sorry.\n\n:::internal\nSecret words.\n:::\n';
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    const answer = await ask('candor_customerVersion', {});
    ok(answer.includes('We are sorry.') && !answer.includes('Secret'), answer);
  });

  it('name nothing outside of the workspace', async () => {
    for (const path of ['../../etc/passwd', '/etc/passwd', '..\\..\\etc\\passwd', 'nowhere.md']) {
      const answer = await ask('candor_check', { path }).then(
        (text) => `answered: ${text}`,
        (error: unknown) => String(error),
      );
      ok(!answer.startsWith('answered'), answer);
    }
  });
});
