import { phraseRule } from './phrase-rule.js';

export const shiftedBlame = phraseRule({
  id: 'shifted-blame',
  category: 'blame',
  severity: 'warning',
  reads: 'all',
  title: { en: 'Own it', zh: '承担责任' },
  why: {
    en: 'For the customer it was your service that failed. A supplier, the customer, the weather or the contract as an excuse tells them that you will not change anything.',
    zh: '对客户来说，出问题的是你们的服务。把原因推给供应商、客户、天气或合同，等于告诉客户你们不打算做任何改变。',
  },
  say: {
    en: '“{text}” moves the responsibility elsewhere. Say what failed, why it could take your service down, and what you change about it.',
    zh: '“{text}”把责任推到了别处。请说明什么出了问题、为什么会影响到你们的服务，以及你们将做什么改变。',
  },
  examples: {
    bad: ['The outage was caused by factors [[beyond our control]].'],
    good: ["Our supplier's network failed, and having no second one was our choice."],
  },
});
