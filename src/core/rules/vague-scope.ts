import { phraseRule } from './phrase-rule.js';

export const vagueScope = phraseRule({
  id: 'vague-scope',
  category: 'vague',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Say how many', zh: '说明影响范围' },
  why: {
    en: '“Some users” leaves every reader to wonder whether they are one of them. A number, a share, a region or a function tells them.',
    zh: '“部分用户”让每个读者都在猜自己是不是其中之一。写明数量、比例、地区或功能，他们就知道了。',
  },
  say: {
    en: '“{text}” does not say how many or which. Give a number or a share, and name the region or function, so that readers know whether they were hit.',
    zh: '“{text}”没有说明有多少、是哪些。请写明数量或比例、地区或功能，让读者知道自己是否受影响。',
  },
  examples: {
    bad: ['[[Some users]] could not log in.'],
    good: ['412 customers could not log in.'],
  },
});
