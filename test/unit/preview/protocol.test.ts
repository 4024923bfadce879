import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHostMessage, readPageMessage, readPageState } from '../../../src/protocol/preview.js';

const source = 'file:///a.md';

test('whole messages of the page pass', () => {
  for (const message of [
    { type: 'ready', source: '' },
    { type: 'reveal', source, line: 3 },
    { type: 'scrolled', source, line: 3.25 },
    { type: 'link', source, href: 'https://example.com' },
    { type: 'copy', source },
    { type: 'export', source },
    { type: 'repair', source },
  ])
    assert.deepEqual(readPageMessage(message), message);
});

test('everything else from the page is dropped', () => {
  for (const message of [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'ready' },
    { type: 'ready', source: 7 },
    { type: 'run', source },
    { type: 'reveal', source, line: -1 },
    { type: 'reveal', source, line: 1.5 },
    { type: 'reveal', source, line: Number.NaN },
    { type: 'scrolled', source, line: Number.POSITIVE_INFINITY },
    { type: 'scrolled', source, line: '3' },
    { type: 'link', source, href: 'x'.repeat(2049) },
    { type: 'link', source, href: { toString: () => 'https://example.com' } },
    Object.create({ type: 'copy', source }),
  ])
    assert.equal(readPageMessage(message), undefined, JSON.stringify(message));
});

test('a message for the page must be whole, to its innermost field', () => {
  const about = {
    language: 'en',
    head: { state: 'ready', label: '', reasons: [], figures: [] },
    notice: null,
    marks: [],
  };
  const show = { type: 'show', source, version: 1, blocks: [{ line: 0, end: 1, html: '<p>a</p>' }], about };
  assert.deepEqual(readHostMessage(show), show);
  assert.equal(readHostMessage({ ...show, blocks: [{ line: 0, end: 1 }] }), undefined);
  assert.equal(readHostMessage({ ...show, about: { ...about, head: { ...about.head, state: 'sent' } } }), undefined);
  assert.equal(readHostMessage({ ...show, version: '1' }), undefined);
});

test('a stored state is read only when it is one', () => {
  const state = { source, locked: true, line: 2.5, page: false, findings: true };
  assert.deepEqual(readPageState(state), state);
  for (const wrong of [undefined, 'x', { ...state, line: -1 }, { ...state, source: null }, { source }])
    assert.equal(readPageState(wrong), undefined);
});
