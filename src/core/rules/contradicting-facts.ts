import type { Postmortem } from '../document/postmortem.js';
import { compared, contradictions } from './contradictions/index.js';
import { isFragment } from './document-facts.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';

const head =
  '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nmitigated: 2026-03-03 15:20\nresolved: 2026-03-03 15:20\ntimezone: UTC\naffected: 1,240 customers\nnext-update: 2026-03-06 10:00\n---\n\n# Late parcels\n\n## Customer explanation\n\n';
const headZh =
  '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nresolved: 2026-03-03 15:20\ntimezone: Asia/Shanghai\naffected: 3260 家商户\n---\n\n# 包裹延误\n\n## 客户说明\n\n';

export const contradictingFacts = defineRule({
  id: 'contradicting-facts',
  category: 'facts',
  severity: 'warning',
  reads: 'all',
  title: { en: 'Facts that agree', zh: '前后一致的事实' },
  why: {
    en: 'Two figures for one thing: a customer who compares them believes neither, and wonders what else is wrong.',
    zh: '同一件事有两个数字，客户一对照就都不信了，还会怀疑其他内容。',
  },
  examples: {
    audience: 'auto',
    bad: [
      `${head}### What happened\n\nFrom 14:05 to 15:20, parcels were not scanned. The outage lasted [[45 minutes]].\n`,
      `${head}### What happened\n\nFrom 14:05 to [[15:50]], 1,240 customers could not send a parcel.\n`,
      `${head}### What happened\n\n[[1,204]] of our customers could not send a parcel.\n`,
      `${head}### What happened\n\nOn [[4 March]], from 14:05 to 15:20, parcels were not scanned.\n`,
      `${head}### How we stay in touch\n\nOur next message comes on [[7 March 2026]].\n`,
      `${headZh}### 发生了什么\n\n3月3日14:05至15:20，包裹无法扫描，共[[45分钟]]。\n`,
      `${headZh}### 发生了什么\n\n[[3620]]家商户无法寄件。\n`,
    ],
    good: [
      `${head}### What happened\n\nOn 3 March, from 14:05 to 15:20 UTC, about 1,200 customers could not send a parcel. It lasted just over an hour.\n\n### How we stay in touch\n\nOur next message comes on 6 March.\n`,
      `${head}### What happened\n\nThe outage lasted 75 minutes. We noticed it after 12 minutes, and for 20 minutes the site was closed for a restart.\n`,
      `${headZh}### 发生了什么\n\n3月3日14:05至15:20，包裹无法扫描，历时约75分钟，影响了3260家商户，其中412家商户无法退件。\n`,
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    if (!isFragment(postmortem)) yield* contradictions(postmortem, context);
  },
  *ahead(postmortem: Postmortem, context: DocumentContext): Generator<unknown> {
    if (!isFragment(postmortem)) yield* compared(postmortem, context);
  },
});
