import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { requireCompiled } from '../../src/desktop/compiled.js';

test('code is required with what the engine kept of it, never with that of another source', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'candor-compiled-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'code.cjs');
  const cache = path.join(folder, 'a', 'cache');
  const write = (value: number, seconds: number): void => {
    writeFileSync(file, `const path = require('path');\nexports.value = () => path.basename(__filename) + ${value};\n`);
    utimesSync(file, seconds, seconds);
  };
  const load = (): string => (requireCompiled(file, cache, 0) as { value(): string }).value();
  const kept = (): string => {
    const names = readdirSync(cache);
    assert.equal(names.length, 1, names.join());
    return path.join(cache, names[0] ?? '');
  };

  write(1, 1_000);
  assert.equal(load(), 'code.cjs1');
  await wait(100);
  const first = readFileSync(kept());
  assert.equal(load(), 'code.cjs1', 'from what was kept');
  await wait(100);
  assert.deepEqual(readFileSync(kept()), first, 'what was taken is not written again');

  const damaged = Buffer.from(first);
  damaged.fill(7, damaged.length - 40);
  writeFileSync(kept(), damaged);
  assert.equal(load(), 'code.cjs1', 'damaged');
  await wait(100);
  assert.notDeepEqual(readFileSync(kept()), damaged, 'and written anew');

  const before = kept();
  write(2, 2_000);
  assert.equal(load(), 'code.cjs2', 'of the same length');
  await wait(100);
  assert.notEqual(kept(), before, 'the old one is gone');

  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'no folder');
  assert.equal(load(), 'code.cjs2', 'where nothing can be kept');
  await wait(100);
});
