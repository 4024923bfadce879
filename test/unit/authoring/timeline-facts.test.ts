import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timelineFacts } from '../../../src/core/authoring/timeline-facts.js';
import { addCustomerPart, createLinter } from '../../../src/core/index.js';

const read = (text: string) => createLinter().analyze(text).postmortem;
const head = (more = '') => `---\ntype: postmortem\n${more}---\n\n# A\n\n`;

/** Facts as `fact: 2026-03-03T14:05`. */
function told(text: string, zone = 'UTC', began?: string): string[] {
  const { facts } = timelineFacts(read(text), zone, began === undefined ? undefined : Date.parse(began));
  return [...facts].map(([fact, at]) => `${fact}: ${new Date(at).toISOString().slice(0, 16)}`).sort();
}

const whole = [
  'began: 2026-03-03T14:05',
  'detected: 2026-03-03T14:12',
  'ended: 2026-03-03T16:40',
  'notified: 2026-03-03T14:31',
  'repaired: 2026-03-03T16:35',
];

describe('what a timeline tells', () => {
  it('in a table with days', () => {
    const text = `${head()}## Timeline\n\nAll times in UTC.\n\n| Time | What |\n| --- | --- |\n| 2026-03-03 13:20 | We changed how invoices are sorted |\n| 2026-03-03 14:05 | Invoices cannot be opened: the outage begins |\n| 2026-03-03 14:12 | An alarm reached the team on duty |\n| 2026-03-03 14:20 | We begin to investigate the outage |\n| 2026-03-03 14:31 | First notice to customers |\n| 2026-03-03 15:10 | Some customers can open invoices again |\n| 2026-03-03 16:35 | The disk is replaced |\n| 2026-03-03 16:40 | All invoices open again, service restored |\n`;
    assert.deepEqual(told(text, 'America/New_York'), whole);
  });

  it('in a list without days, where front matter says on which day it began; in the zone of the timeline', () => {
    const text = `${head()}## Timeline (CET)\n\n- 15:05 The outage starts.\n- 15:12 The team is paged.\n- 15:31 Status page updated.\n- 17:35 Fix deployed.\n- 17:40 Back to normal.\n`;
    assert.deepEqual(told(text, 'UTC', '2026-03-03T14:05Z'), whole);
    assert.deepEqual(told(text, 'UTC'), [], 'without a day nothing is known');
  });

  it('under headings, over midnight', () => {
    const text = `${head()}## Timeline\n\nAll times in UTC\n\n### 2026-03-03 22:10 - Problem starts\n\nNo page opens.\n\n### 22:40 - Team alerted\n\nThe team was alerted.\n\n### 01:15 - Service recovered\n\nIt works again.\n`;
    assert.deepEqual(told(text), ['began: 2026-03-03T22:10', 'detected: 2026-03-03T22:40', 'ended: 2026-03-04T01:15']);
  });

  it('in Chinese', () => {
    const table = `${head('language: zh\n')}## 时间线（北京时间）\n\n| 时间 | 经过 |\n| --- | --- |\n| 2026-03-03 21:20 | 改动了发票的排序方法 |\n| 2026-03-03 22:05 | 存放发票的磁盘满了，发票无法打开 |\n| 2026-03-03 22:12 | 值班组收到警报 |\n| 2026-03-03 22:31 | 首次通知客户 |\n| 2026-03-03 23:00 | 部分客户恢复 |\n| 2026-03-04 00:35 | 换上更大的磁盘 |\n| 2026-03-04 00:40 | 服务恢复正常 |\n`;
    assert.deepEqual(told(table), whole);
    const list = `${head('language: zh\n')}## 时间线\n\n- 3月3日 22:05 故障开始\n- 22:12 客户来电\n- 22:31 发布公告\n- 00:35 修复上线\n- 00:40 恢复访问\n`;
    assert.deepEqual(told(list, 'Asia/Shanghai', '2026-03-03T14:05Z'), whole);
  });

  it('is nothing where rows say something else, or contradict the beginning', () => {
    const text = `${head()}## Timeline (UTC)\n\n- 2026-03-03 14:05 We investigate the outage.\n- 2026-03-03 14:20 The fix failed.\n- 2026-03-03 14:40 The service is not restored.\n- 2026-03-03 14:50 We tried to put in a larger disk.\n`;
    assert.deepEqual(told(text), []);
    const early = `${head()}## Timeline (UTC)\n\n- 2026-03-03 14:05 The outage starts.\n- 2026-03-03 14:12 The team is paged.\n- 2026-03-03 16:40 Service restored.\n`;
    assert.deepEqual(
      told(early, 'UTC', '2026-03-03T15:00Z').filter((each) => !each.startsWith('began')),
      ['ended: 2026-03-03T16:40'],
    );
  });
});

describe('adding a customer part takes over times from the timeline', () => {
  it('in English, and not its words', () => {
    const text = `${head('timezone: UTC\n')}## Timeline\n\n| Time | What |\n| --- | --- |\n| 2026-03-03 14:05 | The outage begins on kestrel-7 |\n| 2026-03-03 14:12 | Alert fired |\n| 2026-03-03 16:35 | Disk replaced by Nordlicht |\n| 2026-03-03 16:40 | Service restored |\n`;
    const part = addCustomerPart(read(text), 'Europe/Berlin')?.text ?? '';
    assert.match(part, /From 14:05 UTC on 3 March 2026 to 16:40 UTC on 3 March 2026, \[number\] of our customers/);
    assert.match(part, /for 2 hours 35 minutes we let you down/);
    assert.match(
      part,
      /noticed the problem at 14:12 UTC on 3 March 2026 and first told you about it at \[time of first/,
    );
    assert.match(part, /- At 16:35 UTC on 3 March 2026, we \[repair\]/);
    assert.match(
      part,
      /From 14:05 UTC on 3 March 2026 to 16:40 UTC on 3 March 2026, \[effect on customers' business\]/,
    );
    assert.doesNotMatch(part, /kestrel|Nordlicht/);
  });

  it('in Chinese; what front matter says counts first', () => {
    const text = `${head('language: zh\ntimezone: Asia/Shanghai\nbegan: 2026-03-03 22:00\n')}## 时间线\n\n- 22:05 故障开始\n- 22:12 收到告警\n- 22:31 首次通知客户\n- 00:40 恢复正常\n`;
    const part = addCustomerPart(read(text), 'UTC')?.text ?? '';
    assert.match(part, /2026年3月3日22:00（北京时间）至2026年3月4日00:40（北京时间），我们的【数量】位客户/);
    assert.match(part, /而在这2小时40分钟里/);
    assert.match(part, /我们在2026年3月3日22:12（北京时间）发现问题，在2026年3月3日22:31（北京时间）第一次通知您/);
  });
});
