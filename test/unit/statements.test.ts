import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { statementName } from '../../src/core/phrases/lists.js';
import en from '../../src/data/en/statements.json' with { type: 'json' };
import explanation from '../../src/data/explanation.json' with { type: 'json' };
import zh from '../../src/data/zh/statements.json' with { type: 'json' };
import { phrasesSaid } from './phrases-said.js';

for (const [language, data] of [
  ['en', en],
  ['zh', zh],
] as const) {
  const said = phrasesSaid(language, 'says-');
  describe(`statements (${language})`, () => {
    for (const [id, { says, not }] of Object.entries(data.statements))
      it(id, () => {
        const found = (text: string): boolean => said(text).includes(statementName(id));
        for (const text of says) assert.ok(found(text), `not found: ${text}`);
        for (const text of not) assert.ok(!found(text), `found: ${text}`);
      });
  });
}

it('every snippet that a missing section or part names is there', () => {
  for (const language of ['en', 'zh'] as const) {
    const snippets = Object.keys(JSON.parse(readFileSync(`snippets/candor.${language}.json`, 'utf8')));
    const named = [explanation.whole, ...[...explanation.sections, ...explanation.parts].map(({ insert }) => insert)];
    for (const name of named) assert.ok(snippets.includes(name[language]), name[language]);
  }
});

it('every statement that is asked for has its words in both languages', () => {
  const asked = [
    ...explanation.sections.flatMap(({ statements }) => statements),
    ...explanation.parts.flatMap(({ statement }) => statement ?? []),
  ];
  for (const id of asked) {
    assert.ok(id in en.statements, `en: ${id}`);
    assert.ok(id in zh.statements, `zh: ${id}`);
  }
});
