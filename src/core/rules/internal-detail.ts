import { isContact, isRoleMailbox } from '../leak/addresses.js';
import { customerLeaks, type PlacedLeak } from '../leak/customer-leaks.js';
import { kindWords } from '../leak/kinds.js';
import { quote } from './phrase-rule.js';
import { defineRule, type Problem } from './rule.js';

/** Marks a text as internal, where Markdown allows it without more. */
export function internalMark({ inProse, text }: PlacedLeak): readonly string[] {
  return inProse && !/[[\]|`\\\n*_<>~]/.test(text) ? [`:internal[${text}]`] : [];
}

export const internalDetail = defineRule({
  id: 'internal-detail',
  category: 'leak',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Keep internal details inside', zh: '内部细节留在内部' },
  why: {
    en: 'Customers can do nothing with the name of a machine, a ticket or a stack trace. Strangers can: it shows how your systems are built and what to try.',
    zh: '机器名、工单号、报错堆栈对客户没有用处，却会让外人知道系统的构造和可以下手的地方。',
  },
  examples: {
    bad: [
      'The primary [[db-prod-03]] ran out of disk.',
      'Requests to [[10.24.8.113]] failed.',
      'See [[OPS-4821]] for details.',
      'Ask in [[#inc-payments-0612]].',
      'The file [[/var/lib/mysql/ibdata1]] was damaged.',
      'The server logged [[NullPointerException]].',
      'We restarted `[[checkout-7d9f8b6c5-x2x9k]]`.',
      'We ran [[DELETE FROM sessions]] on Sunday.',
      '数据库[[db-prod-03]]宕机。',
      '详情见[[OPS-4821]]。',
    ],
    good: [
      'The database that holds orders ran out of disk space.',
      'Version 10.2.4.1 fixes this.',
      'Our status page is https://status.example.com/incidents/42.',
      'Write to support@example.com, 24/7.',
      'The text is stored as UTF-8; dates follow ISO-8601.',
      'Read and/or write access was slow between 14:05:33 and 15:10 UTC on 11/05.',
      '版本2.10.3.1已经修复。',
      '请写信到support@example.com。',
    ],
  },
  *document(postmortem, context): Generator<Problem> {
    const { contact, id } = postmortem.frontMatter.values;
    for (const found of customerLeaks(postmortem, context)) {
      const { leak, text, at } = found;
      if (leak.kind === 'secret') continue;
      if (leak.kind === 'ticket' && id !== undefined && id === text) continue;
      if (leak.kind === 'email' && isRoleMailbox(text)) continue;
      if ((leak.kind === 'email' || leak.kind === 'link') && isContact(text, contact)) continue;
      const words = kindWords[leak.kind];
      const shown = quote(text);
      yield {
        at,
        say: {
          en: `“${shown}” is ${words.is.en}. Customers cannot use it, and it shows outsiders how things are inside: ${words.instead.en}.`,
          zh: `“${shown}”是${words.is.zh}，对客户没有用处，还会让外人了解内部情况：${words.instead.zh}。`,
        },
        instead: internalMark(found),
      };
    }
  },
});
