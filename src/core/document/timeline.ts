import type { Block } from './chunk.js';
import type { CalendarDay, ClockTime, Moment } from './clock.js';
import type { PlacedBlock } from './postmortem.js';

/** What a block begins with, where it may be a row of a timeline. */
export interface RowHead {
  readonly day: CalendarDay | undefined;
  readonly time: ClockTime | undefined;
  /** The time as written. */
  readonly words: string;
  /** Whether a mark parts the time from the rest. */
  readonly isMarked: boolean;
  /** The weekday before the time, from Sunday on. */
  readonly weekday: number | undefined;
}

/** A block with what it begins with. */
export interface TimelineSource {
  readonly block: PlacedBlock;
  readonly head: RowHead;
}

/** One row of a timeline: a list item, a table row, a heading or a line that begins with a time. */
export interface TimelineRow<Source extends TimelineSource> {
  readonly source: Source;
  readonly day: CalendarDay | undefined;
  readonly time: ClockTime;
}

/** Rows that belong together, in the order in which they are written. */
export type Timeline<Source extends TimelineSource> = readonly TimelineRow<Source>[];

/** Whether a block of a chunk's `text` begins a table row, a list item, a heading or a paragraph: nothing but marks before it on its line. */
export function beginsLine(block: Block, text: string): boolean {
  let at = block.start - 1;
  while (at >= 0 && /[ \t|*_-]/.test(text.charAt(at))) at--;
  return at < 0 || /[\r\n]/.test(text.charAt(at)) || block.kind !== 'cell';
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayIn = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*[\s,]*$|(?:[周週]|星期)([日天一二三四五六])\s*$/i;

/** "Sat 15:00": the weekday before a time, from Sunday on. */
function weekdayBefore(text: string): number | undefined {
  const [, english, chinese] = weekdayIn.exec(text) ?? [];
  if (english) return days.indexOf(english.toLowerCase().slice(0, 3));
  return chinese ? '日一二三四五六'.indexOf(chinese.replace('天', '日')) : undefined;
}

const leading =
  /^[\s*_~[(（【"“:：|,，-]*(?:\d{1,2}\/\d{1,2}\s+|(?:on|at|am|mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,]*|(?:[周週]|星期)[日天一二三四五六]\s*)?$/i;

/** What parts the time of a row from its text, where the row is a plain line: "14:05 UTC – Scanning stops". */
const isMark = /^\s*(?:[A-Za-z/+\d:]{1,20}\s*)?[)\]）】*_]*\s*(?:[-–—:：|]|$)/;

/** The day and time that a block begins with; `undefined` where it begins with neither. */
export function rowHead(text: string, moments: readonly Moment[]): RowHead | undefined {
  let day: CalendarDay | undefined;
  let from = 0;
  const headOf = (time: ClockTime | undefined): RowHead | undefined =>
    (day || time) && {
      day,
      time,
      weekday: time && weekdayBefore(text.slice(0, time.start)),
      words: time ? text.slice(time.start, time.end) : '',
      isMarked: time !== undefined && isMark.test(text.slice(time.end)),
    };
  for (const moment of moments) {
    if (!leading.test(text.slice(from, moment.start))) break;
    if (moment.kind === 'time') {
      const next = moments.find(({ start }) => start >= moment.end);
      const isDayBehind =
        next?.kind === 'date' &&
        /^\s*(?:[(（]?[A-Z]{1,5}[)）]?)?\s*,?\s*(?:on\s)?$/.test(text.slice(moment.end, next.start));
      if (isDayBehind) day ??= next;
      return headOf(moment);
    }
    if (moment.kind !== 'date') return undefined;
    day = moment;
    from = moment.end;
  }
  return headOf(undefined);
}

/**
 * Finds the timelines of a document.
 * @param sources The blocks that begin with a day or a time, in their order.
 * @yields Rows that stand in one section and in one form (list, table, headings), at least three.
 */
export function* timelines<Source extends TimelineSource>(sources: readonly Source[]): Generator<Timeline<Source>> {
  let rows: TimelineRow<Source>[] = [];
  let form = '';
  let day: CalendarDay | undefined;
  let last: { source: Source; day: CalendarDay } | undefined;
  for (const source of sources) {
    const { block } = source.block;
    const { head } = source;
    const isCell = block.kind === 'cell';
    // A cell with a time belongs to the cell with the day before it, in the same row.
    const onRow =
      isCell && last && last.source.block.chunk === source.block.chunk && sameLine(last.source.block, source.block);
    if (isCell && !onRow && !beginsLine(block, source.block.chunk.chunk.text)) continue;
    if (!head.time) {
      if (head.day) {
        last = { source, day: head.day };
        if (!isCell) {
          if (rows.length > 2) yield rows;
          rows = [];
          day = head.day;
        }
      }
      continue;
    }
    if (block.kind === 'paragraph' && !block.listed && !head.isMarked) continue;
    const section =
      block.kind === 'heading'
        ? (source.block.section?.parent?.heading.start ?? 0)
        : (source.block.section?.heading.start ?? 0);
    const shape = `${section} ${block.kind} ${block.listed} ${isCell ? `${source.block.chunk.offset} ${block.top}` : ''}`;
    if (shape !== form) {
      if (rows.length > 2) yield rows;
      if (rows.length > 0 && block.kind !== 'heading') day = undefined;
      rows = [];
      form = shape;
    }
    const own = head.day ?? (onRow ? last?.day : undefined);
    rows.push({ source, day: own ?? (rows.length === 0 ? day : undefined), time: head.time });
  }
  if (rows.length > 2) yield rows;
}

function sameLine(first: PlacedBlock, second: PlacedBlock): boolean {
  return !/[\r\n]/.test(first.chunk.chunk.text.slice(first.block.end, second.block.start));
}

/** Less than this long back, a row is out of order; longer back, it is the next morning. Minutes. */
const overnight = 360;

/**
 * The rows of a timeline that stand after a later one. Times without a day are carried over midnight; a timeline whose
 * newest row is first is read from its end.
 * @returns The misplaced rows, each with the row that it should come before.
 */
export function misplacedRows<Source extends TimelineSource>(
  rows: Timeline<Source>,
): { readonly row: TimelineRow<Source>; readonly after: TimelineRow<Source> }[] {
  const zones = new Set(rows.flatMap(({ time }) => (time.zone ? [time.zone.offset ?? time.zone.name] : [])));
  if (zones.size > 1) return [];
  const forward = placed(rows);
  const backward = placed([...rows].reverse());
  if (backward.length < forward.length && 3 * backward.length <= rows.length)
    return backward.map(({ row, after }) => ({ row: after, after: row }));
  return 3 * forward.length <= rows.length ? forward : [];
}

function placed<Source extends TimelineSource>(
  rows: Timeline<Source>,
): { row: TimelineRow<Source>; after: TimelineRow<Source> }[] {
  const wrong: { row: TimelineRow<Source>; after: TimelineRow<Source> }[] = [];
  let latest: { row: TimelineRow<Source>; minutes: number } | undefined;
  let base = 0;
  let named: number | undefined;
  let weekday: number | undefined;
  rows.forEach((row, index) => {
    if (row.day) {
      const number = Date.UTC(row.day.year ?? 2024, row.day.month - 1, row.day.day) / 60_000;
      // The first day that is named counts from zero; a year's end without years is no step back.
      const step = named === undefined ? 0 : number - named;
      base = step < -200 * 1440 ? base + 1440 : base + step;
      // A day that is named for the first time behind rows without one is a later one than theirs.
      if (named === undefined && latest && base + row.time.minutes < latest.minutes) base += 1440;
      named = number;
    }
    const own = row.source.head.weekday;
    // "Fri 20:30", "Sat 15:00": as many days later as the week has between them.
    if (!row.day && own !== undefined && weekday !== undefined) base += ((own - weekday + 7) % 7) * 1440;
    weekday = own ?? weekday;
    let minutes = base + row.time.minutes;
    if (latest && minutes < latest.minutes && !row.day) {
      const back = latest.minutes - minutes;
      const next = rows[index + 1];
      const returns = next && !next.day && base + next.time.minutes >= latest.minutes;
      if (back >= overnight || (back >= overnight / 2 && !returns)) {
        const days = Math.ceil(back / 1440);
        base += days * 1440;
        if (named !== undefined) named += days * 1440;
        minutes += days * 1440;
      }
    }
    if (latest && minutes < latest.minutes) wrong.push({ row, after: latest.row });
    else latest = { row, minutes };
  });
  return wrong;
}
