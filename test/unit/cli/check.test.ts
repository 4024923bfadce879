import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Io, runCheck } from '../../../src/cli/run-check.js';
import { UsageError } from '../../../src/cli/usage.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'candor-cli-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function check(args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    version: '0',
  };
  return { code: await runCheck(args, io), out, err };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const place = path.join(folder, name);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, content);
  return place;
}

const flawed = 'The outage was caused by human error.\n';

test('ends with 0 when nothing is found, with 1 when something is', async () => {
  assert.equal((await check([await file('good.md', 'All is well.\n')])).code, 0);
  const { code, out } = await check([await file('flawed.md', flawed)]);
  assert.equal(code, 1);
  assert.match(out, /1:26 {2}warning {2}“human error”/);
});

test('the threshold decides what fails', async () => {
  const place = await file('flawed.md', flawed);
  assert.equal((await check(['--fail-on', 'error', place])).code, 0);
  assert.equal((await check(['--fail-on', 'hint', place])).code, 1);
});

test('JSON is what others hold on to', async () => {
  const place = await file('json.md', `Zuerst 🙂.\n\n${flawed}`);
  const { out } = await check(['--format', 'json', place]);
  const { version, files } = JSON.parse(out);
  assert.equal(version, 1);
  assert.equal(files[0].path, place);
  const [finding] = files[0].findings;
  assert.deepEqual(finding.start, { line: 3, column: 26, offset: 37 });
  assert.deepEqual(finding.end, { line: 3, column: 37, offset: 48 });
  assert.equal(finding.text, 'human error');
  assert.equal(finding.category, 'blame');
});

test('a file that cannot be read is named, and the others are still checked', async () => {
  const places = [
    await file('binary.md', new Uint8Array([1, 0, 2])),
    await file('latin1.md', new Uint8Array([0x61, 0xe9, 0x62])),
    await file('utf16.md', new Uint8Array([0xff, 0xfe, 0x61, 0])),
    await file('huge.md', new Uint8Array(5 * 1024 * 1024 + 1).fill(97)),
    path.join(folder, 'missing.md'),
    await file('flawed.md', flawed),
  ];
  const { code, out, err } = await check(['--format', 'json', ...places]);
  assert.equal(code, 2);
  assert.match(err, /binary\.md is a binary file/);
  assert.match(err, /latin1\.md is not valid UTF-8/);
  assert.match(err, /utf16\.md is UTF-16/);
  assert.match(err, /huge\.md is 5\.0 MB large/);
  assert.match(err, /missing\.md does not exist/);
  assert.equal(JSON.parse(out).files.at(-1).findings.length, 1);
});

test('SARIF and GitHub name place and rule', async () => {
  const place = await file('a%,b.md', flawed);
  const sarif = JSON.parse((await check(['--format', 'sarif', place])).out);
  assert.equal(sarif.version, '2.1.0');
  assert.equal(sarif.runs[0].results[0].ruleId, 'person-as-cause');
  assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.endColumn, 37);
  assert.match(
    (await check(['--format', 'github', place])).out,
    /^::warning file=.*a%25%2Cb\.md,line=1,endLine=1,col=26/,
  );
});

test('the nearest .candor.yml counts; what is wrong in it is said', async () => {
  await file('team/.candor.yml', 'rules:\n  person-as-cause: off\nnonsense: 1\n');
  const place = await file('team/deep/a.md', flawed);
  const { code, err } = await check([place]);
  assert.equal(code, 0);
  assert.match(err, /\.candor\.yml:3:1: The key “nonsense” does not exist/);
});

test('standard input, alone', async () => {
  assert.equal((await check(['-'], flawed)).code, 1);
  await assert.rejects(check(['-', 'a.md']), UsageError);
});

test('a folder stands for the Markdown files below it', async () => {
  await file('tree/a.md', flawed);
  await file('tree/b/c.markdown', flawed);
  await file('tree/node_modules/d.md', flawed);
  const { out } = await check(['--format', 'json', path.join(folder, 'tree')]);
  assert.deepEqual(
    JSON.parse(out).files.map((each: { path: string }) => path.relative(folder, each.path)),
    [path.join('tree', 'a.md'), path.join('tree', 'b', 'c.markdown')],
  );
});

test('wrong options say what they can be', async () => {
  await assert.rejects(check(['--format', 'xml', 'a.md']), /--format is “xml”; it can be pretty, json, sarif, github/);
  await assert.rejects(check([]), UsageError);
});

test('a cache is taken over, and dropped for a file that changed', async () => {
  const place = await file('cached/a.md', flawed);
  const cache = path.join(folder, 'cache.json');
  await check(['--cache-file', cache, place]);
  assert.ok((await stat(cache)).size > 10);
  const kept = JSON.parse(await readFile(cache, 'utf8'));
  kept[place][1].findings[0].message = 'from the cache';
  await writeFile(cache, JSON.stringify(kept));
  assert.match((await check(['--cache-file', cache, place])).out, /from the cache/);
  await writeFile(place, `${flawed}\nMore.\n`);
  assert.doesNotMatch((await check(['--cache-file', cache, place])).out, /from the cache/);
});
