import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

const cli = path.resolve('dist/cli.js');
const count = 60;

/** As many files as workers check, and a configuration with a slip in it. */
describe('the command line on many files', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'candor-many-'));
    writeFileSync(path.join(folder, '.candor.yml'), 'rules:\n  no-such-rule: off\n');
    mkdirSync(path.join(folder, 'reports'));
    for (let at = 0; at < count; at++) {
      const text = at % 2 === 0 ? 'The parcels arrived on time.\n' : 'The outage was caused by human error.\n';
      writeFileSync(path.join(folder, 'reports', `report-${String(at).padStart(2, '0')}.md`), text);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const check = (
    ...args: string[]
  ): { code: number | null; files: { path: string; findings: unknown[] }[]; err: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'check', '--audience', 'customer', '--format', 'json', ...args, '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    return { code: status, files: JSON.parse(stdout).files, err: stderr };
  };
  const problems = (err: string): number => err.split('no-such-rule').length - 1;

  it('reports them in their order, each once', () => {
    const { code, files } = check();
    assert.equal(code, 1);
    assert.equal(files.length, count);
    assert.deepEqual(
      files.map((file) => file.path),
      files.map((file) => file.path).sort(),
    );
    assert.deepEqual(
      files.map(({ findings }) => findings.length > 0),
      files.map((_, at) => at % 2 === 1),
    );
  });

  it('tells once what is wrong in the configuration', () => {
    assert.equal(problems(check().err), 1);
  });

  it('says the same from a cache, the configuration included', () => {
    const first = check('--cache');
    const again = check('--cache');
    assert.deepEqual(again.files, first.files);
    assert.equal(problems(again.err), 1);
  });

  it('is bundled as ASCII, which an engine keeps in half the memory', () => {
    for (const name of ['cli.js', 'cli-engine.js']) {
      assert.doesNotMatch(readFileSync(path.resolve('dist', name), 'utf8'), /[\u0080-\uffff]/, name);
    }
  });

  it('checks a single file without workers to the same end', () => {
    const one = spawnSync(
      process.execPath,
      [cli, 'check', '--audience', 'customer', '--format', 'json', path.join('reports', 'report-01.md')],
      { cwd: folder, encoding: 'utf8' },
    );
    const many = check().files.find((file) => file.path.endsWith('report-01.md'));
    assert.deepEqual(JSON.parse(one.stdout).files[0].findings, many?.findings);
  });
});
