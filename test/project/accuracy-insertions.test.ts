import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createLinter, type Linter } from '../../src/core/index.js';

interface Insertion {
  readonly id: string;
  readonly document: string;
  readonly after: string;
  readonly text: string;
  readonly against: string | null;
}
const { insertionParts, judgeInsertion, readHonest, readInsertions } = (await import(
  pathToFileURL(path.resolve('test/accuracy/insertions.mjs')).href
)) as {
  insertionParts: readonly string[];
  judgeInsertion(linter: Linter, insertion: Insertion): readonly string[];
  readHonest(document: string): string;
  readInsertions(part: string): readonly Insertion[];
};

/** Of the contradicting sentences of the tuning parts so many are found at least; more is better. */
const least = 390;

describe('sentences added to honest documents', () => {
  const linter = createLinter();
  let found = 0;
  for (const part of insertionParts) {
    const insertions = readInsertions(part);

    it(`${part}: each names a heading and a place of its document`, () => {
      for (const { id, document, after, against } of insertions) {
        const text = readHonest(document);
        assert.ok(
          text.split('\n').some((line) => line.trim() === after),
          id,
        );
        if (against !== null) assert.ok(text.includes(against), id);
      }
    });

    if (part.includes('tune'))
      it(`${part}: none is marked that fits its document`, () => {
        const marked = insertions.flatMap((insertion) => {
          const findings = judgeInsertion(linter, insertion);
          if (insertion.against !== null && findings.length > 0) found++;
          return insertion.against === null && findings.length > 0 ? [`${insertion.id}: ${findings[0]}`] : [];
        });
        assert.deepEqual(marked, []);
      });
  }

  it('many of those that contradict it are found', () => {
    assert.ok(found >= least, `${found} of at least ${least}`);
  });
});
