import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  createLinter,
  isOverdue,
  missingHeadings,
  placeAt,
  promisesOf,
  readinessOf,
  sectionPlace,
  summarize,
} from '../../../src/core/index.js';

const read = (text: string) => createLinter().analyze(text);
const example = readFileSync('test/fixtures/workspace/checkout-outage.md', 'utf8');

describe('readiness', () => {
  it('shows each section of the explanation with what it lacks', () => {
    const { state, parts, open } = readinessOf(read(example));
    assert.equal(state, 'open');
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['acknowledgement', 'cause', 'response', 'recovery', 'follow-up', 'faq'],
    );
    assert.ok(parts.every(({ section }) => section));
    assert.ok(parts[0]?.findings.some(({ rule }) => rule === 'non-apology'));
    assert.ok(parts[2]?.findings.some(({ rule }) => rule === 'overpromise'));
    assert.equal(
      open,
      parts.reduce((sum, { findings: own }) => sum + own.length, 0),
    );
  });

  it('counts missing sections, and nothing for a short message', () => {
    const some = read('---\ntype: postmortem\n---\n\n## Customer explanation\n\n### What happened\n\nWe are sorry.\n');
    const isSection = ({ rule }: { readonly rule: string }): boolean => rule === 'missing-section';
    const { parts, open } = readinessOf({ ...some, findings: some.findings.filter(isSection) });
    assert.equal(parts.filter(({ isMissing, isAsked }) => isMissing && isAsked).length, 5);
    assert.equal(open, 5);
    const spared = readinessOf({ ...some, findings: [] });
    assert.equal(spared.parts.filter(({ isMissing }) => isMissing).length, 5);
    assert.equal(spared.open, 0);
    const short = read('---\ntype: postmortem\naudience: customer\nmessage: first-notice\n---\n\nWords.\n');
    assert.deepEqual(readinessOf({ ...short, findings: [] }), { state: 'ready', parts: [], elsewhere: [], open: 0 });
    const bare = read('---\ntype: postmortem\n---\n\n## Summary\n\nWords.\n');
    assert.equal(readinessOf(bare).state, 'no-customer-part');
  });

  it('agrees with the rules about sections under headings of the writer’s own', () => {
    const text = `${example.slice(0, example.indexOf('### Why it happened'))}### A page that was out of date

Our second gateway showed a certificate that was refused, because it had been renewed with an old page.

${example.slice(example.indexOf('### What we have done'))}`;
    const analysis = read(text);
    assert.ok(!analysis.findings.some(({ rule }) => rule === 'missing-section'));
    const cause = readinessOf(analysis).parts.find(({ kind }) => kind === 'cause');
    assert.equal(cause?.isMissing, false);
    assert.equal(cause?.section?.title, 'A page that was out of date');
    const own = readinessOf(analysis).parts.flatMap(({ findings }) => findings);
    assert.ok(cause?.findings.every((finding) => own.includes(finding)));
    assert.ok(cause.findings.some(({ rule }) => rule === 'hidden-actor'));
    const { postmortem, explained } = analysis;
    assert.ok(!placeAt(postmortem, text.indexOf('Our second'), explained).missing.includes('cause'));
    assert.deepEqual(missingHeadings(postmortem, text.indexOf('Our second'), explained), []);
  });

  it('puts a section behind the one that stands for its forerunner, whatever that is called', () => {
    const letter = `${example.slice(0, example.indexOf('### Why it happened'))}### A page that was out of date

Our second gateway showed a certificate that was refused, because it had been renewed with an old page.

${example.slice(example.indexOf('### Your data'))}`;
    const { postmortem, explained } = read(letter);
    assert.ok(!explained?.has('response'));
    assert.equal(sectionPlace(postmortem, 'response', explained), letter.indexOf('### Your data'));
  });

  it('knows where a missing section belongs', () => {
    const text =
      '---\ntype: postmortem\n---\n\n## Customer explanation\n\n### Why it happened\n\nA.\n\n### Questions and answers\n\nB.\n';
    const { postmortem } = read(text);
    assert.equal(sectionPlace(postmortem, 'acknowledgement'), text.indexOf('### Why'));
    assert.equal(sectionPlace(postmortem, 'response'), text.indexOf('### Questions'));
    const bare = '---\ntype: postmortem\n---\n\n## Customer explanation\n\n## Notes\n';
    assert.equal(sectionPlace(read(bare).postmortem, 'faq'), bare.indexOf('## Notes'));
    assert.equal(sectionPlace(read('# A\n').postmortem, 'faq'), undefined);
  });
});

describe('promises', () => {
  it('are found in sentences, lists and front matter, with their days', () => {
    const found = promisesOf(read(example).postmortem);
    assert.deepEqual(
      found.map(({ due, text }) => `${due} ${text.slice(0, 20)}`),
      ['2025-10-21 You get our next mes', '2025-10-24 By 24 October, each ', '2025-10-31 By 31 October, an al'],
    );
    for (const { offset, text } of found) if (text) assert.match(example.slice(offset), /^\d\d October/);
    assert.ok(found[0] && isOverdue(found[0], '2025-10-22') && !isOverdue(found[0], '2025-10-21'));
  });

  it('are those of front matter where the text does not say them', () => {
    const text = '---\ntype: postmortem\naudience: customer\nnext-update: 2026-03-06 10:00 +00:00\n---\n\nWords.\n';
    assert.deepEqual(promisesOf(read(text).postmortem), [
      { text: '', due: '2026-03-06', offset: text.indexOf('2026-03-06') },
    ]);
  });

  it('are found in tables, also Chinese ones', () => {
    const text =
      '---\ntype: postmortem\naudience: customer\nbegan: 2026-03-03 14:05\n---\n\n| 措施 | 完成日期 |\n| --- | --- |\n| 换上更大的磁盘 | 2026年3月20日 |\n\n我们将在3月25日告诉您结果。磁盘在3月4日换好了。\n';
    assert.deepEqual(
      promisesOf(read(text).postmortem).map(({ due, text: said }) => [due, said]),
      [
        ['2026-03-20', '换上更大的磁盘'],
        ['2026-03-25', '我们将在3月25日告诉您结果。'],
      ],
    );
  });

  it('are no account of what has happened, and nothing internal', () => {
    const past =
      '---\ntype: postmortem\nbegan: 2026-03-03\n---\n\n## Actions\n\nBy 20 March we will do it.\n\n## For customers\n\nOn 4 March we replaced the disk.\n\n:::internal\nBy 21 March we will do more.\n:::\n';
    assert.deepEqual(promisesOf(read(past).postmortem), []);
  });
});

describe('a summary', () => {
  it('holds what a list shows', () => {
    const summary = summarize(example);
    assert.equal(summary.title, 'Checkout unavailable on 14 October');
    assert.equal(summary.day, '2025-10-14');
    assert.equal(summary.hasCustomerPart, true);
    assert.equal(summary.promises.length, 3);
    assert.ok(JSON.stringify(summary).length < 2000);
  });
});
