import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAtTop, scrollMap, topOfLine } from '../../../src/webview/scroll-map.js';

const map = scrollMap(
  [
    { line: 10, top: 20 },
    { line: 14, top: 120 },
    { line: 40, top: 160 },
  ],
  { line: 44, top: 260 },
);

test('a line with a block of its own is at its top', () => {
  assert.equal(topOfLine(map, 14), 120);
  assert.equal(lineAtTop(map, 120), 14);
});

test('lines inside a block lie in proportion', () => {
  assert.equal(topOfLine(map, 12), 70);
  assert.equal(lineAtTop(map, 70), 12);
});

test('lines that customers never see lie between their neighbours', () => {
  assert.equal(topOfLine(map, 27), 140);
});

test('before the first block is the top; after the last is the end', () => {
  assert.equal(topOfLine(map, 3), 0);
  assert.equal(topOfLine(map, 99), 260);
  assert.equal(lineAtTop(map, 0), 10);
  assert.equal(lineAtTop(map, 9999), 44);
});

test('there and back again is the same line, and both ways ascend', () => {
  let last = 0;
  for (let line = 10; line <= 44; line += 0.5) {
    const top = topOfLine(map, line);
    assert.ok(top >= last);
    last = top;
    assert.ok(Math.abs((lineAtTop(map, top) ?? 0) - line) < 1e-9);
  }
});

test('an anchor that stands higher than an earlier line, as footnotes may, does not turn the map back', () => {
  const odd = scrollMap(
    [
      { line: 5, top: 100 },
      { line: 7, top: 20 },
      { line: 9, top: 200 },
      { line: 5, top: 110 },
    ],
    { line: 12, top: 300 },
  );
  assert.deepEqual(
    odd.map(({ line }) => line),
    [5, 9, 12],
  );
});

test('an empty page has no lines', () => {
  const empty = scrollMap([], { line: 3, top: 10 });
  assert.equal(topOfLine(empty, 2), 0);
  assert.equal(lineAtTop(empty, 2), undefined);
});
