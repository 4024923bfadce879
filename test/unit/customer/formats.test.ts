import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readTimes } from '../../../src/core/customer/moments.js';
import { timesInWords } from '../../../src/core/customer/timeline-picture.js';
import { headerText } from '../../../src/core/export/eml.js';
import { readBack } from '../../../src/core/export/read-back.js';
import { columns } from '../../../src/core/export/wrap.js';
import {
  checkImage,
  createLinter,
  customerView,
  exportCustomer,
  exportName,
  type FormatId,
  formats,
} from '../../../src/core/index.js';

async function made(text: string, id: FormatId): Promise<string> {
  const result = await exportCustomer(createLinter().analyze(text).postmortem, id, { now: 0 });
  assert.ok(result.ok, result.ok ? '' : result.refusals[0]?.say.en);
  return String(result.content);
}
const part = (body: string, head = ''): string =>
  `---\ntype: postmortem\n${head}---\n\n# Team\n\n## For customers\n\n${body}\n`;

test('a title cannot add a header to a mail, nor markup to a page', async () => {
  const eml = await made(part('Text.', 'title: "Late\\r\\nBcc: evil\\r\\n\\r\\nbody"\n'), 'eml');
  const head = eml.slice(0, eml.indexOf('\r\n\r\n'));
  assert.ok(!/^Bcc/im.test(head), head);
  assert.match(head, /^Subject: Late Bcc: evil body\r\n/);
  assert.ok(!/(?<!\r)\n/.test(eml), 'every line ends with CR LF');
  const html = await made(part('Text.', 'title: "</title><img src=x onerror=alert(1)/>"\n'), 'html');
  assert.ok(!html.includes('<img') && /<h1>&#x3C;\/title>&#x3C;img src=x/.test(html), html);
  // A tag that could hide something does not even come so far.
  const script = part('Text.', 'title: "</title><script>alert(1)</script>"\n');
  await assert.rejects(made(script, 'html'), /“title” goes to customers as plain text/);
});

test('long and Chinese subjects are encoded words of at most 75 characters', () => {
  const coded = headerText('数据库故障导致下单失败的说明，以及我们之后的改进措施，'.repeat(3));
  for (const line of coded.split('\r\n '))
    assert.ok(line.length <= 75 && /^=\?utf-8\?B\?[A-Za-z0-9+/=]+\?=$/.test(line), line);
  assert.equal(headerText('Plain subject'), 'Plain subject');
});

test('Slack takes nothing in a text as its own', async () => {
  const slack = await made(part('Ask \\<!channel> and <https://a.example/x> & \\<@U123>.'), 'slack');
  assert.match(slack, /&lt;!channel&gt;/);
  assert.match(slack, /&lt;@U123&gt;/);
  assert.match(slack, /<https:\/\/a\.example\/x\|https:\/\/a\.example\/x>/);
});

test('the page asks for nothing and runs nothing', async () => {
  const html = await made(part('![x](https://t.example/x.png) [a](https://a.example/)'), 'html');
  assert.ok(!/\s(?:src|srcset|onerror|action)=|<link|<script|url\(|@import/.test(html), html);
  assert.match(html, /default-src &#x27;none&#x27;; img-src data:/);
  assert.match(html, /<html lang="en">/);
  assert.ok(!/href=/.test(await made(part('See https://grafana.corp.internal/d/x today.'), 'html')), 'no link inside');
});

test('lines of plain text fit 72 columns in both languages', () => {
  for (const language of ['en', 'zh'])
    for (const line of readFileSync(`test/fixtures/export/${language}.txt.txt`, 'utf8').split('\n'))
      assert.ok(columns(line) <= 72, line);
});

test('the glossary explains a term once, where it is first read, and not where it would spoil something', async () => {
  const head = 'glossary:\n  failover: a switch to a spare system.\n  主备切换: 改用备用系统\n';
  const text = part(
    '### Failover\n\n`failover` [failover](https://a.example/) The failovers began. A failover (see above) ended. 主备切换失败。主备切换。',
    head,
  );
  const markdown = await made(text, 'md');
  assert.match(markdown, /## Failover\n/);
  assert.match(markdown, /`failover` \[failover\]/);
  assert.match(markdown, /The failovers \(a switch to a spare system\) began\. A failover \(see above\)/);
  assert.match(markdown, /主备切换（改用备用系统）失败。主备切换。/);
});

test('words that are taken out leave no gap', async () => {
  const text = await made(part('One :internal[x] two :internal[y], three :internal[z]. :internal[w]'), 'md');
  assert.match(text, /\n\nOne two, three\.\n$/);
});

test('times are told in their zone, over a change of the clocks, and never in a wrong order', () => {
  const berlin = { timezone: 'Europe/Berlin', began: '2025-10-26 01:30', resolved: '2025-10-26 03:30' };
  assert.deepEqual(
    timesInWords(readTimes(berlin, 'en'))?.rows.map(({ when, after }) => `${when} ${after}`),
    ['26 October 2025, 01:30 ', '03:30 after 3 hours'],
  );
  assert.equal(timesInWords(readTimes({ began: '2025-10-26 05:30', resolved: '2025-10-26 03:30' }, 'en')), undefined);
  assert.equal(timesInWords(readTimes({ began: 'yesterday', resolved: '2025-10-26 03:30' }, 'en')), undefined);
});

test('names of exports are made of the title and fit every system', () => {
  assert.equal(exportName('Checkout: down / 14 Oct!', 'md'), 'checkout-down-14-oct.md');
  assert.equal(exportName('11 月 3 日故障', 'docx'), '11-月-3-日故障.docx');
  assert.equal(exportName('../../CON', 'txt'), 'customer-version.txt');
  assert.equal(exportName('???', 'txt'), 'customer-version.txt');
  assert.ok(exportName('x'.repeat(300), 'txt').length <= 64);
});

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one))));

test('images are known by their bytes and lose what their pixels do not need', () => {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
  const exif = bytes([0xff, 0xe1, 0, 14], 'Exif\0\0SECRET');
  const comment = bytes([0xff, 0xfe, 0, 8], 'SECRET');
  const jpeg = Buffer.concat([
    bytes([0xff, 0xd8]),
    exif,
    comment,
    bytes(frame, [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9], 'SECRET'),
  ]);
  const gif = bytes(
    'GIF89a',
    [1, 0, 1, 0, 0, 0, 0],
    [0x21, 0xfe, 6],
    'SECRET',
    [0],
    [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0],
    [0x3b],
    'SECRET',
  );
  const webp = bytes(
    'RIFF',
    [60, 0, 0, 0],
    'WEBP',
    'VP8X',
    [10, 0, 0, 0, 0x0c, 0, 0, 0, 4, 0, 0, 2, 0, 0],
    'EXIF',
    [6, 0, 0, 0],
    'SECRET',
  );
  for (const [image, width, height] of [
    [jpeg, 3, 2],
    [gif, 1, 1],
    [webp, 5, 3],
  ] as const) {
    const checked = checkImage(image);
    assert.ok(checked.ok, checked.ok ? '' : checked.say.en);
    assert.ok(!Buffer.from(checked.image.bytes).includes('SECRET'), checked.image.type);
    assert.deepEqual([checked.image.width, checked.image.height], [width, height]);
  }
  for (const wrong of [
    bytes('<svg/>'),
    bytes('\x89PNG\r\n\x1a\n'),
    jpeg.subarray(0, 20),
    new Uint8Array(6 * 1024 * 1024),
  ])
    assert.equal(checkImage(wrong).ok, false);
});

test('a photograph stays upright, and tells nothing else', () => {
  // Little-endian, as most cameras write it: the maker's name, then the orientation, then the name's bytes.
  const tiff = Buffer.concat([
    bytes(
      [0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0],
      [0x0f, 0x01, 2, 0, 7, 0, 0, 0, 38, 0, 0, 0],
      [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
      [0, 0, 0, 0],
      'SECRET\0',
    ),
  ]);
  const photograph = (exif: Buffer): Buffer =>
    Buffer.concat([
      bytes([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 8], 'Exif\0\0'),
      exif,
      bytes([0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
    ]);
  const checked = checkImage(photograph(tiff));
  assert.ok(checked.ok, checked.ok ? '' : checked.say.en);
  const kept = Buffer.from(checked.image.bytes);
  assert.ok(!kept.includes('SECRET'));
  assert.ok(
    kept.includes(Buffer.from(bytes([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))),
    'the orientation is there, big-endian',
  );
  assert.equal(kept.readUInt16BE(4), 34, 'the block says how long it is');
  const { width, height, orientation } = checked.image;
  assert.deepEqual([width, height, orientation], [2, 3, 6], 'its size is that of the upright picture');
  for (let length = 0; length < tiff.length; length++) assert.ok(checkImage(photograph(tiff.subarray(0, length))).ok);
});

test('long nests, rows of brackets and long lines take no long time and never throw', () => {
  for (const body of [
    '>'.repeat(300),
    '['.repeat(3000),
    'a '.repeat(100_000),
    ':'.repeat(5000),
    '*'.repeat(3000),
    '<'.repeat(3000),
  ])
    assert.ok(customerView(createLinter().analyze(part(body)).postmortem));
});

test('Statuspage JSON is a draft of a postmortem for an explanation, and an incident for any other message', async () => {
  const head = 'title: Checkout is "down"\nbegan: 2025-10-14 09:42\ntimezone: Europe/Berlin\n';
  const explanation = JSON.parse(await made(part('Text **bold**.\n\nMore \\<b>.', head), 'statuspage-json'));
  assert.deepEqual(explanation, { postmortem: { body_draft: 'Text **bold**.\n\nMore \\<b>.' } });
  const call = async (more: string): Promise<unknown> =>
    JSON.parse(await made(part('Text.', `${head}${more}\n`), 'statuspage-json'));
  const incident = (status: string, body = 'Text.'): unknown => ({
    incident: { name: 'Checkout is "down"', status, body },
  });
  assert.deepEqual(await call('message: first-notice'), incident('investigating'));
  assert.deepEqual(await call('message: update'), incident('identified'));
  assert.deepEqual(await call('message: all-clear'), incident('resolved'));
  const monitoring = (await call('message: update\nmitigated: 2025-10-14 11:05')) as { incident: { status: string } };
  assert.equal(monitoring.incident.status, 'monitoring');
});

test('a table in a footnote does not get lost in Word', async () => {
  const text = part('Text.[^1]\n\n[^1]: See\n\n    | Step | Day |\n    | - | - |\n    | cellwords | today |');
  const result = await exportCustomer(createLinter().analyze(text).postmortem, 'docx', { now: 0 });
  assert.ok(result.ok);
  assert.match((await readBack('docx', result.content)).text, /Step: cellwords; Day: today/);
});

test('what a target lacks is said before the export, and nothing where it lacks nothing', async () => {
  const long = `${'Words and more words. '.repeat(700)}\n\n`;
  const parts = {
    heading: '### What we did\n\n',
    table: '| a | b |\n| - | - |\n| c | d |\n\n',
    image: '![A graph](a.png)\n\n',
    long,
  };
  const expected: Readonly<Record<string, Readonly<Partial<Record<FormatId, RegExp>>>>> = {
    // A heading as a bold line loses nothing: the list of formats says it, nobody is asked.
    heading: {},
    table: { slack: /no tables/, statuspage: /no tables/, 'statuspage-json': /no tables/ },
    image: Object.fromEntries(
      (['md', 'statuspage', 'statuspage-json', 'txt', 'slack', 'call-notes'] as const).map((id) => [
        id,
        /Images are left out/,
      ]),
    ),
    long: {
      slack: /12000 in one message/,
      statuspage: /5000/,
      'statuspage-json': /5000/,
      'call-notes': /more than one page/,
    },
  };
  for (const [part, body] of Object.entries(parts)) {
    const { postmortem } = createLinter().analyze(
      `---\ntype: postmortem\ntitle: Late\n---\n\n## For customers\n\nText.\n\n${body}`,
    );
    for (const { id } of formats) {
      const result = await exportCustomer(postmortem, id, { now: 0 });
      assert.ok(result.ok);
      const said = result.warnings.map(({ say }) => say.en).join('\n');
      const wanted = expected[part]?.[id];
      if (wanted) assert.match(said, wanted, `${id}, ${part}`);
      else assert.equal(said, '', `${id}, ${part}`);
    }
  }
});
