import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Io } from '../../../src/cli/run-check.js';
import { runNew } from '../../../src/cli/run-new.js';
import { UsageError } from '../../../src/cli/usage.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'candor-new-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    stdin: (async function* () {})(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    version: '0',
  };
  return { code: await runNew(args, io), out, err };
}

test('writes a postmortem to standard output', async () => {
  const { code, out } = await run(
    '--title',
    'Invoices',
    '--began',
    '2026-03-03 14:05',
    '--zone',
    'UTC',
    '--author',
    'A',
  );
  assert.equal(code, 0);
  assert.match(out, /^---\ntype: postmortem\ntitle: "Invoices"\n/);
  assert.match(out, /\nbegan: 2026-03-03 14:05 \+00:00\n/);
});

test('writes a file, and never over one that is there', async () => {
  const file = path.join(folder, 'a.md');
  assert.equal((await run('--template', 'first-notice', '--language', 'zh', '-o', file)).code, 0);
  const text = await readFile(file, 'utf8');
  assert.match(text, /\nlanguage: zh\n/);
  const again = await run('-o', file);
  assert.equal(again.code, 2);
  assert.match(again.err, /there already/);
  assert.equal(await readFile(file, 'utf8'), text);
});

test('says what is wrong with the command line', async () => {
  for (const args of [['--template', 'nope'], ['--began', 'soon'], ['--zone', 'Mars'], ['--language', 'xx'], ['Title']])
    await assert.rejects(run(...args), UsageError, args.join(' '));
});

test('writes one in the Chinese of Taiwan, whatever its tag', async () => {
  for (const tag of ['zh-TW', 'zh-Hant', 'zh_tw']) {
    const { code, out } = await run('--language', tag, '--template', 'first-notice', '--author', 'A');
    assert.equal(code, 0);
    assert.match(out, /\nlanguage: zh-TW\n/);
    assert.match(out, /我們的【數量】位客戶無法【做什麼】/);
  }
  await assert.rejects(run('--language', 'fr'), /--language is “fr”; it can be en, zh, zh-TW/);
});
