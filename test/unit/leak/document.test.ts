import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter, type Finding } from '../../../src/core/index.js';

const ids = new Set(['internal-detail', 'secret', 'person-named', 'loaded-word']);

function leaks(text: string, whole = false): Finding[] {
  return createLinter()
    .check(text, whole ? { audience: 'customer' } : {})
    .filter(({ rule }) => ids.has(rule));
}
const texts = (text: string): string[] => leaks(text).map((finding) => finding.text);

test('only the customer part is read, and not what is marked as internal there', () => {
  const text = [
    '# Outage',
    '',
    '## Timeline',
    '',
    'db-prod-03 stopped.',
    '',
    '## For customers',
    '',
    'The server web01 stopped.',
    '',
    'We replaced :internal[web02] then.',
    '',
    ':::internal',
    'Ask in #inc-shop-12.',
    ':::',
    '',
  ].join('\n');
  assert.deepEqual(texts(text), ['web01']);
});

test('inline code, code blocks, link targets, images and table cells are read', () => {
  const text = [
    '## For customers',
    '',
    'It was `db-prod-03` again; see [the graph](https://grafana.acme.com/d/1) and ![10.1.2.3](a.png).',
    '',
    '```sh',
    'kubectl get pods',
    '```',
    '',
    '| when | what |',
    '|---|---|',
    '| 14:05 | db-prod-04 stopped |',
    '',
    '> On db-prod-05 too.',
    '',
    '    ssh root@db-prod-06',
    '',
  ].join('\r\n');
  assert.deepEqual(texts(text), [
    'db-prod-03',
    'https://grafana.acme.com/d/1',
    '10.1.2.3',
    'kubectl get pods',
    'db-prod-04',
    'db-prod-05',
    'ssh root@db-prod-06',
  ]);
});

test('a code block full of details is one finding, and its secrets are their own', () => {
  const text = [
    '```',
    'at a.b.C.d(C.java:1)',
    'at a.b.C.e(C.java:2)',
    'at a.b.C.f(C.java:3)',
    'AKIAIOSFODNN7EXAMPLE',
    'at a.b.C.g(C.java:4)',
    '```',
    '',
  ].join('\n');
  const found = leaks(text, true);
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['internal-detail', 'secret'],
  );
  assert.equal(found[0]?.end.line, 6);
});

test('how customers reach us, and the number they know, are free', () => {
  const head = (key: string): string => `---\naudience: customer\n${key}\n---\n\n`;
  assert.deepEqual(
    texts(`${head('contact: jan@acme.example')}Write to jan@acme.example or [Jan](mailto:jan@acme.example).\n`),
    [],
  );
  assert.deepEqual(texts(`${head('contact: help@acme.example')}Write to jan@acme.example.\n`), ['jan@acme.example']);
  assert.deepEqual(
    texts(`${head('contact: https://jira.acme.example/help')}See https://jira.acme.example/help/faq.\n`),
    [],
  );
  assert.deepEqual(texts(`${head('id: INC-2041')}This is about INC-2041, not INC-2042.\n`), ['INC-2042']);
});

test('a loaded word is free where the postmortem establishes it', () => {
  const customer = '## For customers\n\nThere was unauthorised access to 40 accounts.\n';
  assert.deepEqual(texts(customer), ['unauthorised access']);
  assert.deepEqual(texts(`## Root cause\n\nAn attacker used a stolen password.\n\n${customer}`), []);
  assert.deepEqual(texts(`## Root cause\n\nThere was no attacker.\n\n${customer}`), ['unauthorised access']);
  assert.deepEqual(texts(`---\ntitle: Data breach of 3 May\n---\n\n${customer}`), []);
  assert.deepEqual(
    texts(`${customer}\n### What caused it\n\nAn attacker used a password that had been guessed.\n`),
    [],
  );
  assert.deepEqual(texts('## 客户说明\n\n客户资料被盗。\n'), ['资料被盗']);
  assert.deepEqual(texts('## 根本原因\n\n攻击者猜中了口令。\n\n## 客户说明\n\n客户资料被盗。\n'), []);
});

test('the source of a finding reads as its text, and the fix marks just that', () => {
  const text =
    '\uFEFF# x 😀\r\n\r\n> - The *server* db\\-prod\\-03 and web01\r\n>   and &amp; **web02** 数据库ｄｂ-prod-04\r\n';
  for (const finding of leaks(text, true)) {
    assert.equal(text.slice(finding.start.offset, finding.end.offset), finding.text);
    for (const fix of finding.suggestions) assert.equal(fix, `:internal[${finding.text}]`);
  }
  assert.deepEqual(
    leaks(text, true).map((finding) => finding.text),
    ['db\\-prod\\-03', 'web01', 'web02', 'ｄｂ-prod-04'],
  );
});

test('what is marked as internal is marked no more', () => {
  for (const text of [
    'The host db-prod-03 stopped.',
    '数据库db-prod-03宕机。',
    'Our engineer Maria Lopez saw it.',
    '值班工程师张伟误删了数据。',
    'See OPS-4821.',
  ]) {
    const [finding] = leaks(text, true);
    assert.ok(finding?.suggestions[0], text);
    const fixed = text.slice(0, finding.start.offset) + finding.suggestions[0] + text.slice(finding.end.offset);
    assert.deepEqual(leaks(fixed, true), [], fixed);
  }
});
