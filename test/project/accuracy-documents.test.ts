import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createLinter, type Linter } from '../../src/core/index.js';

interface Document {
  readonly file: string;
  readonly text: string;
  readonly contradictions: readonly { readonly family: string; readonly a: string; readonly b: string }[];
}
interface Judged {
  readonly missed: readonly unknown[];
  readonly extra: readonly { readonly text: string; readonly message: string }[];
}
const { documentParts, judge, readDocuments } = (await import(
  pathToFileURL(path.resolve('test/accuracy/documents.mjs')).href
)) as {
  documentParts: readonly string[];
  judge(linter: Linter, document: Document): Judged;
  readDocuments(part: string): readonly Document[];
};

/** Of the contradictions in the tuning parts so many are found at least; more is better. */
const least = 430;

describe('documents with contradictions', () => {
  const linter = createLinter();
  let found = 0;
  for (const part of documentParts) {
    const documents = readDocuments(part);

    it(`${part}: each place stands in one line of its document`, () => {
      for (const { file, text, contradictions } of documents)
        for (const { a, b } of contradictions)
          for (const place of [a, b]) {
            assert.ok(text.includes(place), `${file}: ${place}`);
            assert.ok(!place.includes('\n'), `${file}: ${place}`);
          }
    });

    if (part.startsWith('tune'))
      it(`${part}: nothing is marked that is no contradiction`, () => {
        for (const document of documents) {
          const { missed, extra } = judge(linter, document);
          found += document.contradictions.length - missed.length;
          assert.deepEqual(
            extra.map(({ text, message }) => `${document.file}: “${text}” ${message}`),
            [],
          );
        }
      });
  }

  it('many of the contradictions of the tuning parts are found', () => {
    assert.ok(found >= least, `${found} of at least ${least}`);
  });
});
