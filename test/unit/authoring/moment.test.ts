import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  frontMatterTime,
  readMoment,
  writtenDayTime,
  writtenDuration,
  writtenTime,
  zoneOffset,
} from '../../../src/core/authoring/moment.js';

const at = Date.UTC(2026, 2, 3, 14, 5);

describe('times', () => {
  it('are written as data with the offset of their zone', () => {
    assert.equal(frontMatterTime(at, 'UTC'), '2026-03-03 14:05 +00:00');
    assert.equal(frontMatterTime(at, 'Europe/Berlin'), '2026-03-03 15:05 +01:00');
    assert.equal(frontMatterTime(at, 'Asia/Shanghai'), '2026-03-03 22:05 +08:00');
    assert.equal(frontMatterTime(at, 'America/New_York'), '2026-03-03 09:05 -05:00');
    assert.equal(frontMatterTime(at, 'Asia/Kolkata'), '2026-03-03 19:35 +05:30');
    assert.equal(frontMatterTime(Date.UTC(2026, 6, 3, 23, 5), 'Europe/Berlin'), '2026-07-04 01:05 +02:00');
  });

  it('are written in words of the language', () => {
    assert.equal(writtenTime(at, 'UTC', 'en'), '14:05 UTC on 3 March 2026');
    assert.equal(writtenTime(at, 'Europe/Berlin', 'en'), '15:05 UTC+1 on 3 March 2026');
    assert.equal(writtenTime(at, 'Asia/Shanghai', 'zh'), '2026年3月3日22:05（北京时间）');
    assert.equal(writtenTime(at, 'UTC', 'zh'), '2026年3月3日14:05（UTC）');
    assert.equal(writtenDayTime(at, 'UTC', 'en'), '3 March 2026 at 14:05 UTC');
    assert.equal(writtenDuration(155 * 60_000, 'en'), '2 hours 35 minutes');
    assert.equal(writtenDuration(60 * 60_000, 'en'), '1 hour');
    assert.equal(writtenDuration(155 * 60_000, 'zh'), '2小时35分钟');
  });

  it('are read as people write them', () => {
    const read = (text: string, zone = 'UTC') => readMoment(text, { now: at, zone });
    assert.equal(read('now'), at);
    assert.equal(read('现在'), at);
    assert.equal(read('2 hours ago'), at - 7_200_000);
    assert.equal(read('20分钟前'), at - 1_200_000);
    assert.equal(read('in 2 hours'), at + 7_200_000);
    assert.equal(read('13:00'), Date.UTC(2026, 2, 3, 13));
    assert.equal(read('15:00'), Date.UTC(2026, 2, 2, 15), 'a time that is still to come was yesterday');
    assert.equal(read('昨天 9:30', 'Asia/Shanghai'), Date.UTC(2026, 2, 2, 1, 30));
    assert.equal(read('2026-03-03 15:05', 'Europe/Berlin'), at);
    assert.equal(read('2026-03-03 15:05 +01:00'), at);
    assert.equal(read('2026-03-03T14:05Z', 'Asia/Shanghai'), at);
    assert.equal(read('2026-03-03 15:05 Europe/Berlin'), at);
  });

  it('are read as messages have them', () => {
    const read = (text: string, zone = 'UTC') => readMoment(text, { now: at, zone });
    assert.equal(read('3 March 2026 at 14:05 UTC'), at);
    assert.equal(read('14:05 UTC on 3 March 2026'), at);
    assert.equal(read('March 3, 2:05 pm'), at);
    assert.equal(read('2026年3月3日22:05', 'Asia/Shanghai'), at);
    assert.equal(read('3月3日下午2点05分'), at);
    assert.equal(read('from 3 March 14:05 to 15:00'), undefined);
    assert.equal(read('3 March 2026, around lunch'), undefined);
  });

  it('are not made up from what is no time', () => {
    for (const text of [
      '',
      'soon',
      '25:00',
      '14:61',
      '2026-02-30 10:00',
      '2026-03-03',
      '2026-03-03 10:00 Mars/Olympus',
    ])
      assert.equal(readMoment(text, { now: at, zone: 'UTC' }), undefined, text);
    assert.equal(zoneOffset('Mars/Olympus', at), undefined);
  });

  it('hold on the nights when clocks change', () => {
    const berlin = (text: string) => readMoment(text, { now: at, zone: 'Europe/Berlin' });
    assert.equal(berlin('2026-03-29 01:59'), Date.UTC(2026, 2, 29, 0, 59));
    assert.equal(berlin('2026-03-29 03:00'), Date.UTC(2026, 2, 29, 1, 0));
    assert.equal(berlin('2026-10-25 03:30'), Date.UTC(2026, 9, 25, 2, 30));
  });
});
