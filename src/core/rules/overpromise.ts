import { phraseRule } from './phrase-rule.js';

export const overpromise = phraseRule({
  id: 'overpromise',
  category: 'overpromise',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Promise what you can keep', zh: '只承诺能做到的事' },
  why: {
    en: 'One more incident turns an absolute promise into a lie. What you do, with a date, is a promise that you can keep and that customers can check.',
    zh: '再出一次故障，绝对的承诺就成了谎言。写明做什么、何时完成，才是能兑现、客户也能核对的承诺。',
  },
  say: {
    en: '“{text}” promises more than anybody can keep. Say what you do, by when, and what it makes less likely.',
    zh: '“{text}”承诺了没有人能保证的事。请说明做什么、何时完成、能降低什么风险。',
  },
  examples: {
    bad: ['This [[will never happen again]].'],
    good: ['We cannot guarantee that it will never happen again.'],
  },
});
