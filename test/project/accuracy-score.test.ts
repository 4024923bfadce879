import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

const load = (name: string) => import(pathToFileURL(path.resolve('test/accuracy', name)).href);

const marked = {
  id: 'a',
  text: 'Some users were hit soon.',
  marks: [
    { category: 'vague', rule: 'vague-scope', text: 'Some users', or: ['minimize'] },
    { category: 'vague', rule: 'vague-time', text: 'soon' },
  ],
};
const honest = { id: 'b', text: 'We are sorry.', marks: [] };
const hit = (rule: string, category: string, start: number, end: number) => ({ rule, category, start, end });

describe('the score of a linter on labelled sentences', () => {
  it('counts a mark as found when a finding of its category, or of one as right, touches its span', async () => {
    const { score } = await load('sentences.mjs');
    const one = score([marked], () => [hit('vague-scope', 'vague', 0, 4), hit('plain-x', 'plain', 20, 24)]);
    assert.deepEqual([one.marks, one.found, one.exactRule, one.extra], [2, 1, 1, 1]);
    const other = score([marked], () => [hit('minimizing', 'minimize', 0, 4)]);
    assert.deepEqual([other.found, other.exactRule, other.extra], [1, 0, 0]);
  });

  it('does not count a finding that only ends where the span begins', async () => {
    const { score } = await load('sentences.mjs');
    const result = score([marked], () => [hit('vague-time', 'vague', 15, 20)]);
    assert.deepEqual([result.found, result.extra], [0, 1]);
  });

  it('counts an honest sentence once, however many findings it has', async () => {
    const { score } = await load('sentences.mjs');
    const result = score([honest, { ...honest, id: 'c' }], ({ id }: { id: string }) =>
      id === 'b' ? [hit('x', 'plain', 0, 2), hit('y', 'vague', 3, 6)] : [],
    );
    assert.deepEqual([result.honest, result.honestFlagged, result.extra], [2, 1, 0]);
  });
});

describe('the sentence around a finding', () => {
  const around = async (source: string, text: string): Promise<string> => {
    const { sentenceAround } = await load('judgements.mjs');
    const start = source.indexOf(text);
    return sentenceAround(source, start, start + text.length);
  };

  it('ends at full stops, list items, table cells and empty lines, in either script', async () => {
    assert.equal(await around('One. Two is\nhere. Three.', 'Two'), 'Two is here.');
    assert.equal(await around('- first\n- second one\n- third', 'second'), 'second one');
    assert.equal(await around('| 10:00 | it failed | x |', 'failed'), 'it failed');
    assert.equal(await around('第一句。第二句在这里。第三句。', '第二句'), '第二句在这里。');
    assert.equal(await around('Head\n\nBody text\n\nFoot', 'Body'), 'Body text');
  });

  it('goes on past a full stop inside a figure or a name', async () => {
    assert.equal(
      await around('It took 3.5 hours on api.example.org that day. Then.', 'hours'),
      'It took 3.5 hours on api.example.org that day.',
    );
  });
});
