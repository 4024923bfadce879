import { type Case, testCases } from './contradicting.js';

// What is told again of the same things, with another number, sum or day: no list of matters, only what sentences share.
const actions = (rows: string): string =>
  `Parcels were late.\n\n## Action items\n\n| Action | Owner | Due |\n| --- | --- | --- |\n${rows}`;
const measures = actions(
  '| Enable versioning on the label store | Priya Raman | 2026-03-16 |\n| Second scanner in each depot | Tom Ash | 2026-04-10 |',
);
const measuresZh =
  '包裹延误。\n\n## 行动项\n\n| 事项 | 负责人 | 截止 |\n| --- | --- | --- |\n| 标签库开启版本管理 | 李然 | 2026-03-16 |\n| 每个网点加装第二台扫描机 | 王平 | 2026-04-10 |';

const rows: Readonly<Record<string, readonly Case[]>> = {
  'how many': [
    [
      'en',
      '1,212 pallets due for the night dispatch could not be reached.',
      'That night some fifteen hundred pallets stood where nobody could get at them.',
      'fifteen hundred',
    ],
    ['en', 'Queue at the gate: 38 lorries.', 'At its longest, 52 lorries stood at our gate.', '52'],
    ['en', 'We printed 4,310 labels twice.', 'The machine printed 4,130 labels twice.', '4,130'],
    ['zh', '已为旅客办理退票1,240笔。', '车票一共退了一千四百二十笔。', '一千四百二十'],
    ['zh', '有43家医院收到迟来的报告。', '收到报告晚的三十四家医院，当天都接到了通知。', '三十四'],
    ['hant', '漏播廣告26條。', '漏播的三十二條廣告會補播。', '三十二'],
  ],
  'how many, explained': [
    ['en', '1,212 pallets could not be reached.', 'About twelve hundred pallets could not be reached.'],
    ['en', '1,212 pallets could not be reached: 812 frozen and 400 dry ones.', 'We moved 812 pallets by hand.'],
    ['en', 'We first estimated 1,500 pallets.', '1,212 pallets could not be reached.'],
    ['en', 'Of 1,500 pallets, 1,212 could not be reached.', 'Some 1,500 pallets stand in the hall.'],
    ['en', '1,212 pallets could not be reached.', 'Last year 1,500 pallets could not be reached.'],
    ['en', '1,212 pallets could not be reached.', '31 drivers waited at the gate.'],
    ['en', 'At 10:00, 38 lorries stood at the gate.', 'At 11:00, 52 lorries stood at the gate.'],
    ['en', 'We sent 1,655 parcels on and cancelled 287 parcels.', 'About 1,900 parcels were late.'],
    ['zh', '21,500名考生同时开考。', '17,200名考生交卷失败，占八成。'],
    ['zh', '有46份报告丢失。', '我们请每家医院抽查二十份报告。'],
    ['zh', '1,240笔车票已经退票。', '其余182笔车票将在三天内退票。'],
  ],
  'how much': [
    [
      'en',
      'Every late parcel brings a €20 credit on the next invoice.',
      'The credit of €25 for a late parcel stands on your next invoice.',
      '€25',
    ],
    ['zh', '每件晚到的包裹补偿12元。', '晚到的包裹每件补偿十五元。', '十五元'],
    ['en', 'Every late parcel brings a €20 credit.', 'The price of a parcel was €25 before.'],
    ['zh', '168人被多收费，每人24元，共4,032元。', '3,480位车主每人得到一张10元的券，合计34,800元。'],
  ],
  'on what day': [
    ['en', measures, 'Versioning on the label store will be on by 23 March 2026.', '23 March 2026'],
    ['zh', measuresZh, '标签库的版本管理将在3月23日前开启。', '3月23日'],
    ['en', measures, 'Versioning on the label store will be on by 16 March 2026.'],
    ['en', measures, 'On 5 March 2026 we counted all labels in the store.'],
    ['en', measures, 'We write to you again on 23 March 2026, when versioning of the label store is on.'],
    ['zh', measuresZh, '3月23日我们将再次通报标签库的进度。'],
  ],
};

testCases('---\ntype: postmortem\ntitle: Late parcels\ntimezone: UTC\n---\n\n', rows);
