import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradicting } from './contradicting.js';

// One document with all its times: 14:05 began, 14:20 noticed, 14:31 told, 16:10 makeshift, 16:40 over.
const front =
  '---\ntype: postmortem\nstatus: resolved\nstarted: 2026-03-03 14:05 +00:00\ndetected: 2026-03-03 14:20 +00:00\nfirst-notice: 2026-03-03 14:31 +00:00\nmitigated: 2026-03-03 16:10 +00:00\nresolved: 2026-03-03 16:40 +00:00\ntimezone: Etc/UTC\n---\n\n';
const heads = {
  en: ['# Late parcels\n\n## Summary\n\n', '\n\n## For our customers\n\n### What happened\n\n'],
  zh: ['# 包裹延误\n\n## 摘要\n\n', '\n\n## 客户说明\n\n### 发生了什么\n\n'],
  hant: ['# 包裹延誤\n\n## 摘要\n\n', '\n\n## 客戶說明\n\n### 發生了什麼\n\n'],
} as const;

/** What colleagues read, what customers read, and the words that must be marked; none where both agree. */
type Case = readonly [keyof typeof heads, string, string, ...string[]];
const timeline = {
  en: 'Scanning stopped.\n\n## Timeline\n\n- 14:05 Scanning stops\n- 14:20 On-call paged\n- 14:26 Server rolled back to the previous release\n- 14:31 First notice to customers\n- 16:40 All parcels scanned',
  zh: '扫描中断。\n\n## 时间线\n\n- 14:05 扫描中断\n- 14:20 值班工程师接警\n- 14:26 停止同步任务\n- 14:31 首次通知客户\n- 16:40 全部扫描完毕',
};
const actions = {
  en: 'Scanning stopped.\n\n## Actions\n\n| Action | Owner | Due | State |\n|---|---|---|---|\n| Second power feed for the sorting hall | Ann | 2026-05-04 | open |\n| Alarm on the belt speed | Ben | 2026-03-10 | done |',
  zh: '扫描中断。\n\n## 行动项\n\n| 事项 | 负责人 | 期限 | 状态 |\n|---|---|---|---|\n| 分拣大厅双路供电 | 甲 | 2026-05-04 | 未开始 |\n| 皮带速度报警 | 乙 | 2026-03-10 | 已完成 |',
};
const rows: Readonly<Record<string, readonly Case[]>> = {
  'who was spared': [
    [
      'en',
      '5,900 senders were affected: 5,600 households and 300 business senders.',
      'Firms use another counter and noticed nothing.',
      'Firms use another counter and noticed nothing',
    ],
    ['en', '5,900 households were affected.', 'Firms use another counter and noticed nothing.'],
    ['en', '5,900 senders in Leeds were affected.', 'Senders in other towns were not affected.'],
    ['en', '300 iPhone users could not print.', 'Customers were not affected by the second change.'],
    [
      'zh',
      '受影响的寄件人中，使用苹果手机的3,500户，使用安卓手机的5,200户。',
      '苹果手机用户当晚一切正常。',
      '苹果手机用户当晚一切正常',
    ],
    ['zh', '受影响的寄件人中，使用安卓手机的5,200户。', '苹果手机用户当晚一切正常。'],
    ['zh', '受影响的寄件人中，使用安卓手机的5,200户。', '其他用户没有受到影响。'],
    ['hant', '受影響的寄件人中，企業客戶有350家。', '企業客戶不受影響。', '企業客戶不受影響'],
  ],
  'waits that are none for the first notice': [
    ['en', timeline.en, 'We noticed after fifteen minutes and told you in the app 11 minutes after that.'],
    ['en', timeline.en, 'We put up the first notice 40 minutes after it began.', '40 minutes'],
    ['zh', timeline.zh, '故障发生十五分钟后系统报了警；又过了十一分钟，我们发出公告。'],
    ['zh', timeline.zh, '14:20值班台报告，十一分钟后我们发出公告。'],
    ['zh', timeline.zh, '故障发生四十分钟后，我们发出首次公告。', '四十分钟'],
  ],
  'wholes that are rounded': [
    ['en', 'Scanning stopped.', 'It affected just under 4,000 parcels: 3,120 letters and 840 boxes.'],
    ['en', 'Scanning stopped.', 'It affected just under 4,000 parcels: 3,120 letters and 540 boxes.', '4,000'],
    ['en', 'Scanning stopped.', 'It affected 4,000 parcels: 3,120 letters and 840 boxes.', '4,000'],
  ],
  'weeks by their first day': [
    ['en', 'Scanning stopped.', 'Parcels could not be scanned on 5 June at 14:05 UTC.', '5 June'],
    ['en', 'Scanning stopped.', 'Parcels could not be scanned in the week of 2 March.'],
  ],
  'in what order': [
    [
      'en',
      timeline.en,
      'We told you on the website before we went back to the old version.',
      'We told you on the website before we went back to the old version',
    ],
    ['en', timeline.en, 'We went back to the old version before we told you.'],
    ['en', timeline.en, 'We should have told you before we went back to the old version.'],
    ['zh', timeline.zh, '我们先通知了大家，然后才停下任务。', '先通知了大家，然后才停下任务'],
    ['zh', timeline.zh, '我们先停下任务，再通知大家。'],
    ['zh', timeline.zh, '今后我们会先通知大家，再停下任务。'],
  ],
  'done here, open there': [
    [
      'en',
      actions.en,
      'Sorry.\n\n### What we have done\n\nThe sorting hall now has two feeds: the second power feed for the hall has been in place since 1 April.',
      'The sorting hall now has two feeds: the second power feed for the hall has been in place since 1 April',
    ],
    [
      'en',
      actions.en,
      'Sorry.\n\n### What we have done\n\nAn alarm on the speed of the belt is in place since 10 March.',
    ],
    [
      'en',
      actions.en,
      'Sorry.\n\n### What we have done\n\nThe first part of the second power feed for the sorting hall is in place.',
    ],
    [
      'zh',
      actions.zh,
      '抱歉。\n\n### 已经做了什么\n\n分拣大厅的双路供电已于4月1日上线。',
      '分拣大厅的双路供电已于4月1日上线',
    ],
    ['zh', actions.zh, '抱歉。\n\n### 已经做了什么\n\n皮带的速度报警已于3月10日上线。'],
    ['zh', actions.zh, '抱歉。\n\n### 已经做了什么\n\n分拣大厅的双路供电将于5月4日上线。'],
  ],
  'times in words': [
    ['en', '', 'Scanning was down from five past two until half past five.', 'half past five'],
    ['en', '', 'Scanning was down from five past two until twenty to five in the afternoon.'],
    ['en', '', 'Scanning was down from five past two to twenty minutes to five.'],
    ['en', '', 'Scanning stood still between 2:05 and 4:40 in the afternoon.'],
    ['en', '', 'Scanning was down from five to two until twenty to five in the afternoon.', 'five to two'],
    ['en', '', 'Our staff became aware of it at ten to three.', 'ten to three'],
    ['en', '', 'We noticed it at twenty past two that afternoon.'],
    ['en', '', 'We noticed it shortly after a quarter past two.'],
    ['en', '', 'We became aware of it around half past two.'],
    ['en', '', 'The first message reached you at a quarter past three.', 'a quarter past three'],
    ['en', '', 'The first message reached you soon after half past two.'],
    ['en', '', 'It took five to ten minutes for each of two to three depots to notice.'],
    ['zh', '', '3月3日下午两点零五分到五点半，包裹无法扫描。', '五点半'],
    ['zh', '', '3月3日下午2点05分到4点40分，包裹无法扫描。'],
    ['zh', '', '值班人员发现故障的时间是下午两点三刻。', '下午两点三刻'],
    ['zh', '', '下午两点二十分，值班工程师接到报警。'],
    ['zh', '', '2026年3月3日下午3点一刻，分拣机停止运转，包裹越积越多。', '下午3点一刻'],
    ['zh', '', '2026年3月3日下午2点左右，分拣机停止运转，包裹越积越多。'],
    ['hant', '', '3月3日下午兩點半，掃描機停止運作，包裹堆了起來。', '下午兩點半'],
    ['en', '', 'On 3 March at half past three the scanners stopped.', 'half past three'],
    ['en', '', 'On 3 March, shortly after two, the scanners stopped.'],
  ],
  'when they were told': [
    ['en', '', 'At 14:20 the first call from a customer came in, and at 14:31 we wrote to you.'],
    ['en', '', 'You had heard from us before things worked again at 16:10.'],
  ],
  'numbers in Chinese numerals': [
    ['zh', '共影响2,300位读者。', '受影响的读者大约三千两百位。', '三千两百'],
    ['zh', '共影响3,200位读者。', '受影响的读者大约三千两百位。'],
    ['zh', '共影响12,600名会员。', '一万两千六百名会员受到影响。'],
    ['zh', '共影响12,600名会员。', '一万六千两百名会员受到影响。', '一万六千两百'],
    ['zh', '影响会员12,600人。', '一万六千两百名会员受到影响。', '一万六千两百'],
    ['zh', '约5,400张订单延误。', '四千五百张订单受影响。', '四千五百'],
    ['hant', '約有1,450位讀者打開書櫃時看到空白頁。', '一千五百四十位讀者受到影響。', '一千五百四十'],
    ['zh', '共影响2,300位读者。', '万一您也受影响，请告诉我们，我们千方百计为您补上。'],
  ],
  'shares of a number': [
    [
      'en',
      '9,000 of 36,000 parcels were late.',
      'Parcels were late, roughly 15 % of the 36,000 sent that day.',
      '15 %',
    ],
    ['en', '9,000 of 36,000 parcels were late.', 'Parcels were late, about a quarter of the 36,000 sent that day.'],
    ['en', '9,000 of 36,000 parcels were late.', 'Parcels were late; 15 % of the 36,000 were not even scanned.'],
    ['en', '9,000 of 36,000 parcels were late.', 'Some 15 % of the 60,000 labels were printed twice.'],
    ['zh', '36,000件包裹中的9,000件延误。', '有包裹延误，占36,000件的15%。', '15%'],
    ['zh', '36,000件包裹中的9,000件延误。', '有包裹延误，占36,000件的四分之一。'],
    ['hant', '36,000件包裹中有9,000件延誤。', '有包裹延誤，佔36,000件的一成五左右。', '一成五'],
  ],
  'products over sentences': [
    [
      'en',
      '2,400 senders paid twice. The average second charge was €12.50.',
      'What was taken in error comes to €35,000 altogether.',
      '€35,000',
    ],
    [
      'en',
      '2,400 senders paid twice. The average second charge was €12.50.',
      'What was taken in error comes to €30,000 altogether.',
    ],
    [
      'en',
      '2,400 senders paid twice. The average second charge was €12.50.',
      'In all, €900,000 in total went through our system that day.',
    ],
    [
      'en',
      '2,400 senders paid twice. The average second charge was €20.',
      'What was taken in error comes to €52,000 altogether.',
    ],
    ['en', '1,500 senders were affected.', 'Each sender receives £8. That is a total of £14,000.', '£14,000'],
    ['en', '1,500 senders were affected.', 'Each sender receives £8. That is a total of £12,000.'],
    ['en', '1,500 senders were affected.', 'Each sender receives up to £8. That is a total of £9,500.'],
    ['zh', '1,500位寄件人受影响。', '每位寄件人另得20元红包，红包总额为32,000元。', '32,000元'],
    ['zh', '1,500位寄件人受影响。', '每位寄件人另得20元红包，红包总额为30,000元。'],
    ['hant', '1,500戶受影響。', '每戶補償20元。補償總額為25,000元。', '25,000元'],
  ],
  'what was lost or thrown away': [
    [
      'en',
      'In 61 parcels the labels could not be recovered.',
      '- **Lost data:** none. All is here.',
      'Lost data:** none',
    ],
    ['en', 'We could not restore 61 photos.', 'Data loss: no', 'Data loss: no'],
    ['en', 'We could not restore 61 photos.', 'Photos lost: 0', 'Photos lost: 0'],
    ['en', 'We could not restore 61 photos.', 'Data loss: no more than 61 photos.'],
    ['en', 'All photos are back.', 'Data loss: none'],
    ['zh', '有61张照片无法恢复。', '数据丢失：无', '数据丢失：无'],
    ['zh', '有61张照片无法恢复。', '数据丢失：61张照片'],
    ['hant', '有61張照片無法恢復。', '資料遺失：無', '資料遺失：無'],
    [
      'en',
      'Of 900 parcels, 38 had to be destroyed.',
      'No goods had to be thrown away, and all was delivered.',
      'No goods had to be thrown away',
    ],
    ['en', 'Of 900 parcels, 38 had to be destroyed.', 'No letters had to be destroyed.'],
    ['en', 'All 900 parcels were fit for sale; none had to be destroyed.', 'No goods had to be thrown away.'],
    ['en', 'The old tapes were destroyed on 2 March.', 'No data was lost.'],
    ['zh', '38箱货物只能销毁。', '没有任何货物需要报废。', '没有任何货物需要报废'],
    ['zh', '38箱货物只能销毁。', '有38箱货物被报废，我们照价赔偿。'],
    ['hant', '38箱貨物只能銷毀。', '沒有一件貨物被丟棄。', '沒有一件貨物被丟棄'],
  ],
  'deadlines and gifts told twice': [
    [
      'en',
      '',
      'Claims can be handed in until 31 August.\n\nHow do we get our costs back? With the form and a receipt, no later than 15 August.',
      '15 August',
    ],
    [
      'en',
      '',
      'Claims can be handed in until 31 August.\n\nClaims for spoiled flowers must reach us no later than 15 August.',
    ],
    ['en', '', 'Claims can be handed in until 31 August.\n\nHow do we get our costs back? Send the form by 31 August.'],
    ['zh', '', '请在6月30日前提交索赔材料。\n\n损失怎么赔？请在6月15日前凭票据申请。', '6月15日'],
    ['zh', '', '请在6月30日前提交索赔材料。\n\n鲜花变质的损失，请在6月15日前申请赔付。'],
    ['zh', '', '每位寄件人获赠50点邮费金。\n\n80点邮费金已经到账。', '80点邮费金'],
    ['zh', '', '每位寄件人获赠50点邮费金。\n\n企业客户另获赠80点邮费金。'],
    ['hant', '', '您將獲贈2張寄件券。\n\n除了已入帳的3張寄件券之外，還可免費改址。', '3張寄件券'],
    [
      'en',
      '',
      'Everybody receives 500 bonus points.\n\nThe 300 bonus points were credited on Monday.',
      '300 bonus points',
    ],
    ['en', '', 'Everybody receives 500 bonus points.\n\nThose who waited overnight get 900 bonus points.'],
  ],
  'limits of a length': [
    ['en', '', 'The outage was over in under an hour.', 'an hour'],
    ['en', '', 'The interruption lasted less than two hours.', 'two hours'],
    ['en', '', 'Everything was working again within 40 minutes.', '40 minutes'],
    ['en', '', 'The problem was fixed in just over two hours.'],
    ['en', '', 'The fault was repaired within two hours.'],
    ['en', '', 'The outage was over in under three hours.'],
    ['en', '', 'The outage lasted for well over four hours.', 'four hours'],
    ['en', '', 'The outage lasted for well over two hours.'],
    ['en', '', 'The outage was cleared within 10 minutes of finding its cause.'],
    ['zh', '', '整起事件前后不到一小时。', '一小时'],
    ['zh', '', '好在系统不到一小时就全部恢复了。', '一小时'],
    ['zh', '', '好在系统不到一小时就恢复了大部分功能。'],
    ['zh', '', '故障前后总共不到三小时。'],
    ['hant', '', '這次故障前後不到一個鐘頭。', '一個鐘頭'],
    ['hant', '', '這次故障前後不到三個鐘頭。'],
  ],
};

for (const [matter, cases] of Object.entries(rows))
  describe(matter, () => {
    for (const [language, inside, told, ...wanted] of cases)
      it(`${inside} | ${told}`, () => {
        const [head, letter] = heads[language];
        assert.deepEqual(contradicting(`${front}${head}${inside}${letter}${told}\n`), wanted);
      });
  });
