// The labelled sentences, and how well a linter does on them. Pure but for the reading of the files.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ category: string, rule: string | null, text: string, or?: string[] }} Mark
 * @typedef {{ id: string, text: string, marks: Mark[] }} Entry
 * @typedef {{ rule: string, category: string, start: number, end: number }} Hit offsets in UTF-16 units
 */

export const here = path.dirname(fileURLToPath(import.meta.url));
export const languages = ['en', 'zh'];
export const parts = [
  'tune',
  'tune-2',
  'tune-3',
  'tune-4',
  'tune-5',
  'tune-6',
  'tune-7',
  'tune-8',
  'tune-9',
  'tune-10',
  'tune-11',
  'tune-12',
  'tune-13',
  'tune-14',
  'tune-15',
  'tune-16',
  'tune-17',
  'tune-18',
  'tune-19',
  'tune-20',
  'tune-21',
  'tune-22',
  'tune-23',
  'tune-24',
  'tune-25',
  'held-out',
  'held-out-2',
  'held-out-3',
  'held-out-4',
  'held-out-5',
  'held-out-6',
  'held-out-7',
];
/** The parts for working on the linter: what went wrong in them may be looked at. */
export const tuningParts = parts.filter((part) => part.startsWith('tune'));

/** What one sentence can show; what a document lacks (structure) and what it contradicts (facts) it cannot. */
export const measured = ['blame', 'minimize', 'overpromise', 'vague', 'jargon', 'plain', 'leak'];

/** @returns {Entry[]} the sentences of one part of one language; none where that language has no such part. */
export function readPart(language, part) {
  const file = path.join(here, language, `${part}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** A short name for exactly these sentences and marks: figures that bear another one were measured on others. */
export function nameOfSentences() {
  const hash = createHash('sha256');
  for (const language of languages) for (const part of parts) hash.update(JSON.stringify(readPart(language, part)));
  return hash.digest('hex').slice(0, 12);
}

const overlap = (a, b) => a.start < b.end && b.start < a.end;

/** @returns {Mark & { start: number, end: number }} a mark with its place; each span stands once in its sentence. */
const place = (entry, mark) => {
  const start = entry.text.indexOf(mark.text);
  return { ...mark, start, end: start + mark.text.length };
};

/**
 * Holds a linter's findings against the marks.
 * @param {Entry[]} entries
 * @param {(entry: Entry) => Hit[]} find the findings on one sentence, categories other than `measured` left out
 * @returns counts, and the misses, false alarms and extra findings one by one
 */
export function score(entries, find) {
  const result = { marks: 0, found: 0, withRule: 0, exactRule: 0, honest: 0, honestFlagged: 0, positive: 0 };
  const byRule = new Map();
  const rules = new Set();
  const misses = [];
  const alarms = [];
  const extras = [];
  for (const entry of entries) {
    const hits = find(entry);
    const marks = entry.marks.map((mark) => place(entry, mark));
    if (marks.length === 0) {
      result.honest += 1;
      if (hits.length > 0) {
        result.honestFlagged += 1;
        alarms.push({ entry, hits });
      }
      continue;
    }
    result.positive += 1;
    const accepts = (mark, hit) => [mark.category, ...(mark.or ?? [])].includes(hit.category) && overlap(mark, hit);
    for (const mark of marks) {
      const label = mark.rule ?? `${mark.category} (any rule)`;
      const row = byRule.get(label) ?? { category: mark.category, marks: 0, found: 0 };
      byRule.set(label, row);
      const found = hits.some((hit) => accepts(mark, hit));
      result.marks += 1;
      row.marks += 1;
      if (found) {
        result.found += 1;
        row.found += 1;
      } else misses.push({ entry, mark });
      if (mark.rule === null) continue;
      rules.add(mark.rule);
      result.withRule += 1;
      if (hits.some((hit) => hit.rule === mark.rule && overlap(mark, hit))) result.exactRule += 1;
    }
    const unexpected = hits.filter((hit) => !marks.some((mark) => accepts(mark, hit)));
    if (unexpected.length > 0) extras.push({ entry, hits: unexpected });
  }
  const extra = extras.reduce((sum, { hits }) => sum + hits.length, 0);
  return { ...result, extra, rules, byRule, misses, alarms, extras };
}

/**
 * The measure that also fits linters without our categories: is any word of the span touched, by whatever finding?
 * @param {(entry: Entry) => { start: number, end: number }[]} find
 */
export function scoreAnyWord(entries, find) {
  const counts = { marks: 0, found: 0, honest: 0, honestFlagged: 0 };
  for (const entry of entries) {
    const hits = find(entry);
    if (entry.marks.length === 0) {
      counts.honest += 1;
      if (hits.length > 0) counts.honestFlagged += 1;
    }
    for (const mark of entry.marks.map((each) => place(entry, each))) {
      counts.marks += 1;
      if (hits.some((hit) => overlap(mark, hit))) counts.found += 1;
    }
  }
  return counts;
}

/** @returns {string} a share in percent with one decimal, or a dash where there is nothing to share. */
export const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
