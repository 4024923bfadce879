import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFrontMatter } from '../../src/core/document/front-matter.js';
import { createLinter } from '../../src/core/index.js';

const problems = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\n\nText.\n`).problems.map(({ say }) => say.en);

describe('front matter', () => {
  it('takes a key without a value as not known yet', () => {
    assert.deepEqual(problems('type: postmortem\nimpact:\nseverity: # later\nmessage:\nlanguage:\nglossary: {}'), []);
  });

  it('keeps the first of a repeated key, and all others', () => {
    const yaml = 'type: postmortem\nseverity: sev1\ntimezone: Europe/Paris\nseverity: sev2\nresolved: 2026-03-03 15:20';
    const { values, problems } = readFrontMatter(`---\n${yaml}\n---\n\nText.\n`);
    assert.equal(values.severity, 'sev1');
    assert.equal(values.timezone, 'Europe/Paris');
    assert.equal(values.resolved, '2026-03-03 15:20');
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.at.start, `---\n${yaml}`.indexOf('severity: sev2'));
  });

  it('reads the kind of message', () => {
    assert.equal(readFrontMatter('---\nmessage: all-clear\n---\n').values.message, 'all-clear');
    assert.match(problems('type: postmortem\nmessage: goodbye')[0] ?? '', /“goodbye”.*first-notice/);
  });

  it('reports a mistyped key of a postmortem and leaves the keys of other tools alone', () => {
    assert.match(problems('type: postmortem\nseverty: sev1')[0] ?? '', /“severty”.*“severity”/);
    assert.match(problems('type: postmortem\nresolvd: 2026-03-03')[0] ?? '', /“resolvd”.*“resolved”/);
    assert.deepEqual(problems('type: postmortem\nauthor: Ada\nlayout: post\nslug: x'), []);
    assert.deepEqual(problems('severty: sev1\naffected:\n  - the shop'), []);
  });

  it('is an error where it decides who reads, else a warning', () => {
    const severities = (yaml: string) =>
      createLinter()
        .check(`---\n${yaml}\n---\n\nText.\n`)
        .filter(({ rule }) => rule === 'front-matter')
        .map(({ severity }) => severity);
    assert.deepEqual(severities('type: postmortem\naudience: everyone'), ['error']);
    assert.deepEqual(severities('type: postmortem\nimpact: huge'), ['warning']);
    assert.deepEqual(severities('type: [postmortem'), ['error']);
  });

  it('follows the settings where they name a severity', () => {
    const found = createLinter({ rules: { 'front-matter': 'hint' } })
      .check('---\ntype: postmortem\nimpact: huge\n---\n')
      .filter(({ rule }) => rule === 'front-matter');
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['hint'],
    );
  });
});
