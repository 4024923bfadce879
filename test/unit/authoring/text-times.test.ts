import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLinter, frontMatterChoices, frontMatterTime, textTimes } from '../../../src/core/index.js';

const front = '---\ntype: postmortem\naudience: customer\n---\n\n';
const times = (text: string, zone = 'UTC'): string[] =>
  textTimes(createLinter().analyze(text).postmortem, zone).map(({ at }) => frontMatterTime(at, zone));

describe('times of a finished message', () => {
  it('are read with the day before them or right behind them', () => {
    const text = `${front}On 3 March 2026, from 14:05 UTC to 16:40 UTC, you could not sign in.\n\nOur next message comes at 10:00 UTC on 6 March 2026.\n`;
    assert.deepEqual(times(text), ['2026-03-03 14:05 +00:00', '2026-03-03 16:40 +00:00', '2026-03-06 10:00 +00:00']);
  });

  it('are read in Chinese, in the zone of the document', () => {
    const text = `${front}2026年3月3日14:05到16:40，您无法登录。\n`;
    assert.deepEqual(times(text, 'Asia/Shanghai'), ['2026-03-03 14:05 +08:00', '2026-03-03 16:40 +08:00']);
  });

  it('are none without a day, and none of what is internal', () => {
    assert.deepEqual(times(`${front}At 14:05 UTC it stopped.\n`), []);
    const internal = '---\ntype: postmortem\n---\n\n## Timeline\n\nOn 3 March 2026 at 14:05 UTC it stopped.\n';
    assert.deepEqual(times(internal), []);
    const inside = `${front}On 3 March 2026 you could not sign in.\n\n:::internal\nWe knew at 13:50 UTC.\n:::\n`;
    assert.deepEqual(times(inside), []);
  });

  it('come first where front matter is filled in; for the next message only what is to come', () => {
    const text = '---\ntype: postmortem\nbegan: \n---\n';
    const now = Date.UTC(2026, 2, 4);
    const said = [
      { at: Date.UTC(2026, 2, 3, 14, 5), said: 'from 14:05 UTC' },
      { at: Date.UTC(2026, 2, 6, 10), said: 'comes at 10:00 UTC' },
    ];
    const options = { now, zone: 'UTC', locale: 'en', said } as const;
    const began = frontMatterChoices(text, text.indexOf('began: ') + 7, options) ?? [];
    assert.equal(began[0]?.insert.trim(), '2026-03-03 14:05 +00:00');
    assert.equal(began[0]?.detail, '… from 14:05 UTC …');
    assert.equal(began[2]?.label, 'now');
    const next = text.replace('began', 'next-update');
    const ahead = frontMatterChoices(next, next.indexOf('update: ') + 8, options) ?? [];
    assert.deepEqual(
      ahead.slice(0, 2).map(({ label }) => label),
      ['2026-03-06 10:00 +00:00', 'in 1 hour'],
    );
  });
});
