import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { assemble } from '../../../src/core/document/assemble.js';
import { readDocument } from '../../../src/core/document/parse.js';
import type { Postmortem } from '../../../src/core/document/postmortem.js';
import { pageStyle } from '../../../src/core/export/html-style.js';
import { readBack } from '../../../src/core/export/read-back.js';
import {
  checkImage,
  createLinter,
  customerView,
  exportCustomer,
  exportName,
  type FormatId,
  formats,
} from '../../../src/core/index.js';
import { hostileInputs } from './hostile-inputs.js';

/** How many hostile inputs the list has that the preview and the exports are held to. */
const listed = 70;

/** What is no text of a document, and so is tested in a place of its own: file and title of the test. */
const elsewhere: Readonly<Record<number, readonly [file: string, title: string]>> = {
  33: ['test/unit/cli/export.test.ts', 'prints a tagged PDF with neutral metadata, in Chinese too'],
  34: ['test/unit/customer/hostile-list.test.ts', '34 what an image is called stays inside'],
  38: ['test/unit/customer/hostile-list.test.ts', '38 both flavours of the clipboard come from what customers see'],
  39: ['test/unit/customer/hostile-list.test.ts', '39 a mail has the headers that it needs and no others'],
  40: ['test/unit/customer/hostile-list.test.ts', '40 nothing of a document is logged or kept'],
  42: ['test/unit/customer/hostile-list.test.ts', '42 no setting and no document brings style or frame into an export'],
  64: ['test/unit/customer/formats.test.ts', 'Slack takes nothing in a text as its own'],
  65: ['test/unit/customer/formats.test.ts', 'a title cannot add a header to a mail, nor markup to a page'],
  66: ['test/unit/customer/hostile-list.test.ts', '66 many notes, terms, rows and long lines cost in proportion'],
  67: ['test/unit/preview/protocol.test.ts', 'everything else from the page is dropped'],
  68: ['test/unit/preview/protocol.test.ts', 'a stored state is read only when it is one'],
  69: ['test/unit/cli/export.test.ts', 'a browser is a program by its whole path, never a script of a shell'],
  70: ['test/unit/cli/export.test.ts', 'writes over a file only where it is named, never over a folder'],
};

for (let number = 1; number <= listed; number++)
  test(`number ${number} of the list has a test`, () => {
    const place = elsewhere[number];
    if (place) {
      const [file, title] = place;
      assert.ok(readFileSync(file, 'utf8').includes(`test('${title}'`), `${file} has no test “${title}”`);
    } else assert.ok(hostileInputs.some(({ name }) => name.startsWith(`${number} `)));
  });

const team = (body: string, head = ''): string =>
  `---\ntype: postmortem\ntitle: Late parcels\n${head}---\n\n# Team\n\n## For customers\n\n${body}\n`;

async function all(
  text: string,
  images: NonNullable<Parameters<typeof exportCustomer>[2]['images']> = new Map(),
): Promise<Map<FormatId, string>> {
  const { postmortem } = createLinter().analyze(text);
  const made = new Map<FormatId, string>();
  for (const { id } of formats) {
    const result = await exportCustomer(postmortem, id, { now: 0, images });
    assert.ok(result.ok, `${id}: ${result.ok ? '' : result.refusals[0]?.say.en}`);
    const { text: said, raw } = await readBack(id, result.content);
    const bytes = Buffer.from(result.content);
    const parts = id === 'docx' ? Object.entries(unzipSync(bytes)).map(([name, part]) => name + strFromU8(part)) : [];
    made.set(id, [said, raw, bytes.toString('latin1'), ...parts].join('\n'));
  }
  return made;
}

test('34 what an image is called stays inside', async () => {
  const checked = checkImage(readFileSync('test/fixtures/export/graph.png'));
  assert.ok(checked.ok);
  const url = 'img/screenshot-customer-acme%20corp.png';
  const text = team(`![A graph](${url})\n\n![](${url})\n\n![Left out](other-acme.png)\n\nMore.`);
  for (const images of [new Map([[url, checked.image]]), new Map()])
    for (const [id, out] of await all(text, images)) assert.doesNotMatch(out, /acme|img\/|screenshot/i, id);
});

test('38 both flavours of the clipboard come from what customers see', async () => {
  const made = await all(team('Public :internal[CANARY] words. <!-- CANARY -->\n\n:::internal\nCANARY\n:::'));
  for (const id of ['email', 'txt'] as const) {
    assert.match(made.get(id) ?? '', /Public words\./);
    assert.doesNotMatch(made.get(id) ?? '', /CANARY/);
  }
  // What the preview puts on the clipboard is made of these two and nothing else.
  const service = readFileSync('src/extension/preview/services.ts', 'utf8');
  const body = /async function mailOf[\s\S]*?\n\}/.exec(service)?.[0] ?? '';
  assert.match(body, /for \(const format of \['email', 'txt'\] as const\)[\s\S]*exportCustomer\(postmortem, format,/);
  assert.doesNotMatch(body, /getText|document\.text/);
});

test('39 a mail has the headers that it needs and no others', async () => {
  const source =
    '---\ntype: postmortem\ntitle: Late\nid: INC-2291\nowner: mara@acme.example\n---\n\n# Team\n\n## For customers\n\nText.';
  const { postmortem } = createLinter().analyze(source);
  const result = await exportCustomer(postmortem, 'eml', { now: 0 });
  assert.ok(result.ok);
  const head = String(result.content).split('\r\n\r\n')[0] ?? '';
  const names = head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')));
  assert.deepEqual(names, ['Subject', 'Date', 'MIME-Version', 'Content-Language', 'X-Unsent', 'Content-Type']);
  assert.doesNotMatch(String(result.content), /mara|INC-|acme/);
});

/** Every source file of a folder, as text. */
const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${name}\n${readFileSync(`${folder}/${name}`, 'utf8')}`);

test('40 nothing of a document is logged or kept', () => {
  const kept: string[] = [];
  for (const folder of ['src/extension', 'src/webview', 'src/desktop', 'src/core'])
    for (const source of sources(folder)) {
      const name = source.slice(0, source.indexOf('\n'));
      assert.doesNotMatch(source, /console\.\w|createOutputChannel|localStorage|indexedDB|globalState/, name);
      for (const [call] of source.matchAll(/(?:[sS]tate\.update|setState)\([^;]*/g)) kept.push(`${name}: ${call}`);
    }
  // The kind and the folder of the last export; how a preview was looked at.
  for (const call of kept)
    assert.match(
      call,
      /^(?:export\/remembered\.ts: .*(?:kind: id|folder: folder\.toString\(\))|[\w-]+\.ts: setState\()/,
      call,
    );
  assert.ok(kept.length >= 3, `${kept.length} places were found`);
  const state = /const state = fields\(\{([\s\S]*?)\}\)/.exec(readFileSync('src/protocol/preview.ts', 'utf8'))?.[1];
  const fields = [...(state ?? '').matchAll(/(\w+):/g)].map(([, field]) => field);
  assert.deepEqual(fields.sort(), ['findings', 'line', 'locked', 'page', 'source']);
});

test('42 no setting and no document brings style or frame into an export', async () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const settings = [contributes.configuration].flat().flatMap(({ properties }) => Object.keys(properties));
  assert.ok(settings.length > 5);
  assert.deepEqual(
    settings.filter((name) => /css|style|theme|template|header|footer|font|signature/i.test(name)),
    [],
  );
  const made = await all(
    team(
      '<style>p::after{content:"CANARY"}</style>\n\nText.',
      'css: "CANARY.css"\nstyle: "p::after{content:CANARY}"\nheader: CANARY\nfooter: CANARY\ntemplate: CANARY\n',
    ),
  );
  for (const [id, out] of made) assert.doesNotMatch(out, /CANARY/, id);
  const html = made.get('html') ?? '';
  assert.ok(html.includes(`<style>${pageStyle('en')}</style>`), 'the style is the constant one');
  assert.doesNotMatch(pageStyle('en') + pageStyle('zh'), /url\(|@import|content:\s*"[^"]{3}/);
});

test('41 the name of a file is made of the title that customers read', () => {
  const { postmortem } = createLinter().analyze(
    '---\ntype: postmortem\nid: CANARY\n---\n\n# CANARY\n\n## For customers\n\nText.',
  );
  assert.equal(exportName(customerView(postmortem).title, 'pdf'), 'about-the-incident.pdf');
});

/** Reads a document without running rules on it. */
function read(text: string): Postmortem {
  const { frontMatter, chunks } = readDocument(text);
  return assemble(text, frontMatter, chunks, { audience: 'auto', language: 'auto' });
}

/** Processor time of a piece of work in milliseconds; other work on the machine does not count. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const notes = (count: number): string => {
  const at = Array.from({ length: count }, (_, index) => index + 1);
  return `${at.map((one) => `Words of line ${one}.[^${one}]`).join('\n\n')}\n\n${at.map((one) => `[^${one}]: Note ${one}.`).join('\n')}`;
};
const terms = (count: number): string =>
  `glossary:\n${Array.from({ length: count }, (_, at) => `  term${at}x: explanation ${at}\n`).join('')}`;
const rows = (count: number): string =>
  `| a | b |\n| - | - |\n${Array.from({ length: count }, (_, at) => `| row ${at} | :internal[x] y |`).join('\n')}`;

test('66 many notes, terms, rows and long lines cost in proportion', async () => {
  const view = (text: string): void => {
    const made = customerView(read(text));
    assert.deepEqual(made.refusals.slice(0, 1), []);
    assert.ok(made.root.children.length > 0);
  };
  const prose = (size: number): string => 'The term7x of term99x was late again. '.repeat(size / 38);
  const grows: Readonly<Record<string, (size: number) => string>> = {
    'notes, 5,000': (share) => team(notes(5000 * share)),
    'terms, 2,000 in 200 kB': (share) => team(prose(200_000 * share), terms(2000 * share)),
    'rows, 5,000': (share) => team(rows(5000 * share)),
    'a line of 1 MB': (share) => team('words and words '.repeat(62_500 * share)),
  };
  view(team('Warm.'));
  for (const [name, text] of Object.entries(grows)) {
    const [small, large] = [text(1 / 16), text(1)];
    const before = spent(() => view(small));
    const after = spent(() => view(large));
    // What grows with the square would take 256 times as long; a small time measured on a busy machine says little.
    assert.ok(after < Math.max(2500, before * 40), `${name}: ${Math.round(after)} ms after ${Math.round(before)}`);
  }
  for (const id of ['md', 'html', 'txt'] as const) {
    const result = await exportCustomer(read(team(notes(2000))), id, { now: 0 });
    assert.ok(result.ok);
    assert.match(String(result.content), /Note 2000\./);
  }
});
