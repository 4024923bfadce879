import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inTaiwan } from '../../src/core/language/taiwan.js';
import { languages, readJson, type Tongue } from './filled.js';

const lists = readJson<Record<Tongue, { text: string }[]>>('src/data/placeholders.json');
const { repository } = readJson<{ repository: Record<string, { match?: string }> }>('syntaxes/candor.injection.json');
const frame = { en: ['(?i)\\[(?:', ')\\](?![(\\[:])'], zh: ['【(?:', ')】'] } as const;

describe('grammar', () => {
  for (const language of languages) {
    it(`knows the blanks of placeholders.json and no others (${language})`, () => {
      const [before, after] = frame[language];
      const simple = lists[language].map(({ text }) => text);
      const all = language === 'zh' ? [...new Set([...simple, ...simple.map(inTaiwan)])] : simple;
      const words = all.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      assert.equal(repository[`blank-${language}`]?.match, `${before}${words.join('|')}${after}`);
    });
  }
});
