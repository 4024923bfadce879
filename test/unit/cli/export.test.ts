import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { runExport } from '../../../src/cli/export.js';
import type { Io } from '../../../src/cli/run-check.js';
import { UsageError } from '../../../src/cli/usage.js';
import { browserPlaces, findBrowser, isProgram } from '../../../src/desktop/browsers.js';
import { NoBrowser, PdfFailed } from '../../../src/desktop/pdf-errors.js';
import { printPage } from '../../../src/desktop/print.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'candor-export-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function run(args: readonly string[], input = '', env = {}): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    stdout: { write: (text) => (out += Buffer.from(text).toString('latin1')) },
    stderr: { write: (text) => (err += text) },
    env: { SOURCE_DATE_EPOCH: '1760436000', ...env },
    version: '0',
  };
  return { code: await runExport(args, io), out, err };
}

const good = '---\ntitle: Late parcels\n---\n\n# Team\n\nSECRET\n\n## For customers\n\nParcels were late.\n';
const bad = '# Team\n\nSECRET\n\n## For customers\n\nParcels were late.\n\n::: internal\nSECRET\n:::\n';

const place = async (name: string, text: string | Uint8Array): Promise<string> => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
};

test('writes the customer version to a file, to standard output, and from standard input', async () => {
  const file = await place('a/good.md', good);
  const output = path.join(folder, 'a/out.md');
  assert.deepEqual(await run(['--to', 'md', '-o', output, file]), { code: 0, out: '', err: '' });
  assert.equal(await readFile(output, 'utf8'), '# Late parcels\n\nParcels were late.\n');
  assert.equal((await run(['--to', 'md', '-o', '-', file])).out, '# Late parcels\n\nParcels were late.\n');
  assert.equal((await run(['--to', 'md', '-o', '-', '-'], good)).out, '# Late parcels\n\nParcels were late.\n');
  assert.deepEqual((await readdir(path.join(folder, 'a'))).sort(), ['good.md', 'out.md'], 'no draft is left behind');
});

test('refuses with 1, says where and why, and leaves no file', async () => {
  const file = await place('b/bad.md', bad);
  for (const to of ['html', 'md', 'txt', 'eml', 'docx', 'slack', 'pdf']) {
    const output = path.join(folder, `b/out.${to}`);
    const { code, out, err } = await run(['--to', to, '-o', output, file]);
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.ok(err.startsWith(`${file}:9:1: This looks like a marker`), err);
  }
  assert.deepEqual(await readdir(path.join(folder, 'b')), ['bad.md']);
  const nothing = await run(['--to', 'md', '-o', '-', '-'], '# Team\n\nSECRET\n');
  assert.equal(nothing.code, 1);
  assert.match(nothing.err, /^-:1:1: Nothing in this document is for customers/);
});

test('names what may be internal in the words for customers, as the team wants it', async () => {
  const text = `${good}\nThe fault was in db-orders-02.prod.internal.\n`;
  const file = await place('doubt/good.md', text);
  const asked = await run(['--to', 'md', '-o', '-', file]);
  assert.equal(asked.code, 0);
  assert.match(asked.err, /^\S+good\.md:13:18: “db-orders-02\.prod\.internal” is the name of a machine/);
  assert.equal(asked.err.trim().split('\n').length, 1, 'and nothing of what is only badly put');
  await place('doubt/.candor.yml', 'rules:\n  internal-detail: off\n');
  assert.equal((await run(['--to', 'md', '-o', '-', file])).err, '');
});

test('a refused export leaves what is there as it was', async () => {
  const file = await place('c/bad.md', bad);
  const output = await place('c/out.md', 'before');
  assert.equal((await run(['--to', 'md', '-o', output, file])).code, 1);
  assert.equal(await readFile(output, 'utf8'), 'before');
});

test('writes over a file only where it is named, never over a folder', async () => {
  const file = await place('d/good.md', good);
  const output = await place('d/out.md', 'before');
  assert.equal((await run(['--to', 'md', '-o', output, file])).code, 0);
  assert.match(await readFile(output, 'utf8'), /^# Late/);
  const here = process.cwd();
  process.chdir(path.join(folder, 'd'));
  try {
    assert.equal((await run(['--to', 'txt', file])).code, 0);
    assert.match(await readFile(path.join(folder, 'd/late-parcels.txt'), 'utf8'), /^Late parcels\n====/);
    const again = await run(['--to', 'txt', file]);
    assert.equal(again.code, 2);
    assert.match(again.err, /is there already/);
  } finally {
    process.chdir(here);
  }
  const onFolder = await run(['--to', 'md', '-o', path.join(folder, 'd'), file]);
  assert.equal(onFolder.code, 2);
  assert.match(onFolder.err, /is a folder/);
  assert.equal((await run(['--to', 'md', '-o', path.join(folder, 'none/out.md'), file])).code, 2);
});

test('says what is wrong with a command line', async () => {
  await assert.rejects(run(['x.md']), UsageError);
  await assert.rejects(run(['--to', 'rtf', 'x.md']), UsageError);
  await assert.rejects(run(['--to', 'md']), UsageError);
  await assert.rejects(run(['--to', 'md', 'x.md', 'y.md']), UsageError);
  const missing = await run(['--to', 'md', path.join(folder, 'missing.md')]);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /does not exist/);
});

/** A PNG of one pixel, with a text chunk. */
function onePixel(): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const out = Buffer.alloc(12 + data.length);
    out.writeUInt32BE(data.length);
    out.write(kind, 4, 'latin1');
    data.copy(out, 8);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixel = deflateSync(Buffer.from([0, 9, 9, 9]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const text = chunk('tEXt', Buffer.from('Author SECRET'));
  return Buffer.concat([signature, chunk('IHDR', head), text, chunk('IDAT', pixel), chunk('IEND', Buffer.alloc(0))]);
}
const png = onePixel();

test('takes images from the project only, by their bytes, and names what it leaves out', async () => {
  await place('e/secret.png', png);
  await place('e/project/.git/HEAD', '');
  await place('e/project/images/a b.png', png);
  await place('e/project/images/fake.png', 'no image');
  await symlink(path.join(folder, 'e/secret.png'), path.join(folder, 'e/project/images/link.png'));
  const images = [
    '<../images/a b.png>',
    '../images/fake.png',
    '../images/link.png',
    '../../secret.png',
    'https://t.example/x.png',
  ];
  const text = `${good}\n${images.map((url, at) => `![picture ${at}](${url})`).join('\n')}\n`;
  const file = await place('e/project/docs/doc.md', text);
  const { code, out, err } = await run(['--to', 'html', '-o', '-', file]);
  assert.equal(code, 0);
  assert.equal(out.match(/src="data:image\/png;base64,/g)?.length, 1);
  assert.match(out, /\[Image: picture 1\].*\[Image: picture 2\].*\[Image: picture 3\].*\[Image: picture 4\]/);
  assert.equal(err.trim().split('\n').length, 4);
  assert.match(err, /fake\.png The file is not a PNG/);
  assert.match(err, /link\.png is outside/);
  assert.match(err, /secret\.png is outside/);
  assert.match(err, /t\.example\/x\.png is not in the workspace/);
});

test('Word files are the same bytes each time', async () => {
  const file = await place('f/good.md', `${good}\n[a](https://a.example/) [b](https://b.example/)\n`);
  const once = await run(['--to', 'docx', '-o', '-', file]);
  const twice = await run(['--to', 'docx', '-o', '-', file]);
  assert.equal(once.out.slice(0, 2), 'PK');
  assert.ok(once.out === twice.out);
});

test('a browser is a program by its whole path, never a script of a shell', async () => {
  const program = await place('g/chrome', '#!/bin/sh\n');
  await chmod(program, 0o755);
  assert.equal(await isProgram(program, 'linux'), true);
  assert.equal(await isProgram('chrome', 'linux'), false);
  assert.equal(await isProgram(folder, 'linux'), false);
  assert.equal(await isProgram(await place('g/text', ''), 'linux'), false);
  assert.equal(await isProgram('C:\\chrome.cmd', 'win32'), false);
  assert.equal(await findBrowser(program, {}), program);
  assert.equal(await findBrowser(undefined, { CHROME_PATH: program }), program);
  await assert.rejects(findBrowser('calc.exe & x', {}), NoBrowser);
  assert.ok(browserPlaces('darwin', { HOME: '/Users/x' })[0]?.includes('Google Chrome.app'));
  assert.ok(browserPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })[1]?.endsWith('msedge.exe'));
  assert.ok(browserPlaces('linux', { PATH: '.:/opt/bin' }).every((file) => path.isAbsolute(file)));
});

test('without a browser a PDF names the ways to one, and nothing is written', async () => {
  const file = await place('h/good.md', good);
  const { code, err } = await run([
    '--to',
    'pdf',
    '-o',
    path.join(folder, 'h/out.pdf'),
    '--browser',
    '/none/chrome',
    file,
  ]);
  assert.equal(code, 2);
  assert.match(err, /is not a program/);
  const silent = await place('h/silent', '#!/bin/sh\nexit 3\n');
  await chmod(silent, 0o755);
  const failed = await run(['--to', 'pdf', '-o', path.join(folder, 'h/out.pdf'), '--browser', silent, file]);
  assert.equal(failed.code, 2);
  assert.match(failed.err, /made no PDF/);
  assert.deepEqual((await readdir(path.join(folder, 'h'))).sort(), ['good.md', 'silent']);
});

test('a browser that is called off is ended at once, and leaves nothing', {
  skip: process.platform === 'win32' ? 'the fake browser is a shell script' : false,
}, async () => {
  const started = path.join(folder, 'j/started');
  const slow = await place('j/slow', `#!/bin/sh\necho "$$ $*" > '${started}'\nexec sleep 50\n`);
  await chmod(slow, 0o755);
  const ending = new AbortController();
  const printing = printPage(slow, '<p>x</p>', ending.signal);
  let said = '';
  while (!said) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    said = await readFile(started, 'utf8').catch(() => '');
  }
  const [, own = ''] = /--user-data-dir=(\S+)/.exec(said) ?? [];
  assert.ok((await readdir(path.dirname(own))).includes('page.html'));
  const began = Date.now();
  ending.abort();
  await assert.rejects(printing, PdfFailed);
  assert.ok(Date.now() - began < 5000, 'it waited for the browser');
  await assert.rejects(readdir(path.dirname(own)), 'its folder is removed');
  const isGone = (): boolean => {
    try {
      process.kill(Number.parseInt(said, 10), 0);
      return false;
    } catch {
      return true;
    }
  };
  for (let tries = 0; tries < 100 && !isGone(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(isGone(), 'the browser is ended');
});

const browser = await findBrowser(undefined, process.env).catch(() => undefined);

test('prints a tagged PDF with neutral metadata, in Chinese too', {
  skip: browser ? false : 'no browser here',
}, async () => {
  const { readPdf } = await import('../../../src/desktop/pdf-content.js');
  const file = await place(
    'i/zh.md',
    '---\ntitle: 包裹延误\n---\n\n# 内部\n\nSECRET\n\n## 客户说明\n\n包裹晚到了两天。Parcels.\n',
  );
  const output = path.join(folder, 'i/out.pdf');
  const { code, err } = await run(['--to', 'pdf', '-o', output, file]);
  assert.equal(err, '');
  assert.equal(code, 0);
  const bytes = await readFile(output);
  const text = (await readPdf(bytes)).normalize('NFKC');
  assert.match(text, /包裹晚到了两天/);
  assert.match(text, /Parcels/);
  assert.doesNotMatch(`${text}${bytes.toString('latin1')}`, /SECRET|Skia|Chrom|HeadlessChrome|page\.html|file:/);
  assert.match(bytes.toString('latin1'), /%PDF-/);
});
