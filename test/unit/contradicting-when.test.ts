import { type Case, testCases } from './contradicting.js';

// Tuesday 3 March 2026: 14:05 began, 16:10 makeshift, 16:40 over, all UTC.
const front =
  '---\ntype: postmortem\nstatus: resolved\nstarted: 2026-03-03 14:05 +00:00\nmitigated: 2026-03-03 16:10 +00:00\nresolved: 2026-03-03 16:40 +00:00\ntimezone: Etc/UTC\n---\n\n';
const rows: Readonly<Record<string, readonly Case[]>> = {
  'how long, told by a whole sentence': [
    ['en', '', 'For close to six hours not a single parcel could be scanned.', 'six hours'],
    ['en', '', 'For a good two hours not a single parcel could be scanned.'],
    ['en', '', 'From the first failed scan to the last, barely an hour went by.', 'an hour'],
    ['en', '', 'From the alarm to the return of the old version, half an hour went by.'],
    ['en', '', 'Seven hours passed before the belts were running again.', 'Seven hours'],
    ['en', '', 'Within a quarter of an hour of the failure everything worked again.', 'a quarter of an hour'],
    ['en', '', 'In May 2025 the belts stood still for nine hours.'],
    ['en', '', 'If scanning ever fails for nine hours, we will ring you.'],
    ['en', '', 'How long did it last? Just under five hours.', 'five hours'],
    ['en', '', 'How long did your reply take? Just under five hours.'],
    ['zh', '', '扫描前后瘫痪了将近七个小时。', '七个小时'],
    ['zh', '', '从扫描失败到完全恢复，总共花了四十分钟。', '四十分钟'],
    ['zh', '', '从发现故障到找出原因，总共花了四十分钟。'],
    ['zh', '', '去年八月那次扫描中断长达九个小时。'],
    ['hant', '', '掃描這一停，前後將近八個小時。', '八個小時'],
    ['hant', '', '掃描停擺了兩個半小時。'],
  ],
  'when it began and when it was over': [
    ['en', '', 'The first scans bounced at twenty past eleven UTC.', 'twenty past eleven'],
    ['en', '', 'The first scans bounced at five past two UTC.'],
    ['en', '', 'In Oslo the trouble began at 15:05.'],
    ['en', '', 'In Oslo the trouble began at 18:25.', '18:25'],
    [
      'en',
      '',
      'Not until ten to eight in the evening UTC could you send parcels again.',
      'ten to eight in the evening',
    ],
    ['en', '', 'By three in the afternoon UTC everything was back to normal.', 'three in the afternoon'],
    ['en', '', 'By five in the afternoon UTC everything was back to normal.'],
    ['en', '', 'When did it work again? At 18:20 UTC.', '18:20'],
    ['en', '', 'At 18:20 UTC a lorry brought fresh labels.'],
    ['zh', '', '上午十点刚过（UTC），扫描就已经失灵了。', '上午十点'],
    ['zh', '', '一直到晚上八点一刻（UTC），包裹才重新扫得出来。', '晚上八点一刻'],
    ['zh', '', '一直到下午四点四十分（UTC），包裹才重新扫得出来。'],
    ['hant', '', '下午兩點零五分（UTC），掃描開始出錯。'],
  ],
  'the day, the weekday and the part of the day': [
    ['en', '', 'We apologise to everybody who was turned away on 5 March.', '5 March'],
    ['en', '', 'On 5 March our depot in Leeds sent out new labels.'],
    ['en', '', 'Once more: we let you down on Saturday evening, and scanning failed.', 'Saturday'],
    ['en', '', 'Scanning has been watched more closely since the Saturday after the failure.'],
    ['en', '', 'The failure struck in the small hours, when the depots are empty.', 'in the small hours'],
    ['en', '', 'The failure struck in the afternoon, when the depots are full.'],
    ['en', '', 'For the whole day nobody could scan a parcel.', 'For the whole day'],
    ['zh', '', '再次为3月5日的这次扫描中断致歉。', '3月5日'],
    ['zh', '', '偏偏就在这个星期六，扫描失灵了。', '星期六'],
    ['zh', '', '扫描中断恰好落在后半夜。', '后半夜'],
    ['hant', '', '星期二下午，掃描整個停擺。'],
  ],
  'when it was written': [
    ['en', 'This report was written on 6 March 2026.', 'We wrote this on 9 March 2026.', '9 March 2026'],
    ['en', 'This report was written on 6 March 2026.', 'We wrote this on 6 March 2026.'],
    ['zh', '本文写于3月6日。', '我们在3月9日写下这份说明。', '3月9日'],
  ],
  'before midnight': [
    ['en', '', 'It was all in order again before the clock struck twelve.'],
    ['zh', '', '所幸午夜以前就恢复了。'],
  ],
};

testCases(front, rows);

testCases(
  front
    .replaceAll('14:05', '22:05')
    .replace('16:10', '23:50')
    .replaceAll('2026-03-03 16:40', '2026-03-04 01:40')
    .replace('2026-03-03 23:50', '2026-03-04 00:50'),
  {
    'after midnight': [
      ['en', '', 'It was all in order again before the clock struck twelve.', 'before the clock struck twelve'],
      ['zh', '', '所幸午夜以前就恢复了。', '午夜以前'],
      ['en', '', 'It fell in the night from Tuesday to Wednesday, and scanning failed.'],
      ['en', '', 'It fell in the night from Friday to Saturday, and scanning failed.', 'from Friday to Saturday'],
    ],
  },
);
