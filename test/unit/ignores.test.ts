import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from '../../src/core/index.js';

const marked = (text: string): readonly string[] =>
  createLinter()
    .check(text, { audience: 'customer' })
    .filter(({ rule }) => rule === 'minimizing')
    .map(({ start }) => text.split('\n')[start.line - 1] ?? '');

const filler = (words: number): string => `${'The pump at the mill ran all night. '.repeat(words)}\n\n`;
const [first, second] = ['It was a minor glitch.', 'It was a tiny glitch.'];

test('a comment switches a rule off for the next block and no other, wherever the text is cut', () => {
  assert.deepEqual(marked(`${first}\n\n${second}\n`), [first, second]);
  for (const between of ['\n', '\n\n', '\n\n\n'])
    for (let words = 0; words < 90; words += 3)
      for (const head of ['', '## What happened\n\n']) {
        const text = `${head}${filler(words)}<!-- candor-ignore minimizing: as told -->${between}${first}\n\n${filler(words)}${second}\n`;
        assert.deepEqual(marked(text), [second], JSON.stringify([head, words, between]));
      }
});

test('a comment before a heading holds for the heading, and one for the file for all of it', () => {
  const heading = '## A minor glitch';
  assert.deepEqual(marked(`${filler(60)}<!-- candor-ignore minimizing: x -->\n\n${heading}\n\n${first}\n`), [first]);
  assert.deepEqual(marked(`${filler(60)}${heading}\n\n${first}\n`), [heading, first]);
  assert.deepEqual(marked(`<!-- candor-ignore-file minimizing: x -->\n\n${filler(60)}${heading}\n\n${first}\n`), []);
});
