import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenize } from '../../src/core/language/tokens.js';
import { fitIn } from '../../src/core/phrases/replace.js';

/** Puts `instead` in the place of `phrase` in `text`. */
function replaced(text: string, phrase: string, pattern: string, instead: string): string {
  const start = text.indexOf(phrase);
  const fit = fitIn(text, start, start + phrase.length, tokenize(text), [pattern], [instead]);
  return text.slice(0, fit.start) + (fit.texts[0] ?? '') + text.slice(fit.end);
}

test('a replacement gets the right article', () => {
  assert.equal(replaced('An endpoint failed.', 'endpoint', 'endpoint~', 'server~'), 'A server failed.');
  assert.equal(replaced('A node failed.', 'node', 'node~', 'access point~'), 'An access point failed.');
  assert.equal(replaced('A node failed.', 'node', 'node~', 'X-ray'), 'An X-ray failed.');
});

test('a replacement has a capital only where a sentence opens', () => {
  assert.equal(
    replaced('We upgraded Kubernetes.', 'Kubernetes', 'kubernetes', 'our system'),
    'We upgraded our system.',
  );
  assert.equal(
    replaced('Done. Kubernetes failed.', 'Kubernetes', 'kubernetes', 'our system'),
    'Done. Our system failed.',
  );
  assert.equal(replaced('The SLA holds.', 'SLA', 'sla', 'promise'), 'The promise holds.');
});

test('a replacement takes the number of an acronym', () => {
  assert.equal(replaced('Two VMs failed.', 'VMs', 'VM~', 'server~'), 'Two servers failed.');
});
