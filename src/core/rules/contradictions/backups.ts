import { type BackupTime, backupAges, backupTimes, type UsedBackup, usedBackups } from '../../document/backups.js';
import type { ClockTime, Moment } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import { rememberFor } from '../../remember.js';
import { placeIn, type TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { shownIn, spoken, told } from './common.js';
import type { KnownFacts } from './known.js';

const agesIn = rememberFor((moments: readonly Moment[], durations: readonly Duration[], text: string) =>
  backupAges(text, moments, durations),
);

const timesIn = rememberFor((moments: readonly Moment[], text: string) => backupTimes(text, moments));

/** The one time at which the document says that a backup was made; none where it names several. */
function onlyBackup(timed: readonly TimedBlock[]): { each: TimedBlock; time: BackupTime } | undefined {
  const all = timed.flatMap((each) => timesIn(each.moments, each.text).map((time) => ({ each, time })));
  const [first] = all;
  return first && all.every(({ time }) => time.made.minutes === first.time.made.minutes) ? first : undefined;
}

/** How old a backup was when it happened, against when it was made and when that began. */
export function* backups({ incident, timed, zones }: KnownFacts): Generator<Problem> {
  const began = incident.moments.get('began');
  if (!began?.time) return;
  for (const each of timed) {
    for (const found of agesIn(each.moments, each.durations, each.text)) {
      const { age } = found;
      const only = found.made ? undefined : onlyBackup(timed);
      const made: ClockTime | undefined = found.made ?? only?.time.made;
      if (!made) continue;
      const source = only?.each ?? each;
      const day = only ? only.time.day : found.day;
      const zone = zones.of(source, made);
      const shown = shownIn(began, incident, zone);
      // Where the zone is not known, the hours say nothing.
      if (shown === undefined || (!zone && began.time.zone)) continue;
      const isThatDay = day && day.month === began.day.month && day.day === began.day.day;
      const minutes = (((shown - made.minutes) % 1440) + 1440) % 1440;
      const days = day && !isThatDay ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 1];
      if (days.some((count) => canMean(age, minutes + count * 1440))) continue;
      const words = each.text.slice(age.start, age.end);
      const at = source.text.slice(made.start, made.end);
      const long = spoken(minutes);
      const truth = told(began);
      yield {
        at: placeIn(each.block, age),
        say: {
          en: `“${words}” does not agree: from “${at}” to ${truth.en} it is ${long.en}. Find out which is right and correct the other; customers work out from it what they lost.`,
          zh: `“${words}”不对：从“${at}”到${truth.zh}是${long.zh}。请核实并改正，客户据此计算自己丢失了多少。`,
        },
      };
    }
  }
}

const usedIn = rememberFor((moments: readonly Moment[], text: string) => usedBackups(text, moments));

/** "We restored from the snapshot of 01:00" for colleagues, "from the backup of 22:00" for customers. */
export function* usedBackup({ timed, zones }: KnownFacts): Generator<Problem> {
  const all = timed.flatMap((each) =>
    each.block.section?.kind === 'lessons' || each.block.section?.kind === 'glossary'
      ? []
      : usedIn(each.moments, each.text).map((time) => ({ each, time })),
  );
  const of = (audience: string) => all.filter(({ each, time }) => each.block.audience === audience && time.isUsed);
  const [inside, outside] = [of('internal'), of('customer')];
  const [first, here] = [inside.find(({ time }) => time.day) ?? inside[0], outside[0]];
  if (!first || !here || zones.of(first.each, first.time.made)?.name !== zones.of(here.each, here.time.made)?.name)
    return;
  const isSame = (a: UsedBackup, b: UsedBackup): boolean =>
    a.made.minutes === b.made.minutes && (!a.day || !b.day || (a.day.month === b.day.month && a.day.day === b.day.day));
  const agree = (some: typeof all, one: UsedBackup): boolean => some.every(({ time }) => isSame(time, one));
  // Several backups in one telling are of several things; one that the other telling names too is no slip.
  if (!agree(inside, first.time) || !agree(outside, here.time)) return;
  const isNamed = ({ each, time }: (typeof all)[number], other: (typeof all)[number]): boolean =>
    each.block.audience !== other.each.block.audience && isSame(time, other.time);
  if (all.some((each) => isNamed(each, here) || isNamed(each, first))) return;
  const { made, day } = here.time;
  const [start, end] = [Math.min(made.start, day?.start ?? made.start), Math.max(made.end, day?.end ?? made.end)];
  const words = here.each.text.slice(start, end);
  const { made: other, day: otherDay } = first.time;
  const truth = first.each.text.slice(
    Math.min(other.start, otherDay?.start ?? other.start),
    Math.max(other.end, otherDay?.end ?? other.end),
  );
  yield {
    at: placeIn(here.each.block, { start, end }),
    say: {
      en: `The backup of “${words}” here, that of “${truth}” elsewhere. Find out which one you restored from and correct the other; customers work out from it what they lost.`,
      zh: `此处用的是“${words}”的备份，别处用的是“${truth}”的。请核实究竟从哪一份恢复并改正，客户据此计算自己丢失了多少。`,
    },
  };
}
