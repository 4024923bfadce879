import { type Case, testCases } from './contradicting.js';

const front = '---\ntype: postmortem\nstatus: resolved\nstarted: 2027-04-05T08:00:00Z\ntimezone: UTC\n---\n\n';
const actions = {
  en: 'Scanning stopped.\n\n## Actions\n\n| Action | Owner | Due | State |\n|---|---|---|---|\n| Second power feed for the sorting hall | Ann | 2027-06-30 | open |\n| Alarm on the belt speed | Ben | 2027-04-10 | done |',
  zh: '扫描中断。\n\n## 行动项\n\n| 事项 | 负责人 | 期限 |\n|---|---|---|\n| 分拣大厅双路供电 | 甲 | 2027-06-30 |\n| 皮带速度报警 | 乙 | 2027-04-10（已完成） |',
};
const measures = {
  en: 'It was late.\n\n### What we did and what we will do\n\n',
  zh: '来晚了。\n\n### 我们做了什么、还要做什么\n\n',
};
const rows: Readonly<Record<string, readonly Case[]>> = {
  'whether a backup was used': [
    [
      'en',
      'The backups were not needed.',
      'In the end we restored the addresses from a backup.',
      'In the end we restored the addresses from a backup.',
    ],
    ['en', 'The backups were not needed.', 'If we had needed a backup, it would have been an hour old.'],
    ['en', 'The backup of 22:00 was not needed.', 'We restored the addresses from a backup.'],
    ['zh', '备份这次没有动用。', '我们从备份里恢复了地址表。', '我们从备份里恢复了地址表。'],
    ['zh', '备份这次没有动用。', '我们每季度演练一次从备份恢复。'],
  ],
  'how often backups are made and how long they are kept': [
    ['en', 'The database is backed up every four hours.', 'A backup is made once a night.', 'once a night'],
    ['en', 'The database is backed up every four hours.', 'That comes to six backups a day.'],
    ['en', 'The database is backed up every four hours.', 'We test the backups once a year.'],
    ['en', 'The database is backed up every four hours.', 'From June on we will make a backup every hour.'],
    ['en', 'Backups are kept for 60 days.', 'After a fortnight every backup is deleted.', 'a fortnight'],
    ['en', 'Backups are kept for 60 days.', 'A backup is deleted after two months.'],
    ['zh', '数据库每四小时备份一次。', '数据库一天只备份一次。', '一天只备份一次'],
    ['zh', '数据库每四小时备份一次。', '也就是一天备份六次。'],
    ['hant', '備份在異地保存九十天。', '每份備份只留14天。', '14天'],
    ['hant', '備份在異地保存九十天。', '每份備份保存三個月。'],
  ],
  'harm that is denied and told': [
    [
      'en',
      'No parcel was lost, mixed up or altered.',
      'Three parcels were delivered to the wrong customer.',
      'Three parcels were delivered to the wrong customer.',
    ],
    [
      'en',
      'No label was mixed up.',
      'A few labels ended up on the wrong parcels.',
      'A few labels ended up on the wrong parcels.',
    ],
    ['en', 'Nobody was charged twice.', 'Some of you were debited two times.', 'Some of you were debited two times.'],
    ['en', 'Nobody was charged twice.', 'In March 2026 some senders were charged twice.'],
    ['en', 'Nobody was charged twice.', 'By June an alarm will tell us when a card is charged twice.'],
    ['zh', '没有人被重复扣款。', '有些寄件人的运费被扣了两遍。', '有些寄件人的运费被扣了两遍。'],
    ['zh', '没有人被重复扣款。', '多试几次的寄件人也只扣了一次。'],
    ['hant', '個人資料沒有外洩。', '部分寄件人的資料流到了外部。', '部分寄件人的資料流到了外部。'],
  ],
  'how many were lost': [
    ['en', '41 labels could not be restored.', 'The number of labels lost for good is 63.', '63'],
    ['en', '41 labels could not be restored.', 'Of these, 12 labels could not be restored in Leeds.'],
    ['zh', '15张面单没能找回。', '没能找回的面单有三十八张。', '三十八'],
  ],
  'what customers are given': [
    [
      'en',
      'The credit of each sender is applied automatically.',
      'The credit is granted only upon written request.',
      'The credit is granted only upon written request.',
    ],
    ['en', 'The credit of each sender is applied automatically.', 'For further losses, please write to us.'],
    ['zh', '四月的服务费一律减收十分之一。', '四月的服务费减收三成。', '费减收三成'],
    ['zh', '四月的服务费一律减收十分之一。', '四月的服务费减收一成。'],
    ['zh', '抵扣券自动发到账户。', '不提出申请的寄件人拿不到抵扣券。', '不提出申请的寄件人拿不到抵扣券。'],
  ],
  'when everybody had the money back': [
    [
      'en',
      'All of them had their money back by 23 April 2027.',
      'The last of these refunds will be made on 10 May 2027.',
      '10 May 2027',
    ],
    ['en', 'All of them had their money back by 23 April 2027.', 'The refunds start on 12 April 2027.'],
  ],
  'how far a measure is': [
    [
      'en',
      actions.en,
      `${measures.en}The second power feed for the sorting hall has been in operation since 26 April.`,
      'The second power feed for the sorting hall has been in operation since 26 April.',
    ],
    [
      'en',
      actions.en,
      `${measures.en}The belt still has no alarm on its speed; that is planned for October 2027.`,
      'The belt still has no alarm on its speed; that is planned for October 2027.',
    ],
    ['en', actions.en, `${measures.en}The second power feed is not expected before the end of June 2027.`],
    ['zh', actions.zh, `${measures.zh}皮带速度报警要到秋天才能上线。`, '皮带速度报警要到秋天才能上线。'],
    ['zh', actions.zh, `${measures.zh}分拣大厅的双路供电已经投入使用。`, '分拣大厅的双路供电已经投入使用'],
    ['zh', actions.zh, `${measures.zh}分拣大厅的双路供电预计六月底才能投入使用。`],
  ],
};
testCases(front, rows);

testCases(front, {
  'when customers reach us': [
    [
      'en',
      'Scanning stopped.',
      'Call 020 5550 0144, daily from 08:00 to 20:00.\n\nOur telephone is staffed on weekdays only.',
      'on weekdays',
    ],
    ['en', 'Scanning stopped.', 'Call 020 5550 0144, daily from 08:00 to 20:00.\n\nOn weekends the line is open, too.'],
    [
      'en',
      'Scanning stopped.',
      'Call 020 5550 0144, daily from 08:00 to 20:00.\n\nAfter five working days, call us again.',
    ],
    [
      'zh',
      '扫描中断。',
      '服务热线 400-000-2256，每天 8:00 到 20:00 有人接听。\n\n热线的接听时间是每天 9:00 到 17:30。',
      '每天 9:00 到 17:30',
    ],
    ['zh', '扫描中断。', '服务热线 400-000-2256，每天 8:00 到 20:00 有人接听。\n\n那天热线一直忙到晚上十点。'],
  ],
});
