import type { Postmortem } from '../document/postmortem.js';
import { defineRule, type Problem } from './rule.js';

export const frontMatter = defineRule({
  id: 'front-matter',
  category: 'structure',
  severity: 'error',
  reads: 'all',
  title: { en: 'Front matter that can be read', zh: '文件开头的设置要能读懂' },
  why: {
    en: 'Front matter says who may read the file and when the incident was. A slip there can hide the customer part or make every comparison with it wrong, and nothing else would tell you.',
    zh: '文件开头的设置说明谁可以读这个文件、事件发生在何时。这里写错，客户部分可能不显示，所有对照也会出错，而别处看不出来。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\naudience: [[customers]]\n---\n\n# Late parcels\n',
      '---\ntype: [[post-mortem]]\n---\n\n# Late parcels\n',
      '---\ntype: postmortem\n[[audiance]]: customer\n---\n\n# Late parcels\n',
      '---\ntype: postmortem\nimpact: [[total]]\n---\n\n# 包裹延误\n',
      '---\ntype: postmortem\nstarted: 2026-03-03 14:05 UTC\n[[began]]: 2026-03-03 15:05 UTC\n---\n\n# Late parcels\n',
    ],
    good: [
      '---\ntype: postmortem\naudience: customer\nimpact:\nteam: parcels\n---\n\n# Late parcels\n',
      '---\ntype: postmortem\nstartTime: 2026-03-03 14:05 CET\nfirst_notice: 2026-03-03 14:31 CET\n结束时间: 2026年3月3日15点20分\n---\n\n# Late parcels\n',
      '---\ntype: post\naudience: internal\n---\n\n# 包裹延误\n',
    ],
  },
  *document({ frontMatter }: Postmortem): Generator<Problem> {
    for (const { at, say, decides, isWrong } of frontMatter.problems)
      yield { at, say, ...(decides || isWrong ? {} : { severity: 'warning' as const }) };
  },
});
