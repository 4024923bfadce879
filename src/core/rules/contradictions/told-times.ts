import { type CalendarDay, type ClockTime, isSameDay, type Moment, mayShow } from '../../document/clock.js';
import type { IncidentMoment } from '../../document/incident.js';
import { isOfElse } from '../../document/incident-words.js';
import { placesIn, zoneOfPlace } from '../../document/place-zone.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { askedRole, type ClockRole, clockRole } from '../../document/told-clock.js';
import { weekdaysIn } from '../../document/weekdays.js';
import { offsetAt, type Zone } from '../../document/zone.js';
import { fold } from '../../language/fold.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { officeHours, sentenceAround, shownIn } from './common.js';
import type { KnownFacts } from './known.js';
import { timeProblem } from './problems.js';
import { weekdayOf } from './weekdays.js';

/** When a sentence says that it began, or that it was over. */
interface Told {
  readonly role: ClockRole;
  readonly time: ClockTime;
  readonly words: string;
  readonly beside: Zone | undefined;
  /** The places that its sentence names: the time may be one of there. */
  readonly places: readonly string[];
  /** Whether it may be of a clock that its sentence does not name. */
  readonly isLocal: boolean;
  readonly day: CalendarDay | undefined;
  /** The weekdays that its sentence names, 0 for Sunday. */
  readonly weekdays: readonly number[];
}

/** "At Ardroy the queue was gone by noon": of one place among others, whose zone nobody knows. */
const atPlace =
  /\b(?:[Aa]t|[Ii]n) (?:[a-z]+ )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|Eastern|Central|Pacific|Mountain)\b)(?<place>[A-Z][a-z]+)(?: [A-Z][a-z]+)?(?! time\b)/;
const isAtPlace = (words: string): boolean => {
  const place = atPlace.exec(words)?.groups?.place;
  return place !== undefined && ![place, ...placesIn(words)].some((each) => zoneOfPlace(each) !== undefined);
};

/** More times than this in one block are a list. */
const most = 12;

const isTime = (moment: Moment): moment is ClockTime => moment.kind === 'time';

function toldIn({ block, text: prose, moments, stretches }: TimedBlock): readonly Told[] | undefined {
  if (block.audience !== 'customer' || block.block.kind === 'heading' || block.section?.isTimeline) return undefined;
  const times = moments.filter(isTime);
  if (times.length === 0 || times.length > most) return undefined;
  const text = fold(prose);
  const found = times.flatMap((time): Told[] => {
    if (stretches.some(({ start, end }) => time.start >= start && time.end <= end)) return [];
    const { start, words } = sentenceAround(text, time.start);
    // "It began before midnight and ended after it": of which of the two, only a reader knows.
    if (officeHours.test(words) || /\b(?:began|started)\b[^.;]*\band (?:ended|was over|stopped)\b/i.test(words))
      return [];
    const own = moments.filter((each) => each.start >= start && each.end <= start + words.length);
    const alone = own.filter(isTime).length === 1;
    const asked = start > 0 && /[?？]\s*$/.test(text.slice(0, start)) ? sentenceAround(text, start - 2).words : '';
    const role =
      clockRole(words, time, start, alone) ?? (alone && asked !== '' ? askedRole(`${asked}?`, words) : undefined);
    if (!role || isAtPlace(words)) return [];
    return [
      {
        role,
        time,
        words: prose.slice(time.start, time.end),
        beside: zoneBeside(prose, time, moments) ?? zoneNear(time, own),
        places: placesIn(words),
        isLocal: /\blocal\b|\bclocks?\b|\bwatch(?:es)?\b|当地|时区|钟面|的钟/i.test(words),
        day: own.find((moment): moment is CalendarDay => moment.kind === 'date'),
        weekdays: weekdaysIn(words),
      },
    ];
  });
  return found.length > 0 ? found : undefined;
}

/** "Quarter past four in the afternoon, Oslo time": a zone that stands shortly behind. */
const zoneNear = ({ end }: ClockTime, own: readonly Moment[]): Zone | undefined =>
  own.flatMap((moment) =>
    moment.kind === 'zone' && moment.start >= end && moment.start < end + 4 ? [moment.zone] : [],
  )[0];

interface Known {
  readonly time: ClockTime;
  readonly beside: Zone | undefined;
}

/** The times that a block names, without those of plans and office hours. */
const timesIn = ({ text, moments }: TimedBlock): readonly Known[] | undefined => {
  const found = moments.filter(isTime).flatMap((time) => {
    const { words } = sentenceAround(text, time.start);
    return officeHours.test(words) || isOfElse(words) ? [] : [{ time, beside: zoneBeside(text, time, moments) }];
  });
  return found.length > 0 ? found : undefined;
};

/** A zone whose clock is known, or the one of the place that it is named after. */
const settled = (zone: Zone | undefined, instant: number): Zone | undefined =>
  zone && offsetAt(zone, instant) === undefined ? (zoneOfPlace(zone.name) ?? zone) : zone;

const offset = (zone: Zone | undefined, instant: number): number | undefined => zone && offsetAt(zone, instant);

/** "Shortly after four" is not twenty past where that is something else. */
const tight = (time: ClockTime): ClockTime =>
  time.loose
    ? { ...time, loose: { ...time.loose, early: Math.min(time.loose.early, 6), late: Math.min(time.loose.late, 10) } }
    : time;

/** Whether any other place names this time of day, in its zone or in that of the claim. */
function isNamed(
  claim: Told,
  block: PlacedBlock,
  zone: Zone | undefined,
  instant: number,
  { zones }: KnownFacts,
  context: DocumentContext,
): boolean {
  const own = offset(zone, instant);
  return timeFacts(context, 'times-named', timesIn).some(
    (other) =>
      other.block !== block &&
      other.value.some(({ time, beside }) => {
        const there = offset(zones.of(other.block, beside), instant);
        const shift = own === undefined || there === undefined ? 0 : own - there;
        return [0, shift].some((by) => mayShow(tight(claim.time), (time.minutes + by + 2880) % 1440));
      }),
  );
}

const isOnDays = (day: CalendarDay | undefined, moments: readonly IncidentMoment[]): boolean =>
  !day || moments.some((moment) => moment.day.month === day.month && moment.day.day === day.day);

/** "Cards could not be used on Monday until noon" of what was over on Tuesday: a part of it was. */
function isOfOtherWeekday({ weekdays }: Told, { day, instant }: IncidentMoment, began: IncidentMoment): boolean {
  if (weekdays.length === 0 || isSameDay(day, began.day)) return false;
  return !weekdays.includes(weekdayOf(day, new Date(instant).getUTCFullYear()));
}

/** Minutes that a time said to be the end may be before the real one, where it says "by". */
const early = 10;

/** When it began and when it was over, as a sentence tells it, against front matter, the timeline and every other place. */
export function* toldTimes(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const { incident, zones } = facts;
  for (const { block, value } of timeFacts(context, 'incident-clock', toldIn)) {
    const began = incident.moments.get('began');
    const ends = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
    const [end] = ends;
    if (!began?.time || !end?.time) return;
    for (const claim of value) {
      if (!isOnDays(claim.day, [began, ...ends])) continue;
      const problem = toldProblem(claim, block, began, ends, facts, context);
      if (problem) yield problem;
    }
  }

  function toldProblem(
    claim: Told,
    block: PlacedBlock,
    began: IncidentMoment,
    ends: readonly IncidentMoment[],
    all: KnownFacts,
    within: DocumentContext,
  ): Problem | undefined {
    const { role, time } = claim;
    const moment = role === 'began' ? began : ends.at(-1);
    if (!moment || isOfOtherWeekday(claim, moment, began)) return undefined;
    const { instant } = moment;
    const beside = settled(claim.beside, instant);
    const isPlaced = beside !== undefined && offsetAt(beside, instant) !== undefined;
    const there = isPlaced ? [] : claim.places.flatMap((place) => zoneOfPlace(place) ?? []);
    const isUnknown = (claim.isLocal || beside !== undefined) && !isPlaced && there.length === 0;
    const candidates = isPlaced ? [beside] : [...(claim.isLocal ? [] : [zones.of(block, undefined)]), ...there];
    if (candidates.length === 0) candidates.push(zones.of(block, undefined));
    for (const zone of candidates) {
      const shown = shownIn(moment, incident, zone);
      // Of a clock that nobody knows the minutes alone tell.
      if (shown === undefined || isUnknown) {
        if ((time.minutes - (moment.time?.minutes ?? 0)) % 30 === 0 || time.loose) return undefined;
      }
      if (role === 'over by' && shown !== undefined) {
        if (!isTooEarly(time, began, ends, shownIn(began, incident, zone))) return undefined;
        continue;
      }
      if (role === 'during') {
        if (!isOutside(time, began, ends, shownIn(began, incident, zone))) return undefined;
        continue;
      }
      if (isNamed(claim, block, zone, instant, all, within)) return undefined;
      if (shown !== undefined && mayShow(time, shown)) return undefined;
      const moments = [...incident.moments.values()].flatMap((each) =>
        each.key === 'next-update' ? [] : (shownIn(each, incident, zone) ?? []),
      );
      if (moments.some((at) => mayShow(tight(time), at))) return undefined;
    }
    const zone = candidates.at(-1);
    const shown = shownIn(moment, incident, zone) ?? moment.time?.minutes ?? 0;
    return timeProblem(block, claim, moment, shown, zone);
  }
}

/** Minutes behind the end at which somebody may still have seen it. */
const lateSeen = 20;

/** Whether a time of day is neither within the incident nor near it. */
function isOutside(
  time: ClockTime,
  began: IncidentMoment,
  ends: readonly IncidentMoment[],
  shown: number | undefined,
): boolean {
  if (shown === undefined || time.loose?.isEither) return false;
  const most = Math.max(...ends.map(({ instant }) => instant - began.instant)) / 60_000;
  const after = (time.minutes - shown + 2880) % 1440;
  return after > most + lateSeen && after < 1440 - lateSeen;
}

/** Whether it was not yet over by a time of day, counted on from when it began. */
function isTooEarly(
  time: ClockTime,
  began: IncidentMoment,
  ends: readonly IncidentMoment[],
  shown: number | undefined,
): boolean {
  const [first] = ends;
  if (shown === undefined || !first) return false;
  const least = Math.min(...ends.map(({ instant }) => instant - began.instant)) / 60_000;
  // Of more than a day nobody knows which one is meant.
  if (least >= 1440) return false;
  const late = time.loose?.late ?? 0;
  const isEarly = (at: number): boolean => (at + late - shown + 2880) % 1440 < least - early;
  if (!time.loose?.isEither) return isEarly(time.minutes);
  // Of a short incident "half past nine" is the one near it.
  return isEarly(time.minutes)
    ? least <= 360 || isEarly(time.minutes + 720)
    : least <= 360 && isEarly(time.minutes + 720);
}
