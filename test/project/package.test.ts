import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { listZip, type ZipEntry } from './zip.js';

const LARGEST = 2 * 1024 * 1024;

/** What vsce makes itself, or renames: its own two files, and LICENSE, README and CHANGELOG in its own spelling. */
const RENAMED: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE.txt',
  'README.md': 'readme.md',
  'CHANGELOG.md': 'changelog.md',
};

/** The files that `.vscodeignore` names, found on disk: `!name`, `!folder/*`, `!folder/**`, `!name*.ending`. */
function namedFiles(): string[] {
  const patterns = readFileSync('.vscodeignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1).trim());
  return patterns.flatMap((pattern) => {
    if (!pattern.includes('*')) return existsSync(pattern) ? [pattern] : [];
    const folder = pattern.slice(0, pattern.indexOf('*')).replace(/[^/]*$/, '') || '.';
    if (!existsSync(folder)) return [];
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
    const wanted = new RegExp(`^${source}$`);
    return readdirSync(folder, { recursive: folder !== '.' })
      .map((name) => path.posix.join(folder, String(name).split(path.sep).join('/')))
      .filter((name) => wanted.test(name) && statSync(name).isFile());
  });
}

describe('the .vsix', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'candor-package-'));
  const vsix = path.join(folder, 'candor.vsix');
  let entries: ZipEntry[] = [];

  before(() => {
    execFileSync(process.execPath, ['test/package.mjs', '--out', vsix], { stdio: ['ignore', 'ignore', 'inherit'] });
    entries = listZip(readFileSync(vsix));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds exactly what .vscodeignore names', () => {
    const expected = namedFiles().map((name) => `extension/${RENAMED[name] ?? name}`);
    expected.push('[Content_Types].xml', 'extension.vsixmanifest');
    assert.deepEqual(entries.map(({ name }) => name).sort(), [...new Set(expected)].sort());
  });

  it('holds the manifest, the licence and what runs', () => {
    const names = new Set(entries.map(({ name }) => name));
    for (const name of ['package.json', 'LICENSE.txt', 'dist/extension.js', 'dist/extension.web.js', 'dist/webview.js'])
      assert.ok(names.has(`extension/${name}`), `${name} is missing`);
  });

  it('holds every file that the manifest names', () => {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'), (key, value: unknown) =>
      // What Node reads for the library is no part of the extension.
      key === 'exports' ? undefined : value,
    );
    const named = [...JSON.stringify(manifest).matchAll(/"\.\/([^"]+)"/g)].map(([, name = '']) => name);
    assert.ok(named.includes('dist/extension.js'));
    const names = entries.map(({ name }) => name);
    const missing = named.filter(
      (name) => existsSync(name) && !names.some((entry) => `${entry}/`.startsWith(`extension/${name}/`)),
    );
    assert.deepEqual(missing, []);
  });

  it('holds no source, test, map, dependency, screenshot or dotfile', () => {
    const strays = entries
      .map(({ name }) => name)
      .filter((name) =>
        /\.(map|ts|tsx|mts|mjs|tsbuildinfo)$|\/(src|test|node_modules|screenshots)\/|\/\.|tsconfig|package-lock|dist\/(cli|index|test|tools|types)/.test(
          name,
        ),
      );
    assert.deepEqual(strays, []);
  });

  it('is below 2 MB', () => {
    assert.ok(statSync(vsix).size < LARGEST, `${statSync(vsix).size} bytes`);
  });
});
