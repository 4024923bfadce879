import { deedsIn } from '../../document/deeds.js';
import { type Happening, happeningsIn, laterMessage } from '../../document/happenings.js';
import type { IncidentMoment, MomentKey } from '../../document/incident.js';
import { rowHead } from '../../document/timeline.js';
import { rowText, saidInRow } from '../../document/timeline-words.js';
import { offsetAt } from '../../document/zone.js';
import { fold } from '../../language/fold.js';
import { placeIn, timeFacts } from '../document-facts.js';
import type { DocumentContext } from '../rule.js';
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
    if (fact === 'began' || fact === 'ended' || (fact === 'detected' && !finds.test(text))) kinds.add(fact);
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
    if (rows.length === 0) return own;
    const words = new Map(
      timeFacts(context, 'row-words', ({ block, text, moments }) =>
        block.section?.isTimeline && rowHead(text, moments)?.time ? wordsOfRow(rowText(block, text)) : undefined,
      ).map(({ block, value }) => [block, value]),
    );
    const told = rows.map((row): Happened => {
      const { source, time } = row.row;
      const zone = zones.of(source.block, source.beside);
      const instant = row.at - (zone ? (offsetAt(zone, row.at) ?? 0) : 0) * 60_000;
      const moment: IncidentMoment = {
        key: 'began',
        at: placeIn(source.block, time),
        name: source.head.words,
        text: source.head.words,
        isRow: true,
        day: row.day,
        time: { ...time, zone },
        instant,
      };
      const { kinds, tokens } = words.get(source.block) ?? { kinds: new Set(), tokens: new Set() };
      return { moment, kinds, tokens };
    });
    return [...own, ...told];
  });

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
 * @param isSure Whether to ask for as much as a contradiction needs.
 */
export function toldAgain(all: readonly Happened[], tokens: ReadonlySet<string>): Happened | undefined {
  const rows = all.filter((each) => each.moment.isRow && each.tokens.size > 0);
  const spread = new Map<string, number>();
  for (const { tokens: own } of rows) for (const token of own) spread.set(token, (spread.get(token) ?? 0) + 1);
  const ranked = rows
    .map((row) => ({ row, like: likeness(row, tokens, spread) }))
    .sort((one, other) => other.like - one.like);
  const [best, next] = ranked;
  if (!best || best.like < 1.4 || best.like < 1.5 * (next?.like ?? 0)) return undefined;
  const shared = [...tokens].filter((token) => best.row.tokens.has(token));
  const [own, theirs] = [[...tokens].filter(deedOf), [...best.row.tokens].filter(deedOf)];
  const names = shared.filter((token) => !deedOf(token)).length;
  if (names === 0) return undefined;
  // A row without a deed, or words without one, must agree in more that they name.
  return own.length > 0 && theirs.length > 0
    ? shared.some(deedOf)
      ? best.row
      : undefined
    : names > 2
      ? best.row
      : undefined;
}

/** The rows that may be meant by words: all that share something rare with them. */
export const mayTell = (all: readonly Happened[], tokens: ReadonlySet<string>): readonly Happened[] =>
  all.filter((row) => [...tokens].some((token) => !deedOf(token) && row.tokens.has(token)));
