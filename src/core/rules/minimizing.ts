import { phraseRule } from './phrase-rule.js';

export const minimizing = phraseRule({
  id: 'minimizing',
  category: 'minimize',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Do not play it down', zh: '不轻描淡写' },
  why: {
    en: 'Whether it was small is for the customer to say. To the one who was hit it was not, and a figure lets everybody judge.',
    zh: '影响大小应由客户来判断。对受影响的人来说，这从来不是小事；给出数字，大家自会判断。',
  },
  say: {
    en: '“{text}” plays it down. Give the figure — how many, how long, what failed — and let the reader judge.',
    zh: '“{text}”有轻描淡写之嫌。请给出数字（多少、多久、什么失效），由读者自己判断。',
  },
  examples: {
    bad: ['There was [[a brief interruption]] of the service.'],
    good: ['This was not a minor problem.'],
  },
});
