import type { Postmortem } from '../document/postmortem.js';
import { sectionKinds } from '../document/sections.js';
import { explanationOf } from './explanation.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';
import { wantedSections } from './wanted.js';

const titles = new Map(sectionKinds.map(({ kind, title }) => [kind, title]));

export const missingSection = defineRule({
  id: 'missing-section',
  category: 'structure',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'All sections of an explanation', zh: '说明的各个章节都要有' },
  why: {
    en: 'What happened, why, what you do about it, what became of the data and what help there is, how you stay in touch, and answers to the usual questions: customers look for each of these, and what is not there they take for hidden.',
    zh: '发生了什么、为什么、采取了什么措施、数据怎样以及有什么帮助、怎样保持联系、常见问题的答案：客户会逐一寻找，找不到就认为你们在隐瞒。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\n---\n\n# Late parcels\n\n[[## Customer explanation]]\n\n### What happened\n\nWe are sorry.\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n[[## 客户说明]]\n\n### 发生了什么\n\n我们向您道歉。\n',
    ],
    good: [
      '---\ntype: postmortem\nmessage: first-notice\naudience: customer\n---\n\n# Late parcels\n\nWe are sorry.\n',
      '# Weekly notes\n\n## Summary\n\nParcels were late.\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## 摘要\n\n包裹延误。\n',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    const explanation = explanationOf(postmortem, context);
    if (explanation?.message !== 'explanation') return;
    for (const wanted of wantedSections) {
      if (explanation.hasSection(wanted)) continue;
      const title = titles.get(wanted.kind) ?? { en: wanted.kind, zh: wanted.kind };
      yield {
        at: explanation.heading,
        say: {
          en: `The explanation has no section “${title.en}”: ${wanted.why.en}. Insert it here and fill it in.`,
          zh: `说明中没有“${title.zh}”一节：${wanted.why.zh}。请在这里插入并填写。`,
        },
        insert: wanted.insert[postmortem.language],
      };
    }
  },
});
