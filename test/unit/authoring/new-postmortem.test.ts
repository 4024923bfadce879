import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { createLinter, fileNameFor, newPostmortem, nextId, templates } from '../../../src/core/index.js';
import { saysPostmortem } from '../../../src/core/recognise.js';
import { blanksIn, filled, languages } from '../filled.js';

const now = Date.UTC(2026, 2, 4, 9, 0);
const began = Date.UTC(2026, 2, 3, 14, 5);
const nasty = 'Fix: "a\\b" #1 & [x] *now*: é\n---\n- x';

const yamlOf = (text: string): Record<string, unknown> => {
  const document = parseDocument(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
  assert.deepEqual(document.errors, []);
  return document.toJS();
};

describe('a new postmortem', () => {
  for (const { name, text } of templates) {
    for (const language of languages) {
      it(`is made from ${name}.${language}, with what is known and nothing made up`, () => {
        const common = { template: text[language], writing: language, zone: 'UTC', now };
        const made = newPostmortem({ ...common, title: nasty, began, author: 'O\'Brien "Bo"', id: '2026-014' });
        assert.ok(saysPostmortem(made));
        const values = yamlOf(made);
        assert.equal(values.title, 'Fix: "a\\b" #1 & [x] *now*: é --- - x');
        assert.equal(values.began, '2026-03-03 14:05 +00:00');
        assert.equal(values.id, '2026-014');
        assert.deepEqual(values.authors, ['O\'Brien "Bo"']);
        assert.doesNotMatch(made, /\{\{/);

        const bare = newPostmortem({ ...common, title: '' });
        const unknown = yamlOf(bare);
        for (const key of ['title', 'id', 'began', 'authors']) assert.equal(unknown[key], null, key);
        assert.equal(unknown.timezone, 'UTC');
        assert.doesNotMatch(bare, /\{\{|undefined/);
        assert.ok(blanksIn(bare, language).includes(language === 'en' ? 'title' : '标题'));
      });

      it(`from ${name}.${language} has no finding once its blanks are filled`, () => {
        const made = newPostmortem({
          template: text[language],
          writing: language,
          title: language === 'en' ? 'Invoices could not be opened' : '发票无法打开',
          began: language === 'en' ? began : Date.UTC(2026, 2, 3, 6, 5),
          author: 'Ada Example',
          id: '2026-014',
          zone: language === 'en' ? 'UTC' : 'Asia/Shanghai',
          now,
        });
        const known: Record<string, string> = {
          severity: 'sev2',
          impact: 'outage',
          detected: '2026-03-03 14:12 +00:00',
          notified: '2026-03-03 14:31 +00:00',
          mitigated: '2026-03-03 16:40 +00:00',
          resolved: '2026-03-03 16:40 +00:00',
          'next-update': '2026-03-06 10:00 +00:00',
          affected: '1240',
          contact: 'help@example.com',
        };
        const end = made.indexOf('\n---\n', 4);
        const head = made
          .slice(0, end)
          .replace(/^([\w-]+): #.*$/gm, (_, key: string) => `${key}: ${known[key]}`)
          .replaceAll('+00:00', language === 'en' ? '+00:00' : '+08:00');
        const findings = createLinter().check(head + filled(made.slice(end), language));
        assert.deepEqual(
          findings.map(({ rule, text: words }) => `${rule}: ${words}`),
          [],
        );
      });
    }
  }

  it('keeps a title as it is in the text', () => {
    const made = newPostmortem({
      template: '# {{title}}\n',
      writing: 'en',
      title: 'a_b *c* [d] `e` :internal[f] 14:05',
      zone: 'UTC',
      now,
    });
    assert.equal(made, '# a_b \\*c\\* \\[d\\] \\`e\\` \\:internal\\[f\\] 14:05\n');
  });

  it('leaves alone what it does not know in a template of the team', () => {
    const made = newPostmortem({
      template: '---\ntype: postmortem\nteam: "{{team}}"\n---\n{{ title }} {{team}}\n',
      writing: 'en',
      title: 'T',
      zone: 'UTC',
      now,
    });
    assert.equal(made, '---\ntype: postmortem\nteam: "{{team}}"\n---\nT {{team}}\n');
  });
});

describe('ids and names', () => {
  it('take the next free number', () => {
    const known = ['2026-001', '2026-014', '2025-099', 'x'];
    assert.equal(nextId('{year}-###', known, began, 'UTC'), '2026-015');
    assert.equal(nextId('INC-{year}{month}{day}', known, began, 'UTC'), 'INC-20260303');
    assert.equal(nextId('INC-#', [], began, 'UTC'), 'INC-1');
    assert.equal(nextId('', known, began, 'UTC'), '');
  });

  it('are fit for every file system', () => {
    assert.equal(fileNameFor('Checkout: down / "again"?', began, 'UTC'), '2026-03-03-checkout-down-again.md');
    assert.equal(fileNameFor('发票无法打开', began, 'UTC'), '2026-03-03-发票无法打开.md');
    assert.equal(fileNameFor('../..', began, 'UTC'), '2026-03-03.md');
  });
});
