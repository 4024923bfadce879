import { backupAges, backupTimes, type UsedBackup, usedBackups } from '../../document/backups.js';
import type { CalendarDay, ClockTime } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Zone } from '../../document/zone.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { shownIn, spoken, told } from './common.js';
import type { KnownFacts } from './known.js';

/** When a backup was made, with its words and the zone that stands beside it. */
interface MadeTime {
  readonly made: ClockTime;
  readonly day: CalendarDay | undefined;
  readonly words: string;
  readonly beside: Zone | undefined;
}

const madeAt = (
  { text, moments }: TimedBlock,
  { made, day }: { readonly made: ClockTime; readonly day: CalendarDay | undefined },
): MadeTime => ({ made, day, words: text.slice(made.start, made.end), beside: zoneBeside(text, made, moments) });

/** How old a block says that a backup was. */
interface ToldAge {
  readonly age: Duration;
  readonly words: string;
  /** When that was made, where the block says so beside it. */
  readonly at: MadeTime | undefined;
}

function agesIn(timed: TimedBlock): readonly ToldAge[] | undefined {
  const { text, moments, durations } = timed;
  const found = backupAges(text, moments, durations);
  return found.length > 0
    ? found.map(({ age, made, day }) => ({
        age,
        words: text.slice(age.start, age.end),
        at: made && madeAt(timed, { made, day }),
      }))
    : undefined;
}

function timesIn(timed: TimedBlock): readonly MadeTime[] | undefined {
  const found = backupTimes(timed.text, timed.moments);
  return found.length > 0 ? found.map((time) => madeAt(timed, time)) : undefined;
}

/** The one time at which the document says that a backup was made; none where it names several. */
function onlyBackup(context: DocumentContext): { readonly block: PlacedBlock; readonly at: MadeTime } | undefined {
  const all = timeFacts(context, 'backup-times', timesIn).flatMap(({ block, value }) =>
    value.map((at) => ({ block, at })),
  );
  const [first] = all;
  return first && all.every(({ at }) => at.made.minutes === first.at.made.minutes) ? first : undefined;
}

/** How old a backup was when it happened, against when it was made and when that began. */
export function* backups({ incident, zones }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const began = incident.moments.get('began');
  if (!began?.time) return;
  for (const { block, value } of timeFacts(context, 'backup-ages', agesIn)) {
    for (const { age, words, at } of value) {
      const source = at ? { block, at } : onlyBackup(context);
      if (!source) continue;
      const { made, day } = source.at;
      if (made.loose) continue;
      const zone = zones.of(source.block, source.at.beside);
      const shown = shownIn(began, incident, zone);
      // Where the zone is not known, the hours say nothing.
      if (shown === undefined || (!zone && began.time.zone)) continue;
      const isThatDay = day && day.month === began.day.month && day.day === began.day.day;
      const minutes = (((shown - made.minutes) % 1440) + 1440) % 1440;
      const days = day && !isThatDay ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 1];
      if (days.some((count) => canMean(age, minutes + count * 1440))) continue;
      const long = spoken(minutes);
      const truth = told(began);
      yield {
        at: placeIn(block, age),
        say: {
          en: `“${words}” does not agree: from “${source.at.words}” to ${truth.en} it is ${long.en}. Find out which is right and correct the other; customers work out from it what they lost.`,
          zh: `“${words}”不对：从“${source.at.words}”到${truth.zh}是${long.zh}。请核实并改正，客户据此计算自己丢失了多少。`,
        },
      };
    }
  }
}

/** A backup that a block names, with its day and time as written. */
interface ToldBackup extends UsedBackup {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly beside: Zone | undefined;
}

function usedIn({ block, text, moments }: TimedBlock): readonly ToldBackup[] | undefined {
  if (block.section?.kind === 'lessons' || block.section?.kind === 'glossary') return undefined;
  const found = usedBackups(text, moments).map((used): ToldBackup => {
    const { made, day } = used;
    const [start, end] = [Math.min(made.start, day?.start ?? made.start), Math.max(made.end, day?.end ?? made.end)];
    return { ...used, start, end, words: text.slice(start, end), beside: zoneBeside(text, made, moments) };
  });
  return found.length > 0 ? found : undefined;
}

/** "We restored from the snapshot of 01:00" for colleagues, "from the backup of 22:00" for customers. */
export function* usedBackup({ zones }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const all = timeFacts(context, 'used-backups', usedIn).flatMap(({ block, value }) =>
    value.map((told) => ({ block, told })),
  );
  type Placed = (typeof all)[number];
  const of = (audience: string) => all.filter(({ block, told }) => block.audience === audience && told.isUsed);
  const [inside, outside] = [of('internal'), of('customer')];
  const [first, here] = [inside.find(({ told }) => told.day) ?? inside[0], outside[0]];
  const zoneOf = ({ block, told }: Placed): string | undefined => zones.of(block, told.beside)?.name;
  if (!first || !here || zoneOf(first) !== zoneOf(here)) return;
  const isSame = ({ told: a }: Placed, { told: b }: Placed): boolean =>
    a.made.minutes === b.made.minutes && (!a.day || !b.day || (a.day.month === b.day.month && a.day.day === b.day.day));
  const agree = (some: readonly Placed[], one: Placed): boolean => some.every((each) => isSame(each, one));
  // Several backups in one telling are of several things; one that the other telling names too is no slip.
  if (!agree(inside, first) || !agree(outside, here)) return;
  const isNamed = (each: Placed, other: Placed): boolean =>
    each.block.audience !== other.block.audience && isSame(each, other);
  if (all.some((each) => isNamed(each, here) || isNamed(each, first))) return;
  yield {
    at: placeIn(here.block, here.told),
    say: {
      en: `The backup of “${here.told.words}” here, that of “${first.told.words}” elsewhere. Find out which one you restored from and correct the other; customers work out from it what they lost.`,
      zh: `此处用的是“${here.told.words}”的备份，别处用的是“${first.told.words}”的。请核实究竟从哪一份恢复并改正，客户据此计算自己丢失了多少。`,
    },
  };
}
