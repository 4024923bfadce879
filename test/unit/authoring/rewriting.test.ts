import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedFacts } from '../../../src/core/authoring/changed-facts.js';
import { createLinter, judgeRewriting } from '../../../src/core/index.js';

describe('facts of a rewritten passage', () => {
  const same: [string, string][] = [
    ['For two hours, 1,240 customers', 'For 2 hours, 1240 customers'],
    ['From 09:05 to 11:40 UTC, 50 % of them', 'Half past: from 9:05 to 11:40 UTC, 50% of them'],
    ['One of our disks was full.', 'A disk of ours was full.'],
    ['Write to help@example.com.', 'You reach us at help@example.com'],
    ['3月3日，两小时内有120位客户受影响', '3月3日起的2小时里，120位客户受到影响'],
    ['一些客户统一收到通知', '部分客户收到通知'],
  ];
  for (const [before, after] of same)
    it(`are the same: ${after}`, () => assert.deepEqual(changedFacts(before, after), { added: [], lost: [] }));

  const changed: [string, string, string[], string[]][] = [
    ['For two hours, customers', 'For 3 hours, 400 customers', ['3', '400'], ['two']],
    [
      'Write to us.',
      'Write to help@example.com or see https://example.com/a.',
      ['https://example.com/a.', 'help@example.com'],
      [],
    ],
    ['14:05（北京时间）起，120位客户', '从下午起，客户', [], ['14:05', '120']],
    ['我们三天后答复', '我们两天后答复', ['两'], ['三']],
  ];
  for (const [before, after, added, lost] of changed)
    it(`differ: ${after}`, () => {
      const found = changedFacts(before, after);
      assert.deepEqual([[...found.added].sort(), [...found.lost].sort()], [added.sort(), lost.sort()]);
    });
});

describe('a rewritten passage in its place', () => {
  const text =
    '---\ntype: postmortem\n---\n\n## Root cause\n\nThe Kestrel cluster in rack B7 was misconfigured.\n\n## Customer explanation\n\n### Why it happened\n\nThe failover stopped for 2 hours. :internal[Nordlicht asked for a refund.]\n';
  const passage = 'The failover stopped for 2 hours. :internal[Nordlicht asked for a refund.]';
  const at = { start: text.indexOf(passage), end: text.indexOf(passage) + passage.length };
  const judge = (words: string) => judgeRewriting(createLinter().analyze(text).postmortem, at, words, {});
  const kept = ' :internal[Nordlicht asked for a refund.]';

  it('is offered, with what the linter still finds in it alone', async () => {
    const plain = await judge(`The spare machine did not take over for 2 hours.${kept}`);
    assert.equal(plain.kind, 'offered');
    assert.deepEqual(plain.kind === 'offered' && [plain.open, plain.added, plain.lost], [[], [], []]);
    const worse = await judge(`Human error stopped the failover for 3 hours.${kept}`);
    assert.equal(worse.kind, 'offered');
    if (worse.kind !== 'offered') return;
    assert.deepEqual(worse.open.map(({ rule }) => rule).sort(), ['person-as-cause', 'unexplained-term']);
    assert.deepEqual([worse.added, worse.lost], [['3'], ['2']]);
    assert.ok(worse.proposed.includes('Human error stopped') && !worse.proposed.includes('The failover stopped'));
  });

  it('is refused with words that stand only in internal places, or without its marker', async () => {
    for (const words of [
      'The Kestrel cluster in rack B7 was misconfigured for 2 hours.',
      'It stopped for 2 hours. Nordlicht asked for a refund.',
      'It stopped for 2 hours. :Internal[Nordlicht asked for a refund.]',
      'It stopped for 2 hours.\n\n:::internal\nNordlicht asked for a refund.',
    ])
      assert.equal((await judge(words)).kind, 'refused', words);
  });
});
