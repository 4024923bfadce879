import type { CalendarDay, ClockTime } from '../../document/clock.js';
import { deedsIn } from '../../document/deeds.js';
import { type Happening, happeningsIn, laterMessage } from '../../document/happenings.js';
import type { IncidentMoment, MomentKey } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { type RowHead, rowHead } from '../../document/timeline.js';
import { rowText, saidInRow } from '../../document/timeline-words.js';
import { offsetAt, type Zone } from '../../document/zone.js';
import { fold } from '../../language/fold.js';
import { placeIn, timeFacts } from '../document-facts.js';
import type { DocumentContext } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import type { KnownFacts } from './known.js';
import { saysFirstNotice } from './notice-words.js';
import { stemsOf } from './stems.js';

/** Something that front matter or a row of the timeline says happened, and when. */
export interface Happened {
  readonly moment: IncidentMoment;
  readonly kinds: ReadonlySet<Happening>;
  /** What its words have in common with others that tell of the same; empty for front matter. */
  readonly tokens: ReadonlySet<string>;
}

/** What words have in common with others that tell of the same: their stems, and the kinds of what is done. */
export function tokensOf(words: string): ReadonlySet<string> {
  const text = fold(words);
  const { done, named } = deedsIn(text);
  return new Set([...stemsOf(words), ...named.map((each) => `@${each}`), ...done.map((each) => `!${each}`)]);
}

const kindOf: Partial<Record<MomentKey, Happening>> = {
  began: 'began',
  detected: 'detected',
  notified: 'notified',
  mitigated: 'ended',
  resolved: 'ended',
};

const finds = /\b(?:discover|detect|identif|found|find)\w*|发现/i;

/** What a row says besides its time. */
function wordsOfRow(row: string): { tokens: ReadonlySet<string>; kinds: ReadonlySet<Happening> } {
  const text = fold(row);
  const kinds = new Set(happeningsIn(text));
  // What stops and starts in a row is often a step; what is found there, a cause.
  kinds.delete('began');
  for (const fact of saidInRow(row))
    if (fact === 'began' || fact === 'ended' || (fact === 'detected' && !finds.test(text) && !kinds.has('notified')))
      kinds.add(fact);
  if (saysFirstNotice(row)) kinds.add('notified');
  else if (laterMessage.test(text) || kinds.has('ended')) kinds.delete('notified');
  return { tokens: tokensOf(row), kinds };
}

/** All that is known to have happened, the moments of front matter first. */
export const happened = ({ incident, rows, zones }: KnownFacts, context: DocumentContext): readonly Happened[] =>
  context.once('happened', () => {
    const own = [...incident.moments.values()].flatMap((moment): Happened[] => {
      const kind = kindOf[moment.key];
      return kind && moment.time ? [{ moment, kinds: new Set([kind]), tokens: new Set() }] : [];
    });
    const words = timeFacts(context, 'row-words', ({ block, text, moments }) => {
      const head = block.section?.isTimeline ? rowHead(text, moments) : undefined;
      return head?.time && { ...wordsOfRow(rowText(block, text)), head, beside: zoneBeside(text, head.time, moments) };
    });
    const moment = (block: PlacedBlock, row: PlacedTime): IncidentMoment => {
      const zone = zones.of(block, row.beside);
      return {
        key: 'began',
        at: placeIn(block, row.time),
        name: row.words,
        text: row.words,
        isRow: true,
        day: row.day,
        time: { ...row.time, zone },
        instant: row.at - (zone ? (offsetAt(zone, row.at) ?? 0) : 0) * 60_000,
      };
    };
    if (rows.length === 0) {
      const placed = inOrder(
        words.map(({ value }) => value.head),
        incident.moments.get('began')?.day,
      );
      return [
        ...own,
        ...placed.flatMap((row, at): Happened[] => {
          const fact = words[at];
          return fact ? [{ ...fact.value, moment: moment(fact.block, { ...row, beside: fact.value.beside }) }] : [];
        }),
      ];
    }
    const byBlock = new Map(words.map(({ block, value }) => [block, value]));
    return [
      ...own,
      ...rows.flatMap(({ row, day, at }): Happened[] => {
        const { block, head, beside } = row.source;
        const said = byBlock.get(block);
        return said ? [{ ...said, moment: moment(block, { time: row.time, words: head.words, day, at, beside }) }] : [];
      }),
    ];
  });

/** The time of a row, with its instant on the clock of the timeline. */
interface PlacedTime {
  readonly time: ClockTime;
  readonly words: string;
  readonly day: CalendarDay;
  readonly at: number;
  readonly beside: Zone | undefined;
}

/** Longer back than this, a row is of the next day. Minutes. */
const overnight = 360;
const noDay: CalendarDay = { kind: 'date', start: 0, end: 0, year: 2024, month: 1, day: 1 };

/** The rows of a timeline that is too short to be sure of its days, or names none: none where they are out of order. */
function inOrder(heads: readonly RowHead[], first: CalendarDay = noDay): readonly Omit<PlacedTime, 'beside'>[] {
  const placed: Omit<PlacedTime, 'beside'>[] = [];
  let days = 0;
  let last = 0;
  for (const { time, day, words } of heads) {
    if (!time || day) return [];
    if (time.minutes + overnight < last) days++;
    // What stands behind an earlier time is another timeline.
    else if (time.minutes < last) break;
    last = time.minutes;
    const at = Date.UTC(first.year ?? 2024, first.month - 1, first.day + days) + time.minutes * 60_000;
    placed.push({ time, words, day: first, at });
  }
  return placed;
}

/** What of all is of a kind. */
export const ofKind = (all: readonly Happened[], kind: Happening): readonly Happened[] =>
  all.filter(({ kinds }) => kinds.has(kind));

/** How much the words of a row have in common with others, the rarer the more; nothing where they tell of other deeds. */
function likeness(row: Happened, tokens: ReadonlySet<string>, spread: ReadonlyMap<string, number>): number {
  let sum = 0;
  let count = 0;
  for (const token of tokens)
    if (row.tokens.has(token)) {
      sum += 1 / (spread.get(token) ?? 1);
      count++;
    }
  return count > 1 ? sum : 0;
}

const deedOf = (token: string): boolean => token.startsWith('!');

/**
 * The row that words tell of again: the one that shares the most of them by far, and a deed where both name one.
 * @param names How many names they must share where one of both names no deed.
 */
export function toldAgain(all: readonly Happened[], tokens: ReadonlySet<string>, names: number): Happened | undefined {
  const rows = all.filter((each) => each.moment.isRow && each.tokens.size > 0);
  const spread = new Map<string, number>();
  for (const { tokens: own } of rows) for (const token of own) spread.set(token, (spread.get(token) ?? 0) + 1);
  const ranked = rows
    .map((row) => ({ row, like: likeness(row, tokens, spread) }))
    .sort((one, other) => other.like - one.like);
  const [best, next] = ranked;
  if (!best || best.like < 1.4 || best.like < 1.5 * (next?.like ?? 0)) return undefined;
  const shared = [...tokens].filter((token) => best.row.tokens.has(token));
  const own = [...tokens].filter(deedOf);
  const named = shared.filter((token) => !deedOf(token)).length;
  if (named === 0) return undefined;
  if (own.length > 0) return shared.some(deedOf) ? best.row : undefined;
  // Words without a deed must agree in more that they name; a Han word of four signs is three pairs.
  return named >= (shared.some((token) => /^[\u3400-\u9fff]/.test(token)) ? names + 1 : names) ? best.row : undefined;
}

/** The rows that may be meant by words: all that name something that they name too. */
export const mayTell = (all: readonly Happened[], tokens: ReadonlySet<string>): readonly Happened[] =>
  all.filter((row) => [...tokens].some((token) => !deedOf(token) && row.tokens.has(token)));
