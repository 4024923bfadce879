/**
 * `npm run screenshots -- exports [FILE …]`: makes every export of the example postmortems with the built command line,
 * and pictures it: HTML light, dark, narrow and as printed, the e-mail's HTML part, Word through LibreOffice, PDF page by
 * page, and what is text as it stands. Nothing is compared; it is for eyes. Written to `dist/pictures/exports`.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from './host/places.mjs';

const run = promisify(execFile);
/** Where pictures are put that are only looked at. */
export const pictures = path.join(root, 'dist/pictures');
const folder = path.join(pictures, 'exports');
const examples = [
  'test/fixtures/workspace/checkout-outage.md',
  'test/fixtures/workspace/数据库故障.md',
  'test/fixtures/export/en.md',
  'test/fixtures/export/zh.md',
];
const texts = ['md', 'statuspage', 'statuspage-json', 'txt', 'slack', 'call-notes'];
const pages = {
  light: { viewport: { width: 900, height: 700 }, colorScheme: 'light' },
  dark: { viewport: { width: 900, height: 700 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 360, height: 700 }, colorScheme: 'light' },
};

/**
 * @param {import('playwright-core').Browser} browser
 * @param {readonly string[]} files postmortems; without any, the examples
 * @returns {Promise<string>} the folder of the pictures
 */
export async function pictureExports(browser, files) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const made = await mkdtemp(path.join(tmpdir(), 'candor-exports-'));
  try {
    for (const file of files.length > 0 ? files : examples) await pictureAll(browser, path.resolve(root, file), made);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return folder;
}

async function pictureAll(browser, file, made) {
  const parent = path.basename(path.dirname(file));
  const name = parent === 'workspace' ? path.basename(file, '.md') : `${parent}-${path.basename(file, '.md')}`;
  const out = (kind) => path.join(made, `${name}.${kind}`);
  const picture = (kind) => path.join(folder, `${name}.${kind}.png`);
  const tell = (kind) => console.log(`dist/pictures/exports/${name}.${kind}`);
  const make = async (kind) => {
    const { stderr } = await run(process.execPath, ['dist/cli.js', 'export', '--to', kind, '-o', out(kind), file], {
      cwd: root,
    });
    if (stderr) console.log(stderr.trim());
    return out(kind);
  };
  const html = await make('html');
  for (const [look, options] of Object.entries(pages)) await shoot(browser, html, picture(`html-${look}`), options);
  await shoot(browser, await copyAs(await make('email'), 'html'), picture('email'), pages.light);
  await shoot(browser, await copyAs(out('email'), 'html'), picture('email-narrow'), pages.narrow);
  for (const kind of texts) {
    const text = await readFile(await make(kind), 'utf8');
    const page = out(`${kind}.html`);
    await writeFile(page, textPage(text));
    await shoot(browser, page, picture(kind), pages.light);
  }
  tell('{html-light,html-dark,html-narrow,email,email-narrow,md,statuspage,statuspage-json,txt,slack,call-notes}.png');
  for (const kind of ['pdf', 'docx']) {
    try {
      const pdf = kind === 'pdf' ? await make(kind) : await toPdf(await make(kind), made);
      const target = path.join(folder, `${name}.${kind}`);
      await run('pdftoppm', ['-png', '-r', '70', pdf, target]);
      tell(`${kind}-{1..${(await readdir(folder)).filter((one) => one.startsWith(`${name}.${kind}-`)).length}}.png`);
    } catch (error) {
      console.log(
        `${name}.${kind} is left out: ${error.code === 'ENOENT' ? `${error.path} is not installed` : error.message}`,
      );
    }
  }
}

async function shoot(browser, file, target, options) {
  const context = await browser.newContext({ ...options, offline: true });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: target, fullPage: true });
  } finally {
    await context.close();
  }
}

async function copyAs(file, ending) {
  const target = `${file}.${ending}`;
  await writeFile(target, await readFile(file));
  return target;
}

async function toPdf(file, made) {
  const outdir = path.join(made, 'from-word');
  const profile = pathToFileURL(path.join(made, 'office')).href;
  await run('soffice', [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    outdir,
    file,
  ]);
  return path.join(outdir, `${path.basename(file, '.docx')}.pdf`);
}

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

const textPage = (text) => `<!doctype html><meta charset="utf-8"><title>Text</title>
<pre style="margin:24px;font:14px/1.5 'Noto Sans Mono CJK SC',monospace;white-space:pre-wrap">${escaped(text)}</pre>`;
