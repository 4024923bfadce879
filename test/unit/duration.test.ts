import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canMean, readDurations } from '../../src/core/document/duration.js';

const cases: readonly (readonly [string, ...number[]])[] = [
  ['for 45 minutes', 45],
  ['a 75-minute outage', 75],
  ['1 hour 15 minutes', 75],
  ['1 hour and 15 minutes', 75],
  ['1h15m, 2h, 90 min', 75, 120, 90],
  ['an hour and a half', 90],
  ['two and a half hours', 150],
  ['half an hour, three-quarters of an hour', 30, 45],
  ['1.5 hours', 90],
  ['about two days', 2880],
  ['3 hours, 20 minutes', 200],
  ['30 seconds', 0.5],
  ['an hour and three quarters', 105],
  ['two and three-quarter hours', 165],
  ['twenty-five minutes; a hundred minutes; seventeen hours', 25, 100, 1020],
  ['一百分钟，两百二十分钟，一百零五分钟', 100, 220, 105],
  ['三刻钟', 45],
  ['历时1小时15分钟', 75],
  ['约75分钟', 75],
  ['一个半小时', 90],
  ['半小时', 30],
  ['两个多小时', 120],
  ['3小时20分', 200],
  ['三天', 4320],
  ['歷時２小時５分鐘', 125],
  ['the 5th of May at 14:05', ...[]],
  ['in minute steps, the hour of need, 5 months', ...[]],
  ['11月3日', ...[]],
  ['between 11h30 and 14h30', ...[]],
  ['between 12:17 and 12:30 UTC', ...[]],
];

describe('durations', () => {
  for (const [text, ...wanted] of cases)
    it(text, () => {
      assert.deepEqual(
        readDurations(text).map(({ minutes }) => minutes),
        wanted.filter((each) => each !== undefined),
      );
    });

  const means = (text: string, minutes: number) => {
    const [duration] = readDurations(text);
    assert.ok(duration, text);
    return canMean(duration, minutes);
  };

  it('allows for rounding', () => {
    assert.ok(means('for 75 minutes', 75) && means('for 75 minutes', 77));
    assert.ok(!means('for 45 minutes', 75));
    assert.ok(means('for two hours', 116) && !means('for two hours', 75));
    assert.ok(means('about 75 minutes', 85) && !means('about 75 minutes', 110));
    assert.ok(means('just over an hour', 66) && !means('just over an hour', 50));
    assert.ok(means('more than two hours', 180) && !means('more than two hours', 100));
    assert.ok(means('less than an hour', 45) && !means('less than an hour', 75));
    assert.ok(means('nearly two hours', 110) && !means('nearly two hours', 150));
    assert.ok(means('不到一小时', 45) && !means('不到一小时', 75));
    assert.ok(means('75分钟左右', 80) && !means('45分钟', 75));
    assert.ok(means('两个多小时', 150) && !means('两个多小时', 75));
  });

  it('takes linear time on hostile text', () => {
    for (const piece of ['1 hour and ', 'about ', '三个', '5', 'an hour and a ']) {
      const began = performance.now();
      readDurations(`${piece.repeat(20_000)} minutes`);
      assert.ok(performance.now() - began < 2000, piece);
    }
  });
});
