import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../src/core/index.js';

const ids = ['person-as-cause', 'overpromise'];
const said = (text: string): string[] => readConfig(text, ids).problems.map(({ say }) => say.en);

test('reads what a team sets', () => {
  const { config, problems } = readConfig(
    'rules:\n  overpromise: error\n  person-as-cause: off\naccept: [SLA, Kafka]\nreplace:\n  failover: switch to the spare\npostmortems:\n  - incidents/**\ntemplates: docs/templates\nfirst-notice: 30\n',
    ids,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(config.rules, { overpromise: 'error', 'person-as-cause': 'off' });
  assert.deepEqual(config.accept, ['SLA', 'Kafka']);
  assert.deepEqual(config.replace, { failover: 'switch to the spare' });
  assert.equal(config.firstNotice, 30);
});

test('an empty file sets nothing and is no problem', () => {
  assert.deepEqual(said(''), []);
  assert.deepEqual(said('# nothing yet\n'), []);
});

test('names an unknown key, rule and severity, with what was meant', () => {
  assert.deepEqual(said('rulez: {}'), ['The key “rulez” does not exist. Did you mean “rules”?']);
  assert.deepEqual(said('rules:\n  over-promise: error'), [
    'The rule “over-promise” does not exist. Did you mean “overpromise”?',
  ]);
  assert.match(said('rules:\n  overpromise: loud')[0] ?? '', /“loud” does not exist\. There are: error, warning/);
});

test('keeps what is right beside what is wrong', () => {
  const { config, problems } = readConfig('accept: [1, SLA]\nrules:\n  overpromise: hint\nnonsense: 1\n', ids);
  assert.deepEqual(config.accept, ['SLA']);
  assert.deepEqual(config.rules, { overpromise: 'hint' });
  assert.equal(problems.length, 2);
});

test('says where YAML breaks', () => {
  const text = 'rules:\n  - [\n';
  const { problems } = readConfig(text, ids);
  assert.ok(problems.length > 0);
  assert.ok(problems.every(({ at }) => at.start >= 0 && at.end > at.start));
});
