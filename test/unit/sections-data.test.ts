import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface SectionData {
  readonly kind: string;
  readonly customer: boolean;
  readonly title: Record<'en' | 'zh', string>;
  readonly names: Record<'en' | 'zh', string[]>;
}
const data = JSON.parse(readFileSync('src/data/sections.json', 'utf8')) as { sections: SectionData[] };
const languages = ['en', 'zh'] as const;
const explanation = ['acknowledgement', 'cause', 'response', 'recovery', 'follow-up', 'faq'];
const internal = [
  'summary',
  'timeline',
  'detection',
  'impact',
  'contributing-factors',
  'lessons',
  'actions',
  'supporting',
];

describe('sections.json', () => {
  it('has every kind once, with the right reader', () => {
    const kinds = data.sections.map(({ kind }) => kind);
    assert.equal(new Set(kinds).size, kinds.length);
    for (const kind of ['customer-part', ...explanation]) {
      assert.equal(data.sections.find((one) => one.kind === kind)?.customer, true, kind);
    }
    for (const kind of internal) assert.equal(data.sections.find((one) => one.kind === kind)?.customer, false, kind);
  });

  for (const language of languages) {
    it(`holds names as they are compared, and its own titles (${language})`, () => {
      for (const { kind, title, names } of data.sections) {
        for (const name of names[language]) {
          assert.equal(name, name.toLowerCase().trim().replaceAll(/\s+/g, ' '), `${kind}: ${name}`);
          assert.doesNotMatch(name, /^\d+[.)]|[?!:;,.、，。：？！]$/u, `${kind}: ${name}`);
        }
        const own = title[language].toLowerCase();
        assert.ok(names[language].includes(own), `${kind} does not know its own title "${own}"`);
      }
    });

    it(`never gives a name to two kinds of the same reader (${language})`, () => {
      for (const customer of [true, false]) {
        const seen = new Map<string, string>();
        for (const { kind, names } of data.sections.filter((one) => one.customer === customer)) {
          for (const name of names[language]) {
            assert.equal(seen.get(name), undefined, `"${name}" is in ${seen.get(name)} and ${kind}`);
            seen.set(name, kind);
          }
        }
      }
    });

    it(`opens the customer part with no name that means anything else (${language})`, () => {
      const [part, ...others] = data.sections;
      assert.equal(part?.kind, 'customer-part');
      const rest = new Set(others.flatMap(({ names }) => names[language]));
      for (const name of part?.names[language] ?? []) assert.ok(!rest.has(name), name);
      const closed = {
        en: [
          'customer impact',
          'impact on customers',
          'customer communication log',
          'customers',
          'messaging',
          'messaging log',
          'customer report',
        ],
        zh: ['客户影响', '对客户的影响', '客户沟通记录', '客户', '客户反馈', '对外沟通'],
      };
      for (const name of closed[language]) assert.ok(!part?.names[language].includes(name), name);
    });
  }
});
