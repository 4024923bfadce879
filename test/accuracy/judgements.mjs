// What readers judged of findings on real reports: `judged.json`, one entry per finding that somebody read.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { save } from './save.mjs';
import { here } from './sentences.mjs';

/**
 * @typedef {{ rule: string, file: string, text: string, sentence: string, right: boolean }} Judgement
 *   `sentence` is the short hash of the sentence around the finding: a changed sentence asks for a new look
 */

const file = path.join(here, 'judged.json');
const short = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10);

/**
 * The sentence around a range: from the end of the sentence, list item or table cell before it to the end of its own.
 * @returns {string} with white space made one space
 */
export function sentenceAround(source, start, end) {
  const stop = /[.!?](?=[\s"')\]*_])|[。！？；]|\n\s*(?:\n|[-*+>|#]|\d+[.)]\s)|\|/g;
  let from = 0;
  let to = source.length;
  for (const match of source.matchAll(stop)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (match.index >= end) {
      to = match[0].startsWith('\n') ? match.index : after;
      break;
    }
  }
  return source
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .replace(/\|\s*$/, '')
    .trim();
}

/** @returns {string} the name of one finding, the same wherever it stands in its file. */
export const nameOf = ({ rule, file: from, text, sentence }) => short([rule, from, text, sentence].join('\n'));

/** @returns the parts of a finding that name it, from its file's source. */
export const keyOf = (finding, from, source) => ({
  rule: finding.rule,
  file: from,
  text: finding.text.replace(/\s+/g, ' '),
  sentence: short(sentenceAround(source, finding.start.offset, finding.end.offset)),
});

/** @returns {Judgement[]} all judgements. */
export const readJudgements = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);

/** Writes them sorted, so that two readers of different rules change different lines. */
export function writeJudgements(judgements) {
  const order = ({ rule, file: from, text, sentence }) => [rule, from, text, sentence].join('\n');
  const sorted = [...judgements].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  save(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
