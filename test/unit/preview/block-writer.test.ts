import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockWriter, createLinter, customerView, exportCustomer } from '../../../src/core/index.js';

function writing() {
  const linter = createLinter();
  const writer = new BlockWriter();
  return (text: string) => writer.write(customerView(linter.analyze(text, { audience: 'customer' }).postmortem));
}

const plain = (html: string): string => html.replace(/ data-line="\d+"/g, '');

test('a block that did not change is the same string; the one that did is another', () => {
  const write = writing();
  const before = write('# One\n\nFirst words here.\n\n## Two\n\nSecond words here.\n');
  const after = write('# One\n\nFirst words here.\n\n## Two\n\nSecond words there.\n');
  assert.deepEqual(
    after.map(({ html }, index) => html === before[index]?.html),
    [true, true, true, false],
  );
});

test('blocks know their place in the source, also when something was put in above', () => {
  const write = writing();
  const text = '---\ntitle: T\n---\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n';
  for (const source of [text, text.replace('First.', 'First.\n\nMore of it.')])
    for (const { html, start, end } of write(source).slice(1))
      assert.ok(html.includes(source.slice(start, end).replace(/^#+ /, '')), `${html} at ${start}`);
});

test('inner lines count from the first line of their block', () => {
  const [, list] = writing()('# T\n\n- one\n- two\n\n  more\n- three\n');
  const lines = [...(list?.html ?? '').matchAll(/data-line="(\d+)"/g)].map(([, line]) => Number(line));
  assert.deepEqual([...new Set(lines)], [1, 3, 4]);
});

test('blocks together say what the export says', async () => {
  const text = [
    '# Title',
    'Text with *emphasis*, `code`, and a [link](https://status.example "secret").',
    '- a\n- b\n  1. c\n  2. d',
    '| A | B |\n| - | -: |\n| 1 | 2 |',
    '> quote',
    '```sh secret\ncode\n```',
    'First note.[^a] Second.[^b]',
    'First again.[^a] :internal[secret]',
    '[^a]: Note a.',
    '[^b]: Note b.',
  ].join('\n\n');
  const { postmortem } = createLinter().analyze(text, { audience: 'customer' });
  const blocks = new BlockWriter().write(customerView(postmortem)).map(({ html }) => plain(html));
  const whole = await exportCustomer(postmortem, 'html', { now: 0 });
  assert.ok(whole.ok);
  const main = /<main>(.*)<\/main>/s.exec(String(whole.content))?.[1] ?? '';
  const flat = (html: string) => html.replace(/\n/g, '');
  assert.equal(flat(blocks.join('')), flat(main));
  assert.doesNotMatch(blocks.join(''), /secret/);
});

test('a refused document gives no block at all', () => {
  assert.deepEqual(writing()('# T\n\nPublic.\n\n::: internal\n\nsecret\n\n:::\n'), []);
});

test('an image is left for the host to read, a remote one is named and left out', () => {
  const html = writing()('# T\n\n![Chart](img/a%20b.png) ![Far](https://far.example/x.png)\n')
    .map((block) => block.html)
    .join('');
  assert.match(html, /<img alt="Chart" data-image="img\/a%20b.png">/);
  assert.match(html, /\[Image: Far\]/);
  assert.doesNotMatch(html, /src=|far\.example/);
});
