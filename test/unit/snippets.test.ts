import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLinter, wholeSection } from '../../src/core/index.js';
import { asMessage, blanks, blanksIn, expanded, filled, languages, ordinary, readJson, snippetsOf } from './filled.js';

const sections = readJson<{ sections: { kind: string; title: Record<'en' | 'zh', string> }[] }>(
  'src/data/sections.json',
).sections;
const stems = ['ack', 'cause', 'response', 'recovery', 'followup', 'faq'];
const causes = [
  'hardware',
  'software',
  'network',
  'attack',
  'supplier',
  'change',
  'capacity',
  'certificate',
  'power',
].map((kind) => `pm-cause-${kind}`);
const parts = [
  ...['first-notice', 'update', 'all-clear', 'prevention', 'help', 'compensation'],
  ...['response-emergency', 'response-repair', 'response-watch', 'response-plan'],
  ...['recovery-backups', 'recovery-restored', 'recovery-lost', 'recovery-nothing-lost'],
  ...['impact-orders', 'impact-access', 'impact-delays', 'impact-figures'],
  ...['followup-next', 'followup-contact', 'followup-feedback', 'followup-reports', 'followup-longterm'],
  ...['faq-data', 'faq-repeat', 'faq-losses'],
  ...['timeline', 'action', 'internal', 'glossary'],
].map((part) => `pm-${part}`);

for (const language of languages) {
  const snippets = snippetsOf(language);
  describe(`snippets (${language})`, () => {
    it('have one prefix each, with the common stem, and a description of their own', () => {
      const prefixes = snippets.map(({ prefix }) => prefix);
      assert.deepEqual([...new Set(prefixes)], prefixes);
      for (const prefix of prefixes) assert.match(prefix, /^pm(?:-[a-z]+)+$/);
      assert.equal(new Set(snippets.map(({ description }) => description)).size, snippets.length);
    });

    it('cover each explanation section, with its own heading, and each part', () => {
      const kinds = ['acknowledgement', 'cause', 'response', 'recovery', 'follow-up', 'faq'];
      kinds.forEach((kind, at) => {
        const whole = snippets.find(({ prefix }) => wholeSection(prefix) === kind);
        assert.equal(whole?.prefix, `pm-${stems[at]}`);
        const title = sections.find((section) => section.kind === kind)?.title[language];
        assert.equal(whole?.body[0], `### ${title}`);
        assert.ok(
          snippets.some(({ prefix }) => prefix.startsWith(`pm-${stems[at]}-`)),
          `no part of ${kind}`,
        );
      });
      const prefixes = new Set(snippets.map(({ prefix }) => prefix));
      for (const part of [...causes, ...parts]) assert.ok(prefixes.has(part), part);
    });

    it('hold sentences, and blanks that placeholders.json lists', () => {
      const known = blanks(language);
      for (const snippet of snippets) {
        for (const text of expanded(snippet)) {
          assert.doesNotMatch(text, /\$|\.\.\.|…/, snippet.prefix);
          for (const blank of blanksIn(text, language)) {
            const inner = snippet.prefix === 'pm-internal-inline';
            assert.ok(inner || known.has(blank), `${snippet.prefix}: "${blank}" is not in placeholders.json`);
          }
        }
      }
    });

    it('number their tab stops from 1 without a gap', () => {
      for (const { prefix, body } of snippets) {
        const stops = new Set([...body.join('\n').matchAll(/\$\{(\d+)/g)].map((match) => Number(match[1])));
        assert.deepEqual(
          [...stops].sort((a, b) => a - b),
          [...stops.keys()].map((_, at) => at + 1),
          prefix,
        );
      }
    });

    it('have ordinary values for blanks that there are', () => {
      const known = blanks(language);
      const unknown = [...ordinary(language).keys()].filter((blank) => !known.has(blank));
      assert.deepEqual(unknown, []);
    });

    it('offer a blank first wherever there is a choice, so that a choice not made is seen', () => {
      const known = blanks(language);
      for (const { prefix, body } of snippets) {
        for (const match of body.join('\n').matchAll(/\$\{\d+\|((?:\\,|[^,|])*),/g)) {
          const first = (match[1] ?? '').replaceAll('\\,', ',');
          assert.ok(known.has(first.slice(1, -1).toLowerCase()), `${prefix}: ${first}`);
        }
      }
    });

    for (const [who, values] of [
      ['by their examples', blanks(language)],
      ['by somebody of another trade', ordinary(language)],
    ] as const)
      it(`have no finding once the blanks are filled ${who}`, () => {
        const linter = createLinter();
        const found = snippets.flatMap((snippet) =>
          expanded(snippet)
            .slice(snippet.body.join('').includes('|}') ? 1 : 0)
            .flatMap((text) => {
              // Actions stand in the team's part, where a ticket belongs.
              const internal = snippet.prefix.startsWith('pm-action');
              const whole = snippet.prefix.startsWith('pm-internal-inline') ? text : filled(text, language, values);
              return linter
                .check(asMessage(whole, language))
                .filter(
                  ({ rule }) =>
                    rule !== 'missing-section' &&
                    // A snippet is a part; only a whole section is asked for all of its parts.
                    !(rule === 'missing-part' && !text.startsWith('#')) &&
                    rule !== 'placeholder-left' &&
                    !(internal && rule === 'internal-detail'),
                )
                .map((finding) => `${snippet.prefix}: ${finding.rule}: ${finding.text}`);
            }),
        );
        assert.deepEqual([...new Set(found)], []);
      });
  });
}

describe('snippets', () => {
  it('are the same set in both languages', () => {
    const [en, zh] = languages.map((language) => snippetsOf(language).map(({ prefix }) => prefix));
    assert.deepEqual(zh, en);
  });
});

describe('what a finding offers to insert', () => {
  const data = readJson<Record<string, unknown>>('src/data/explanation.json');
  const names = [...JSON.stringify(data).matchAll(/"(?:insert|whole)":\{"en":"([^"]+)","zh":"([^"]+)"\}/g)];
  it('is a snippet in each language, the same one', () => {
    assert.ok(names.length > 15, `only ${names.length} are read`);
    for (const [, en, zh] of names) {
      const [english, chinese] = [snippetsOf('en'), snippetsOf('zh')];
      const found = english.find(({ description }) => description === en);
      assert.ok(found, en);
      assert.equal(chinese.find(({ description }) => description === zh)?.prefix, found.prefix, en);
    }
  });
});
