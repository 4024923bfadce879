import type { LengthClaim, Stretch } from '../../document/claims.js';
import { canMean, type Duration } from '../../document/duration.js';
import { type Incident, minutesBetween } from '../../document/incident.js';
import { type DocumentFacts, placeIn, type TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { elsewhere, isOverall, nameOf, spoken } from './common.js';

interface Window {
  readonly minutes: number;
  readonly en: string;
  readonly zh: string;
}

/** How long the incident was, by front matter. */
export function windows(incident: Incident): Window[] {
  return (['mitigated', 'resolved'] as const).flatMap((key) => {
    const minutes = minutesBetween(incident, 'began', key);
    const [from, to] = [nameOf(incident, 'began'), nameOf(incident, key)];
    return minutes === undefined || minutes <= 0
      ? []
      : [{ minutes, en: `front matter says from “${from}” to “${to}”`, zh: `文件开头的 ${from} 到 ${to}` }];
  });
}

/** What else a length may be: from the makeshift to the repair, or a stretch of the text. */
function otherSpans({ incident, timed }: DocumentFacts): readonly number[] {
  const repair = minutesBetween(incident, 'mitigated', 'resolved') ?? 0;
  const told = timed.flatMap(({ block, stretches }) =>
    elsewhere.has(block.section?.kind ?? '') ? [] : stretches.map(({ minutes }) => minutes),
  );
  return [repair, ...told.slice(0, 200)].filter((minutes) => minutes > 0);
}

const agrees = (a: Duration, b: Duration): boolean => a.least <= b.most && b.least <= a.most;

function lengthProblem(timed: TimedBlock, { duration }: LengthClaim, truth: Window): Problem {
  const words = timed.text.slice(duration.start, duration.end);
  const long = spoken(truth.minutes);
  return {
    at: placeIn(timed.block, duration),
    say: {
      en: `“${words}” does not agree with what ${truth.en}: ${long.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}（${long.zh}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Durations against the stretch in their sentence, front matter, the first stretch of the explanation, or each other. */
export function* lengths(facts: DocumentFacts): Generator<Problem> {
  const { incident, timed } = facts;
  const known = windows(incident);
  const others = known.length > 0 ? otherSpans(facts) : [];
  const main = known.length === 0 ? mainStretch(timed) : undefined;
  let first: { readonly timed: TimedBlock; readonly claim: LengthClaim } | undefined;
  for (const each of timed) {
    if (elsewhere.has(each.block.section?.kind ?? '')) continue;
    for (const claim of each.lengths) {
      const { duration, strength, stretch } = claim;
      if (stretch) {
        if (!canMean(duration, stretch.minutes)) {
          const words = each.text.slice(stretch.start, stretch.end);
          const said = {
            minutes: stretch.minutes,
            en: `“${words}” beside it says`,
            zh: `旁边的“${words}”`,
          };
          yield lengthProblem(each, claim, said);
        }
        continue;
      }
      if (strength === 'stretch' || (strength === 'effect' && !isOverall(each.block))) continue;
      if (known.length > 0) {
        const [truth] = known;
        const fits = [...known.map(({ minutes }) => minutes), ...others].some((minutes) => canMean(duration, minutes));
        if (truth && !fits) yield lengthProblem(each, claim, truth);
      } else if (main) {
        if (!canMean(duration, main.minutes) && each.block.audience === main.timed.block.audience) {
          const words = main.timed.text.slice(main.stretch.start, main.stretch.end);
          yield lengthProblem(each, claim, { minutes: main.minutes, en: `“${words}” says`, zh: `“${words}”` });
        }
      } else if (strength === 'incident') {
        if (first && !agrees(first.claim.duration, duration)) {
          const words = first.timed.text.slice(first.claim.duration.start, first.claim.duration.end);
          const said = {
            minutes: first.claim.duration.minutes,
            en: `“${words}” says elsewhere`,
            zh: `别处的“${words}”`,
          };
          yield lengthProblem(each, claim, said);
        }
        first ??= { timed: each, claim };
      }
    }
  }
}

/** The one stretch of the sections that are about the whole incident; `undefined` where there are several. */
function mainStretch(
  timed: readonly TimedBlock[],
): { readonly timed: TimedBlock; readonly stretch: Stretch; readonly minutes: number } | undefined {
  const found = timed.flatMap((each) =>
    isOverall(each.block) ? each.stretches.map((stretch) => ({ timed: each, stretch, minutes: stretch.minutes })) : [],
  );
  const [one] = found;
  return one && found.every(({ minutes }) => minutes === one.minutes) ? one : undefined;
}
