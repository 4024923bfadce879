import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradicting } from './contradicting.js';

const head =
  '---\ntype: postmortem\naudience: customer\nbegan: 2026-03-03 14:05 +00:00\nmitigated: 2026-03-03 16:40 +00:00\nresolved: 2026-03-03 19:15 +00:00\n---\n\n# Late parcels\n\n';

/** Each with the words that must be marked; none where all agrees. */
const rows: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'a number announced above a list': [
    ['Four things change:\n\n- new belts\n- an alarm\n- a spare motor', 'Four things'],
    ['We made two mistakes:\n\n1. no alarm\n2. no spare motor\n3. no notice', 'two mistakes'],
    ['The following three measures have been decided.\n\n- new belts\n- an alarm', 'three measures'],
    ['## Three lessons\n\n- test first\n- ask twice', 'Three lessons'],
    ['我们定了三项措施：\n\n- 换皮带\n- 加告警', '三项措施'],
    ['往后有四条：\n\n1. 换皮带\n2. 加告警\n3. 备电机', '四条'],
    ['接下來會做三件事：\n\n- 換皮帶\n- 加告警', '三件事'],
    ['Three things change:\n\n- new belts\n- an alarm\n- a spare motor'],
    ['Four things change:\n\n- new belts\n- an alarm; a spare motor\n- a second belt'],
    ['Four things change:\n\n- new belts\n- an alarm\n- a spare motor\n\nFourth, we write sooner.'],
    ['Four things change:\n\n- new belts\n- an alarm\n\nAnd later:\n\n- a spare motor\n- a second belt'],
    ['Two of our four measures are in place:\n\n- new belts\n- an alarm'],
    ['We will do at least two things:\n\n- new belts\n- an alarm\n- a spare motor'],
    ['Two depots change things:\n\n- new belts\n- an alarm\n- a spare motor'],
    ['Four things change:\n\n- now:\n  - new belts\n  - an alarm\n- in May:\n  - a spare motor\n  - a second belt'],
    ['我们定了三项措施：\n\n- 换皮带\n- 加告警\n\n此外，我们还会更早通知大家。'],
    ['第三项措施：\n\n- 换皮带\n- 加告警'],
    ['三项措施中的前两项：\n\n- 换皮带\n- 加告警'],
  ],
  'a number announced in front of a row': [
    ['Three things change: new belts by May; an alarm by June.', 'Three things'],
    [
      'Three things went wrong, and three measures follow from them. First, we add an alarm. Second, we keep a spare motor.',
      'three measures',
    ],
    ['我们做三件事：一是换皮带，二是加告警。', '三件事'],
    ['原因有三个方面。第一，皮带老化；第二，没有告警。', '三个方面'],
    ['我們做三件事：換皮帶；加告警。', '三件事'],
    ['Two things change: new belts by May; an alarm by June.'],
    ['Three measures follow. First, we add an alarm. Second, we keep a spare motor. Finally, we write sooner.'],
    ['Three things change: new belts by May; an alarm by June. And we write sooner.'],
    ['我们做两件事：一是换皮带，二是加告警。'],
    ['原因有三个方面。第一，皮带老化；第二，没有告警；第三，无人值守。'],
  ],
  'parts in the sentence behind a part and its whole': [
    ['5,400 of our 18,000 parcels were late. Of those parcels 3,900 were small, 1,100 large and 500 heavy.', '5,400'],
    ['5,400 out of 18,000 parcels were late. 3,900 are in the north, 1,100 in the east and 500 in the west.', '5,400'],
    ['受影响的包裹有3,210件，其中长途1,860件，省内940件，同城320件。', '3,210'],
    ['受影響的包裹有3,210件，其中長途1,860件，省內940件，同城320件。', '3,210'],
    ['5,400 of our 18,000 parcels were late. Of those parcels 3,900 were small, 1,000 large and 500 heavy.'],
    ['5,400 of our 18,000 parcels were late. Of those, about 3,900 were small, 1,100 large and 500 heavy.'],
    ['5,400 of our 18,000 parcels were late. Of all parcels 12,000 are small, 4,000 large and 2,000 heavy.'],
    ['受影响的包裹有3,210件，其中长途1,860件，省内940件，其余是同城的。'],
  ],
  'a weekday beside a day': [
    ['2026年3月3日，星期三，凌晨起分拣线停止。', '2026年3月3日'],
    ['星期五（3月12日）再次说明。', '3月12日'],
    ['周三，3月3日，分拣线停止。', '3月3日'],
    ['**Wednesday 3 March 2026.** The belts stopped.', '3 March 2026'],
    ['## Friday (12 March 2026): what comes next\n\nWe write again.', '12 March 2026'],
    ['2026年3月3日，星期二，凌晨起分拣线停止。'],
    ['星期四（3月12日）再次说明。'],
    ['截至3月3日，周五的包裹都已送到。'],
    ['每周五，3月12日起加开一班。从周一到周五，3月12日除外，照常营业。'],
    ['**Tuesday 3 March 2026.** The belts stopped.'],
  ],
  'a length in traditional Chinese': [
    ['從14:05到19:15（UTC），前後4小時10分鐘，分揀線停止。', '4小時10分鐘'],
    ['從14:05到19:15（UTC），歷時三個小時。', '三個小時'],
    ['分揀線中斷了三個小時。', '三個小時'],
    ['從14:05到19:15（UTC），前後5小時10分鐘，分揀線停止。'],
    ['從14:05到19:15（UTC），歷時五個多小時。'],
  ],
  'hours of a desk, and stretches of a part': [
    ['Call us, seven days a week from 7:00 to 22:00.'],
    ['We answer 24 hours a day, twice a week from 7:00 to 22:00.'],
    ['The belts were down from 14:05 to 19:15 UTC, that is a week.', 'a week'],
    [
      '## Impact\n\n| What | Value |\n|---|---|\n| Refunds stopped | 16:40 to 19:15 |\n| Calls unanswered | 15:00 to 19:15 |',
    ],
    ['## Impact\n\n| What | Value |\n|---|---|\n| Duration | 15:00 to 19:15 UTC |', '15:00'],
    ['## 影响\n\n| 项目 | 数量 |\n|---|---|\n| 提现暂停 | 15:00 至 19:15 |'],
    ['## 影响\n\n| 项目 | 数量 |\n|---|---|\n| 故障时间 | 15:00 至 19:15（UTC） |', '15:00'],
  ],
};

describe('contradictions in lists, rows and tables', () => {
  for (const [family, cases] of Object.entries(rows))
    it(family, () => {
      assert.deepEqual(
        cases.map(([body]) => [body, ...contradicting(head + body)]),
        cases,
      );
    });
});
