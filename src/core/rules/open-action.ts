import type { Postmortem } from '../document/postmortem.js';
import { documentFacts, placeIn } from './document-facts.js';
import { quote } from './phrase-rule.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';

export const openAction = defineRule({
  id: 'open-action',
  category: 'facts',
  severity: 'warning',
  reads: 'all',
  title: { en: 'Actions with owner and date', zh: '事项要有负责方和日期' },
  why: {
    en: 'An action that nobody owns, or that is due on no day, is not done. What customers were told about it then becomes untrue.',
    zh: '没有负责方或没有日期的事项不会完成，对客户说过的话也就成了空话。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '# Late parcels\n\n## Actions\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| [[Measure the space every minute]] | | 2026-03-20 |\n',
      '# Late parcels\n\n## Actions\n\n| Action | Owner |\n| --- | --- |\n| [[Measure the space every minute]] | Storage team |\n',
      '# 包裹延误\n\n## 改进事项\n\n| 事项 | 负责人 | 截止日期 |\n| --- | --- | --- |\n| [[每分钟测量一次剩余空间]] | 存储组 | 待定 |\n',
    ],
    good: [
      '# Late parcels\n\n## Actions\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Measure the space every minute | Storage team | 2026-03-20 | open |\n| Double the space | Storage team | | done |\n',
      '# 包裹延误\n\n## 改进事项\n\n| 事项 | 负责人 | 截止日期 |\n| --- | --- | --- |\n| 每分钟测量一次剩余空间 | 存储组 | 3月20日 |\n',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    for (const action of documentFacts(postmortem, context).actions) {
      const { lacksOwner, lacksDate, isOpen } = action;
      if (!isOpen || !(lacksOwner || lacksDate)) continue;
      const { prose, full } = action.action.block;
      const { text } = action.action.audience === 'customer' ? prose : full;
      const what = lacksOwner && lacksDate ? 'both' : lacksOwner ? 'owner' : 'date';
      const en = { both: 'neither an owner nor a due date', owner: 'no owner', date: 'no due date' }[what];
      const zh = { both: '没有负责方，也没有完成日期', owner: '没有负责方', date: '没有完成日期' }[what];
      yield {
        at: placeIn(action.action, { start: 0, end: text.length }),
        say: {
          en: `“${quote(text)}” has ${en}, so it is likely to stay undone. Name the team and the day, or take the action out.`,
          zh: `“${quote(text)}”${zh}，很可能无法完成。请写明团队和日期，或删除这一事项。`,
        },
      };
    }
  },
});
