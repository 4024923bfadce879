import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionEnd } from '../../src/core/document/postmortem.js';
import {
  atDepth,
  createLinter,
  placeAt,
  sectionDepth,
  sectionPlace,
  snippetFits,
  wholeSection,
} from '../../src/core/index.js';
import { catalogue, completed, templateText } from './completed.js';
import { expanded, filled, languages, type Snippet, snippetsOf, type Tongue } from './filled.js';

const now = Date.parse('2026-03-04T09:00Z');
// One for all: what stays the same is not read again.
const linter = createLinter({ now });
const check = (text: string): string[] =>
  linter
    .check(text)
    // The examples that fill the blanks are of several incidents: what one says of its facts the other may deny.
    .filter(({ rule }) => rule !== 'contradicting-facts')
    .map(({ rule, text: words, start }) => `${start.line} ${rule}: ${words}`);

/** The texts of a snippet with every blank filled; those whose choice is not made yet left out. */
const filledIn = (snippet: Snippet, language: Tongue): string[] =>
  expanded(snippet)
    .slice(snippet.body.join('').includes('|}') ? 1 : 0)
    .map((text) => (snippet.prefix === 'pm-internal-inline' ? text : filled(text, language)));

/** Snippets of which a document takes one: each says the opposite of another, or begins a message of its own. */
const alone =
  /^pm-(?:recovery-lost|recovery-nothing-lost|customer-part|first-notice|update|all-clear|ignore|glossary)$/;

for (const language of languages) {
  const snippets = snippetsOf(language);
  const sections = snippets.filter(({ prefix }) => wholeSection(prefix));
  const front = `---\ntype: postmortem\naudience: customer\nlanguage: ${language}\n---\n\n`;
  const title = language === 'en' ? '# Invoices could not be opened\n' : '# 发票无法打开\n';

  describe(`snippets beside each other (${language})`, () => {
    it('make a whole explanation without a finding, section by section, with each choice', () => {
      assert.equal(sections.length, 6);
      const options = sections.map((snippet) => filledIn(snippet, language));
      const most = Math.max(...options.map(({ length }) => length));
      for (let round = 0; round < most; round++) {
        const texts = options.map((each) => each[Math.min(round, each.length - 1)] ?? '');
        assert.deepEqual(check(`${front}${title}\n${texts.map((text) => atDepth(text, 2)).join('\n\n')}\n`), []);
      }
    });

    it('come into order, at the depth of the others, in whichever order they are inserted', () => {
      for (const start of sections.keys()) {
        const inTurn = [...sections.slice(start), ...sections.slice(0, start)].reverse();
        let text = `${front}${title}`;
        for (const snippet of inTurn) {
          const { postmortem } = createLinter().analyze(text);
          const kind = wholeSection(snippet.prefix);
          const at = kind === undefined ? undefined : sectionPlace(postmortem, kind);
          assert.ok(at !== undefined);
          const body = atDepth(filledIn(snippet, language).at(-1) ?? '', sectionDepth(postmortem));
          text = `${text.slice(0, at).trimEnd()}\n\n${body}\n\n${text.slice(at)}`;
        }
        const headings = [...text.matchAll(/^#+ .*$/gm)].map(([heading]) => heading);
        assert.deepEqual(headings, [title.trim(), ...sections.map(({ body }) => (body[0] ?? '').slice(1))]);
        assert.deepEqual(check(text), []);
      }
    });

    for (const { name, sections: kinds } of catalogue.templates.filter((each) => each.sections.length > 0)) {
      it(`go into ${name} where they fit, without a finding`, () => {
        const text = completed(templateText(name, language), language);
        const { postmortem } = createLinter().analyze(text);
        const tried = new Set<string>();
        const found: string[] = [];
        for (const section of postmortem.sections) {
          const place = placeAt(postmortem, section.heading.end);
          const end = text.slice(0, sectionEnd(postmortem, section)).trimEnd().length;
          for (const snippet of snippets) {
            const { prefix, body } = snippet;
            // A row needs its table, and a text its marks.
            if (!section.kind || alone.test(prefix) || body[0]?.startsWith('| ${') || !snippetFits(prefix, place))
              continue;
            tried.add(prefix);
            const filledBody = filledIn(snippet, language).at(-1) ?? '';
            const mixed = `${text.slice(0, end)}\n\n${filledBody}\n\n${text.slice(end)}`;
            found.push(...check(mixed).map((each) => `${prefix} in ${section.title}: ${each}`));
          }
        }
        assert.deepEqual([...new Set(found)], []);
        assert.ok(tried.size > (kinds.length > 6 ? 30 : 25), `only ${[...tried].join(' ')}`);
      });
    }
  });
}
