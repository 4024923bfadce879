import { onlyTries, toldTimesIn } from '../../document/clause-times.js';
import { type CalendarDay, type ClockTime, mayShow } from '../../document/clock.js';
import { type Happening, happeningsIn, laterMessage, noticesIncident } from '../../document/happenings.js';
import { isOfPart } from '../../document/incident-words.js';
import type { Zone } from '../../document/zone.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { aside, elsewhere, officeHours, sentenceAround, shownIn } from './common.js';
import { type Happened, happened, ofKind, tokensOf, toldAgain } from './happened.js';
import type { KnownFacts } from './known.js';
import { timeProblem } from './problems.js';

/** When something was, as a text says it beside the timeline. */
interface Told {
  readonly time: ClockTime;
  readonly quoted: string;
  readonly beside: Zone | undefined;
  readonly day: CalendarDay | undefined;
  /** That it was noticed, or that customers were told, where its words say nothing else. */
  readonly kind: Happening | undefined;
  readonly tokens: ReadonlySet<string>;
  readonly isTry: boolean;
  /** Whether it was then at the latest. */
  readonly isLatest: boolean;
  /** Whether it tells of a message at all. */
  readonly isMessage: boolean;
}

/** Customers were told for the first time: "our first email", "the notice went up". */
const toldFirst =
  /\b(?:first|initial|earliest|only|not until|as early as|already|as late as)\b|首|第一|头一|才|就|最早|拖到|迟至/i;

/** What a clause tells, by its kind; `none` where it tells of a message and not of the first. */
function kindOf(words: string): 'detected' | 'notified' | 'none' | undefined {
  const kinds = happeningsIn(words);
  if (laterMessage.test(words) && tokensOf(words).has('!told')) return 'none';
  if (!kinds.has('notified')) return kinds.has('detected') && noticesIncident(words) ? 'detected' : undefined;
  if (laterMessage.test(words) || isOfPart(words)) return 'none';
  return toldFirst.test(words) && !kinds.has('detected') ? 'notified' : undefined;
}

/** The age of a copy, and what it holds: "everything up to 01:30 is back". */
const ofCopy = /\b(?:backups?|snapshots?|cop(?:y|ies)|up to|between)\b|备份|快照|取自|截至/i;

/** "Summer time ended at 03:00": of clocks. */
const ofClocks =
  /\b(?:summer|winter|daylight|standard)[ -](?:saving )?time\b|\bclocks? (?:went|go|goes|was|were|is|are)\b|夏令时|冬令时/i;

/** "Before half past twelve", "十点之前": it was then at the latest. */
const isLatest = (text: string, { start, end }: ClockTime): boolean =>
  /\b(?:before|by|no later than)\s+$/i.test(text.slice(Math.max(0, start - 16), start)) ||
  /^\s?(?:之?前|以前)/.test(text.slice(end, end + 4));

/** Whether a minute of the day is no later than a time; "half past twelve" may be the one after noon. */
const isUntil = (minute: number, { minutes }: ClockTime): boolean =>
  minute <= minutes || (minutes < 60 && minute >= 720 && minute <= minutes + 720);

/** The time of a thing that is named by it: "the 13:00 snapshot", "a backup made at noon", "bookings made after 18:00", "13:00 的快照". */
function isName(text: string, { start, end }: ClockTime): boolean {
  return (
    /^\s?(?:的(?!时候)|(?:snapshot|backup|copy|version|notice|message|release|run|train|flight|ferry|shift|batch)\b)/i.test(
      text.slice(end, end + 12),
    ) ||
    /\b(?:one|ones|those|that) (?:from|of) $|\b(?:made|taken|dated|stamped|scheduled|due|planned|approved|set|booked|meant|announced|intended|placed|received|entered|sent|bought|paid|ordered|uploaded|submitted|saved|created|written|registered) (?:at|for|from|after|before|since|until|by|between) $/i.test(
      text.slice(Math.max(0, start - 22), start),
    )
  );
}

function toldIn({ block, text, moments }: TimedBlock): readonly Told[] | undefined {
  const kind = block.section?.kind ?? '';
  if (block.block.kind !== 'paragraph' || block.section?.isTimeline) return undefined;
  if (block.audience === 'customer' ? kind === 'timeline' : aside.has(kind) || elsewhere.has(kind)) return undefined;
  const found = toldTimesIn(text, moments).flatMap(({ time, words, day }): Told[] => {
    if (officeHours.test(words) || ofCopy.test(words) || ofClocks.test(sentenceAround(text, time.start).words))
      return [];
    const tokens = tokensOf(words);
    const told = kindOf(words);
    if (told === 'none' || (told === undefined && tokens.size < 2) || isName(text, time)) return [];
    const quoted = text.slice(time.start, time.end);
    return [
      {
        time,
        quoted,
        beside: zoneBeside(text, time, moments),
        day,
        kind: told,
        tokens,
        isTry: onlyTries.test(words),
        isLatest: isLatest(text, time),
        isMessage: happeningsIn(words).has('notified'),
      },
    ];
  });
  return found.length > 0 ? found : undefined;
}

/** As far as this from the row, another day is meant. Minutes. */
const farthest = 12 * 60;

/** "The old fares were back at 9:31", against the row that tells of the same; "our alarm rang at 10:35" against that of the alarm. */
export function* toldHappenings(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const told = timeFacts(context, 'clause-times', toldIn);
  if (told.length === 0) return;
  const all = happened(facts, context);
  const { incident, zones } = facts;
  const named = timeFacts(context, 'timeline-times', timelineTimes);
  for (const { block, value } of told)
    for (const each of value.slice(0, 20)) {
      const zone = zones.of(block, each.beside);
      const shown = ({ moment }: Happened): number => shownIn(moment, incident, zone) ?? -9;
      const meant = meantBy(each, all);
      const [best] = meant;
      if (!best || meant.some((one) => mayShow(each.time, shown(one)))) continue;
      const { day } = best.moment;
      if (each.day && (each.day.month !== day.month || each.day.day !== day.day)) continue;
      const truth = shown(best);
      if (each.isLatest && isUntil(truth, each.time)) continue;
      const apart = Math.abs(truth - each.time.minutes);
      if (truth < 0 || Math.min(apart, 1440 - apart) < 2 || Math.min(apart, 1440 - apart) > farthest) continue;
      // Something else was at this very minute, on whatever clock it is told.
      if (all.some((one) => mayShow(each.time, shown(one)) || mayShow(each.time, one.moment.time?.minutes ?? -9)))
        continue;
      if (named.some(({ value: minutes }) => minutes.some((at) => mayShow(each.time, at)))) continue;
      yield timeProblem(block, { time: each.time, words: each.quoted }, best.moment, truth, zone);
    }
}

/** All times that a timeline names, in its rows as well as before them. */
const timelineTimes = ({ block, moments }: TimedBlock): readonly number[] | undefined =>
  block.section?.isTimeline ? moments.flatMap((moment) => (moment.kind === 'time' ? [moment.minutes] : [])) : undefined;

/** What is known of what a clause tells, the best first. */
function meantBy({ kind, tokens, isTry, isMessage }: Told, all: readonly Happened[]): readonly Happened[] {
  if (!kind) {
    const row = isTry ? undefined : toldAgain(all, tokens, 3);
    return row && (isMessage || !row.kinds.has('notified')) ? [row] : [];
  }
  const own = ofKind(all, kind);
  // An alarm is held against that of an alarm: somebody may have noticed before.
  const isOther =
    kind === 'detected' &&
    tokens.has('@alarm') &&
    all.some(({ moment }) => moment.isRow) &&
    !own.some((row) => row.tokens.has('@alarm'));
  return isOther ? [] : own;
}
