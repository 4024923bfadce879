import { type Case, testCases } from './contradicting.js';

// What happens when one place is corrected and the other forgotten, and what only looks so.
const front = `---
type: postmortem
title: Late parcels
severity: SEV-3
started: 2026-03-03T06:10:00+00:00
ended: 2026-03-04T14:30:00+00:00
notified: 2026-03-03T08:40:00+00:00
timezone: UTC
---

`;
const late = 'Parcels were late.';

const rows: Readonly<Record<string, readonly Case[]>> = {
  'how grave': [
    ['en', late, 'We gave it the highest severity level that we have.', 'the highest severity level'],
    ['zh', '包裹晚到。', '我们把它定为最高级别。', '最高级别'],
    ['en', late, 'An alarm of the highest volume sounded.'],
  ],
  'on what day, at what hour': [
    ['en', late, 'It lasted until 2:30 in the afternoon of Thursday, 5 March.', '5 March'],
    ['en', late, 'It lasted until 2:30 in the afternoon of Wednesday, 4 March.'],
    ['en', late, 'Labels could not be printed on Tuesday until about noon.'],
    ['en', late, 'The evening tour was spared, as the belts were running again well before three in the afternoon.'],
    ['en', late, 'Reminders went out by mistake to 2,200 senders at 4 p.m.'],
    ['en', late, 'On Saturday and Sunday, 7 and 8 March, we read every list once more.'],
    ['en', late, 'On Saturday and Sunday, 7 March and 8 March, we read every list once more.'],
    ['en', late, 'On Sunday, 7 March, we read every list once more.', '7 March'],
  ],
  'when customers were told': [
    ['en', late, 'We e-mailed the first of our customers at 7:40 a.m.', '7:40 a.m.'],
    ['en', late, 'We e-mailed the first of our customers at 8:40 a.m.'],
  ],
  'when the money comes': [
    [
      'en',
      late,
      'If you paid for the fast tour, your fee will be given back by 20 March.\n\nRefunds reach your card no later than 27 March.',
      '27 March',
    ],
    [
      'en',
      late,
      'If you paid for the fast tour, your fee will be given back by 20 March.\n\nRefunds reach your card no later than 20 March.',
    ],
  ],
  'how long, in several goes': [
    ['zh', '包裹晚到。', '两次分别是3月3日6:10至7:10、3月4日13:30至14:30，合计2小时。'],
    ['zh', '包裹晚到。', '3月3日6:10起标签打不出来。\n\n中断期间积压的标签已于3月6日全部补打。'],
  ],
  where: [
    ['zh', '故障地域为华东二区。', '华北二区的标签打不出来。', '华北'],
    ['en', 'Region: north-2. Parcels were late.', 'Labels failed in our region north-4.', 'north-4'],
    ['en', 'Region: north-2. Parcels were late.', 'Labels failed in our region north-2.'],
  ],
  'how many': [
    ['en', 'Claims handed in by 9 March: 870.', 'By 9 March 780 senders had asked for their fee.', '780'],
    ['en', 'Claims handed in by 9 March: 870.', 'By 16 March 780 more senders had asked for their fee.'],
    [
      'en',
      `${late}\n\n| District | Depots |\n| --- | --- |\n| North | 46 |\n| South | 32 |\n| **Total** | **78** |`,
      'Labels failed in 87 depots.',
      '87',
    ],
    ['en', 'At 09:00 the desk had 78 open calls.', 'Labels failed in 87 depots.'],
    [
      'en',
      '1,300 parcels were late both times.',
      '3,100 parcels were late the first time and 7,400 the second, 9,200 different ones altogether.',
    ],
    ['en', 'All 26 vans got their lists back at 14:30.', 'An alarm will ring when fewer than 20 vans have a list.'],
    ['en', '46% of all senders are concerned.', 'By Sunday 96 of 100 senders were reached.'],
  ],
  'what the parts make': [
    ['zh', '包裹晚到。', '受影响的包裹中，其中会员包裹812件、非会员包裹316件，合计1,182件。', '1,182'],
    ['zh', '包裹晚到。', '受影响的包裹中，其中会员包裹812件、非会员包裹316件，合计1,128件。'],
  ],
  'what was lost': [
    ['en', 'We shall have gone through all other settings by May.', 'No data was lost.'],
    ['en', 'On six gates the key was missing.', 'No parcel was lost.'],
    ['en', 'The parcels of 3 March are gone for good.', 'No parcel was lost.', 'No parcel was lost'],
  ],
};

testCases(front, rows);
