import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInternalLabel } from '../../../src/core/customer/labels.js';
import { asSeen, mayHoldInternal, meansInternal } from '../../../src/core/customer/lookalike.js';
import { isLookalike, mayLookAlike } from '../../../src/core/customer/marker-lines.js';

/** All that one slip makes of a word: a letter left out, doubled, another one, one more, two swapped. */
function* slips(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, rest] = [word.slice(0, at), word.slice(at)];
    yield before + rest.slice(1);
    yield before + rest.charAt(1) + rest.charAt(0) + rest.slice(2);
    for (const letter of 'aeinrltmsvx3-_') {
      yield before + letter + rest;
      yield before + letter + rest.slice(1);
    }
  }
}

test('the cheap look at letters passes over no word that means internal', () => {
  let near = 0;
  for (const once of slips('internal'))
    for (const name of [once, ...slips(once)]) {
      if (/[^\w-]|^\W|^\d/.test(name) || !meansInternal(name, true)) continue;
      near++;
      for (const text of [name, `:::${name} only`, `see:${name}[x]`]) assert.ok(mayHoldInternal(text), text);
      // A name may begin behind a hyphen.
      assert.ok(mayHoldInternal(`copybook-${name}[x]`), name);
    }
  assert.ok(near > 10_000, `${near} words`);
});

test('the cheap look at lines passes over none that looks like a marker', () => {
  const labels = [
    ...['internal', 'Internal only', 'intrenal note', 'For the team', 'to all staff', 'for our engineers only'],
    ...['notes for support', 'Employees only', 'company confidential', 'do not publish', 'Not for customers'],
    ...[
      'remove before sending',
      'off the record',
      'private notes',
      'note to self',
      'FYI reviewers',
      'for internal use',
    ],
    ...['private', 'int', 'confidential', 'team-only', 'everything below is internal', 'this is not for our customers'],
  ];
  const chinese = [
    ...[
      '仅供内部使用',
      '內部備註',
      '给同事的话',
      '給值班',
      '不对客户公开',
      '不對外',
      '发布前删除',
      '對內',
      '严禁外传',
      '機密',
      '只限员工',
    ],
  ];
  const frames = [
    '% x',
    '%: x',
    '**%:** x',
    '[%]',
    '(%: x)',
    ':::%',
    '::: %',
    ':%[x]',
    '> % — x',
    '- %: x',
    '| %: | x |',
  ];
  const more = [
    '!!! note "%"',
    '[!WARNING] %',
    '#%',
    ', @%',
    '{.%}',
    '<% hidden>',
    '%%%',
    '<! -- %',
    '%[x]',
    '??? tip "%"',
  ];
  let looks = 0;
  for (const label of labels)
    for (const frame of [...frames, ...more]) {
      const line = frame.replaceAll('%', label);
      if (!isLookalike(asSeen(line))) continue;
      looks++;
      // Without a sign that asks for it, only words that nobody writes by chance are looked at.
      if (/[:!?]/.test(line)) assert.ok(mayLookAlike(line), line);
    }
  assert.ok(looks > 100, `${looks} lines`);
  for (const label of chinese) {
    assert.ok(isInternalLabel(asSeen(label)), label);
    for (const frame of ['%', '**%**', '%：x', '（%）', '> %: x', '「%」x', '【%】x', '- %——x']) {
      const line = frame.replaceAll('%', label);
      if (isLookalike(asSeen(line))) assert.ok(mayLookAlike(line), line);
    }
  }
  for (const label of labels.slice(0, 17)) assert.ok(isInternalLabel(asSeen(label)), label);
});
