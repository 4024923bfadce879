import type { LengthClaim } from '../../document/claims.js';
import type { CalendarDay } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import { type Incident, minutesBetween } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { ToldStrength } from '../../document/told-lengths.js';
import { offsetAt } from '../../document/zone.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { elsewhere, officeHours, sentenceAround, spoken, toldSpan } from './common.js';
import { type KnownFacts, type ToldStretch, toldStretches } from './known.js';

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

/** How long it was until the end, in minutes: from the beginning, or from when it was noticed. */
const sinceNoticed = (incident: Incident, known: readonly Window[]): readonly number[] => [
  ...known.map(({ minutes }) => minutes),
  ...(['mitigated', 'resolved'] as const).flatMap((to) => minutesBetween(incident, 'detected', to) ?? []),
];

/** What several stretches make: "18:30 to 19:50 on 26 July and 20:05 to 20:30 on 30 July, 105 minutes in all". */
const together = (stretches: readonly { readonly minutes: number }[]): number =>
  stretches.reduce((sum, { minutes }) => sum + minutes, 0);

/** What else a length may be: from the makeshift to the repair, or a stretch of the text. */
function otherSpans({ incident }: KnownFacts, context: DocumentContext): readonly number[] {
  const repair = minutesBetween(incident, 'mitigated', 'resolved') ?? 0;
  const told = toldStretches(context).flatMap(({ block, value }) =>
    elsewhere.has(block.section?.kind ?? '') ? [] : [...value.map(({ minutes }) => minutes), together(value)],
  );
  return [repair, ...told.slice(0, 200)].filter((minutes) => minutes > 0);
}

/** The lengths that a block names, without "less than four days", which says little. */
function namedLengths({ durations }: TimedBlock): readonly Duration[] | undefined {
  const found = durations.filter(({ least }) => least > 0);
  return found.length > 0 ? found : undefined;
}

/** Rows of a timeline beyond this number are not compared with each other. */
const mostRows = 40;

/** Minutes from the beginning to each row of the timeline, and from each row to the end. */
function rowSpans({ rows, incident, zones }: KnownFacts): {
  readonly since: readonly number[];
  readonly until: readonly number[];
} {
  const began = incident.moments.get('began');
  const end = incident.moments.get('resolved') ?? incident.moments.get('mitigated');
  const instants = rows.slice(0, mostRows).map(({ at, row: { source } }) => {
    const zone = zones.of(source.block, source.beside);
    return at - (zone ? (offsetAt(zone, at) ?? 0) : 0) * 60_000;
  });
  const minutes = (from: number | undefined, to: number | undefined): number =>
    from === undefined || to === undefined ? 0 : (to - from) / 60_000;
  return {
    since: instants.map((at) => minutes(began?.instant, at)).filter((long) => long > 0),
    until: instants.map((at) => minutes(at, end?.instant)).filter((long) => long > 0),
  };
}

/** Minutes. */
const day = 1440;
const weeks = 5 * day;

/** Whether something that the document tells is as long as a length that a sentence tells of the incident. */
function fitsTold(
  { duration }: ToldLength,
  told: ToldStrength,
  known: readonly Window[],
  block: PlacedBlock,
  facts: KnownFacts,
  context: DocumentContext,
): boolean {
  const fits = (minutes: number): boolean => canMean(duration, minutes);
  if (known.some(({ minutes }) => fits(minutes))) return true;
  // "The renewal had been failing unnoticed for six weeks": what led up to hours is told in weeks.
  if (duration.minutes >= weeks && known.every(({ minutes }) => minutes < day)) return true;
  // "Less than ten minutes" is true of any stage of it.
  const isBound = duration.least === 0;
  if (told === 'since')
    return [...sinceNoticed(facts.incident, known), ...rowSpans(facts).since].some((minutes) => fits(minutes));
  if (isBound && told === 'whole') return false;
  if (otherSpans(facts, context).some((minutes) => fits(minutes))) return true;
  if (told === 'whole') return false;
  return (
    Object.values(rowSpans(facts)).some((spans) => spans.some((minutes) => fits(minutes))) ||
    timeFacts(context, 'lengths-named', namedLengths).some(
      (other) => other.block !== block && other.value.some((length) => agrees(length, duration)),
    )
  );
}

/** Whether a day is one of the incident's, or near it; where nothing says when that was, any may be. */
function isOfIncident(day: CalendarDay, facts: KnownFacts, context: DocumentContext): boolean {
  const began = facts.incident.moments.get('began')?.day ?? mainStretch(facts, context)?.stretch.fromDay;
  if (!began) return true;
  const last = facts.incident.moments.get('resolved')?.day ?? began;
  const number = ({ year, month, day: of }: CalendarDay): number =>
    Date.UTC(year ?? began.year ?? 2024, month - 1, of) / 86_400_000;
  return number(day) >= number(began) - 1 && number(day) <= number(last) + 1;
}

const agrees = (a: Duration, b: Duration): boolean => a.least <= b.most && b.least <= a.most;

/** How long a block says that it was, with the words of that and of the stretch beside it. */
interface ToldLength extends LengthClaim {
  readonly words: string;
  readonly beside: string | undefined;
  /** Whether its sentence says when somebody answers. */
  readonly isOffice: boolean;
}

/** The lengths that a block tells, and all others that it names. */
interface ToldLengths {
  readonly told: readonly ToldLength[];
  readonly named: readonly Duration[];
}

function lengthsIn({ block, text, lengths, durations }: TimedBlock): ToldLengths | undefined {
  if (lengths.length === 0 || elsewhere.has(block.section?.kind ?? '')) return undefined;
  const told = lengths.map((claim) => ({
    ...claim,
    words: text.slice(claim.duration.start, claim.duration.end),
    beside: claim.stretch && text.slice(claim.stretch.start, claim.stretch.end),
    isOffice: officeHours.test(sentenceAround(text, claim.duration.start).words),
  }));
  return { told, named: durations };
}

function lengthProblem(block: PlacedBlock, { duration, words }: ToldLength, truth: Window): Problem {
  const long = spoken(truth.minutes);
  return {
    at: placeIn(block, duration),
    say: {
      en: `“${words}” does not agree: ${truth.en} ${long.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}（${long.zh}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Durations against the stretch in their sentence, front matter, the first stretch of the explanation, or each other. */
export function* lengths(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const known = windows(facts.incident);
  const others = known.length > 0 ? otherSpans(facts, context) : [];
  const main = known.length === 0 ? mainStretch(facts, context) : undefined;
  let first: ToldLength | undefined;
  for (const { block, value } of timeFacts(context, 'lengths', lengthsIn)) {
    // Beside the length of the whole, a second one is of a part.
    const tellsWhole = value.named.some((length) => known.some(({ minutes }) => canMean(length, minutes)));
    for (const claim of value.told) {
      const { duration, strength, stretch, day } = claim;
      // "The outage of 18 November lasted 40 minutes" in a report of March.
      if (!stretch && day && !isOfIncident(day, facts, context)) continue;
      if (stretch) {
        const { minutes } = stretch;
        const said = { minutes, en: `“${claim.beside}” beside it is`, zh: `旁边的“${claim.beside}”` };
        // Of two lengths beside one stretch the one that it makes is its own.
        const isOthers = value.told.some(
          (other) => other.stretch === stretch && canMean(other.duration, minutes, stretch.slack),
        );
        if (!isOthers && !claim.isOffice) yield lengthProblem(block, claim, said);
        continue;
      }
      if (strength === 'over' && known.length > 0) {
        const truth = sinceNoticed(facts.incident, known).every((minutes) => !canMean(duration, minutes)) && known[0];
        if (truth) yield lengthProblem(block, claim, truth);
        continue;
      }
      if (claim.told && (strength === claim.told || (strength === 'effect' && !facts.isOverall(block)))) {
        const [truth] = known;
        const isTold = block.audience === 'customer' && truth && !tellsWhole;
        if (isTold && !fitsTold(claim, claim.told, known, block, facts, context))
          yield lengthProblem(block, claim, truth);
        continue;
      }
      if (strength === 'stretch' || tellsWhole || (strength === 'effect' && !facts.isOverall(block))) continue;
      if (known.length > 0) {
        const [truth] = known;
        // "Lasted less than two hours" is true of any part of it.
        const isBound = duration.least === 0 && strength === 'incident';
        // "It stood still for 45 minutes": of a stage of it.
        const stages = strength === 'effect' ? Object.values(rowSpans(facts)).flat() : [];
        const fits = [...known.map(({ minutes }) => minutes), ...(isBound ? [] : others), ...stages].some((minutes) =>
          canMean(duration, minutes),
        );
        if (truth && !fits) yield lengthProblem(block, claim, truth);
      } else if (main) {
        const { words, minutes, slack } = main.stretch;
        if (!canMean(duration, minutes, slack) && block.audience === main.block.audience)
          yield lengthProblem(block, claim, { minutes, en: `“${words}” is`, zh: `“${words}”` });
      } else if (strength !== 'effect') {
        if (first && !agrees(first.duration, duration)) {
          const { words } = first;
          const said = { minutes: first.duration.minutes, en: `“${words}” elsewhere is`, zh: `别处的“${words}”` };
          yield lengthProblem(block, claim, said);
        }
        first ??= claim;
      }
    }
  }
}

/** The one stretch of the sections that are about the whole incident; `undefined` where there are several. */
function mainStretch(
  { isOverall }: KnownFacts,
  context: DocumentContext,
): { readonly block: PlacedBlock; readonly stretch: ToldStretch } | undefined {
  const found = toldStretches(context).flatMap(({ block, value }) =>
    isOverall(block) ? value.map((stretch) => ({ block, stretch })) : [],
  );
  const [one] = found;
  return one && found.every(({ stretch }) => stretch.minutes === one.stretch.minutes) ? one : undefined;
}
