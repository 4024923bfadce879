import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradicting } from './contradicting.js';

// What colleagues read against what customers read, in one document that is over.
const front =
  '---\ntype: postmortem\nstatus: resolved\nstarted: 2026-03-03T14:05:00Z\nfirst-notice: 2026-03-03T14:31:00Z\nresolved: 2026-03-03T19:15:00Z\n---\n\n';
const heads = {
  en: '# Late parcels\n\n## Summary\n\n',
  zh: '# 包裹延误\n\n## 摘要\n\n',
  hant: '# 包裹延誤\n\n## 摘要\n\n',
};
const letters = {
  en: '\n\n## For our customers\n\n### What happened\n\n',
  zh: '\n\n## 客户说明\n\n### 发生了什么\n\n',
  hant: '\n\n## 客戶說明\n\n### 發生了什麼\n\n',
};
type Language = keyof typeof heads;

/** What colleagues read, what customers read, and the words that must be marked; none where both agree. */
type Case = readonly [Language, string, string, ...string[]];
const rows: Readonly<Record<string, readonly Case[]>> = {
  'the backup that was used': [
    [
      'en',
      'We restored from the snapshot of 01:00 UTC.',
      'We restored your labels from the backup of 22:00 UTC on 2 March.',
      '22:00 UTC on 2 March',
    ],
    ['en', 'Restored the 03:30 dump.', 'Your addresses were recovered from a copy made at 04:30.', '04:30'],
    ['en', 'Used the backup from 2 March, 23:00.', 'We used the backup taken on 1 March at 23:00.', '1 March at 23:00'],
    ['zh', '从3月3日04:00的备份恢复。', '地址表是用3月2日22:00的备份恢复的。', '3月2日22:00'],
    ['zh', '用02:30的快照还原了数据库。', '我们从01:30的快照中找回了全部地址。', '01:30'],
    ['hant', '從3月3日04:00的備份還原。', '地址表是用3月2日22:00的備份還原的。', '3月2日22:00'],
    [
      'en',
      'We restored from the snapshot of 01:00 UTC.',
      'We restored your labels from the backup of 01:00 UTC on 3 March.',
    ],
    [
      'en',
      'We restored from the snapshot of 01:00 UTC, photos from the 02:00 one.',
      'We restored your photos from the backup of 02:00 UTC.',
    ],
    ['en', 'We restored from the snapshot of 01:00 UTC.', 'The backup of 22:00 UTC was not needed.'],
    [
      'en',
      'We restored from the snapshot of 01:00 UTC.',
      'A backup is made every day at 22:00. At 16:10 we began to restore the backup.',
    ],
    ['zh', '从3月3日04:00的备份恢复。', '数据库每天22:00备份。地址表是用04:00的备份恢复的。'],
    ['zh', '从3月3日04:00的备份恢复。', '另有一份02:00的备份，检查过，没有用到。'],
  ],
  'all of them and a part of them': [
    [
      'en',
      '4,180 of 11,000 senders were locked out.',
      'All senders were locked out of their accounts.',
      'All senders were locked out',
    ],
    [
      'en',
      '38% of our customers could not print labels.',
      'For five hours, every customer could not print labels.',
      'every customer could not',
    ],
    [
      'en',
      '960 of our 2,400 lockers were down.',
      'All customers could not open our lockers.',
      'All customers could not',
    ],
    ['zh', '9,200家商户中，6,440家（70%）无法打印面单。', '所有商户都无法打印面单。', '所有商户都无法'],
    ['zh', '12,400个柜子里有4,960个打不开。', '所有用户在我们的柜子上都打不开门。', '所有用户在我们的柜子上都打不开'],
    ['zh', '四成用户无法登录。', '全体用户无法登录。', '全体用户无法'],
    ['hant', '9,200家商戶中，6,440家（70%）無法列印面單。', '所有商戶都無法列印面單。', '所有商戶都無法'],
    ['en', '4,180 of 11,000 senders were locked out.', 'All senders with a depot account were locked out.'],
    [
      'en',
      '4,180 of 11,000 senders could not print labels.',
      'All senders were slow to get an answer. All senders could not see the map.',
    ],
    [
      'en',
      '4,180 of 11,000 senders were locked out.',
      'Almost all senders were locked out at the peak. All senders were refunded. All senders who were locked out know.',
    ],
    ['en', 'By 16:00, 4,180 of 11,000 senders were still locked out.', 'All senders were locked out.'],
    [
      'en',
      '4,180 of 11,000 senders were locked out.',
      'From 14:05 to 19:15 UTC, little worked.\n\nFrom 14:05 to 14:20 UTC all senders were locked out, then a part of them.',
    ],
    ['zh', '9,200家商户中，6,440家（70%）无法打印面单。', '并非所有商户都无法打印面单，所有商户都收到了退款。'],
    ['zh', '9,200家商户中，6,440家（70%）无法打印面单。', '所有商户在高峰时段都无法打印面单。'],
    ['zh', '9,200家商户中，6,440家（70%）无法打印面单。', '所有用户都无法查看轨迹。'],
  ],
  'numbers with two digits exchanged, in a table': [
    ['zh', '| 项目 | 数量 |\n|---|---|\n| 受影响包裹 | 23,716 |', '受影响的包裹一共23,176件。', '23,176'],
    ['zh', '受影响寄件人3,210名。', '受影响的寄件人有3,120名。', '3,120'],
    ['en', '| Measure | Value |\n|---|---|\n| Parcels held back | 3,460 |', 'We held back 3,640 parcels.', '3,640'],
    ['en', '- Parcels held back: 3,460', 'We held back 3,640 parcels.', '3,640'],
    ['hant', '| 項目 | 數量 |\n|---|---|\n| 受影響包裹 | 23,716 |', '受影響的包裹共23,176件。', '23,176'],
    ['zh', '| 项目 | 数量 |\n|---|---|\n| 受影响包裹 | 23,716 |', '受影响的包裹一共23,716件。'],
    ['zh', '| 项目 | 数量 |\n|---|---|\n| 受影响包裹 | 23,716 |', '打来的电话一共23,176通。'],
    ['en', '| Measure | Value |\n|---|---|\n| Parcels held back | 3,460 |', 'We answered 3,640 calls.'],
    ['en', '| Depot | Vans |\n|---|---|\n| North | 12 |', 'In the south, 21 vans stood still.'],
  ],
  'nothing lost, and a loss elsewhere': [
    ['en', '- Photos lost: 37, from 21 senders', 'No photos were lost.', 'No photos were lost'],
    [
      'en',
      '| Measure | Value |\n|---|---|\n| Labels not recovered | 12 |',
      'No data was lost.\n\nNo labels were lost.',
      'No labels were lost',
    ],
    ['en', '| Measure | Value |\n|---|---|\n| Records lost | 12 |', 'There was no data loss.', 'no data loss'],
    [
      'en',
      'Late.\n\n## Action items\n\n| What | Owner |\n|---|---|\n| Write to the 37 senders whose photos could not be restored | Ana |',
      'Not one photo was lost.',
      'Not one photo was lost',
    ],
    [
      'zh',
      '另有86张面单的照片没有写入存储，事后无法恢复。',
      '没有丢失任何面单资料，所有已提交的内容都完整保存。',
      '没有丢失任何面单资料',
    ],
    ['zh', '| 项目 | 数量 |\n|---|---|\n| 无法恢复的照片 | 86张 |', '照片都完整保存。', '照片都完整保存'],
    [
      'zh',
      '延误。\n\n## 行动项\n\n| 事项 | 负责人 |\n|---|---|\n| 联系86位照片找不回来的寄件人 | 小李 |',
      '照片没有丢失。',
      '照片没有丢失',
    ],
    ['hant', '| 項目 | 數量 |\n|---|---|\n| 無法復原的照片 | 86張 |', '照片沒有遺失。', '照片沒有遺失'],
    ['en', '- Photos lost: 0', 'No photos were lost.'],
    [
      'en',
      '| Measure | Value |\n|---|---|\n| Photos lost | 0 |\n| Calls lost | 41 |',
      'No photos were lost. No data was lost.',
    ],
    [
      'en',
      'Late.\n\n## Action items\n\n| What | Owner |\n|---|---|\n| Alarm when photos cannot be restored | Ana |',
      'No photos were lost.',
    ],
    ['zh', '| 项目 | 数量 |\n|---|---|\n| 无法恢复的照片 | 0 |', '照片都完整保存。'],
    ['zh', '另有86张照片没有写入存储，无法恢复。', '地址资料没有丢失。已归档的照片没有丢失。'],
    ['zh', '这个账号没有写入权限，12次清理因此失败。', '数据没有丢失。'],
  ],
  'over, and still broken': [
    [
      'en',
      'Late.',
      'Two depots are still being counted and cannot take parcels.',
      'are still being counted and cannot',
    ],
    ['en', 'Late.', 'As we write, the lockers in Leeds are offline.', 'As we write, the lockers in Leeds are offline'],
    ['en', 'Late.', 'The northern depots remain down.', 'remain down'],
    ['en', 'Late.', 'Senders in Otley still cannot print labels.', 'still cannot'],
    ['zh', '延误。', '截至本文发出，两个仓仍在盘点，暂时还不能下单。', '截至本文发出，两个仓仍在盘点，暂时还不能下单'],
    ['zh', '延误。', '北仓的柜子目前仍打不开，请再等一等。', '目前仍打不开'],
    ['hant', '延誤。', '北倉目前仍無法下單，請再等一等。', '目前仍無法下單'],
    [
      'en',
      'Late.',
      'No depot is still offline. If you still cannot print labels, call us. Anyone who still cannot log in should restart the app.',
    ],
    ['en', 'Late.', 'At 16:00 two depots were still closed. 12 labels are still missing; we are still reading them.'],
    ['en', 'Late.', 'The full report is still not available. The test feature remains offline until 5 May.'],
    ['en', 'Late.', '15 claims are still being reviewed. We cannot yet promise that it never comes back.'],
    ['zh', '延误。', '如仍无法登录，请致电我们。当时北仓仍不能下单。此时南仓仍不能下单。'],
    ['zh', '延误。', '仍有44条记录无法恢复。目前没有用户仍无法下单。目前还不能保证不再发生。'],
    ['zh', '延误。', '16:00时北仓仍无法下单。旧版应用目前仍无法登录，请升级。'],
  ],
};

describe('what colleagues and customers read', () => {
  for (const [family, cases] of Object.entries(rows))
    it(family, () => {
      const marked = ([language, inside, outside]: Case): string[] =>
        contradicting(front + heads[language] + inside + letters[language] + outside);
      assert.deepEqual(
        cases.map((each) => [...each.slice(0, 3), ...marked(each)]),
        cases,
      );
    });
});
