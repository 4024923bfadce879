import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from '../../src/core/index.js';

const one = `---
type: postmortem
began: 2026-03-03 14:05 +00:00
resolved: 2026-03-03 16:40 +00:00
timezone: UTC
---

# Parcels late

## Customer explanation

### What happened

Once more: the first scans bounced at twenty past eleven UTC.
`;
const notes = (count: number): string => Array.from({ length: count }, (_, at) => `\n## Notes ${at}\n`).join('');
const marked = (findings: readonly { readonly rule: string; readonly text: string }[]): string[] =>
  findings.filter(({ rule }) => rule === 'contradicting-facts').map(({ text }) => text);

test('whole sentences are held against each other in one postmortem, and not in a file of many', () => {
  assert.deepEqual(marked(createLinter().check(one)), ['twenty past eleven']);
  assert.deepEqual(marked(createLinter().check(one + notes(57))), ['twenty past eleven']);
  assert.deepEqual(marked(createLinter().check(one + notes(58))), []);
});

test('a heading more or less is told by a linter that knows the document as by a new one', () => {
  const linter = createLinter();
  for (const count of [57, 58, 57, 60, 0]) {
    const text = one + notes(count);
    assert.deepEqual(linter.check(text), createLinter().check(text), `${count}`);
  }
});
