import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter, ReadingMeter } from '../../src/core/index.js';

const measure = (text: string) =>
  new ReadingMeter().measure(createLinter().analyze(text, { audience: 'customer' }).postmortem.blocks);

test('words are counted in both scripts, code and internal asides are not', () => {
  assert.equal(measure('We restored 12 shops. :internal[Not these words.] `nor this`').words, 4);
  assert.equal(measure('我们恢复了12家店。').words, 8);
});

test('no text takes no time; any text takes a minute', () => {
  assert.equal(measure('').minutes, 0);
  assert.equal(measure('Short.').minutes, 1);
  assert.equal(measure('word '.repeat(2380)).minutes, 10);
});

test('short words in short sentences are easier than long ones in long sentences', () => {
  const plain = measure('The shop was down. You could not pay. We are sorry. '.repeat(5)).ease;
  const heavy = measure(
    'Notwithstanding considerable infrastructural investments, authentication functionality deteriorated unacceptably following configuration modifications. '.repeat(
      5,
    ),
  ).ease;
  assert.equal(plain?.kind, 'flesch');
  assert.ok((plain?.value ?? 0) > 80);
  assert.ok((heavy?.value ?? 100) < 10);
});

test('known text comes close to its published score', () => {
  // R. Flesch gives "The cat sat on the mat." 116 (six words, six syllables); figures above 100 are cut.
  assert.equal(measure('The cat sat on the mat. '.repeat(6)).ease?.value, 100);
});

test('Chinese gets the length of its sentences', () => {
  assert.deepEqual(measure('我们已经恢复了全部服务。您不需要做任何事。'.repeat(3)).ease, {
    kind: 'sentence',
    value: 10,
  });
});

test('too little text has no figure for ease', () => {
  assert.equal(measure('We are sorry.').ease, undefined);
});

test('a meter that is used again gives the same', () => {
  const meter = new ReadingMeter();
  const { blocks } = createLinter().analyze('# One\n\nTwo words here.', { audience: 'customer' }).postmortem;
  assert.deepEqual(meter.measure(blocks), meter.measure(blocks));
});
