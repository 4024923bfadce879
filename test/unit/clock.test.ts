import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMoment, readMoments } from '../../src/core/document/clock.js';
import { offsetAt, zoneOf } from '../../src/core/document/zone.js';

/** Moments in short: `14:05 UTC`, `2026-03-03`, `?-03-03`, `zone UTC`. */
const brief = (text: string): string[] =>
  readMoments(text).map((moment) => {
    if (moment.kind === 'zone') return `zone ${moment.zone.name}`;
    const two = (value: number) => String(value).padStart(2, '0');
    if (moment.kind === 'date') return `${moment.year ?? '?'}-${two(moment.month)}-${two(moment.day)}`;
    const clock = `${two(Math.floor(moment.minutes / 60))}:${two(Math.floor(moment.minutes % 60))}`;
    return moment.zone ? `${clock} ${moment.zone.name}` : clock;
  });

const cases: readonly (readonly [string, ...string[]])[] = [
  ['From 14:05 to 15:20 UTC', '14:05', '15:20 UTC'],
  ['14:05–15:20 (CEST)', '14:05', '15:20 CEST'],
  ['14:05-15:20', '14:05', '15:20'],
  ['at 2:05 pm PST, or 9am', '14:05 PST', '09:00'],
  ['12:10 a.m. and 12:30 p.m.', '00:10', '12:30'],
  ['at 24:00', '24:00'],
  ['2026-03-03T14:05:30Z', '2026-03-03', '14:05 UTC'],
  ['2026-03-03 14:05 +08:00', '2026-03-03', '14:05 +08:00'],
  ['2026/3/3 9:05', '2026-03-03', '09:05'],
  ['On 14 October 2025, 09:42 (Berlin time)', '2025-10-14', '09:42 Berlin time'],
  ['October 14th, 2025 at 09h30am UTC', '2025-10-14', '09:30 UTC'],
  ['from 8.45am until 11.15 p.m.', '08:45', '23:15'],
  ['from 8.30 in the morning until 1.00 in the afternoon', '08:30', '13:00'],
  ['at 17.30 GMT', '17:30 GMT'],
  ['Friday, 16 May, by 17:00 CEST', '?-05-16', '17:00 CEST'],
  ['Mar 3 14:05', '?-03-03', '14:05'],
  ['on the 3rd of June', '?-06-03'],
  ['0905 UTC', '09:05 UTC'],
  ['All times are in UTC+8.', 'zone UTC+8'],
  ['All times are Europe/Berlin on 14 October 2025.', 'zone Europe/Berlin', '2025-10-14'],
  ['| Time (UTC) |', 'zone UTC'],
  ['11 月 3 日 14:08 至 17:45（北京时间）', '?-11-03', '14:08', '17:45 北京时间'],
  ['2025年11月10日18:00', '2025-11-10', '18:00'],
  ['2026年3月3日下午2点05分至4点', '2026-03-03', '14:05', '04:00'],
  ['凌晨三点半，晚上十点二十分', '03:30', '22:20'],
  ['14时05分', '14:05'],
  ['服務在１４：１０恢復', '14:10'],
  ['三月三日', '?-03-03'],
  ['at half past two, then a quarter past four in the afternoon', '02:30', '16:15'],
  ['from ten to five until half past six', '04:50', '06:30'],
  ['by ten to five the pump ran', '04:50'],
  ["seven o'clock in the evening, a quarter to noon, until midnight", '19:00', '11:45', '24:00'],
  ['twenty-five minutes past one at night', '01:25'],
  ['shortly after nine in the morning', '09:00'],
  ['at seven thirty in the evening', '19:30'],
  ['4:50 in the afternoon', '16:50'],
  ['凌晨4点一刻，下午三點三刻', '04:15', '15:45'],
  ['5月4日09:10~13:45', '?-05-04', '09:10', '13:45'],
];

const nothing = [
  'a ratio of 16:9:4, version 1.14:05x, port 127.0.0.1:8080',
  'We may 5 of them; march on.',
  'See chapter 3:161.',
  '25:10 and 14:75',
  '30 February, 2026-02-30, 2026-13-01',
  'This time it worked. The first time, any time.',
  'sha256:1234, 10.0.0.1:443, a4:05:de:ad',
  '原因有三点，第一点是…… 3点建议',
  '持续3小时20分钟，占比5:1',
  'version 2.10-11',
  'five to ten minutes, at five to six shops, from ten to twelve',
  'over the past two years, one in the morning shift, half of five',
  'a quarter of ten depots, by ten to twelve percent',
];

describe('moments', () => {
  for (const [text, ...wanted] of cases)
    it(text, () => {
      assert.deepEqual(brief(text), wanted);
      for (const { start, end } of readMoments(text)) assert.ok(start < end && end <= text.length);
    });
  for (const text of nothing) it(`nothing in: ${text}`, () => assert.deepEqual(brief(text), []));

  it('stands where it was read', () => {
    const text = '自3月3日下午２：０５（北京时间）起';
    assert.deepEqual(
      readMoments(text).map(({ start, end }) => text.slice(start, end)),
      ['3月3日', '下午２：０５'],
    );
  });

  it('reads front matter', () => {
    assert.equal(readMoment('2026-03-03')?.time, undefined);
    assert.equal(readMoment('2026-03-03 14:05 UTC+8')?.time?.zone?.offset, 480);
    assert.equal(readMoment('2026-03-03 14:05 -05:00')?.time?.zone?.offset, -300);
    assert.equal(readMoment('2026-03-03 14:05')?.time?.zone, undefined);
    assert.equal(readMoment('2026-02-30 14:05'), undefined);
    assert.equal(readMoment('soon'), undefined);
  });

  it('takes linear time on hostile text', () => {
    for (const piece of ['14:', '2026-03-', '三点', '(UTC', '3 月', '9 ', 'A time ']) {
      const began = performance.now();
      readMoments(piece.repeat(20_000));
      assert.ok(performance.now() - began < 2000, piece);
    }
  });
});

describe('zones', () => {
  it('knows offsets', () => {
    assert.equal(zoneOf('UTC-3:30').offset, -210);
    assert.equal(zoneOf('北京时间').offset, 480);
    assert.equal(zoneOf('CST').offset, undefined);
    assert.equal(offsetAt(zoneOf('Europe/Berlin'), Date.UTC(2025, 6, 1)), 120);
    assert.equal(offsetAt(zoneOf('Europe/Berlin'), Date.UTC(2025, 0, 1)), 60);
    assert.equal(offsetAt(zoneOf('Mars/Olympus'), 0), undefined);
  });
});
