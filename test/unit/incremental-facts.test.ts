import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from '../../src/core/index.js';

const folder = 'test/fixtures/documents';
const documents = readdirSync(folder).filter((name) => /(?:facts|contradictions)[^/]*\.md$/.test(name));

/** So many digits of each document are changed, spread over all of it. */
const most = 30;

test('another digit in a time, a day or a number is compared again as in a first check', () => {
  assert.ok(documents.length > 5);
  let changes = 0;
  for (const name of documents) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const linter = createLinter();
    let before = JSON.stringify(linter.check(text));
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const step = Math.max(1, Math.floor(digits.length / most));
    for (const at of digits.filter((_, index) => index % step === 0)) {
      const edited = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;
      const found = linter.check(edited);
      assert.deepEqual(found, createLinter().check(edited), `${name}: the digit at ${at}`);
      const now = JSON.stringify(found);
      if (now !== before) changes++;
      before = now;
    }
  }
  // Most of these digits are facts: else the test would show nothing.
  assert.ok(changes > 100, `${changes} changes`);
});

/** Checks a text edited in many ways, one after another, by a linter that goes on and by a new one. */
function assertSame(name: string, text: string, edits: Iterable<readonly [what: string, edited: string]>): void {
  const linter = createLinter();
  linter.check(text);
  for (const [what, edited] of edits) {
    assert.deepEqual(linter.check(edited), createLinter().check(edited), `${name}: ${what}`);
    assert.deepEqual(linter.check(text), createLinter().check(text), `${name}: back from ${what}`);
  }
}

const log =
  '---\ntype: postmortem\n---\n\n# Late parcels\n\n## Log of the night\n\n### Evening\n\n- 18:10 — We rolled back to the old version.\n- 18:40 — We told customers by mail.\n\n## Customer explanation\n\n### What happened\n\nWe told you before we rolled back to the old version.\n';

test('other words in a heading are compared again as in a first check, also those of the section around', () => {
  const rules = (text: string): readonly string[] =>
    createLinter()
      .check(text)
      .map(({ rule }) => rule);
  // What stands in a log is in order, and what stands in notes is not: else the text would show nothing.
  assert.ok(rules(log).includes('contradicting-facts'));
  assert.ok(!rules(log.replace('Log', 'Notes')).includes('contradicting-facts'));
  const texts = documents.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  for (const [name, text] of [['log', log] as const, ...texts]) {
    const headings = [...text.matchAll(/^#+ .*$/gm)];
    const step = Math.max(1, Math.floor(headings.length / 5));
    const edits = headings
      .filter((_, index) => index % step === 0)
      .flatMap(({ 0: heading, index }) =>
        ['Notes', 'Log'].map((word): [string, string] => [
          heading,
          `${text.slice(0, index)}${heading.replace(/(?<=^#+ ).*/, word)}${text.slice(index + heading.length)}`,
        ]),
      );
    assertSame(name, text, edits);
  }
});

test('words that are typed are compared again as in a first check', () => {
  for (const name of documents) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const ends = [...text.matchAll(/[\p{L}\d](?=[\s,.;，。；、])/gu)].map(({ index }) => index + 1);
    const step = Math.max(1, Math.floor(ends.length / 6));
    const edits = ends
      .filter((_, index) => index % step === 0)
      .flatMap((at) =>
        ['x', '; we will', '。'].map((typed): [string, string] => [
          `${typed} at ${at}`,
          text.slice(0, at) + typed + text.slice(at),
        ]),
      );
    assertSame(name, text, edits);
  }
});

/** A whole explanation in which one sentence alone names how many it hit, and no phrase does. */
const explanation = (count: string): string =>
  [
    '---\ntype: postmortem\n---\n\n# Late parcels\n\n## Customer explanation\n\n### What happened',
    'We are sorry. From 14:05 to 15:20 UTC on 3 March 2026, parcels could not be sent.',
    `In the hall ${count} parcels stood.`,
    '### Why it happened\n\nThe list was empty. The belt therefore stopped.',
    '### What we have done and what we will do\n\nOn 3 March 2026 we put the list back.',
    'By 1 April 2026 a second machine will stand beside it.',
    '### Your data and our help\n\nNothing was lost. Backups are made every hour. We refund the fee.',
    '### How we stay in touch\n\nOur next message comes on 5 May 2026. Write to help@example.com.',
    'Tell us what was missing here.',
    '### Questions and answers\n\n**Can my data be recovered?** Nothing was lost.',
    '**Can it happen again?** The second machine prevents it.\n\n**Do I get money back?** We refund the fee.\n',
  ].join('\n\n');

test('what a block says besides its phrases is compared too: a count that goes is missed at once', () => {
  const linter = createLinter();
  assert.deepEqual(linter.check(explanation('1,240')), []);
  const without = linter.check(explanation('our'));
  assert.deepEqual(
    without.map(({ rule }) => rule),
    ['missing-part'],
  );
  assert.deepEqual(without, createLinter().check(explanation('our')));
  assert.deepEqual(linter.check(explanation('1,240')), []);
});
