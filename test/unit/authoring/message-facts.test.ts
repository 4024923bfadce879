import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  applyEdit,
  createLinter,
  frontMatterEdits,
  messageFacts,
  newPostmortem,
  templateIn,
  templates,
} from '../../../src/core/index.js';
import { filled } from '../filled.js';

const read = (text: string) => createLinter().analyze(text).postmortem;
const factsOf = (text: string, zone = 'UTC'): Record<string, string> =>
  Object.fromEntries(messageFacts(read(text), zone).map(({ key, value }) => [key, value]));
const filledIn = (text: string, zone = 'UTC'): string => {
  const postmortem = read(text);
  return frontMatterEdits(postmortem, messageFacts(postmortem, zone))
    .sort((a, b) => b.start - a.start)
    .reduce((whole, edit) => applyEdit(whole, edit), text);
};
const front = (message: string): string => `---\ntype: postmortem\naudience: customer\nmessage: ${message}\n---\n\n`;

describe('facts of a finished message', () => {
  for (const language of ['en', 'zh'] as const)
    it(`are read from Candor’s own template (${language})`, () => {
      const template = templates.find(({ name }) => name === 'customer-message');
      assert.ok(template);
      const zone = language === 'en' ? 'UTC' : 'Asia/Shanghai';
      const text = newPostmortem({
        template: templateIn(template, language),
        writing: language,
        title: 'T',
        began: language === 'en' ? Date.UTC(2026, 2, 3, 14, 5) : Date.UTC(2026, 2, 3, 6, 5),
        zone,
        now: 0,
      });
      const end = text.indexOf('\n---\n', 4);
      const head = text.slice(0, end).replace(/^began:.*$/m, 'began:');
      const whole = head + filled(text.slice(end), language);
      const offset = language === 'en' ? '+00:00' : '+08:00';
      const found = factsOf(whole, zone);
      assert.equal(found.began, `2026-03-03 14:05 ${offset}`);
      assert.equal(found.mitigated, `2026-03-03 16:40 ${offset}`);
      assert.equal(found.detected, `2026-03-03 14:12 ${offset}`);
      assert.equal(found.notified, `2026-03-03 14:31 ${offset}`);
      assert.match(found['next-update'] ?? '', /^2026-03-\d\d \d\d:\d\d/);
      assert.match(found.affected ?? '', /^1,?240$/);
      assert.equal(found.contact, 'help@example.com');
      const after = filledIn(whole, zone);
      assert.ok(after.includes(`\ndetected: 2026-03-03 14:12 ${offset} # `));
      assert.deepEqual(factsOf(after, zone), {});
      assert.deepEqual(
        createLinter()
          .check(after)
          .map(({ rule, text: said }) => `${rule}: ${said}`),
        [],
      );
    });

  it('are those of short messages', () => {
    const notice = `${front('first-notice')}Since 14:05 UTC on 3 March 2026, 1,240 of our customers have not been able to open invoices. Our next message comes by 16:00 UTC. Write to help@example.com.\n`;
    assert.deepEqual(factsOf(notice), {
      began: '2026-03-03 14:05 +00:00',
      'next-update': '2026-03-03 16:00 +00:00',
      affected: '1,240',
      contact: 'help@example.com',
    });
    const clear = `${front('all-clear')}2026年3月3日16:40（北京时间）起，您又可以打开发票。14:05（北京时间）至16:40（北京时间），我们的1240位客户无法打开发票。\n`;
    assert.deepEqual(factsOf(clear, 'Asia/Shanghai'), {
      began: '2026-03-03 14:05 +08:00',
      mitigated: '2026-03-03 16:40 +08:00',
      affected: '1240',
    });
  });

  it('are no guesses', () => {
    const none = [
      'From 14:05 to 16:40 UTC you could not sign in.',
      'On 3 March 2026 you could not sign in from 14:05 to 15:00 UTC. On 4 March 2026 you could not sign in from 09:00 to 09:30 UTC.',
      'About 1,240 customers could not sign in.',
      'On 3 March 2026 we were busy from 14:05 to 16:40 UTC.',
      'Write to a@example.com or b@example.com.',
      'On 3 March 2026 at 14:05 UTC we renewed a certificate, and at 14:20 UTC a disk was full.',
    ];
    for (const text of none) assert.deepEqual(factsOf(`${front('all-clear')}${text}\n`), {}, text);
    const backwards = `${front('all-clear').replace('---\n\n', 'began: 2026-03-03 18:00 +00:00\n---\n\n')}On 3 March 2026 from 14:05 to 16:40 UTC you could not sign in.\n`;
    assert.deepEqual(factsOf(backwards), {});
  });

  it('are none of what is internal, nor of front matter that has them', () => {
    const text = readFileSync('test/fixtures/workspace/checkout-outage.md', 'utf8');
    assert.deepEqual(factsOf(text, 'Europe/Berlin'), { contact: 'support@tidewater.example' });
    const internal =
      '---\ntype: postmortem\n---\n\n## Summary\n\nOn 3 March 2026 from 14:05 to 16:40 UTC customers could not sign in.\n';
    assert.deepEqual(factsOf(internal), {});
  });

  it('are written behind their keys or at the end, and nothing else changes', () => {
    const text =
      '---\r\ntype: postmortem\r\naudience: customer\r\nmessage: all-clear\r\nbegan: # when\r\nauthors:\r\n  - A\r\n---\r\n\r\nOn 3 March 2026 from 14:05 to 16:40 UTC you could not sign in.\r\n';
    assert.equal(
      filledIn(text),
      text
        .replace('began:', 'began: 2026-03-03 14:05 +00:00')
        .replace('  - A\r\n', '  - A\r\nmitigated: 2026-03-03 16:40 +00:00\r\n'),
    );
    assert.equal(filledIn('# No front matter\n'), '# No front matter\n');
  });
});
