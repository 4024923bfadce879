import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLinter } from '../../src/core/index.js';

// The same facts told against front matter, and against a timeline where front matter says nothing of when it was.
const heads = {
  'front matter':
    '---\ntype: postmortem\nseverity: SEV1\nstarted: 2026-03-03T14:05:00Z\ndetected: 2026-03-03T14:12:00Z\nfirst-notice: 2026-03-03T14:31:00Z\nresolved: 2026-03-03T19:15:00Z\n---\n\n# Late parcels\n\n## For our customers\n\n### What happened\n\n',
  'a timeline':
    '---\ntype: postmortem\nseverity: SEV1\n---\n\n# Late parcels\n\n## Timeline\n\nAll times UTC, 3 March 2026.\n\n| Time | What |\n|---|---|\n| 14:05 | belts stop |\n| 14:12 | alarm |\n| 14:31 | notice on web page |\n| 19:15 | belts run again |\n\n3,400 of 10,200 parcels were held.\n\n## For our customers\n\n### What happened\n\n',
  'a Chinese timeline':
    '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## 时间线\n\n2026年3月3日（北京时间）\n\n- 14:05 分拣线停止\n- 14:12 值班收到告警\n- 14:31 官网发布首条公告\n- 19:15 恢复\n\n10,200件包裹中，3,400件滞留。\n\n## 客户说明\n\n### 发生了什么\n\n',
};

/** Each with the words that must be marked; none where all agrees. */
const rows: Readonly<Record<keyof typeof heads, readonly (readonly [string, ...string[]])[]>> = {
  'front matter': [
    ['From 14:05 to 19:15 UTC on 3 March, the belts stood still. For three hours nothing moved.', 'three hours'],
    ['On 3 March, between 15:05 and 20:15 UTC, the belts stood still.', '15:05'],
    ['The belts were down for 4 hours and 10 minutes.', '4 hours and 10 minutes'],
    ['We told you 15 minutes after the belts stopped.', '15 minutes'],
    ['It was a quarter of an hour before you heard from us for the first time.', 'a quarter of an hour'],
    ['The first warning reached you at 14:13 UTC.', '14:13'],
    ['On Wednesday, 3 March 2026, from 14:05 to 19:15 UTC, nothing moved.', '3 March 2026'],
    [
      'From 14:05 to 19:15 UTC the belts stood still.\n\n### Your data\n\nYour data is complete. The records of 12 parcels are lost for good.',
      'Your data is complete',
    ],
    [
      'From 14:05 to 19:15 UTC the belts stood still.\n\n### Your data\n\nThere was no data loss whatsoever.\n\n### Questions\n\nThe entries of 12 shops could not be saved.',
      'no data loss',
    ],
    [
      'From 14:05 to 19:15 UTC the belts stood still. We lost nothing.\n\n### Questions\n\n88 labels had to be written off because they could not be reconstructed.',
      'We lost nothing',
    ],
    ['In all 3,400 parcels were held: 2,100 arrived a day late, 900 two days late and 500 came back.', '3,400'],
    ['3,400 parcels were held. 2,100 of them arrived a day late, 900 two days late, and 500 came back.', '3,400'],
    ['3,400 parcels were held, 34% of the 6,800 we carried that day.', '34%'],
    ['3,400 parcels were held, one in five of the 6,800 we carried that day.', 'one in five'],
    [
      'From 14:05 to 19:15 UTC on 3 March, the belts stood still, a good five hours. We need three hours to start them.',
    ],
    ['On 3 March, from 14:05 to 19:15 UTC, nothing moved; in the first hour we tried to restart the belts.'],
    ['We told you 26 minutes after the belts stopped, and 19 minutes after the alarm.'],
    ['Belts two and three ran again after two hours; the last at 19:15 UTC, over five hours after the start.'],
    ['At the peak, 900 parcels an hour were held; in all it was 3,400.'],
    [
      'From 14:05 to 19:15 UTC the belts stood still.\n\n### Your data\n\nNo address was lost. The weights of 12 parcels are lost for good.',
    ],
    ['3,400 parcels were held: 2,100 arrived a day late, 900 two days late and 400 came back.'],
    ['3,400 parcels were held. 2,100 of them arrived a day late and 900 two days late.'],
    ['3,400 parcels were held, half of the 6,800 we carried that day; 12% came back.'],
    ['You get €5 per parcel and €20 per pallet, €1,000 at most. 3,400 parcels were held.'],
  ],
  'a timeline': [
    ['On 3 March 2026 from 14:05 to 19:15 UTC, nothing moved. The outage lasted three hours.', 'three hours'],
    ['On 3 March 2026 from 14:05 to 18:15 UTC, nothing moved.', '18:15'],
    ['On 4 March 2026 from 14:05 to 19:15 UTC, nothing moved.', '4 March 2026'],
    ['On 3 March 2026 from 14:05 to 19:15 UTC, half of all parcels did not move.', 'half of'],
    ['On 3 March 2026 from 14:05 to 19:15 UTC, 4,300 parcels did not move.', '4,300'],
    ['On 3 March 2026 from 14:05 to 19:15 UTC, nothing moved. You heard from us 10 minutes into it.', '10 minutes'],
    ['On 3 March 2026 from 14:05 to 19:15 UTC, nothing moved. We posted the first notice at 14:21 UTC.', '14:21'],
    ['On 3 March 2026 from 14:05 to 19:15 UTC, 2,900 parcels were affected.', '2,900'],
    [
      'On 3 March 2026 from 14:05 to 19:15 UTC, a third of all parcels did not move. You heard from us at 14:31 UTC, 26 minutes after it began.',
    ],
    ['On 3 March 2026 from about 14:00 to 19:15 UTC, some 3,400 parcels were held for a little over five hours.'],
    ['On 3 March 2026 from 14:05 to 19:15 UTC, nothing moved. The 40 minutes of 12 January were another matter.'],
    ['On 3 March 2026 from 15:05 to 20:15 in Berlin (14:05 to 19:15 UTC), nothing moved.'],
    ['On 3 March 2026 nothing moved. Of 3,400 parcels, 1,200 were express.'],
  ],
  'a Chinese timeline': [
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止，前后三个小时。', '三个小时'],
    ['2026年3月3日14:05至18:15（北京时间），分拣线停止。', '18:15'],
    ['2026年3月4日14:05至19:15（北京时间），分拣线停止。', '2026年3月4日'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止，一半的包裹滞留。', '一半'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止，4,300件包裹滞留。', '4,300'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止。10分钟后我们就发布了公告。', '10分钟'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止。首条公告于14:21发布。', '14:21'],
    ['2026年3月3日（星期三）14:05至19:15（北京时间），分拣线停止。', '2026年3月3日'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止了三个小时。', '三个小时'],
    [
      '2026年3月3日14:05至19:15（北京时间），分拣线停止。\n\n### 数据\n\n所有数据完好无损。另有12件包裹的记录彻底丢失。',
      '所有数据完好无损',
    ],
    ['滞留3,400件：2,100件晚一天，900件晚两天，500件退回。', '3,400'],
    ['当天共10,200件，滞留3,400件，占20%。', '20%'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止，前后五个多小时，三分之一的包裹滞留。公告在26分钟后发布。'],
    ['2026年3月3日14:05至19:15（北京时间），分拣线停止，其中两小时完全断电。3,400件包裹滞留，其中900件是生鲜。'],
    ['2026年3月3日下午2点05分至7点15分（北京时间），约3,400件包裹滞留。重新启动用了40分钟。'],
    ['滞留3,400件：2,100件晚一天，900件晚两天，400件退回。'],
    ['当天共10,200件，滞留3,400件，占三分之一；其中20%是生鲜。'],
  ],
};

describe('what customers are told', () => {
  for (const [name, head] of Object.entries(heads))
    it(`agrees with ${name}`, () => {
      const cases = rows[name as keyof typeof heads];
      const marked = (body: string): string[] =>
        createLinter()
          .check(head + body)
          .filter(({ rule }) => rule === 'contradicting-facts')
          .map(({ text }) => text);
      assert.deepEqual(
        cases.map(([body]) => [body, ...marked(body)]),
        cases,
      );
    });
});
