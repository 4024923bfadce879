import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createLinter,
  frontMatterChoices,
  frontMatterHelp,
  missingHeadings,
  placeAt,
  snippetFits,
  timelineRow,
} from '../../../src/core/index.js';
import { languages, snippetsOf } from '../filled.js';

const options = { now: Date.UTC(2026, 2, 3, 14, 5), zone: 'Asia/Shanghai', locale: 'en' } as const;

/** The text without its caret `|`, and where that stood. */
function caret(marked: string): readonly [string, number] {
  const at = marked.indexOf('¦');
  return [marked.replace('¦', ''), at];
}

describe('help in front matter', () => {
  const labels = (marked: string, locale: 'en' | 'zh' = 'en') =>
    frontMatterChoices(...caret(marked), { ...options, locale })?.map(({ label }) => label);

  it('offers keys that are not there yet', () => {
    const found = labels('---\ntype: postmortem\nim¦\ntitle: x\n---\n');
    assert.ok(found?.includes('impact') && !found.includes('title') && !found.includes('type'));
  });

  it('offers the values of a key, and times with the zone', () => {
    assert.deepEqual(labels('---\nimpact: ¦\n---\n'), ['outage', 'degradation', 'none']);
    assert.deepEqual(labels('---\naudience:¦\n---\n'), ['customer', 'internal']);
    const [now] = frontMatterChoices(...caret('---\nbegan: ¦ # when\n---\n'), options) ?? [];
    assert.equal(now?.insert, '2026-03-03 22:05 +08:00');
    assert.deepEqual(now?.at, { start: 11, end: 11 });
    assert.ok(labels('---\nnext-update: ¦\n---\n')?.includes('in 2 hours'));
    assert.ok(labels('---\nnext-update: ¦\n---\n', 'zh')?.includes('2小时后'));
    assert.ok(!labels('---\nnext-update: ¦\n---\n')?.includes('now'));
  });

  it('is silent outside, below a key of its own, and for a key it does not know', () => {
    assert.equal(labels('---\nimpact: x\n---\n¦'), undefined);
    assert.equal(labels('im¦pact: x\n'), undefined);
    assert.equal(labels('---\nimpact: ¦\n\n# no end\n'), undefined);
    assert.deepEqual(labels('---\nglossary:\n  im¦\n---\n'), []);
    assert.deepEqual(labels('---\nteam: ¦\n---\n'), []);
    assert.deepEqual(labels('---\nconstructor: ¦\n---\n'), []);
  });

  it('says what a key means, in both languages', () => {
    const text = '---\r\nimpact: outage\r\n---\r\n';
    assert.equal(frontMatterHelp(text, 7, 'en')?.title, 'Impact');
    assert.equal(frontMatterHelp(text, 7, 'zh')?.title, '影响');
    assert.equal(frontMatterHelp(text, 15, 'en'), undefined);
  });
});

const full = `---
type: postmortem
---

## Timeline

| Time | What |
| --- | --- |
| 14:05 | it began |

## Customer explanation

### What happened

We are sorry.

### Why it happened

A disk was full.
`;
const postmortem = createLinter().analyze(full).postmortem;
const placeOf = (words: string) => placeAt(postmortem, full.indexOf(words) + 2);

describe('snippets', () => {
  it('fit where they are needed', () => {
    assert.ok(snippetFits('pm-cause-network', placeOf('A disk')));
    assert.ok(snippetFits('pm-ack-apology', placeOf('We are')));
    assert.ok(snippetFits('pm-timeline', placeOf('it began')));
    assert.ok(snippetFits('pm-response', placeOf('A disk')));
    assert.ok(snippetFits('pm-followup', placeOf('A disk')));
    assert.ok(snippetFits('pm-internal', placeOf('A disk')));
    assert.ok(snippetFits('pm-glossary', placeOf('pe: post')));
  });

  it('do not fit elsewhere', () => {
    assert.ok(!snippetFits('pm-cause-network', placeOf('We are')));
    assert.ok(!snippetFits('pm-cause', placeOf('A disk')), 'a section that is there');
    assert.ok(!snippetFits('pm-response', placeOf('it began')), 'a section for customers in an internal part');
    assert.ok(!snippetFits('pm-internal', placeOf('it began')), 'all of it is internal there');
    assert.ok(!snippetFits('pm-customer-part', placeOf('it began')));
    assert.ok(!snippetFits('pm-timeline', placeOf('A disk')));
    assert.ok(!snippetFits('pm-cause-network', placeOf('pe: post')));
  });

  it('all fit somewhere', () => {
    const message = createLinter().analyze('---\ntype: postmortem\naudience: customer\n---\n\nText\n').postmortem;
    const bare = createLinter().analyze('---\ntype: postmortem\n---\n\n## Actions\n\n## Notes\n').postmortem;
    const some = [
      ...['What happened', 'Why it'].map((title) => placeOf(title)),
      ...['response', 'recovery', 'follow-up', 'faq', 'timeline', 'actions'].map((kind) => ({
        ...placeOf('We are'),
        kinds: [kind],
      })),
      placeAt(message, message.text.length),
      placeAt(bare, bare.text.length),
      placeOf('pe: post'),
    ];
    for (const language of languages)
      for (const { prefix } of snippetsOf(language))
        assert.ok(
          some.some((place) => snippetFits(prefix, place)),
          prefix,
        );
  });
});

describe('headings', () => {
  it('that are missing are offered where they belong', () => {
    const inside = missingHeadings(postmortem, full.indexOf('A disk')).map(({ text }) => text);
    assert.deepEqual(inside, [
      '### What we have done and what we will do',
      '### Your data, your business and our help',
      '### How we stay in touch',
      '### Questions and answers',
    ]);
    const outside = missingHeadings({ ...postmortem, language: 'zh' }, full.indexOf('it began')).map(
      ({ text }) => text,
    );
    assert.ok(outside.includes('## 摘要') && !outside.includes('## 时间线') && !outside.includes('## 客户说明'));
  });
});

describe('a row of the timeline', () => {
  it('has the time now and the shape of the row above', () => {
    const table = ['| Time | What | Who |', '| --- | --- | --- |', '| 14:05 | it began | us |'];
    assert.equal(timelineRow(table, '', options)?.snippet, '| 22:05 | $1 | $2 |');
    assert.equal(timelineRow(table, '| ', options)?.snippet, '| 22:05 | $1 | $2 |');
    const dated = ['| Time | What |', '| --- | --- |', '| 2026-03-03 14:05 +00:00 | it began |'];
    assert.equal(timelineRow(dated, '', options)?.snippet, '| 2026-03-03 22:05 | $1 |');
    assert.equal(timelineRow(['- 14:05 it began'], '', options)?.snippet, '- 22:05 $1');
  });

  it('is not offered below something else', () => {
    assert.equal(timelineRow(['Some words.'], '', options), undefined);
    assert.equal(timelineRow(['- a thing'], '', options), undefined);
    assert.equal(timelineRow(['| Time |', '| --- |'], 'words', options), undefined);
    assert.equal(timelineRow([], '', options), undefined);
  });
});
