import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { createLinter } from '../../src/core/index.js';
import { countWords, documentOf } from './documents.js';
import { previewWork } from './preview.js';

/** Work on a document, done anew each time; `run` counts up, so that an edit can differ from the last one. */
type Work = (run: number) => void;

/** What is timed, made ready for a document. */
interface Candidate {
  readonly what: string;
  readonly prepare: (text: string) => Work;
  /** How often it is done in a row, each with work of its own: keys follow keys, and no parser of others runs between. */
  readonly row?: number;
}

const runs = 15;
/**
 * Not timed: an engine compiles what runs often, which a parse of many milliseconds is after one run and a key of two is
 * after a sentence. So many runs at least, and for so many milliseconds of the work itself: a check runs thousands of small
 * functions and expressions, each of which is compiled when it has run a few times, and after a few hundred milliseconds
 * part of what is measured would still be the compiler. What that costs once is in the table of starts.
 */
const warmUps = { runs: 4, ms: 2000 };
const mostWarmUps = 200;
const texts = { small: documentOf(2_000), large: documentOf(20_000) } as const;
const parser = remark().use(remarkGfm);

/**
 * Milliseconds that the processor spends on some work, helper threads of the engine included: a machine that is busy with
 * something else does not count. Young garbage of what was timed before is gone first, so that each pays for its own.
 */
function processorTime(work: () => void): number {
  globalThis.gc?.({ type: 'minor' });
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A linter that knows the text, given one changed text after another, as in the editor. */
const edits = (what: string, change: (text: string, run: number) => string, row = 1): Candidate => ({
  what,
  row,
  prepare: (text) => {
    const linter = createLinter();
    linter.check(text);
    const changed = Array.from({ length: 8 }, (_, run) => change(text, run));
    return (run) => void linter.check(changed[run % changed.length] ?? text);
  },
});

const insertAt =
  (share: number, piece: string) =>
  (text: string, run: number): string => {
    const wanted = Math.floor(text.length * share);
    const word = text.slice(wanted).search(/(?<=\w) /);
    const at = word < 0 ? text.length : wanted + word;
    return text.slice(0, at) + piece.repeat(1 + run) + text.slice(at);
  };

/**
 * A key at one of the rounds of a document, 0 the first and 1 the last, so far into the round: the same words around it,
 * however long the document is.
 */
const keyIn =
  (round: number, share: number) =>
  (text: string, run: number): string => {
    const { start, end } = roundOf(text, round);
    return text.slice(0, start) + insertAt(share, 'x')(text.slice(start, end), run) + text.slice(end);
  };

function roundOf(text: string, round: number): { readonly start: number; readonly end: number } {
  const starts = [...text.matchAll(/^## Customer/gm)].map(({ index }) => index);
  const own = Math.round(round * (starts.length - 1));
  return { start: starts[own] ?? 0, end: starts[own + 1] ?? text.length };
}

/** The text with another word in each sentence, so that nothing is known of it from an earlier check. */
const reworded = (text: string, run: number): string =>
  text.replace(/[a-z](?=[.:?]\s)/g, `$& ${String.fromCharCode(97 + (run % 26))}${'x'.repeat(1 + run / 26)}`);

const pasted = documentOf(2_000).replace(/^---[\s\S]*?\n---\n/, '');

const base: Candidate = { what: 'remark-parse with gfm', prepare: (text) => () => void parser.parse(text) };
const candidates: readonly Candidate[] = [
  {
    what: 'Candor: whole check, all rules',
    prepare: (text) => {
      const fresh = Array.from({ length: mostWarmUps + runs }, (_, run) => reworded(text, run));
      return (run) => void createLinter().check(fresh[run] ?? text);
    },
  },
  edits('Candor: one key, near the top', keyIn(0, 0.2), 5),
  edits('Candor: one key, in the middle', keyIn(0.5, 0.5), 5),
  edits('Candor: one key, near the end', keyIn(1, 0.9), 5),
  edits('Candor: one key, in front matter', (text, run) => text.replace('severity:', `x${run}: 1\nseverity:`), 5),
  {
    what: 'Candor: one key, to the message for the preview',
    prepare: (text) => {
      const work = previewWork(text);
      return (run) => void work(insertAt(0.5, 'x')(text, run % 8));
    },
  },
  edits(
    'Candor: paste of 2,000 words',
    (text, run) => insertAt(0.5, '')(text, run) + pasted.replace(/\b(the|and)\b/g, `$1 ${run}`),
  ),
  edits('Candor: a fence opened at the top', (text, run) =>
    text.replace('\n## ', `\n${'`'.repeat(3 + (run % 5))}\n## `),
  ),
];

/** Keys behind each word of a round in the middle, so many at each: the median time of each word's keys, ascending. */
function keysEverywhere(text: string): readonly number[] {
  const keys = 7;
  const { start, end } = roundOf(text, 0.5);
  const words = [...text.slice(start, end).matchAll(/\w(?=[\s,.:;?])/g)].map(({ index }) => start + index + 1);
  const linter = createLinter();
  linter.check(text);
  const timesAt = (at: number): number[] =>
    Array.from({ length: keys }, (_, key) => {
      const edited = text.slice(0, at) + 'x'.repeat(1 + key) + text.slice(at);
      return processorTime(() => void linter.check(edited));
    });
  for (const at of words) timesAt(at);
  // The first one takes back the keys at the word before.
  return words.map((at) => median(timesAt(at).slice(1))).sort((a, b) => a - b);
}

const figure = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** @param parsing What the parser takes for the large text, in the same run. */
function tableOfKeys(parsing: number): string {
  const [small, large] = [keysEverywhere(texts.small), keysEverywhere(texts.large)];
  const rows = [
    ['half of the words', 0.5],
    ['nine words of ten', 0.9],
    ['nineteen of twenty', 0.95],
    ['all words', 1],
  ] as const;
  return rows
    .map(([what, share]) => {
      const [few = 0, many = 0] = [small, large].map((times) => times[Math.floor(share * (times.length - 1))]);
      return `| Candor: one key behind ${what} of a section, at most | ${figure(few)} | ${figure(many)} | ${(many / few).toFixed(1)} | ${percent(many / parsing)} |`;
    })
    .join('\n');
}

/** Median processor times of one candidate, and its share of the parser's time: both work in turns, in each run. */
function measure({ what, prepare, row = 1 }: Candidate): { readonly line: string; readonly large: number } {
  const timed = Object.fromEntries(
    Object.entries(texts).map(([size, text]) => {
      const parse = base.prepare(text);
      const work = prepare(text);
      const times: number[] = [];
      const shares: number[] = [];
      let first = 0;
      for (let spent = 0; first < warmUps.runs || (spent < warmUps.ms && first < mostWarmUps); first++)
        spent += processorTime(() => work(first));
      for (let run = first; run < first + runs; run++) {
        const parsing = processorTime(() => parse(run));
        const own =
          processorTime(() => {
            for (let at = 0; at < row; at++) work(row * run + at);
          }) / row;
        times.push(own);
        shares.push(own / parsing);
      }
      return [size, { time: median(times), share: median(shares) }];
    }),
  ) as Record<keyof typeof texts, { readonly time: number; readonly share: number }>;
  const { small, large } = timed;
  const line = `| ${what} | ${figure(small.time)} | ${figure(large.time)} | ${(large.time / small.time).toFixed(1)} | ${percent(large.share)} |`;
  return { line, large: large.time };
}

const words = (text: string): string => countWords(text).toLocaleString('en');
console.log(
  `| | ${words(texts.small)} words, ms | ${words(texts.large)} words, ms | times as much | share of remark-parse |`,
);
console.log('| --- | ---: | ---: | ---: | ---: |');
// With an argument: only the candidates whose names match it. The whole check comes first, as it does in the editor: it
// leaves the engine warm.
const chosen = candidates.filter(({ what }) => new RegExp(process.argv[2] ?? '').test(what));
const measured = [base, ...chosen].map((candidate) => {
  const each = measure(candidate);
  console.log(each.line);
  return each;
});
if (chosen.length === candidates.length) console.log(tableOfKeys(measured[0]?.large ?? 0));
