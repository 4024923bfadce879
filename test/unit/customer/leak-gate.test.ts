import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { RootContent } from 'mdast';
import { findLeaks } from '../../../src/core/customer/leak-gate.js';
import { readBack } from '../../../src/core/export/read-back.js';
import {
  type CustomerView,
  checkImage,
  createLinter,
  customerView,
  exportCustomer,
  formats,
} from '../../../src/core/index.js';

const source = `---
type: postmortem
title: Checkout unavailable
id: INC-2291
timezone: Europe/Berlin
began: 2025-10-14 09:42
resolved: 2025-10-14 11:38
---

# Checkout unavailable

The host pay-gw-02.prod.corp of Halden Bikes dropped every second request that came from the north.
备库的复制线程从上周开始就一直落后于主库。 <!-- ask mara.lindqvist@tidewater.example -->

## For customers

On 14 October, you could not pay. :internal[The bundle had not been touched since 2022.] Write to help@tidewater.example.

[Status](https://status.tidewater.example/2291 "supersecretwikipage")
`;
const postmortem = createLinter().analyze(source).postmortem;
const leaks = (text: string): string[] =>
  findLeaks(postmortem, { text, raw: '' }).map(({ at }) => source.slice(at.start, at.end));

test('the leak gate names what stands only in internal places', () => {
  assert.deepEqual(leaks('See pay-gw-02.prod.corp for more.'), ['pay-gw-02.prod.corp']);
  assert.deepEqual(leaks('Ticket INC-2291.'), ['INC-2291']);
  assert.deepEqual(leaks('Ask Mara.Lindqvist@tidewater.example'), ['mara.lindqvist@tidewater.example']);
  assert.deepEqual(leaks('supersecretwikipage'), ['supersecretwikipage']);
  assert.equal(leaks('dropped *every* second request that came').length, 1);
  assert.equal(leaks('the bundle had not been touched').length, 1);
  assert.equal(leaks('注意：复制线程从上周开始就一直。').length, 1);
});

test('the leak gate lets pass what customers may read', () => {
  assert.deepEqual(
    leaks('On 14 October, you could not pay. Write to help@tidewater.example. Checkout unavailable'),
    [],
  );
  assert.deepEqual(leaks('https://status.tidewater.example/2291'), []);
  assert.deepEqual(leaks('dropped every second request'), []);
  assert.deepEqual(leaks('复制线程从上周'), []);
});

test('the leak gate reads every format back', async () => {
  for (const { id } of formats) {
    const result = await exportCustomer(postmortem, id, { now: 0 });
    assert.ok(result.ok, `${id}: ${result.ok ? '' : result.refusals[0]?.say.en}`);
    const { text } = await readBack(id, result.content);
    assert.match(text.replace(/\s+/g, ' '), /you could not pay/, id);
    assert.match(text, /help@tidewater\.example/, id);
  }
});

test('the leak gate sees a leak in attributes, entities and mail parts', async () => {
  const found = async (id: 'html' | 'eml' | 'statuspage-json', text: string): Promise<number> =>
    findLeaks(postmortem, await readBack(id, text)).length;
  assert.equal(await found('html', '<p title="pay-gw-02.prod.corp">x</p>'), 1);
  assert.equal(await found('html', '<p>pay&#45;gw-02.prod.corp</p>'), 1);
  assert.equal(await found('html', '<style>a{content:"pay-gw-02.prod.corp"}</style>'), 1);
  const body = Buffer.from('see pay-gw-02.prod.corp').toString('base64');
  assert.equal(await found('eml', `Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`), 1);
  const subject = `=?utf-8?B?${Buffer.from('INC-2291').toString('base64')}?=`;
  assert.equal(await found('statuspage-json', JSON.stringify({ a: { b: 'see pay-gw-02\\.prod.corp\n' } })), 1);
  assert.equal(await found('eml', `Subject: ${subject}\r\n\r\nx`), 1);
});

test('the leak gate is fast on a long document', () => {
  const words = Array.from(
    { length: 2000 },
    (_, at) => `word${at % 500} means something else again today, number ${at * 7}.`,
  );
  const long = `# Internal\n\n${words.slice(0, 1000).join(' ')}\n\n# For customers\n\n${words
    .slice(1000)
    .map((line) => line.toUpperCase())
    .join('\n\n')}\n`;
  const document = createLinter().analyze(long).postmortem;
  const started = performance.now();
  findLeaks(document, { text: long.slice(long.indexOf('# For')), raw: '' });
  const spent = performance.now() - started;
  assert.ok(spent < 500, `${spent} ms`);
});

test('whichever format a filter fails for, the leak gate refuses what comes out', async () => {
  const checked = checkImage(readFileSync('test/fixtures/export/graph.png'));
  assert.ok(checked.ok);
  const view = customerView(postmortem);
  const secret = 'pay-gw-02.prod.corp';
  const text = { type: 'text' as const, value: secret };
  const words = { type: 'text' as const, value: 'Halden Bikes dropped every second request that came from the north.' };
  const failed: Readonly<Record<string, Partial<CustomerView>>> = {
    title: { title: `Trouble with ${secret}` },
    words: added([{ type: 'paragraph', children: [words] }]),
    link: added([
      {
        type: 'paragraph',
        children: [{ type: 'link', url: `https://${secret}/x`, children: [{ type: 'text', value: 'x' }] }],
      },
    ]),
    cell: added([
      { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text] }] }] },
    ]),
    note: added([
      { type: 'paragraph', children: [{ type: 'footnoteReference', identifier: '1' }] },
      { type: 'footnoteDefinition', identifier: '1', children: [{ type: 'paragraph', children: [text] }] },
    ]),
    'image text': added([{ type: 'paragraph', children: [{ type: 'image', url: 'a.png', alt: `${secret} graph` }] }]),
  };
  function added(nodes: RootContent[]): Partial<CustomerView> {
    const children = [...view.root.children, ...nodes];
    return { root: { type: 'root', children }, origins: children.map(() => ({ offset: 0, line: 0 })) };
  }
  for (const format of formats) {
    for (const [where, change] of Object.entries(failed)) {
      // The title is a field of its own on a status page.
      if (where === 'title' && format.id.startsWith('statuspage')) continue;
      const content = await format.render(
        { ...view, ...change },
        { now: 0, images: new Map([['a.png', checked.image]]) },
      );
      const found = findLeaks(postmortem, await readBack(format.id, content));
      const back = await readBack(format.id, content);
      // Pages and mails look at every address again when they are written, and leave such a one out.
      const isLeftOut = where === 'link' && !`${back.text}${back.raw}`.includes(secret);
      assert.ok(found.length > 0 || isLeftOut, `${format.id}: a leak in a ${where} is not seen`);
    }
    const honest = await format.render(view, { now: 0 });
    assert.deepEqual(findLeaks(postmortem, await readBack(format.id, honest)), [], format.id);
  }
});
