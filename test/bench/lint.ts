import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { createLinter } from '../../src/core/index.js';
import { countWords, documentOf } from './documents.js';
import { previewWork } from './preview.js';

/** The median of `runs` timings of `work`, in milliseconds; `before` is not timed. */
function median(runs: number, work: (run: number) => void): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

interface Row {
  readonly what: string;
  readonly small: number;
  readonly large: number;
}

const small = documentOf(2_000);
const large = documentOf(20_000);
const parser = remark().use(remarkGfm);
const runs = 15;

/** Times one piece of work on both documents, after a warm-up. */
function measure(what: string, prepare: (text: string) => (run: number) => void): Row {
  const time = (text: string): number => {
    const work = prepare(text);
    for (let run = 0; run < 4; run++) work(-run - 1);
    return median(runs, work);
  };
  return { what, small: time(small), large: time(large) };
}

/** Times one changed text after another with one linter, as in the editor. */
function edits(what: string, change: (text: string, run: number) => string): Row {
  return measure(what, (text) => {
    const linter = createLinter();
    linter.check(text);
    return (run) => void linter.check(change(text, run));
  });
}

const insertAt =
  (share: number, piece: string) =>
  (text: string, run: number): string => {
    const wanted = Math.floor(text.length * share);
    const space = text.indexOf(' ', wanted);
    const at = space < 0 ? text.length : space;
    return text.slice(0, at) + piece.repeat(1 + (Math.abs(run) % 7)) + text.slice(at);
  };

const pasted = documentOf(2_000).replace(/^---[\s\S]*?\n---\n/, '');

const rows: Row[] = [
  measure('remark-parse with gfm', (text) => () => void parser.parse(text)),
  measure('Candor: whole check, all rules', (text) => () => void createLinter().check(text)),
  edits('Candor: one key, near the top', insertAt(0.05, 'x')),
  edits('Candor: one key, in the middle', insertAt(0.5, 'x')),
  edits('Candor: one key, near the end', insertAt(0.97, 'x')),
  measure('Candor: one key, to the message for the preview', (text) => {
    const work = previewWork(text);
    return (run) => void work(insertAt(0.5, 'x')(text, run));
  }),
  edits(
    'Candor: paste of 2,000 words',
    (text, run) => insertAt(0.5, '')(text, run) + pasted.replace(/\b(the|and)\b/g, `$1 ${run}`),
  ),
  edits('Candor: a key in front matter', (text, run) => text.replace('severity:', `x${Math.abs(run)}: 1\nseverity:`)),
  edits('Candor: a fence opened at the top', (text, run) =>
    text.replace('\n## ', `\n${'`'.repeat(3 + (Math.abs(run) % 5))}\n## `),
  ),
];

const base = rows[0]?.large ?? 1;
const figure = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
console.log(
  `| | ${countWords(small).toLocaleString('en')} words, ms | ${countWords(large).toLocaleString('en')} words, ms | share of remark-parse |`,
);
console.log('| --- | ---: | ---: | ---: |');
for (const { what, small, large } of rows)
  console.log(`| ${what} | ${figure(small)} | ${figure(large)} | ${((large / base) * 100).toFixed(1)} % |`);
