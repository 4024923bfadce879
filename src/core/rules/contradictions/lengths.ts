import type { LengthClaim, Stretch } from '../../document/claims.js';
import type { CalendarDay } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import { type Incident, minutesBetween } from '../../document/incident.js';
import { placeIn, type TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { elsewhere, officeHours, sentenceAround, spoken, toldSpan } from './common.js';
import type { KnownFacts } from './known.js';

interface Window {
  readonly minutes: number;
  readonly en: string;
  readonly zh: string;
}

/** How long the incident was, by front matter or the timeline. */
export function windows(incident: Incident): Window[] {
  const began = incident.moments.get('began');
  return (['mitigated', 'resolved'] as const).flatMap((key) => {
    const end = incident.moments.get(key);
    const minutes = minutesBetween(incident, 'began', key);
    if (!began || !end || minutes === undefined || minutes <= 0) return [];
    const { en, zh } = toldSpan(began, end);
    return [{ minutes, en: `${en} is`, zh }];
  });
}

/** What else a length may be: from the makeshift to the repair, or a stretch of the text. */
function otherSpans({ incident, timed }: KnownFacts): readonly number[] {
  const repair = minutesBetween(incident, 'mitigated', 'resolved') ?? 0;
  const told = timed.flatMap(({ block, stretches }) =>
    elsewhere.has(block.section?.kind ?? '') ? [] : stretches.map(({ minutes }) => minutes),
  );
  return [repair, ...told.slice(0, 200)].filter((minutes) => minutes > 0);
}

/** Whether a day is one of the incident's, or near it; where nothing says when that was, any may be. */
function isOfIncident(day: CalendarDay, facts: KnownFacts): boolean {
  const began = facts.incident.moments.get('began')?.day ?? mainStretch(facts)?.stretch.fromDay;
  if (!began) return true;
  const last = facts.incident.moments.get('resolved')?.day ?? began;
  const number = ({ year, month, day: of }: CalendarDay): number =>
    Date.UTC(year ?? began.year ?? 2024, month - 1, of) / 86_400_000;
  return number(day) >= number(began) - 1 && number(day) <= number(last) + 1;
}

const agrees = (a: Duration, b: Duration): boolean => a.least <= b.most && b.least <= a.most;

function lengthProblem(timed: TimedBlock, { duration }: LengthClaim, truth: Window): Problem {
  const words = timed.text.slice(duration.start, duration.end);
  const long = spoken(truth.minutes);
  return {
    at: placeIn(timed.block, duration),
    say: {
      en: `“${words}” does not agree: ${truth.en} ${long.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}（${long.zh}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Durations against the stretch in their sentence, front matter, the first stretch of the explanation, or each other. */
export function* lengths(facts: KnownFacts): Generator<Problem> {
  const { incident, timed } = facts;
  const known = windows(incident);
  const others = known.length > 0 ? otherSpans(facts) : [];
  const main = known.length === 0 ? mainStretch(facts) : undefined;
  let first: { readonly timed: TimedBlock; readonly claim: LengthClaim } | undefined;
  for (const each of timed) {
    if (elsewhere.has(each.block.section?.kind ?? '')) continue;
    // Beside the length of the whole, a second one is of a part.
    const tellsWhole = each.lengths.some(
      ({ duration, strength }) => strength === 'incident' && known.some(({ minutes }) => canMean(duration, minutes)),
    );
    for (const claim of each.lengths) {
      const { duration, strength, stretch, day } = claim;
      // "The outage of 18 November lasted 40 minutes" in a report of March.
      if (!stretch && day && !isOfIncident(day, facts)) continue;
      if (stretch) {
        const isOffice = officeHours.test(sentenceAround(each.text, duration.start).words);
        if (!canMean(duration, stretch.minutes) && !isOffice) {
          const words = each.text.slice(stretch.start, stretch.end);
          const said = {
            minutes: stretch.minutes,
            en: `“${words}” beside it is`,
            zh: `旁边的“${words}”`,
          };
          yield lengthProblem(each, claim, said);
        }
        continue;
      }
      if (strength === 'stretch' || (strength === 'effect' && (tellsWhole || !facts.isOverall(each.block)))) continue;
      if (known.length > 0) {
        const [truth] = known;
        const fits = [...known.map(({ minutes }) => minutes), ...others].some((minutes) => canMean(duration, minutes));
        if (truth && !fits) yield lengthProblem(each, claim, truth);
      } else if (main) {
        if (!canMean(duration, main.minutes) && each.block.audience === main.timed.block.audience) {
          const words = main.timed.text.slice(main.stretch.start, main.stretch.end);
          yield lengthProblem(each, claim, { minutes: main.minutes, en: `“${words}” is`, zh: `“${words}”` });
        }
      } else if (strength === 'incident') {
        if (first && !agrees(first.claim.duration, duration)) {
          const words = first.timed.text.slice(first.claim.duration.start, first.claim.duration.end);
          const said = {
            minutes: first.claim.duration.minutes,
            en: `“${words}” elsewhere is`,
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
function mainStretch({
  timed,
  isOverall,
}: KnownFacts): { readonly timed: TimedBlock; readonly stretch: Stretch; readonly minutes: number } | undefined {
  const found = timed.flatMap((each) =>
    isOverall(each.block) ? each.stretches.map((stretch) => ({ timed: each, stretch, minutes: stretch.minutes })) : [],
  );
  const [one] = found;
  return one && found.every(({ minutes }) => minutes === one.minutes) ? one : undefined;
}
