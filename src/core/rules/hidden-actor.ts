import { phraseRule } from './phrase-rule.js';

export const hiddenActor = phraseRule({
  id: 'hidden-actor',
  category: 'blame',
  severity: 'warning',
  reads: 'all',
  title: { en: 'Say who did it: we did', zh: '说明是谁做的：是我们' },
  why: {
    en: 'Wording without an actor for something we did sounds like hiding. “We deleted the table” takes responsibility without naming anybody.',
    zh: '我们做的事却不写主语，读起来像在回避。“我们删除了这张表”既承担责任，又没有指责任何个人。',
  },
  say: {
    en: '“{text}” leaves out who did it. If it was you, say “we”: customers trust a company that owns what it did.',
    zh: '“{text}”没有说是谁做的。如果是我们做的，请写“我们”：敢于承担的公司才值得信任。',
  },
  // "How the ranges were mixed up".
  announces: /^(?:[\d.]+ )?(?:how|why|what|when)\b|^(?:[\d.]+ |[一二三四五六七八九十]、)?(?:为什么|为何|怎么|如何)/i,
  examples: {
    bad: ['The production table [[was accidentally deleted]].'],
    good: ['The service was restored at 14:05 UTC.', '### How the two lists were mixed up'],
  },
});
