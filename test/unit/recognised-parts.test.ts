import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createLinter } from '../../src/core/index.js';

const head = '---\ntype: postmortem\naudience: customer\nbegan: 2026-03-03 14:05 +00:00\n---\n\n# Late parcels\n\n';
const missing = (text: string): string[] =>
  createLinter()
    .check(text)
    .filter(({ rule }) => rule === 'missing-section' || rule === 'missing-part')
    .map(({ rule, insert }) => `${rule}: ${insert}`);

const english = `${head}## The day, and our apology

On 3 March 2026, from 14:05 to 15:20 UTC, 1,240 shops could not send a parcel. We beg your pardon.

## How it came about

Labels are printed by one machine. Its paper store had a sensor that we had not cleaned. The machine believed that it had no paper.

## Repaired, and still to do

- At 15:20 UTC the sensor was cleaned.
- By 1 April 2026 a second machine stands beside it.

## Your parcels: were any lost?

Every parcel list is copied to Oslo each hour. No parcel list was lost. The fee for that day is cancelled.

## How to get in touch

The next bulletin comes on 2 April 2026. The desk answers on 0117 496 0188. Did this page leave something unclear? Tell us.

## What people ask

**Is my parcel safe?** Yes.

**Can it happen again?** The sensor can get dirty again; the second machine would then print.

**Do I get my fee back?** Yes, without asking.
`;
const chinese = `${head}## 先向大家道歉

2026年3月3日14:05至15:20（北京时间），1240家店铺无法寄件，对不起。

## 问题出在哪里

标签由一台机器打印。机器里有一个感应器，我们没有清洁过。机器以为没有纸了。

## 修了什么，还要修什么

- 15:20，清洁了感应器。
- 2026年4月1日前，旁边再放一台机器。

## 寄件清单和赔付

清单每小时抄一份放在外地，一张也没有少。当天的费用退给您。

## 怎么找我们

4月2日公布检查结果。请打0755-5550-0188。哪里没有讲明白，欢迎直说。

## 大家会问

**我的包裹安全吗？** 安全。

**还会再停吗？** 感应器可能再脏，第二台机器会接着打印。

**费用怎么退？** 自动退回。
`;

describe('what an explanation says in its own words', () => {
  it('is recognised under headings of its own', () => {
    assert.deepEqual(missing(english), []);
    assert.deepEqual(missing(chinese), []);
  });

  it('is still asked for where it is not said', () => {
    const without = (text: string, from: string, to: string): string[] =>
      missing(text.slice(0, text.indexOf(from)) + text.slice(text.indexOf(to)));
    assert.equal(without(english, '## Your parcels', '## How to get').length, 1);
    assert.equal(without(english, 'We beg', '## How it').length, 1);
    assert.equal(without(english, 'The next bulletin', 'The desk').length, 1);
    assert.equal(without(chinese, '## 寄件', '## 怎么找').length, 1);
    assert.equal(without(chinese, '4月2日公布', '请打').length, 1);
  });

  it('is no date of the next message when it is the hours of a telephone', () => {
    const late = english
      .replace('comes on 2 April 2026.', 'comes when we can.')
      .replace('0188.', '0188 from 08:00 to 18:00 UTC.');
    assert.equal(missing(late).length, 1);
    assert.equal(
      missing(
        chinese
          .replace('4月2日公布检查结果。', '检查结果我们尽快公布。')
          .replace('0188。', '0188（每天8:00至22:00）。'),
      ).length,
      1,
    );
  });

  it('is found under headings that an author gives to one part alone', () => {
    const parted = english
      .replace(
        'On 3 March 2026, from 14:05 to 15:20 UTC, 1,240 shops could not send a parcel. We beg your pardon.',
        'We beg your pardon.\n\n## How many, and when\n\nFrom 14:05 to 15:20 UTC, 1,240 shops could not send a parcel.',
      )
      .replace('- By 1 April 2026 a second machine stands beside it.\n', '')
      .replace(
        '## Your parcels',
        '## Next for the room\n\nBy 1 April 2026 a second machine will stand beside it.\n\n## Your parcels',
      );
    assert.deepEqual(missing(parted), []);
    assert.equal(missing(parted.replace('1,240 shops could', 'you could')).length, 1);
    assert.equal(missing(parted.replace('From 14:05 to 15:20 UTC, 1,240', '1,240')).length, 1);
    // Without its day it neither is planned nor answers what prevents a repeat.
    assert.equal(missing(parted.replace('By 1 April 2026 a', 'A')).length, 2);
  });

  it('asks for a question of the FAQ that nothing answers, no louder than with a hint', () => {
    const asked = (text: string) =>
      createLinter()
        .check(text)
        .filter(({ rule }) => rule === 'missing-part')
        .map(({ severity }) => severity);
    const unasked = english.replace(/\*\*Do I get.*\n/, '');
    assert.deepEqual(asked(unasked), []);
    assert.deepEqual(asked(unasked.replace(' The fee for that day is cancelled.', '')), ['warning', 'hint']);
  });

  it('takes no alarm that rang during the incident for what prevents the next one', () => {
    const told = (measure: string): string[] =>
      missing(
        english
          .replace('- By 1 April 2026 a second machine stands beside it.', `- ${measure}`)
          .replace(/\*\*Can it happen.*\n/, ''),
      ).filter((each) => /repeat/.test(each) && !/Question/.test(each));
    assert.equal(told('On 3 March 2026 our alarm rang.').length, 1);
    // Which measure prevents what, readers judge: that there is one, with its day, is told.
    assert.deepEqual(told('By 1 April 2026 both teams check the list.'), []);
    assert.deepEqual(told('By 1 April 2026 an alarm will watch the sensor.'), []);
  });

  it('takes an open investigation for no account of the cause', () => {
    const open = english.replace(
      /Labels are.*no paper\./s,
      'We do not know it yet. We are still looking into it. You will hear more.',
    );
    assert.equal(missing(open).length, 1);
  });
});

type Part =
  | 'next-message'
  | 'measures-planned'
  | 'measures-done'
  | 'prevention'
  | 'mechanism'
  | 'scope'
  | 'period'
  | 'help'
  | 'feedback'
  | 'late-notice';

/** How authors put a part, and what only sounds like it. */
const phrasings: Record<Part, Record<'en' | 'zh', Record<'says' | 'not', string[]>>> = JSON.parse(
  readFileSync('test/unit/part-phrasings.json', 'utf8'),
);

/** The sentences of the two explanations that say a part, each the place where other words for it are tried. */
const places: Readonly<Record<Part, { readonly en: string; readonly zh: string }>> = {
  'next-message': { en: 'The next bulletin comes on 2 April 2026.', zh: '4月2日公布检查结果。' },
  'measures-planned': {
    en: '- By 1 April 2026 a second machine stands beside it.',
    zh: '- 2026年4月1日前，旁边再放一台机器。',
  },
  'measures-done': { en: '- At 15:20 UTC the sensor was cleaned.', zh: '- 15:20，清洁了感应器。' },
  prevention: {
    en: '- By 1 April 2026 a second machine stands beside it.',
    zh: '- 2026年4月1日前，旁边再放一台机器。',
  },
  mechanism: {
    en: english.slice(english.indexOf('Labels are printed'), english.indexOf('\n\n## Repaired')),
    zh: chinese.slice(chinese.indexOf('标签由'), chinese.indexOf('\n\n## 修了')),
  },
  scope: { en: '1,240 shops could not send a parcel.', zh: '1240家店铺无法寄件，' },
  period: {
    en: 'On 3 March 2026, from 14:05 to 15:20 UTC, 1,240 shops could not send a parcel.',
    zh: '2026年3月3日14:05至15:20（北京时间），1240家店铺无法寄件，',
  },
  help: { en: 'The fee for that day is cancelled.', zh: '当天的费用退给您。' },
  feedback: { en: 'Did this page leave something unclear? Tell us.', zh: '哪里没有讲明白，欢迎直说。' },
  'late-notice': { en: 'We beg your pardon.', zh: '对不起。' },
};
/** What asks or answers the same elsewhere in them. */
const besides: Readonly<Record<string, RegExp>> = {
  prevention: /\*\*(?:Can it happen|还会再停).*\n/,
  help: /\*\*(?:Do I get|费用怎么).*\n/,
};
const messages: Readonly<Record<Part, RegExp>> = {
  'next-message': /when the next message comes/,
  'measures-planned': /still to come with its date/,
  'measures-done': /done so far/,
  prevention: /This does not say what keeps it/,
  mechanism: /how the cause led/,
  scope: /figure who was affected/,
  period: /from when to when/,
  help: /what help or compensation/,
  feedback: /ask for feedback/,
  'late-notice': /had the first notice/,
};

describe('a part of an explanation', () => {
  const linter = createLinter();
  for (const [part, place] of Object.entries(places) as [Part, { en: string; zh: string }][])
    for (const language of ['en', 'zh'] as const)
      it(`is told from what only sounds like it: ${part}, ${language}`, () => {
        const whole = language === 'en' ? english : chinese;
        const at = place[language];
        assert.ok(whole.includes(at));
        const isMissing = (words: string): boolean => {
          const text = whole
            .replace(besides[part] ?? '', '')
            .replace(at, () => (part === 'late-notice' ? `${at} ${words}` : words))
            .replace('began:', part === 'late-notice' ? 'notified: 2026-03-03 16:40 +00:00\nbegan:' : 'began:');
          return linter.check(text).some(({ message }) => messages[part].test(message));
        };
        const { says, not } = phrasings[part][language];
        const wrong = { asked: says.filter(isMissing), passed: not.filter((words) => !isMissing(words)) };
        assert.deepEqual(wrong, { asked: [], passed: [] });
      });
});
