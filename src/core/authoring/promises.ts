import words from '../../data/promise-words.json' with { type: 'json' };
import { type CalendarDay, readMoments } from '../document/clock.js';
import { incidentOf } from '../document/incident.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { sourceSpan } from '../document/prose.js';

/** Something that customers were told would happen by a day. */
export interface CustomerPromise {
  /** In the words of the customer part; empty for the next message that front matter names. */
  readonly text: string;
  /** `2026-03-20`; days compare as texts. */
  readonly due: string;
  /** Where it stands, offset in UTF-16 units. */
  readonly offset: number;
}

const plain = (list: readonly string[]): string =>
  list.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
const rightBefore = new RegExp(
  `(?:\\b(?:${plain(words.en['right-before'])})\\s+|(?:${plain(words.zh['right-before'])}))$`,
  'i',
);
const rightBehind = new RegExp(`^(?:${plain(words.zh['right-behind'])})`, 'u');
const ahead = new RegExp(`\\b(?:${plain(words.en.ahead)})\\b|${plain(words.zh.ahead)}`, 'i');
const dueColumn = new RegExp(`^(?:${plain([...words.en.due, ...words.zh.due])})$`, 'i');
const sentenceEnd = /[.!?](?=\s)|[。！？；\n]/gu;

const two = (value: number): string => String(value).padStart(2, '0');

/** The day with its year: where none is written, the first such day from the incident on. */
function dated({ year, month, day }: CalendarDay, from: string): string | undefined {
  const tail = `-${two(month)}-${two(day)}`;
  if (year !== undefined) return `${year}${tail}`;
  if (from === '') return undefined;
  const first = Number(from.slice(0, 4));
  return `${first}${tail}` >= from ? `${first}${tail}` : `${first + 1}${tail}`;
}

/** The sentence around a place of a text. */
function sentenceOf(text: string, at: number): { readonly start: number; readonly text: string } {
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(sentenceEnd)) {
    const after = match.index + match[0].length;
    if (after <= at) start = after;
    else {
      end = after;
      break;
    }
  }
  return { start, text: text.slice(start, end) };
}

/** The cells of each table row, told by the row that they share. */
function* rows(blocks: readonly PlacedBlock[]): Generator<readonly PlacedBlock[]> {
  let row: PlacedBlock[] = [];
  for (const placed of blocks) {
    const last = row.at(-1);
    const between =
      last?.chunk === placed.chunk ? placed.chunk.chunk.text.slice(last.block.end, placed.block.start) : '\n';
    if (placed.block.kind !== 'cell' || /[\r\n]/.test(between)) {
      if (row.length > 0) yield row;
      row = [];
    }
    if (placed.block.kind === 'cell') row.push(placed);
  }
  if (row.length > 0) yield row;
}

const textOf = ({ block }: PlacedBlock): string => block.prose.text.replaceAll('\uFFFC', '').trim();
const offsetOf = ({ block, chunk }: PlacedBlock): number => chunk.offset + block.start;

function* inTables(blocks: readonly PlacedBlock[], from: string): Generator<CustomerPromise> {
  let column = -1;
  let top = -1;
  let chunk: PlacedBlock['chunk'] | undefined;
  for (const row of rows(blocks)) {
    const [first] = row;
    if (!first) continue;
    if (first.block.top !== top || first.chunk !== chunk) {
      // The first row of a table is its heading.
      ({ top } = first.block);
      ({ chunk } = first);
      column = row.findIndex((cell) => dueColumn.test(textOf(cell)));
      continue;
    }
    const cell = row[column];
    const day = cell && readMoments(cell.block.prose.text).find((moment) => moment.kind === 'date');
    const due = day && dated(day, from);
    const what = row.find((each) => each !== cell && textOf(each) !== '');
    if (due && what) yield { text: textOf(what), due, offset: offsetOf(what) };
  }
}

function* inSentences(placed: PlacedBlock, from: string): Generator<CustomerPromise> {
  const { text } = placed.block.prose;
  let said = -1;
  for (const moment of readMoments(text)) {
    if (moment.kind !== 'date') continue;
    const sentence = sentenceOf(text, moment.start);
    const due = dated(moment, from);
    if (!due || sentence.start === said || due < from) continue;
    const isDue = rightBefore.test(text.slice(0, moment.start)) || rightBehind.test(text.slice(moment.end));
    if (!isDue && !ahead.test(sentence.text)) continue;
    said = sentence.start;
    const offset = placed.chunk.offset + sourceSpan(placed.block.prose, moment.start, moment.end).start;
    yield { text: sentence.text.replaceAll('\uFFFC', '').trim(), due, offset };
  }
}

/**
 * What the customer part promises with a day: rows of a table with a column for it, sentences that look ahead, and the
 * next message that front matter names. By day.
 */
export function promisesOf(postmortem: Postmortem): readonly CustomerPromise[] {
  const { values, places } = postmortem.frontMatter;
  const iso = (text: string | undefined): string => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? '';
  const { moments } = incidentOf(postmortem.frontMatter);
  const from = iso(values.resolved) || iso(values.mitigated) || iso(values.began);
  const customer = postmortem.blocks.filter(({ audience }) => audience === 'customer');
  const found = [...inTables(customer, from)];
  for (const placed of customer) if (placed.block.kind === 'paragraph') found.push(...inSentences(placed, from));
  const next = moments.has('next-update') ? iso(values['next-update']) : '';
  // The text says it too, as a rule, and in its own words.
  if (next !== '' && !found.some(({ due }) => due === next))
    found.push({ text: '', due: next, offset: places.get('next-update')?.start ?? 0 });
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.offset - b.offset));
}
