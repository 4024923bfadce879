import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffBlocks } from '../../../src/extension/preview/block-diff.js';
import type { Block } from '../../../src/protocol/preview.js';

const blocks = (...htmls: string[]): Block[] => htmls.map((html, index) => ({ html, line: index * 2, end: index * 2 }));

function applied(before: readonly Block[], next: readonly Block[]): Block[] {
  const { splice, lines } = diffBlocks(before, next);
  const result = [...before];
  if (splice) result.splice(splice.at, splice.remove, ...splice.blocks);
  return lines
    ? result.map(({ html }, index) => ({ html, line: lines[index * 2] ?? -1, end: lines[index * 2 + 1] ?? -1 }))
    : result;
}

test('nothing is sent when nothing changed', () => {
  assert.deepEqual(diffBlocks(blocks('a', 'b'), blocks('a', 'b')), { splice: null, lines: null });
});

test('only the changed block is sent', () => {
  const { splice, lines } = diffBlocks(blocks('a', 'b', 'c'), blocks('a', 'B', 'c'));
  assert.deepEqual(splice, { at: 1, remove: 1, blocks: [{ html: 'B', line: 2, end: 2 }] });
  assert.equal(lines, null);
});

test('blocks that only moved get new lines, not new content', () => {
  const before = blocks('a', 'b');
  const next = before.map((block) => ({ ...block, line: block.line + 3, end: block.end + 3 }));
  assert.deepEqual(diffBlocks(before, next), { splice: null, lines: [3, 3, 5, 5] });
});

test('a block that is repeated is not lost', () => {
  assert.deepEqual(applied(blocks('a', 'a'), blocks('a', 'a', 'a')), blocks('a', 'a', 'a'));
});

test('applied to what was, it gives what is', () => {
  const documents = fc.array(
    fc.record({ html: fc.constantFrom('a', 'b', 'c'), line: fc.nat(9), end: fc.nat(9) }, { noNullPrototype: true }),
    {
      maxLength: 8,
    },
  );
  fc.assert(fc.property(documents, documents, (before, next) => assert.deepEqual(applied(before, next), next)));
});
