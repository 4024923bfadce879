import type { ClockTime } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import type { IncidentMoment } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Zone } from '../../document/zone.js';
import { placeIn } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { clock, spoken, told, toldSpan } from './common.js';

export function timeProblem(
  block: PlacedBlock,
  { time, words }: { readonly time: ClockTime; readonly words: string },
  moment: IncidentMoment,
  shown: number,
  zone: Zone | undefined,
): Problem {
  const truth = told(moment);
  const there = zone ? ` ${zone.name}` : '';
  return {
    at: placeIn(block, time),
    say: {
      en: `“${words}” does not agree with ${truth.en}, which is ${clock(shown)}${there}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}不一致，后者是${clock(shown)}${there}。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

export const fits = (duration: Duration, starts: readonly IncidentMoment[], stop: IncidentMoment): boolean =>
  starts.some(({ instant }) => canMean(duration, (stop.instant - instant) / 60_000));

export function waitProblem(
  block: PlacedBlock,
  { duration, words }: { readonly duration: Duration; readonly words: string },
  began: IncidentMoment,
  stop: IncidentMoment,
): Problem {
  const minutes = Math.round((stop.instant - began.instant) / 60_000);
  const long = spoken(minutes);
  const span = toldSpan(began, stop);
  return {
    at: placeIn(block, duration),
    say: {
      en: `“${words}” does not agree: ${span.en} is ${long.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${span.zh}（${long.zh}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}
