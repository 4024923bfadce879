import { phraseRule } from './phrase-rule.js';

export const vagueAction = phraseRule({
  id: 'vague-action',
  category: 'vague',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Say what you do', zh: '说明具体做什么' },
  why: {
    en: 'Measures without content are what every company writes. What changes, who sees to it and by when is what makes a customer stay.',
    zh: '没有内容的“措施”人人会写。写明改变什么、由谁负责、何时完成，客户才愿意留下。',
  },
  say: {
    en: '“{text}” says nothing that a customer could check. Say what exactly failed or what exactly you change, and by when.',
    zh: '“{text}”没有客户可以核对的内容。请具体说明出了什么问题，或改变什么、何时完成。',
  },
  examples: {
    bad: ['We have taken [[appropriate measures]].'],
    good: ['We now keep a copy of the database in a second data centre.'],
  },
});
