import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';

const budgets: Record<string, number> = JSON.parse(readFileSync('test/bench/budgets.json', 'utf8')).kilobytes;

for (const [file, budget] of Object.entries(budgets)) {
  test(`${file} keeps to its budget of ${budget} kB`, {
    skip: existsSync(file) ? false : 'not built: run npm run build',
  }, () => {
    const size = Math.round(statSync(file).size / 1000);
    assert.ok(size <= budget, `${size} kB`);
  });
}
