import { findPersons } from '../leak/persons.js';
import { type BlockText, defineRule, type Problem } from './rule.js';

export const personNamed = defineRule({
  id: 'person-named',
  category: 'leak',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Name the team, not the person', zh: '写团队，不写个人姓名' },
  why: {
    en: 'A name in an incident report makes one person answer for a system, and stays on the web. Customers deal with the company.',
    zh: '事故说明里出现姓名，会让个人替系统承担责任，而且会一直留在网上。客户面对的是公司。',
  },
  examples: {
    bad: [
      'Our engineer [[Maria Lopez]] restarted the service.',
      '[[Tom]] from the database team noticed it at 14:05.',
      '[[Priya Raman]] rolled back the change.',
      'It was approved by [[Sergei]].',
      '值班工程师[[张伟]]误删了数据。',
      '由[[李工]]处理。',
    ],
    good: [
      'An engineer restarted the service.',
      'The database team noticed it at 14:05.',
      'If you need help, ask your account manager Jan Smit.',
      'Maria Lopez, CEO',
      'The system administrator Monday morning saw the alarm.',
      '值班工程师在14:05重启了服务。',
      '员工张贴了通知。',
    ],
  },
  *block(block: BlockText): Generator<Problem> {
    for (const at of findPersons(block.text)) {
      const text = block.text.slice(at.start, at.end);
      yield {
        at,
        say: {
          en: `“${text}” names a person. Customers need to know what happened, not who was on duty: write the team or the role (“an engineer”, “the database team”).`,
          zh: `“${text}”是个人姓名。客户需要知道发生了什么，而不是谁在值班：请写团队或角色（“工程师”“数据库团队”）。`,
        },
        instead: /[[\]|`\\*_<>~]/.test(text) ? [] : [`:internal[${text}]`],
      };
    }
  },
});
