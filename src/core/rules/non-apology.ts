import { phraseRule } from './phrase-rule.js';

export const nonApology = phraseRule({
  id: 'non-apology',
  category: 'blame',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'A real apology', zh: '真正的道歉' },
  why: {
    en: 'An apology with “if” or “any inconvenience” in it says that you do not know, or do not believe, that somebody was harmed. Customers notice.',
    zh: '“如有不便”“敬请谅解”这样的道歉，说明你们不知道或不承认客户受到了损害。客户看得出来。',
  },
  say: {
    en: '“{text}” is no apology. Name what customers could not do, and say that you are sorry for that.',
    zh: '“{text}”不是真正的道歉。请写明客户因此不能做什么，并为此道歉。',
  },
  examples: {
    bad: ['We apologize [[for any inconvenience this may have caused]].'],
    good: ['We are sorry that you could not pay for four hours.'],
  },
});
