import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter, rules } from '../../src/core/index.js';
import { phraseLists } from '../../src/core/phrases/lists.js';

/** Takes `[[ ]]` out of an example and says where the marked part was. */
function unmark(example: string): { text: string; marked: string | undefined } {
  const parts = /^([\s\S]*?)\[\[([\s\S]*?)\]\](?!\])([\s\S]*)$/.exec(example);
  if (!parts) return { text: example, marked: undefined };
  const [, before = '', marked = '', after = ''] = parts;
  return { text: before + marked + after, marked };
}

for (const rule of rules) {
  test(`${rule.id}: its examples`, () => {
    for (const example of rule.examples.bad) {
      const { text, marked } = unmark(example);
      const found = createLinter({ now: Date.UTC(2026, 0, 1) })
        .check(text, { audience: rule.examples.audience ?? 'customer' })
        .filter((finding) => finding.rule === rule.id);
      assert.ok(found.length > 0, `not marked: ${text}`);
      if (marked !== undefined)
        assert.ok(
          found.some((finding) => finding.text === marked),
          `${text}: marked “${found.map((f) => f.text).join('”, “')}”, not “${marked}”`,
        );
    }
    for (const text of rule.examples.good) {
      const found = createLinter({ now: Date.UTC(2026, 0, 1) })
        .check(text, { audience: rule.examples.audience ?? 'customer' })
        .filter((finding) => finding.rule === rule.id);
      assert.deepEqual(
        found.map((finding) => finding.text),
        [],
        `marked: ${text}`,
      );
    }
  });
}

for (const list of [...phraseLists('en'), ...phraseLists('zh')]) {
  test(`${list.language}/${list.rule}: the examples of its entries`, () => {
    const wrong: string[] = [];
    for (const entry of list.entries) {
      const marks = (text: string): string[] =>
        createLinter()
          .check(text, { audience: 'customer' })
          .filter((finding) => finding.rule === list.rule)
          .map((finding) => finding.text);
      for (const text of entry.bad ?? [])
        if (marks(text).length === 0) wrong.push(`not marked (${entry.match[0]}): ${text}`);
      for (const text of entry.good ?? [])
        if (marks(text).length > 0) wrong.push(`marked “${marks(text)[0]}” (${entry.match[0]}): ${text}`);
    }
    assert.deepEqual(wrong, []);
  });
}

test('a word that says nothing can go, and nothing is named in its place', () => {
  const [finding] = createLinter().check('The aforementioned big orders are complete.', { audience: 'customer' });
  assert.match(finding?.message ?? '', /“aforementioned” can go/);
});
