import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Converter } from 'opencc-js';
import { createLinter } from '../../src/core/index.js';

/** Character by character, so that offsets stay: a reader of Hong Kong reads the same document. */
const traditional = Converter({ from: 'cn', to: 'hk' });
const folder = 'test/accuracy/documents';
const files = readdirSync(folder)
  .filter((part) => /^tune-(?:9|1[0-3])$/.test(part))
  .flatMap((part) =>
    readdirSync(`${folder}/${part}`)
      .filter((file) => file.startsWith('zh-'))
      .map((file) => `${folder}/${part}/${file}`),
  );

const linter = createLinter({ now: Date.parse('2026-04-01') });
const findings = (text: string): readonly string[] =>
  linter.check(text).map(({ rule, start, end }) => `${rule} ${start.line}:${start.column}–${end.line}:${end.column}`);

describe('a document in traditional script has the findings of the same in simplified script', () => {
  for (const file of files)
    it(file, () => {
      const text = readFileSync(file, 'utf8');
      const other = traditional(text);
      assert.equal(other.length, text.length);
      // Which words are plain differs from place to place. Comparisons of facts are the same in all of these but two.
      const told = (each: string): boolean => !/^(?:simpler-words|unexplained-term|contradicting-facts) /.test(each);
      assert.deepEqual(findings(other).filter(told), findings(text).filter(told));
    });
});
