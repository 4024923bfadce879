import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { createLinter } from '../../src/core/index.js';
import type { PhraseList } from '../../src/core/phrases/list.js';

const bundle = path.resolve('dist/index.mjs');

/** Rules that mark every phrase of their list; others look at what stands around, or at the first place only. */
const marking =
  /^(?:hidden-actor|hindsight|minimizing|non-apology|overpromise|person-as-cause|shifted-blame|vague-\w+|simpler-words)$/;

/** Phrases of which a part is covered, and such as are put in another way: their patterns are read again. */
const read = {
  en: ['We will utilise the backup.', 'utilise', 'use'],
  zh: ['我们会逐一进行检查。', '进行', ''],
} as const;

// Bundles carry the lists compiled, and leave out the patterns that nobody reads again.
for (const language of ['en', 'zh'] as const)
  test(`${language}: the bundle marks the phrases of every list`, {
    skip: existsSync(bundle) ? false : 'not built: run npm run build',
  }, async () => {
    const bundled: { createLinter: typeof createLinter } = await import(pathToFileURL(bundle).href);
    const linter = bundled.createLinter();
    const folder = path.join('src/data', language);
    const lists = readdirSync(folder).map(
      (name): PhraseList => JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
    );
    const missed = lists
      .filter(({ rule, entries }) => entries && marking.test(rule))
      .flatMap(({ rule, entries }) => entries.map(({ bad = [] }) => ({ rule, text: bad[0] ?? '' })))
      .filter(({ rule, text }) => {
        const found = linter.check(text, { audience: 'customer', language });
        return text !== '' && !found.some((finding) => finding.rule === rule);
      });
    assert.deepEqual(missed, []);
    const [sentence, text, instead] = read[language];
    const [finding] = linter.check(sentence, { audience: 'customer', language });
    assert.deepEqual([finding?.text, finding?.suggestions], [text, [instead]]);
  });
