import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { build } from 'esbuild';

/** What a folder of `src` may import: folders of `src`, and whether packages that need Node or the editor. */
const layers: Record<
  string,
  { readonly may: readonly string[]; readonly doors?: Readonly<Record<string, readonly string[]>> }
> = {
  data: { may: [] },
  core: { may: ['core', 'data'] },
  protocol: { may: ['protocol'] },
  webview: { may: ['webview', 'protocol'] },
  desktop: { may: ['desktop', 'core'] },
  extension: { may: ['extension', 'core', 'protocol', 'data'] },
  cli: { may: ['cli', 'core', 'desktop'] },
  tools: { may: ['tools', 'core', 'data'] },
};

/** The files of the extension that the web never gets, and what each takes from what needs Node. */
const ports: Readonly<Record<string, string>> = {
  'extension/pdf/desktop.ts': 'desktop/index.js',
  'extension/load/desktop.ts': 'desktop/compiled.js',
};

/** The doors to core: all of it, what finds, and the light one for every Markdown file. */
const doors = ['core/index.js', 'core/check.js', 'core/recognise.js'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts'));

const importsOf = (file: string): string[] =>
  Array.from(
    readFileSync(path.join('src', file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'|^import '([^']+)'/gm),
    (match) => match[1] ?? match[2] ?? '',
  );

for (const file of sources) {
  test(`${file} imports what its layer may`, () => {
    const layer = file.split('/')[0] ?? '';
    const rules = layers[layer];
    assert.ok(rules, `src/${layer} is no known layer`);
    for (const name of importsOf(file)) {
      if (name === 'vscode') assert.equal(layer, 'extension', 'only src/extension imports vscode');
      if (name.startsWith('node:'))
        assert.ok(['cli', 'desktop', 'tools'].includes(layer), `${name}: only these run in Node alone`);
      if (!name.startsWith('.')) continue;
      const target = path.posix.join(path.posix.dirname(file), name);
      const other = target.split('/')[0] ?? '';
      if (target.startsWith('..')) {
        assert.match(target, /^\.\.\/(?:package\.json|snippets\/candor\.\w+\.json)$/);
        continue;
      }
      assert.ok(ports[file] === target || rules.may.includes(other), `${name} is in ${other}`);
      if (other === 'core' && layer !== 'core')
        assert.ok(doors.includes(target), `${name}: core is reached through ${doors.join(' or ')}`);
    }
  });
}

test('core runs where there is no Node, no DOM and no editor', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/core/index.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    conditions: ['worker'],
    loader: { '.md': 'text' },
    format: 'iife',
    globalName: 'candor',
    logLevel: 'error',
  });
  const names = [
    'TextDecoder',
    'TextEncoder',
    'Intl',
    'URL',
    'setTimeout',
    'clearTimeout',
    'queueMicrotask',
    'performance',
    'crypto',
  ] as const;
  const bare: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, globalThis[name]]));
  const context = vm.createContext(bare);
  vm.runInContext(`${outputFiles[0]?.text ?? ''}; globalThis.candor = candor;`, context);
  const found = vm.runInContext(
    "candor.createLinter().check('The outage was caused by human error.', { audience: 'customer' })",
    context,
  );
  assert.equal(found[0]?.text, 'human error');
});
