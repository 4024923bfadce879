import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = 'src/extension/preview';
const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('media/l10n/bundle.l10n.zh-cn.json', 'utf8'));

/** Every text that the preview says, as it stands in the source. */
const said = [...readdirSync(folder).map((name) => `${folder}/${name}`), 'src/extension/image-files.ts'].flatMap(
  (file) =>
    [...readFileSync(file, 'utf8').matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
      ([, single, double]) => (single ?? double ?? '').replace(/\\'/g, "'"),
    ),
);

test('whatever the preview says, it says in Chinese too, with the same blanks', () => {
  assert.ok(said.length > 50);
  for (const text of said) {
    assert.ok(bundle[text], `no translation: ${text}`);
    const blanks = (of: string) => [...new Set(of.match(/\{\d\}/g) ?? [])].sort();
    assert.deepEqual(blanks(bundle[text] ?? ''), blanks(text), text);
  }
});
