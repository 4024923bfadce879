import { phraseRule } from './phrase-rule.js';

export const personAsCause = phraseRule({
  id: 'person-as-cause',
  category: 'blame',
  severity: 'warning',
  reads: 'all',
  title: { en: 'No person is the cause', zh: '不把个人当作原因' },
  why: {
    en: 'A person who slips is where the story begins, not where it ends. A customer who reads “human error” expects the next one; one who reads what now stops such a slip does not.',
    zh: '个人失误是故事的开头，而不是结尾。客户看到“人为失误”，只会等着下一次；看到现在如何防止，才会放心。',
  },
  say: {
    en: '“{text}” puts the cause on a person. Say what made the slip possible and what prevents it now.',
    zh: '“{text}”把原因归于个人。请说明为什么会发生，以及现在如何防止。',
  },
  examples: {
    bad: ['The outage was caused by [[human error]].', '本次故障由[[人为失误]]导致。'],
    good: ['Human error is never a root cause.', '人为失误不是根本原因，缺少校验才是。'],
  },
});
