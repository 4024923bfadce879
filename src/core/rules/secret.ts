import { customerLeaks } from '../leak/customer-leaks.js';
import { defineRule, type Problem } from './rule.js';

/** Shows the beginning of a secret only: messages are copied into logs and reports. */
const hint = (text: string): string => `${text.slice(0, 4)}…`;

export const secret = defineRule({
  id: 'secret',
  category: 'leak',
  severity: 'error',
  reads: 'customer',
  title: { en: 'Never publish a key or password', zh: '绝不公开密钥或密码' },
  why: {
    en: 'Whoever reads a key can use it. Once it has been sent, only replacing it helps.',
    zh: '看到密钥的人就能使用它。一旦发出，只有更换才有用。',
  },
  examples: {
    bad: [
      'The key [[AKIAIOSFODNN7EXAMPLE]] has been replaced.',
      'It used `[[postgres://app:s3cr3tpw@db.example.com/shop]]`.',
      'The password: [[hunter2!x]] was in the log.',
      '密码：[[Abc123456]]写在日志里。',
    ],
    good: [
      'Password: at least 8 characters.',
      'Your password was not read by anyone.',
      'The access key has been replaced.',
      '密码：至少8位。',
    ],
  },
  *document(postmortem, context): Generator<Problem> {
    for (const { leak, text, at } of customerLeaks(postmortem, context)) {
      if (leak.kind !== 'secret') continue;
      const name = leak.name ?? { en: 'a secret', zh: '机密' };
      yield {
        at,
        say: {
          en: `“${hint(text)}” looks like ${name.en}. Whoever reads it can use it: take it out, and replace it wherever it works.`,
          zh: `“${hint(text)}”像是${name.zh}。看到的人就能使用：请删除，并在所有用到它的地方更换。`,
        },
      };
    }
  },
});
