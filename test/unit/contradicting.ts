import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLinter } from '../../src/core/index.js';

/** The words of a whole document that contradict another place of it. */
export const contradicting = (text: string): string[] =>
  createLinter()
    .check(text)
    .filter(({ rule }) => rule === 'contradicting-facts')
    .map((finding) => finding.text);

/** What stands before the text for colleagues, and before that for customers. */
const heads = {
  en: ['# Late parcels\n\n## Summary\n\n', '\n\n## For our customers\n\n### What happened\n\n'],
  zh: ['# 包裹延误\n\n## 摘要\n\n', '\n\n## 客户说明\n\n### 发生了什么\n\n'],
  hant: ['# 包裹延誤\n\n## 摘要\n\n', '\n\n## 客戶說明\n\n### 發生了什麼\n\n'],
} as const;

/** What colleagues read, what customers read, and the words that must be marked; none where both agree. */
export type Case = readonly [keyof typeof heads, string, string, ...string[]];

/** A test for each case, by the matter that the two texts speak of. @param front The front matter. */
export function testCases(front: string, rows: Readonly<Record<string, readonly Case[]>>): void {
  for (const [matter, cases] of Object.entries(rows))
    describe(matter, () => {
      for (const [language, inside, told, ...wanted] of cases)
        it(`${inside} | ${told}`, () => {
          const [head, letter] = heads[language];
          assert.deepEqual(contradicting(`${front}${head}${inside}${letter}${told}\n`), wanted);
        });
    });
}
