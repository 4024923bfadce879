import { type Case, testCases } from './contradicting.js';

const start = '---\ntype: postmortem\nseverity: SEV-2\nstarted: 2026-03-03T14:05:00Z\ndetected: 2026-03-03T14:20:00Z\n';
const front = `${start}resolved: 2026-03-03T16:40:00Z\ntimezone: Etc/UTC\n---\n\n`;

const timeline = (...rows: string[]): string =>
  `Scanning stopped.\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}`;
const steps = timeline(
  '14:05 Scanning stops',
  '14:20 On-call paged',
  '14:31 First notice to customers',
  '15:10 Traffic moved to the standby',
  '15:40 Release rolled back',
  '16:40 All parcels scanned',
);
const rows: Readonly<Record<string, readonly Case[]>> = {
  'levels of severity': [
    ['en', 'This was handled as a SEV-1 throughout.', 'Scanning stopped.', 'SEV-1'],
    ['en', 'It was opened as SEV-3 and raised to SEV-2 at 14:30.', 'Scanning stopped.'],
    ['en', 'We handled it as SEV-2.', 'Scanning stopped.'],
    ['zh', '本次事件始终按 SEV-1 处理。', '扫描中断。', 'SEV-1'],
    ['zh', '起初定为 SEV-3，后升级为 SEV-2。', '扫描中断。'],
  ],
  'regions and versions': [
    ['en', 'Parcels in the Leeds depot were not scanned.', 'Parcels in our York depot were not scanned.', 'York'],
    ['en', 'Parcels in the Leeds depot were not scanned.', 'Parcels in our Leeds depot were not scanned.'],
    ['en', 'Parcels in the Leeds depot were not scanned.', 'The York depot worked normally.'],
    ['zh', '华东大区的包裹没能扫描。', '华南大区的包裹没能扫描。', '华南'],
    ['zh', '华东大区的包裹扫描中断。', '华南大区的包裹扫描中断。', '华南'],
    ['en', 'Release 4.18.2 changed how labels are read.', 'It came with version 4.18.1 of our software.', '4.18.1'],
    ['en', 'Release 4.18.2 changed how labels are read.', 'It came with version 4.18.2 of our software.'],
    ['en', 'Release 4.18.2 changed how labels are read.', 'Version 4.19.0 will read both kinds.'],
    ['en', 'Release 4.8.2 has the bug.', 'Version 4.8.2 has the bug that stopped the belt.'],
    ['en', 'We shipped 4.8.3 with the fix. 4.8.2 deadlocks.', 'Please upgrade to 4.8.2.', '4.8.2'],
  ],
  'names that were hit or spared': [
    ['en', 'Gateways in Asia were not touched.', 'Customers in Europe and in Asia were affected.', 'Asia'],
    ['en', 'Gateways in Asia were not touched.', 'Customers in Europe were affected.'],
    ['en', 'Parcels in Leeds were affected.', 'Leeds was affected until 15:10; later it was not affected.'],
    ['en', 'The depots Leeds and York both stopped.', 'Only parcels in Leeds were affected.', 'Leeds'],
    ['en', 'The depots Leeds and York both stopped.', 'Parcels in Leeds and York were affected.'],
    ['en', 'Scanners in Leeds stopped.', 'Only parcels in Leeds were affected.'],
    ['zh', '- K7 走独立的平台，不受影响', '使用 K5 和 K7 的家庭都受到了影响。', 'K7'],
  ],
  contacts: [
    ['en', 'Scanning stopped.', 'Please call 555 0142.\n\nThe number of our help line is 555 0124.', '555 0124'],
    ['en', 'Scanning stopped.', 'Please call 555 0142.\n\nThe number of our help line is 555 0142.'],
    [
      'en',
      'Scanning stopped.',
      'Write only to parcels@mill.example.\n\nWe read solely what comes to help@mill.example.',
      'help@mill.example',
    ],
    ['en', 'Scanning stopped.', 'Write only to parcels@mill.example.\n\nPress: media@mill.example.'],
    ['zh', '扫描中断。', '本次事件只设一个电话：400-000-1122。\n\n唯一的受理电话是 400-000-1377。', '400-000-1377'],
  ],
  'figures that look like a slip': [
    ['en', 'We took $241,310 twice.', 'We returned $214,310 in all.', '$214,310'],
    ['en', 'We took $241,310 twice.', 'We returned $198,000 so far.'],
    ['en', 'The files come to 4.2 TB.', 'It was about 4.2 GB of files.', '4.2 GB'],
    ['en', 'The files come to 4.2 TB.', 'The log grew to 1.1 GB.'],
    ['zh', '共有126,000名用户下单失败。', '下单失败的用户共约1.26万人。', '1.26万'],
    ['hant', '共有126,000名用戶下單失敗。', '下單失敗的用戶共約12.6萬人。'],
  ],
  shares: [
    ['en', '18,400 parcels were late, which is 8 %.', 'About 12 % of the parcels, 18,400 in all, were late.', '12 %'],
    ['en', '18,400 parcels were late, which is 8 %.', 'About 8 % of the parcels, 18,400 in all, were late.'],
    ['en', 'Scanning stopped.', 'Three quarters of them were found. For the remaining 40 % there is no copy.', '40 %'],
    ['en', 'Scanning stopped.', 'Three quarters of them were found. For the remaining 25 % there is no copy.'],
    ['en', '4,140 payments failed, which is 18 %.', 'About 8 % of the payments failed.', '8 %'],
    ['zh', '2,400封发错，占6%。', '约有16%的用户受到影响，共2,400封。', '16%'],
  ],
  'when money is back': [
    ['en', 'Scanning stopped.', 'You will have the refund by 17 April.\n\nThe refund arrives by 24 April.', '24 April'],
    ['en', 'Scanning stopped.', 'You will have the refund by 17 April.\n\nClaim other losses by 24 April.'],
    ['zh', '扫描中断。', '退款最迟4月17日到账。\n\n退款将从4月22日起分批发出。', '4月22日'],
    ['zh', '扫描中断。', '退款将从4月12日起分批发出，最迟4月17日到账。'],
  ],
  'rows of the timeline and front matter': [
    [
      'en',
      timeline('14:05 Scanning stops', '14:12 Alarm fires', '16:40 All parcels scanned again'),
      'It was late.',
      '14:12',
    ],
    ['en', timeline('14:05 Scanning stops', '14:20 Alarm fires', '16:40 All parcels scanned again'), 'It was late.'],
    ['en', steps, 'We noticed it within four minutes.', 'four minutes'],
    ['en', steps, 'We became aware of it after 40 minutes.', '40 minutes'],
    ['en', steps, 'We became aware of it after 15 minutes.'],
    ['en', steps, 'We became aware of it within 20 minutes.'],
  ],
  'in what order': [
    [
      'en',
      steps,
      'Our first act was to roll the release back, and only then did we move traffic over.',
      'Our first act was to roll the release back, and only then did we move traffic over',
    ],
    ['en', steps, 'First we moved traffic over, and only then did we roll the release back.'],
    ['en', steps, 'We rolled the release back before we told you.', 'We rolled the release back before we told you'],
    ['en', steps, 'We told you before we rolled the release back.'],
  ],
  'in what order, by the words of the rows': [
    [
      'en',
      steps,
      'We first scanned all the parcels again, and only then moved traffic to the standby.',
      'We first scanned all the parcels again, and only then moved traffic to the standby',
    ],
    ['en', steps, 'We first moved traffic to the standby, and only then scanned all the parcels again.'],
    [
      'zh',
      '扫描停止。\n\n## 处置经过\n\n- 15:10 从备份恢复参数表\n- 15:40 重算全部工资单',
      '我们先重算了全部工资单，随后从备份恢复了参数表。',
      '我们先重算了全部工资单，随后从备份恢复了参数表',
    ],
    [
      'zh',
      '扫描停止。\n\n## 处置经过\n\n- 15:10 从备份恢复参数表\n- 15:40 重算全部工资单',
      '我们先从备份恢复了参数表，随后重算了全部工资单。',
    ],
  ],
  'when something was done': [
    [
      'en',
      'The longer list was introduced on 2 February with the new labels.',
      'On 12 February we introduced a longer list.',
      '12 February',
    ],
    ['en', 'The longer list was introduced on 2 February.', 'On 2 February we introduced a longer list.'],
    ['en', 'The longer list was introduced on 2 February.', 'On 12 March we will introduce a shorter list.'],
    ['en', 'The longer list was introduced on 2 February.', 'On 9 February we introduced a second belt.'],
    ['zh', '2 月 11 日发布的版本改了名单。', '2 月 21 日发布的新版本改了名单。', '2 月 21 日'],
    ['zh', '2 月 11 日发布的版本改了名单。', '我们会在 2 月 21 日发布新版本。'],
  ],
  'when a message comes': [
    ['en', 'The closing letter goes out on 8 July.', 'Our closing letter will reach you on 15 July.', '15 July'],
    ['en', 'The closing letter goes out on 15 July.', 'Our closing letter will reach you on 15 July.'],
    ['en', 'The next update comes on 8 July.', 'Our closing letter will reach you on 15 July.'],
    ['zh', '8 月 28 日寄出下一份报告。', '我们会在 8 月 21 日寄出下一份进度报告。', '8 月 21 日'],
    ['zh', '8 月 21 日寄出下一份报告。', '我们会在 8 月 21 日寄出下一份进度报告。'],
  ],
  'parts and what they are compared with': [
    ['en', 'Of 347 firms, 212 are in York and 135 in Leeds, 27 more than at first.', 'Scanning stopped.'],
    ['zh', '企业 347 家，其中国内 212 家、欧洲 135 家，比估计多 27 家。', '扫描停止。'],
    ['zh', '受影响学员 3,600 人，占当晚在线 12,000 人的 40%。', '扫描停止。', '40%'],
    ['zh', '受影响学员 4,800 人，占当晚在线 12,000 人的 40%。', '扫描停止。'],
  ],
  'said in words': [
    [
      'en',
      'A driver calls. No alarm had fired.',
      'Our monitoring noticed it at once.',
      'monitoring noticed it at once',
    ],
    ['en', 'An alarm fired at once.', 'Our monitoring noticed it at once.'],
    [
      'en',
      'Our monitoring noticed it at once.',
      'No alarm had fired on Monday. On Tuesday our monitoring noticed the same fault at once.',
    ],
    [
      'en',
      'In March 2024 the same fault stopped the belt.',
      'This has never happened before.',
      'has never happened before',
    ],
    ['en', 'We make sure that the same fault is caught.', 'This has never happened before.'],
    ['zh', '去年就发生过类似的问题。', '这是上线以来第一次出现这类故障。', '这是上线以来第一次'],
    ['hant', '發現時沒有任何告警。', '我們的監控系統最先報警。', '我們的監控系統最先報警'],
  ],
};

testCases(front, rows);
