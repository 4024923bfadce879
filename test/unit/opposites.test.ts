import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokenize } from '../../src/core/language/tokens.js';
import { PhraseBook } from '../../src/core/phrases/book.js';
import { oppositeName, phraseClasses, phraseLists, sides } from '../../src/core/phrases/lists.js';
import en from '../../src/data/en/opposites.json' with { type: 'json' };
import zh from '../../src/data/zh/opposites.json' with { type: 'json' };

for (const [language, data] of [
  ['en', en],
  ['zh', zh],
] as const) {
  const book = new PhraseBook(
    language,
    phraseLists(language).filter(({ rule }) => rule.startsWith('opposite-')),
    phraseClasses(language),
  );
  const said = (text: string): string[] =>
    book.find({ text, tokens: tokenize(text), isHeading: false, isQuoted: false }).map(({ rule }) => rule);
  describe(`opposites (${language})`, () => {
    for (const [id, pair] of Object.entries(data.opposites))
      for (const side of sides)
        it(`${id}, ${side}`, () => {
          const { says, not } = pair[side];
          const [own, opposite] = [side, side === 'one' ? 'other' : 'one'].map((each) =>
            oppositeName(id, each as 'one'),
          );
          const wrong = [
            ...says.filter((text) => !said(text).includes(own ?? '')).map((text) => `not found: ${text}`),
            ...not.filter((text) => said(text).includes(own ?? '')).map((text) => `found: ${text}`),
          ];
          assert.deepEqual(wrong, []);
          // What says one side must not say the other as well: the pair would never be seen.
          const both = says.filter((text) => said(text).includes(opposite ?? ''));
          assert.deepEqual(
            both.filter((text) => !/before any of our own|had contacted us|No alarm|no alert/i.test(text)),
            [],
          );
        });
  });
}

it('both languages know the same opposites', () => {
  assert.deepEqual(Object.keys(zh.opposites), Object.keys(en.opposites));
});
