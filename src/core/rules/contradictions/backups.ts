import { backupAges } from '../../document/backups.js';
import type { Moment } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import { rememberFor } from '../../remember.js';
import { placeIn } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { shownIn, spoken, told } from './common.js';
import type { KnownFacts } from './known.js';

const agesIn = rememberFor((moments: readonly Moment[], durations: readonly Duration[], text: string) =>
  backupAges(text, moments, durations),
);

/** How old a backup was when it happened, against when it was made and when that began. */
export function* backups({ incident, timed, zones }: KnownFacts): Generator<Problem> {
  const began = incident.moments.get('began');
  if (!began?.time) return;
  for (const each of timed) {
    for (const { age, made, day } of agesIn(each.moments, each.durations, each.text)) {
      const zone = zones.of(each, made);
      const shown = shownIn(began, incident, zone);
      // Where the zone is not known, the hours say nothing.
      if (shown === undefined || (!zone && began.time.zone)) continue;
      const isThatDay = day && day.month === began.day.month && day.day === began.day.day;
      const minutes = (((shown - made.minutes) % 1440) + 1440) % 1440;
      const days = day && !isThatDay ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 1];
      if (days.some((count) => canMean(age, minutes + count * 1440))) continue;
      const [words, at] = [age, made].map(({ start, end }) => each.text.slice(start, end));
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
