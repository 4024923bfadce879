import * as vscode from 'vscode';
import { equal, ok, waitFor } from './expect';
import { options } from './options';

const root = (): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'no folder is open');
  return folder;
};
const place = (name: string): vscode.Uri => vscode.Uri.joinPath(root(), name);
const read = async (uri: vscode.Uri): Promise<Uint8Array> => vscode.workspace.fs.readFile(uri);
const text = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await read(uri));
const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = place(name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

const run = (uri: vscode.Uri, format: string, target: unknown): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('candor.export', uri, { format, target });

const postmortem = (body: string): string =>
  `---\ntype: postmortem\ntitle: Late parcels\nlanguage: en\n---\n\n# Parcels\n\nCANARY-INSIDE\n\n## For customers\n\n${body}\n`;

/** A PNG of one pixel with a comment in it. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

/** Files of one folder, in memory. */
function inMemory(files: Map<string, Uint8Array>): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const found = ({ path }: vscode.Uri): Uint8Array => {
    const file = files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  };
  const times = { ctime: 0, mtime: 0 };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) =>
      uri.path === '/'
        ? { type: vscode.FileType.Directory, size: 0, ...times }
        : { type: vscode.FileType.File, size: found(uri).length, ...times },
    readDirectory: () => [...files.keys()].map((path) => [path.slice(1), vscode.FileType.File]),
    createDirectory: () => undefined,
    readFile: found,
    writeFile: ({ path }, content) => void files.set(path, content),
    delete: ({ path }) => void files.delete(path),
    rename: (from, to) => {
      files.set(to.path, found(from));
      files.delete(from.path);
    },
  };
}

describe('exports', () => {
  const made: vscode.Uri[] = [];
  after(async () => {
    for (const uri of made) await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
  });
  const target = (name: string): vscode.Uri => {
    const uri = place(name);
    made.push(uri);
    return uri;
  };

  for (const format of [
    'html',
    'md',
    'statuspage',
    'statuspage-json',
    'txt',
    'eml',
    'email',
    'slack',
    'call-notes',
    'docx',
  ])
    it(`writes the customer version and nothing else: ${format}`, async () => {
      const to = target(`out-${format}.out`);
      const written = await run(place('checkout-outage.md'), format, to);
      const errors = vscode.languages
        .getDiagnostics(place('checkout-outage.md'))
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      equal(written?.toString(), to.toString(), JSON.stringify(errors.map(({ message }) => message)));
      const bytes = await read(to);
      ok(bytes.length > 500, `${bytes.length} bytes`);
      const content = new TextDecoder('latin1').decode(bytes);
      ok(!/Nordlicht|Lindqvist|breaker in `checkout/.test(content), 'something internal');
      if (format === 'docx') equal(content.slice(0, 2), 'PK');
      else if (format !== 'eml') ok(/612/.test(content), 'the text is not there');
      const files = await vscode.workspace.fs.readDirectory(root());
      equal(
        files.filter(([name]) => name.endsWith('.tmp')),
        [],
        'a draft is left',
      );
    });

  it('writes over a file whole, from a document that was never saved', async () => {
    const to = target('untitled.txt');
    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode('x'.repeat(100_000)));
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: postmortem('Parcels were late.'),
    });
    equal((await run(document.uri, 'txt', to))?.toString(), to.toString());
    const written = await text(to);
    ok(/Parcels were late\./.test(written) && !written.includes('xxx'), written.slice(0, 200));
    ok(!written.includes('CANARY'), 'something internal');
  });

  it('refuses an almost-marker and writes nothing', async () => {
    const source = await write('almost.md', postmortem('Parcels.\n\n::: internal\nCANARY-HERE\n:::'));
    made.push(source);
    for (const format of ['html', 'md', 'docx', 'pdf']) {
      const to = target(`refused.${format}`);
      equal(await run(source, format, to), undefined);
      ok(!(await exists(to)), `${format} was written`);
    }
    await waitFor(
      () =>
        vscode.languages.getDiagnostics(source).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
      'the refusal in Problems',
    );
  });

  it('does not write over the postmortem itself, nor over a folder', async () => {
    const source = await write('itself.md', postmortem('Parcels were late.'));
    made.push(source);
    const before = await text(source);
    equal(await run(source, 'md', source), undefined);
    equal(await text(source), before);
    const folder = place('a-folder');
    made.push(folder);
    await vscode.workspace.fs.createDirectory(folder);
    equal(await run(source, 'md', folder), undefined);
    equal((await vscode.workspace.fs.stat(folder)).type, vscode.FileType.Directory);
  });

  it('takes a target from code alone, never from JSON', async () => {
    const source = await write('json.md', postmortem('Parcels were late.'));
    made.push(source);
    const asked = run(source, 'nothing of the kind', target('json.txt').toString());
    // A list of formats is open now: nothing was written without being asked for.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    equal(await asked, undefined);
    ok(!(await exists(place('json.txt'))), 'a file was written');
  });

  it('puts images of the workspace in, and no others', async () => {
    made.push(await write('pixel.png', pixel));
    const source = await write(
      'images.md',
      postmortem(
        'A chart:\n\n![A chart](pixel.png)\n\n![Outside](../outside.png)\n\n![On the web](https://example.com/a.png)',
      ),
    );
    made.push(source);
    const to = target('images.html');
    ok(await run(source, 'html', to), 'not written');
    const html = await text(to);
    equal(html.match(/<img [^>]*src="data:image\/png;base64,/g)?.length, 1);
    ok(!html.includes('example.com') && !html.includes('outside.png'), 'an address of an image is in it');
    ok(/\[Image: Outside\]/.test(html) && /\[Image: On the web\]/.test(html), 'an image is not named');
  });

  it('reads from and writes to a file system that is no disk', async () => {
    const files = new Map<string, Uint8Array>([
      ['/late.md', new TextEncoder().encode(postmortem('Parcels were late.\n\n![A chart](pixel.png)'))],
      ['/pixel.png', pixel],
    ]);
    const registered = vscode.workspace.registerFileSystemProvider('candor-test', inMemory(files));
    try {
      const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'candor-test', path });
      for (const format of ['html', 'docx', 'txt']) {
        const to = at(`/out.${format}`);
        equal((await run(at('/late.md'), format, to))?.toString(), to.toString(), format);
        ok((files.get(to.path)?.length ?? 0) > 20, `${format} is not there`);
      }
      const html = new TextDecoder().decode(files.get('/out.html'));
      ok(/Parcels were late/.test(html) && !html.includes('CANARY'), html.slice(-300));
      ok(html.includes('src="data:image/png;base64,'), 'the image beside it is not in');
      equal(
        [...files.keys()].sort(),
        ['/late.md', '/out.docx', '/out.html', '/out.txt', '/pixel.png'],
        'a draft is left',
      );
      const before = files.size;
      files.set('/almost.md', new TextEncoder().encode(postmortem('Parcels.\n\n::: internal\nCANARY-HERE\n:::')));
      equal(await run(at('/almost.md'), 'html', at('/almost.html')), undefined);
      equal(files.size, before + 1, 'something refused was written');
    } finally {
      registered.dispose();
    }
  });

  it('copies the customer version as text', async () => {
    const source = await write('copied.md', postmortem('Parcels were late. Now they are on time.'));
    made.push(source);
    const asked = vscode.commands.executeCommand('candor.copyCustomer', source, { format: 'md' });
    await asked;
    ok(/Parcels were late/.test(await vscode.env.clipboard.readText()), 'not on the clipboard');
  });

  it('prints a PDF on the desktop, and says why not on the web', async function () {
    this.timeout(90_000);
    const to = target('printed.pdf');
    const written = await run(place('checkout-outage.md'), 'pdf', to);
    if (options.host === 'web') {
      equal(written, undefined);
      ok(!(await exists(to)), 'something was written');
      return;
    }
    // A desktop editor may stand on a machine without a browser; the editor in a browser never does.
    if (!written && vscode.env.uiKind === vscode.UIKind.Desktop) this.skip();
    ok(written, 'no PDF was written, though there is a browser');
    equal(new TextDecoder('latin1').decode((await read(to)).slice(0, 5)), '%PDF-');
  });
});
