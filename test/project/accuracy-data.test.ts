import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Converter } from 'opencc-js';

interface Mark {
  category: string;
  rule: string | null;
  text: string;
  or?: string[];
}
interface Entry {
  id: string;
  text: string;
  marks: Mark[];
}

const categories = ['blame', 'minimize', 'overpromise', 'vague', 'jargon', 'plain', 'leak'];
const languages = ['en', 'zh'];
/** The smallest part, in sentences: fewer say too little about a rule that marks one sentence in ten. */
const least = 130;
const { parts: known }: { parts: readonly string[] } = await import(
  pathToFileURL(path.resolve('test/accuracy/sentences.mjs')).href
);
/** The parts that a language has. */
const partsOf = (language: string): string[] => {
  const files = readdirSync(`test/accuracy/${language}`);
  return known.filter((part) => files.includes(`${part}.json`));
};
/** Of officialese the later writers were asked in English only: in Chinese two editors seldom agree where it begins. */
const withoutPlain = new Set([
  'en tune-14',
  'zh tune-14',
  'en tune-16',
  'zh tune-16',
  'en tune-13',
  'zh tune-13',
  'zh tune-10',
  'zh tune-11',
  'zh tune-12',
  'zh held-out-5',
]);
function expected(language: string, part: string): string[] {
  // Only what is judged by wording; terms, plain words and leaks are in the other parts.
  if (part === 'tune-2' || part === 'tune-18') return categories.slice(0, 4);
  // Most of its sentences are honest.
  if (part === 'tune-19') return ['jargon', 'plain', 'leak'];
  return withoutPlain.has(`${language} ${part}`) ? categories.filter((each) => each !== 'plain') : categories;
}

const read = (language: string, part: string): Entry[] =>
  JSON.parse(readFileSync(`test/accuracy/${language}/${part}.json`, 'utf8'));

/** How often `part` stands in `whole`, overlaps not counted. */
const count = (whole: string, part: string): number => whole.split(part).length - 1;

/** Words without capitals, punctuation and figures: two sentences that differ in nothing else count as one. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}]/gu, '');

for (const language of languages) {
  describe(`the labelled sentences in ${language}`, () => {
    const parts = partsOf(language);

    it('lie in files that the measuring knows', () => {
      assert.equal(readdirSync(`test/accuracy/${language}`).length, parts.length);
    });

    for (const part of parts) {
      const entries = read(language, part);

      it(`${part}: are enough, about half of them honest, or more where it is for that`, () => {
        assert.ok(entries.length >= least, `${entries.length} of ${least}`);
        const honest = entries.filter((entry) => entry.marks.length === 0).length / entries.length;
        assert.ok(honest >= 0.38 && honest <= (part === 'tune-19' ? 0.75 : 0.6), `honest share ${honest}`);
      });

      it(`${part}: hold each marked span exactly once, with a known category`, () => {
        for (const { id, text, marks } of entries) {
          assert.equal(text, text.trim(), id);
          for (const mark of marks) {
            assert.equal(count(text, mark.text), 1, `${id}: ${mark.text}`);
            for (const category of [mark.category, ...(mark.or ?? [])]) assert.ok(categories.includes(category), id);
          }
        }
      });

      it(`${part}: cover every category that they are for`, () => {
        const seen = new Set(entries.flatMap((entry) => entry.marks.map((mark) => mark.category)));
        for (const category of expected(language, part)) {
          assert.ok(seen.has(category), category);
        }
      });
    }

    it('have ids and texts of their own, in all parts together', () => {
      const all = parts.flatMap((part) => read(language, part));
      for (const key of [(entry: Entry) => entry.id, (entry: Entry) => bare(entry.text)]) {
        const seen = new Map<string, string>();
        for (const entry of all) {
          assert.equal(seen.get(key(entry)), undefined, `${entry.id}: ${entry.text}`);
          seen.set(key(entry), entry.id);
        }
      }
    });
  });
}

it('of the Chinese sentences, one in twenty at least is in traditional script', () => {
  const simplified = Converter({ from: 'hk', to: 'cn' });
  for (const part of partsOf('zh')) {
    const entries = read('zh', part);
    const traditional = entries.filter((entry) => simplified(entry.text) !== entry.text).length;
    assert.ok(traditional >= entries.length / 20, `${part}: ${traditional} of ${entries.length}`);
  }
});
