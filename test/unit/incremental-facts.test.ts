import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from '../../src/core/index.js';

const folder = 'test/fixtures/documents';
const documents = readdirSync(folder).filter((name) => /(?:facts|contradictions)[^/]*\.md$/.test(name));

/** So many digits of each document are changed, spread over all of it. */
const most = 30;

test('another digit in a time, a day or a number is compared again as in a first check', () => {
  assert.ok(documents.length > 5);
  let changes = 0;
  for (const name of documents) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const linter = createLinter();
    let before = JSON.stringify(linter.check(text));
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const step = Math.max(1, Math.floor(digits.length / most));
    for (const at of digits.filter((_, index) => index % step === 0)) {
      const edited = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;
      const found = linter.check(edited);
      assert.deepEqual(found, createLinter().check(edited), `${name}: the digit at ${at}`);
      const now = JSON.stringify(found);
      if (now !== before) changes++;
      before = now;
    }
  }
  // Most of these digits are facts: else the test would show nothing.
  assert.ok(changes > 100, `${changes} changes`);
});
