import words from '../../data/timeline-words.json' with { type: 'json' };
import type { Language } from '../finding.js';
import { fold } from '../language/fold.js';
import type { CalendarDay } from './clock.js';
import { instantOf } from './incident.js';
import type { PlacedBlock } from './postmortem.js';
import type { Timeline, TimelineRow, TimelineSource } from './timeline.js';
import type { Zone } from './zone.js';

/** What a timeline can say about the incident, by the names of `template-facts.json`. */
export type TimelineFact = 'began' | 'detected' | 'notified' | 'repaired' | 'ended';

interface Wording {
  readonly fact: TimelineFact;
  readonly take: 'first' | 'last';
  readonly says: Readonly<Record<Language, RegExp>>;
  readonly unless: Readonly<Record<Language, RegExp>>;
}

/** Whole words in English; anywhere in Chinese, which has no spaces. */
function compile(patterns: readonly string[], language: Language): RegExp {
  const any = patterns.map((pattern) => `(?:${pattern.trim().replaceAll('~', '\\w*')})`).join('|');
  return new RegExp(language === 'en' ? `(?<![\\w-])(?:${any})(?![\\w-])` : any, 'i');
}

const wordings: readonly Wording[] = words.facts.map(({ fact, take, en, zh, unless }) => ({
  fact: fact as TimelineFact,
  take: take === 'last' ? 'last' : 'first',
  says: { en: compile(en, 'en'), zh: compile(zh, 'zh') },
  unless: { en: compile(unless.en, 'en'), zh: compile(unless.zh, 'zh') },
}));

/** A row of a timeline, with the facts that it says clearly. */
export interface SayingSource extends TimelineSource {
  readonly says: readonly TimelineFact[];
}

/** The words of a row: the line that it stands on, and for a heading or an item what its block says. */
export function rowText({ block, chunk }: PlacedBlock, text: string): string {
  const { text: source } = chunk.chunk;
  const start = source.lastIndexOf('\n', block.start - 1) + 1;
  const end = source.indexOf('\n', block.end);
  const line = source.slice(block.start < start ? 0 : start, end < 0 ? undefined : end);
  return block.kind === 'cell' ? line : `${line} ${text}`;
}

/** The facts that the words of a row say. */
export function saidInRow(words: string): readonly TimelineFact[] {
  const text = fold(words);
  // The cell with the time has no script of its own.
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return wordings
    .filter(({ says, unless }) => says[language].test(text) && !unless[language].test(text))
    .map(({ fact }) => fact);
}

/** The first or last row that says each fact, of rows in the order of their times. */
export function sayingRows<Row extends PlacedRow<SayingSource>>(rows: readonly Row[]): Map<TimelineFact, Row> {
  const facts = new Map<TimelineFact, Row>();
  for (const { fact, take } of wordings) {
    const saying = rows.filter(({ row }) => row.source.says.includes(fact));
    const row = take === 'first' ? saying[0] : saying.at(-1);
    if (row) facts.set(fact, row);
  }
  return facts;
}

const dayMinutes = 24 * 60;
/** As far back as this within a timeline, a time without a day is of the next day. Minutes. */
const overnight = 360;

/** A row with the day and the instant that it stands for. */
export interface PlacedRow<Source extends TimelineSource> {
  readonly row: TimelineRow<Source>;
  readonly day: CalendarDay;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The rows of a timeline with their days, from the first on; none where no day is known. */
export function placedRows<Source extends TimelineSource>(
  rows: Timeline<Source>,
  first: { readonly year: number; readonly month: number; readonly day: number } | undefined,
  zone: Zone,
): PlacedRow<Source>[] {
  let day = first && Date.UTC(first.year, first.month - 1, first.day);
  let last = Number.NEGATIVE_INFINITY;
  const found: PlacedRow<Source>[] = [];
  for (const row of rows) {
    const { day: own, time } = row;
    const year = own?.year ?? (day === undefined ? first?.year : new Date(day).getUTCFullYear());
    if (own && year !== undefined) day = Date.UTC(year, own.month - 1, own.day);
    else if (day !== undefined && time.minutes < last - overnight) day += dayMinutes * 60_000;
    last = time.minutes;
    if (day === undefined) continue;
    const date = new Date(day);
    const calendar: CalendarDay = {
      kind: 'date',
      start: 0,
      end: 0,
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    };
    found.push({ row, day: calendar, at: instantOf(calendar, time, zone) });
  }
  return found;
}
