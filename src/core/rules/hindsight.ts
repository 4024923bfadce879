import { phraseRule } from './phrase-rule.js';

export const hindsight = phraseRule({
  id: 'hindsight',
  category: 'blame',
  severity: 'warning',
  reads: 'all',
  title: { en: 'No hindsight', zh: '不说事后诸葛亮的话' },
  why: {
    en: 'What somebody should have done is easy to see afterwards. It explains nothing about what happened and hints at a culprit; what was known then, and what is different now, does explain it.',
    zh: '事后看来该做什么总是显而易见，但这并不能解释发生了什么，反而像在指责某个人。说清当时知道什么、现在有什么不同，才是解释。',
  },
  say: {
    en: '“{text}” judges with hindsight. Say what was known at the time, what happened, and what is different now.',
    zh: '“{text}”是事后评判。请说明当时的情况、实际发生了什么，以及现在有什么不同。',
  },
  examples: {
    bad: ['The alert [[should have been noticed]] an hour earlier.'],
    good: ['Alerts should reach the engineer on call within a minute.'],
  },
});
