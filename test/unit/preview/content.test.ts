import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockWriter, createLinter, customerView, Lines, ReadingMeter } from '../../../src/core/index.js';
import { type Content, contentOf } from '../../../src/extension/preview/content.js';
import { Reader } from '../../../src/extension/preview/reader.js';

function content(text: string): Content {
  const analysis = createLinter().analyze(text);
  const view = customerView(analysis.postmortem);
  const lines = new Lines(text);
  return contentOf(
    analysis,
    {
      blocks: new BlockWriter().write(view),
      refusals: view.refusals
        .filter(({ kind }) => kind !== 'empty')
        .map(({ say, at }) => ({ message: say.en, start: at.start })),
      hidden: view.hidden,
    },
    (offset) => lines.position(offset).line - 1,
    new ReadingMeter().measure(analysis.postmortem.blocks),
  );
}

const head = '---\ntype: postmortem\ntitle: T\n---\n\n';
const text = `${head}## Summary

Secret things, human error.

## Customer explanation

It was human error. :internal[human error] And human error again.

:::internal
More secrets.
:::

Bye.
`;

test('only what customers read is shown', () => {
  const { blocks, state } = content(text);
  assert.equal(state, 'shown');
  const html = blocks.map((block) => block.html).join('');
  assert.match(html, /Bye\./);
  assert.doesNotMatch(html, /[Ss]ecret/);
});

test('findings of the customer part are marked in their block, counted without hidden words', () => {
  const { marks, open, blocks } = content(text);
  const errors = marks.filter((mark) => mark.text === 'human error');
  assert.deepEqual(
    errors.map(({ nth }) => nth),
    [0, 1],
  );
  for (const { block, line } of errors) assert.equal(blocks[block]?.line, line);
  assert.ok(!open.some(({ start, rule }) => rule === 'person-as-cause' && start.line < 10));
});

test('what is hidden knows its lines, what follows it, and whether it stands inside of a block', () => {
  const lines = text.split('\n');
  const { hidden, blocks } = content(text);
  const section = hidden.find(({ first }) => lines[first] === '## Summary');
  assert.equal(section?.inside, false);
  assert.match(blocks[section?.before ?? -1]?.html ?? '', /It was human error/);
  const block = hidden.find(({ first }) => lines[first] === ':::internal');
  assert.equal(lines[block?.last ?? -1], ':::');
  assert.match(blocks[block?.before ?? -1]?.html ?? '', /Bye/);
  const words = hidden.find(({ inside }) => inside);
  assert.match(lines[words?.first ?? -1] ?? '', /:internal\[/);
});

test('a refused document shows its refusals and nothing of itself', () => {
  const { state, blocks, marks, refusals } = content(text.replace(':::internal', '::: internal'));
  assert.equal(state, 'refused');
  assert.deepEqual(blocks, []);
  assert.deepEqual(marks, []);
  assert.equal(refusals[0]?.line, text.split('\n').indexOf(':::internal'));
});

test('without a customer part there is nothing to show, and it says which nothing', () => {
  assert.equal(content(`${head}## Summary\n\nSecret.\n`).state, 'no-customer-part');
  assert.equal(content(head).state, 'empty');
});

test('a reader that goes on says what a new one says, and gives the blocks that did not change as they were', () => {
  const reader = new Reader();
  const read = (by: Reader, source: string): Content => {
    const lines = new Lines(source);
    return by.read(
      createLinter().analyze(source),
      (offset) => lines.position(offset).line - 1,
      ({ en }) => en,
    );
  };
  const texts = [
    text,
    text.replace('And human', 'And, human error, human'),
    text.replace(':internal[human error] ', ''),
    text,
  ];
  for (const source of texts) assert.deepEqual(read(reader, source), read(new Reader(), source));
});
