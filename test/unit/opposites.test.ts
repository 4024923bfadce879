import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oppositeName, sides } from '../../src/core/phrases/lists.js';
import en from '../../src/data/en/opposites.json' with { type: 'json' };
import zh from '../../src/data/zh/opposites.json' with { type: 'json' };
import { phrasesSaid } from './phrases-said.js';

for (const [language, data] of [
  ['en', en],
  ['zh', zh],
] as const) {
  const said = phrasesSaid(language, 'opposite-');
  describe(`opposites (${language})`, () => {
    for (const [id, pair] of Object.entries(data.opposites))
      for (const side of sides)
        it(`${id}, ${side}`, () => {
          const { says, not } = pair[side];
          const own = oppositeName(id, side);
          const opposite = oppositeName(id, side === 'one' ? 'other' : 'one');
          const wrong = [
            ...says.filter((text) => !said(text).includes(own)).map((text) => `not found: ${text}`),
            ...not.filter((text) => said(text).includes(own)).map((text) => `found: ${text}`),
            // What says one side must not say the other as well: the pair would never be seen.
            ...says.filter((text) => said(text).includes(opposite)).map((text) => `the other side too: ${text}`),
          ];
          assert.deepEqual(wrong, []);
        });
  });
}

it('both languages know the same opposites', () => {
  assert.deepEqual(Object.keys(zh.opposites), Object.keys(en.opposites));
});
