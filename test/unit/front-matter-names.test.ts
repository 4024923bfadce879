import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTimes } from '../../src/core/customer/moments.js';
import { readFrontMatter } from '../../src/core/document/front-matter.js';
import { incidentOf } from '../../src/core/document/incident.js';

const read = (yaml: string) => readFrontMatter(`---\ntype: postmortem\n${yaml}\n---\n\nText.\n`);
const instants = (yaml: string) =>
  [...incidentOf(read(yaml)).moments].map(([key, { instant }]) => `${key} ${new Date(instant).toISOString()}`);

describe('other names for the keys of front matter', () => {
  it('are taken as the keys that they stand for, whatever their case and marks', () => {
    for (const name of [
      'started',
      'Start',
      'begin',
      'incident_start',
      'startTime',
      'start-time',
      'Began',
      '开始时间',
      '发生时间',
    ])
      assert.equal(read(`${name}: 2026-03-03 14:05 UTC`).values.began, '2026-03-03 14:05 UTC', name);
    for (const name of ['first-notice', 'first_notice', 'firstNotice', 'customer_notified', '首次公告时间'])
      assert.equal(read(`${name}: 2026-03-03`).values.notified, '2026-03-03', name);
    for (const name of ['end', 'ended', 'fixed', 'endTime', 'Resolved At', '结束时间'])
      assert.equal(read(`${name}: 2026-03-03`).values.resolved, '2026-03-03', name);
    assert.deepEqual(read('next_update: 2026-03-06\nsev: 1\ntz: UTC\naffectedCustomers: 12').values, {
      type: 'postmortem',
      'next-update': '2026-03-06',
      severity: '1',
      timezone: 'UTC',
      affected: '12',
    });
  });

  it('stand for the key that is free where they can mean two', () => {
    assert.deepEqual(instants('restored: 2026-03-03T15:00Z\nresolved: 2026-03-03T16:00Z'), [
      'mitigated 2026-03-03T15:00:00.000Z',
      'resolved 2026-03-03T16:00:00.000Z',
    ]);
    assert.deepEqual(instants('缓解时间: 2026-03-03T15:00Z\n恢复时间: 2026-03-03T16:00Z'), [
      'mitigated 2026-03-03T15:00:00.000Z',
      'resolved 2026-03-03T16:00:00.000Z',
    ]);
  });

  it('are an error beside one another with different values, and none with the same', () => {
    const problems = (yaml: string) => read(yaml).problems.map(({ say, isWrong }) => `${isWrong} ${say.en}`);
    assert.match(problems('began: 2026-03-03\nstarted: 2026-03-04')[0] ?? '', /^true “began” and “started”/);
    assert.deepEqual(problems('began: 2026-03-03 14:05 UTC\nstarted: 2026-03-03T14:05:00 UTC'), []);
    assert.deepEqual(problems('began:\nstarted: 2026-03-04'), []);
    assert.equal(read('began:\nstarted: 2026-03-04').values.began, '2026-03-04');
  });

  it('decide nothing about readers, and mean nothing in the files of other tools', () => {
    assert.equal(read('readers: customer\nAudience: customer').values.audience, undefined);
    assert.equal(readFrontMatter('---\nstart: 2026-03-03\nend: 2026-03-04\n---\n').values.began, undefined);
  });
});

describe('times in front matter as people write them', () => {
  const began = '2026-03-04T09:12:00.000Z';
  for (const written of [
    '2026-03-04 09:12 UTC',
    '2026-03-04 9:12 GMT',
    '2026-03-04 10:12 CET',
    '2026-03-04T17:12:00+08:00',
    '2026-03-04 17:12 +08:00',
    '2026/3/4 09:12 UTC',
    '2026年3月4日9点12分（UTC）',
    '2026年3月4日17:12（北京时间）',
    '2026年3月4日 下午5:12 北京时间',
    '4 March 2026, 09:12 UTC',
    'March 4, 2026 at 4:12 am EST',
    '"09:12 UTC, 4 March 2026"',
  ])
    it(written, () => {
      assert.deepEqual(instants(`started: ${written}`), [`began ${began}`]);
      const { moments } = readTimes(read(`started: ${written}`).values, 'en');
      assert.deepEqual(
        moments.map(({ time }) => new Date(time).toISOString()),
        [began],
      );
    });
  it('are read without a zone too', () => {
    for (const written of ['2026/3/4 09:12', '2026年3月4日9点12分', '2026.3.4 9:12'])
      assert.equal(read(`started: ${written}`).values.began, '2026-03-04 09:12', written);
  });
});
