import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, toldOf } from '../../../src/extension/preview/about-change.js';
import { type About, readHostMessage } from '../../../src/protocol/preview.js';

const about: About = {
  language: 'en',
  head: {
    state: 'attention',
    label: 'Not ready: 1 warning',
    reasons: [{ text: 'Say how many.', line: 4, severity: 'warning' }],
    figures: [{ text: '412 words', explanation: '' }],
  },
  notice: null,
  marks: [{ block: 1, text: 'some', nth: 0, severity: 'warning', message: 'Say how many.', line: 4 }],
};

test('nothing is said again where nothing changed', () => {
  assert.equal(changeOf(toldOf(about), toldOf(structuredClone(about))), null);
});

test('another word changes the figures, and the long lists stay where they are', () => {
  const next = { ...about, head: { ...about.head, figures: [{ text: '413 words', explanation: '' }] } };
  const change = changeOf(toldOf(about), toldOf(next));
  assert.deepEqual(change, { ...next, head: { ...next.head, reasons: null }, marks: null });
  const update = {
    type: 'update',
    source: 'file:///a.md',
    version: 2,
    base: 1,
    splice: null,
    lines: null,
    about: change,
  };
  assert.deepEqual(readHostMessage(update), update);
});

test('lists that changed are sent, also when they are empty now', () => {
  const next = { ...about, head: { ...about.head, reasons: [] }, marks: [] };
  const change = changeOf(toldOf(about), toldOf(next));
  assert.deepEqual(change?.head.reasons, []);
  assert.deepEqual(change?.marks, []);
});
