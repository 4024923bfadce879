import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { sectionKind } from '../../src/core/document/sections.js';
import { createLinter } from '../../src/core/index.js';
import { catalogue, completed, templateText as read } from './completed.js';
import { blanks, blanksIn, expanded, languages, readJson, snippetsOf, type Tongue } from './filled.js';

const schema = readJson<{ properties: Record<string, { enum?: unknown[]; const?: unknown; pattern?: string }> }>(
  'src/data/front-matter.json',
);
function headings(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.*)$/gm)].map((match) => match[1] ?? '');
}

describe('templates', () => {
  it('are those of the catalogue, each in both languages', () => {
    const files = catalogue.templates.flatMap(({ name }) => languages.map((language) => `${name}.${language}.md`));
    assert.deepEqual(readdirSync('src/data/templates').sort(), files.sort());
  });

  for (const { name, sections } of catalogue.templates) {
    for (const language of languages) {
      const text = read(name, language);
      describe(`${name}.${language}`, () => {
        it('has front matter that the schema knows, readable before and after it is filled', () => {
          for (const version of [text, completed(text, language)]) {
            const yaml = /^---\n([\s\S]*?)\n---\n/.exec(version)?.[1] ?? '';
            const document = parseDocument(yaml.replaceAll(/(?<!")\{\{\w+\}\}(?!")/g, ''));
            assert.deepEqual(document.errors, []);
            const values = document.toJS() as Record<string, unknown>;
            assert.equal(values.type, 'postmortem');
            assert.equal(values.language, language);
            for (const [key, value] of Object.entries(values)) {
              const rule = schema.properties[key];
              assert.ok(rule, `front-matter.json does not know "${key}"`);
              if (value === null) continue;
              if (rule.enum) assert.ok(rule.enum.includes(value), `${key}: ${value}`);
              if (rule.pattern) assert.match(String(value), new RegExp(rule.pattern), key);
            }
          }
        });

        it('holds every section of its kind, those for customers below the customer part', () => {
          let toCustomers = text.includes('\naudience: customer\n');
          const kinds = headings(text).map((heading) => {
            const kind = sectionKind(heading, toCustomers);
            toCustomers ||= kind === 'customer-part';
            return kind;
          });
          for (const kind of sections) assert.ok(kinds.includes(kind), `no section ${kind}`);
        });

        it('leaves only blanks and variables that are listed', () => {
          const list = blanks(language);
          for (const blank of blanksIn(text, language)) assert.ok(list.has(blank), blank);
          const names = new Set(catalogue.variables.map((variable) => variable.name));
          for (const match of text.matchAll(/\{\{(.*?)\}\}/g)) assert.ok(names.has(match[1] ?? ''), match[0]);
          for (const { unknown } of catalogue.variables) assert.ok(list.has(unknown[language].slice(1, -1)));
        });

        it('has no finding once it is filled in', () => {
          const findings = createLinter()
            .check(completed(text, language))
            .map(({ rule, text: words, start }) => `${start.line} ${rule}: ${words}`);
          assert.deepEqual(findings, []);
        });
      });
    }
  }

  for (const language of languages) {
    it(`say for customers what the snippets say (${language})`, () => {
      const part = snippetsOf(language).find(({ prefix }) => prefix === 'pm-customer-part');
      const words = expanded(part ?? { prefix: '', body: [], description: '' })[0] ?? '';
      const tail = (text: string, from: string) => text.slice(text.indexOf(from)).trim();
      const second = `### ${readJson<{ sections: { kind: string; title: Record<Tongue, string> }[] }>('src/data/sections.json').sections.find(({ kind }) => kind === 'cause')?.title[language]}`;
      for (const name of ['full', 'sre-book', 'pagerduty']) {
        const began = language === 'en' ? '[start time, with zone]' : '【开始时间（含时区）】';
        assert.equal(tail(read(name, language), second).replaceAll('{{began}}', began), tail(words, second), name);
      }
    });
  }
});
