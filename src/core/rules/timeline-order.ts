import type { Postmortem } from '../document/postmortem.js';
import { misplacedRows, rowHead, timelines } from '../document/timeline.js';
import { isFragment, placeIn, timeFacts } from './document-facts.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';

export const timelineOrder = defineRule({
  id: 'timeline-order',
  category: 'facts',
  severity: 'warning',
  reads: 'all',
  title: { en: 'A timeline in order', zh: '时间线按先后排列' },
  why: {
    en: 'A row that stands after a later one is either in the wrong place or has the wrong time. Whoever notices trusts the other times less.',
    zh: '某一行排在更晚的一行之后，不是位置错了，就是时间写错了。看到的人会怀疑其他时间。',
  },
  examples: {
    bad: [
      '## Timeline (UTC)\n\n- 14:05 Scanning stops.\n- 14:40 The cause is found.\n- [[14:20]] The first customer calls.\n- 15:20 Scanning works again.\n',
      '## 时间线（北京时间）\n\n| 时间 | 经过 |\n| --- | --- |\n| 14:05 | 扫描停止 |\n| 15:20 | 恢复 |\n| [[14:50]] | 找到原因 |\n| 15:40 | 确认恢复 |\n',
    ],
    good: [
      '## Timeline (UTC)\n\n- 22:40 Scanning stops.\n- 23:55 The cause is found.\n- 00:20 A part is replaced.\n- 07:10 Scanning works again.\n',
      '## Updates (UTC)\n\n- 15:20 It works again.\n- 14:40 The cause is found.\n- 14:05 We are looking into it.\n',
      '## 时间线（北京时间）\n\n- 3月3日 23:10 扫描停止\n- 3月4日 00:40 找到原因\n- 01:20 恢复\n',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    if (isFragment(postmortem)) return;
    const heads = timeFacts(context, 'row-heads', ({ text, moments }) => rowHead(text, moments));
    const sources = heads.map(({ block, value }) => ({ block, head: value }));
    for (const rows of timelines(sources)) {
      for (const { row, after } of misplacedRows(rows)) {
        const { block, head } = row.source;
        // What stands between two lists may say that it is another day.
        const { block: before } = after.source;
        const areOne = before.chunk === block.chunk && before.block.top === block.block.top;
        if (block.block.listed && !areOne) continue;
        const { words } = head;
        const later = after.source.head.words;
        yield {
          at: placeIn(block, row.time),
          say: {
            en: `“${words}” stands after “${later}”. Put the row where it belongs, or correct the time or add the day: a timeline that is out of order makes readers doubt all of it.`,
            zh: `“${words}”排在“${later}”之后。请把这一行移到正确的位置，或更正时间、写明日期：顺序错乱的时间线会让人怀疑全部内容。`,
          },
        };
      }
    }
  },
});
