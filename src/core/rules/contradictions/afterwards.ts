import type { ClockTime } from '../../document/clock.js';
import type { Duration } from '../../document/duration.js';
import { rememberFor } from '../../remember.js';
import type { Problem } from '../rule.js';
import { near, shownIn } from './common.js';
import type { KnownFacts } from './known.js';
import { fits, waitProblem } from './problems.js';

const after = /(?:\bafter|经过|經過|历经|歷經|时隔|時隔)\s*(?:about\s|around\s|大约|约)?$/i;

/** The lengths of time of a block that lead from something to what it tells. */
const laterBy = rememberFor((durations: readonly Duration[], text: string) =>
  durations.filter(({ start }) => after.test(text.slice(Math.max(0, start - 16), start))),
);

/** "At 14:10, after five hours": the time from the beginning, or from when it was noticed or told, to an end. */
export function* afterwards({ incident, timed, zones }: KnownFacts): Generator<Problem> {
  const stops = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const starts = (['began', 'detected', 'notified'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const began = incident.moments.get('began');
  if (!began?.time) return;
  for (const each of timed) {
    if (each.block.audience !== 'customer') continue;
    for (const duration of laterBy(each.durations, each.text)) {
      const time = each.moments.findLast(
        (moment): moment is ClockTime =>
          moment.kind === 'time' &&
          moment.end <= duration.start &&
          /^[^.;。；]{0,24}$/u.test(each.text.slice(moment.end, duration.start)),
      );
      if (!time) continue;
      const stop = stops.find((moment) => near(shownIn(moment, incident, zones.of(each, time)) ?? -9, time.minutes));
      if (!stop || fits(duration, starts, stop)) continue;
      yield waitProblem(each, duration, began, stop);
    }
  }
}
