import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { getL10nJson } from '@vscode/l10n-dev';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const translations = ['zh-cn', 'zh-tw'];

/** The places for values in a text, sorted. */
const holes = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

/** Every `%key%` of the manifest. */
function manifestKeys(value: unknown): string[] {
  if (typeof value === 'string') return /^%[^%\s]+%$/.test(value) ? [value.slice(1, -1)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(manifestKeys) : [];
}

describe('the words of the interface', () => {
  let used: string[] = [];
  before(async () => {
    const files = readdirSync('src/extension', { recursive: true })
      .map((name) => path.join('src/extension', String(name)))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ extension: '.ts' as const, contents: readFileSync(name, 'utf8') }));
    used = Object.keys(await getL10nJson(files));
  });

  it('are all found in the source', () => {
    assert.ok(used.length > 50, `only ${used.length} texts were found`);
  });

  for (const language of translations) {
    it(`have a ${language} text each, and none is left from before`, () => {
      const texts = read(`media/l10n/bundle.l10n.${language}.json`) as Texts;
      const missing = used.filter((english) => !(english in texts));
      const stale = Object.keys(texts).filter((english) => !used.includes(english));
      assert.deepEqual({ missing, stale }, { missing: [], stale: [] });
      for (const [english, text] of Object.entries(texts)) {
        assert.notEqual(text.trim(), '', english);
        assert.deepEqual(holes(text), holes(english), english);
      }
    });

    it(`of the manifest have a ${language} text each`, () => {
      const wanted = [...new Set(manifestKeys(read('package.json')))].sort();
      assert.deepEqual(Object.keys(read('package.nls.json') as Texts).sort(), wanted);
      assert.deepEqual(Object.keys(read(`package.nls.${language}.json`) as Texts).sort(), wanted);
    });
  }

  it('stand behind every command, view and setting of the manifest', () => {
    const { contributes } = read('package.json') as {
      contributes: {
        commands: { command: string; title: string }[];
        configuration: { properties: Record<string, { description?: string; markdownDescription?: string }> };
      };
    };
    for (const { command, title } of contributes.commands) assert.match(title, /^%.*%$/, command);
    for (const [key, setting] of Object.entries(contributes.configuration.properties))
      assert.match(setting.description ?? setting.markdownDescription ?? '', /^%.*%$/, key);
  });
});
