import { createLinter } from '../../src/core/index.js';

/** The words of a whole document that contradict another place of it. */
export const contradicting = (text: string): string[] =>
  createLinter()
    .check(text)
    .filter(({ rule }) => rule === 'contradicting-facts')
    .map((finding) => finding.text);
