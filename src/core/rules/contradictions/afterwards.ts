import type { ClockTime } from '../../document/clock.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { near, shownIn } from './common.js';
import type { KnownFacts } from './known.js';
import { fits, waitProblem } from './problems.js';

const after = /(?:\bafter|经过|經過|历经|歷經|时隔|時隔)\s*(?:about\s|around\s|大约|约)?$/i;

/** The lengths of time of a block that lead from something to the time that stands before them. */
function laterBy({ block, text, moments, durations }: TimedBlock) {
  if (block.audience !== 'customer') return undefined;
  const found = durations.flatMap((duration) => {
    if (!after.test(text.slice(Math.max(0, duration.start - 16), duration.start))) return [];
    const time = moments.findLast(
      (moment): moment is ClockTime =>
        moment.kind === 'time' &&
        moment.end <= duration.start &&
        /^[^.;。；]{0,24}$/u.test(text.slice(moment.end, duration.start)),
    );
    const words = text.slice(duration.start, duration.end);
    return time ? [{ duration, words, minutes: time.minutes, beside: zoneBeside(text, time, moments) }] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** "At 14:10, after five hours": the time from the beginning, or from when it was noticed or told, to an end. */
export function* afterwards({ incident, zones }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const stops = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const starts = (['began', 'detected', 'notified'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const began = incident.moments.get('began');
  if (!began?.time) return;
  for (const { block, value } of timeFacts(context, 'later-by', laterBy)) {
    for (const told of value) {
      const { duration, minutes, beside } = told;
      const stop = stops.find((moment) => near(shownIn(moment, incident, zones.of(block, beside)) ?? -9, minutes));
      if (stop && !fits(duration, starts, stop)) yield waitProblem(block, told, began, stop);
    }
  }
}
