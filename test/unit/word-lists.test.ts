import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenize } from '../../src/core/language/tokens.js';
import { PhraseBook, type PhraseMatch } from '../../src/core/phrases/book.js';
import type { PhraseEntry, PhraseList } from '../../src/core/phrases/list.js';
import { phraseClasses } from '../../src/core/phrases/lists.js';
import { fitIn } from '../../src/core/phrases/replace.js';
import plainEn from '../../src/data/en/simpler-words.json' with { type: 'json' };
import termsEn from '../../src/data/en/unexplained-term.json' with { type: 'json' };
import plainZh from '../../src/data/zh/simpler-words.json' with { type: 'json' };
import termsZh from '../../src/data/zh/unexplained-term.json' with { type: 'json' };

const lists = [termsEn, termsZh, plainEn, plainZh] as unknown as readonly PhraseList[];

/** What a quick fix writes: the sentence, and where the new words stand in it. */
function fixed(text: string, { entry, start, end }: PhraseMatch, instead: string) {
  const fit = fitIn(text, start, end, tokenize(text), entry.match, [instead]);
  const words = fit.texts[0] ?? '';
  return {
    text: text.slice(0, fit.start) + words + text.slice(fit.end),
    from: fit.start,
    to: fit.start + words.length,
  };
}

for (const list of lists) {
  const book = new PhraseBook(list.language, [list], phraseClasses(list.language));
  const find = (text: string): PhraseMatch[] =>
    book.find({ text, tokens: tokenize(text), isHeading: false, isQuoted: false });
  const name = `${list.language}/${list.rule}`;

  test(`${name}: each entry marks its bad sentence itself, and no good one is marked`, () => {
    const wrong: string[] = [];
    for (const entry of list.entries) {
      assert.ok(entry.bad?.length, `no bad sentence: ${entry.match[0]}`);
      for (const text of entry.bad) if (!find(text).some((match) => match.entry === entry)) wrong.push(text);
      for (const text of entry.good ?? []) if (find(text).length > 0) wrong.push(text);
    }
    assert.deepEqual(wrong, []);
  });

  test(`${name}: what a fix writes is not marked again, and reads as a sentence`, () => {
    const wrong: string[] = [];
    const wordsOf = (entry: PhraseEntry): readonly string[] => entry.plain ?? entry.instead ?? [];
    for (const entry of list.entries) {
      for (const text of entry.bad ?? []) {
        const own = find(text).find((match) => match.entry === entry);
        if (!own) continue;
        for (const instead of wordsOf(entry)) {
          const after = fixed(text, own, instead);
          const again = find(after.text).some((match) => match.start < after.to && match.end > after.from);
          if (again || /\s\s|~|\b(?:a [aeio]|an [bcdfgjklmpqtvwz])/.test(after.text)) wrong.push(after.text);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  test(`${name}: no pattern stands twice`, () => {
    const patterns = list.entries.flatMap((entry) => entry.match);
    assert.deepEqual(
      patterns.filter((pattern, index) => patterns.indexOf(pattern) !== index),
      [],
    );
  });
}

for (const list of [termsEn, termsZh] as unknown as readonly PhraseList[]) {
  test(`${list.language}/${list.rule}: a short explanation and a field for each term`, () => {
    const fields = ['servers', 'networks', 'data', 'deployment', 'security', 'incident', 'metrics', 'development'];
    for (const { match, explain = '', field = '' } of list.entries) {
      const length = list.language === 'en' ? explain.split(' ').length : explain.length;
      assert.ok(explain && length <= (list.language === 'en' ? 12 : 25), `${match[0]}: “${explain}” is ${length} long`);
      assert.ok(fields.includes(field), `${match[0]}: field “${field}”`);
    }
  });
}
