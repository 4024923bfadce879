import type { CalendarDay } from '../../document/clock.js';
import type { Incident, IncidentMoment } from '../../document/incident.js';
import { placesIn, zoneOfPlace } from '../../document/place-zone.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import {
  pointsHere,
  type ToldMidnight,
  type ToldPart,
  type ToldWeekday,
  tellsThere,
  tellsWriting,
  toldAllDay,
  toldMidnights,
  toldParts,
  toldWeekdays,
} from '../../document/told-day.js';
import { offsetAt, type Zone } from '../../document/zone.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { sentenceAround, shownIn, told, wordedParts } from './common.js';
import type { KnownFacts } from './known.js';
import { timeProblem, waitProblem } from './problems.js';

const dayMs = 86_400_000;
const en = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const zh = '日一二三四五六';
/** Farther off it is another incident, unless the sentence points to this one. Days. */
const near = 12;
/** Minutes by which a part of the day may be off. */
const loose = 60;

/** As long as this somebody may call it a day. Minutes. */
const mostOfDay = 360;

/** When the incident was: from its first moment to its last. */
interface Span {
  readonly began: IncidentMoment;
  readonly last: IncidentMoment;
}

function spanOf({ moments }: Incident): Span | undefined {
  const began = moments.get('began');
  const last = moments.get('resolved') ?? moments.get('mitigated') ?? began;
  return began && last ? { began, last } : undefined;
}

/** What clocks show ahead of UTC at the beginning: as front matter has it, in its zone, and in that of the readers. */
function offsets({ began }: Span, { incident, zones }: KnownFacts, block: PlacedBlock): readonly number[] {
  const all = [began.time?.zone, incident.zone, zones.of(block, undefined)];
  const known = all.flatMap((zone) => (zone ? (offsetAt(zone, began.instant) ?? []) : []));
  return known.length > 0 ? known : [0];
}

/** The days of the incident by all those clocks, in days since 1970. */
function daysOf(
  span: Span,
  facts: KnownFacts,
  block: PlacedBlock,
  places: readonly string[] = [],
): ReadonlySet<number> {
  const days = new Set<number>();
  const there = places.flatMap(
    (place) => offsetAt(zoneOfPlace(place) ?? { name: '', offset: undefined }, span.began.instant) ?? [],
  );
  for (const offset of [...offsets(span, facts, block), ...there]) {
    const [from, to] = [span.began, span.last].map(({ instant }) => Math.floor((instant + offset * 60_000) / dayMs));
    for (let day = from ?? 0; day <= (to ?? 0) && days.size < 40; day++) days.add(day);
  }
  return days;
}

const isRead = ({ audience, section, block }: PlacedBlock): boolean =>
  audience === 'customer' && block.kind !== 'heading' && !section?.isTimeline;

/** Whether "the night from Thursday to Friday" is the one in which it began: late on the first, or early on the second. */
const isNight = (
  { weekdays: [first], until }: ToldWeekday,
  span: Span,
  facts: KnownFacts,
  block: PlacedBlock,
): boolean =>
  offsets(span, facts, block).some((offset) => {
    const local = new Date(span.began.instant + offset * 60_000);
    return local.getUTCDay() === first || (local.getUTCDay() === until && local.getUTCHours() < 12);
  });

/** "All this took place on a Friday", "偏偏就在这个星期六，您的码收不了钱". */
export function* toldWeekday(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  for (const { block, words, part } of wordedParts<ToldWeekday>(context, 'weekday-of-incident', toldWeekdays)) {
    const span = spanOf(facts.incident);
    if (!span) return;
    if (!isRead(block)) continue;
    const own = new Set([...daysOf(span, facts, block)].map((day) => (day + 4) % 7));
    if (part.until === undefined ? part.weekdays.some((day) => own.has(day)) : isNight(part, span, facts, block))
      continue;
    const day = new Date(
      Date.UTC(span.began.day.year ?? 1970, span.began.day.month - 1, span.began.day.day),
    ).getUTCDay();
    yield {
      at: placeIn(block, part),
      say: {
        en: `“${words}”, but the incident was on a ${en[day]}. Correct the one that is wrong: customers remember which day it was.`,
        zh: `“${words}”，但事件发生在星期${zh[day]}。请改正写错的一个，客户记得那天是星期几。`,
      },
    };
  }
}

/** Whether two stretches of the day meet, each from a minute to another that may lie behind midnight. */
function meets(from: number, to: number, first: number, last: number): boolean {
  const length = (to - from + 1440) % 1440 || 1440;
  return (first - from + 2880) % 1440 <= length || (from - first + 2880) % 1440 <= last - first;
}

/** "It began in the middle of the night", which was in the afternoon. */
export function* toldPart(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const { incident, zones } = facts;
  for (const { block, words, part } of wordedParts<ToldPart>(context, 'part-of-day', toldParts)) {
    const span = spanOf(incident);
    if (!span?.began.time) return;
    if (!isRead(block)) continue;
    const there = part.places.flatMap((place) => zoneOfPlace(place) ?? []);
    const seen: readonly (Zone | undefined)[] = there.length > 0 ? there : [zones.of(block, undefined)];
    const shown = seen.flatMap((zone) => shownIn(span.began, incident, zone) ?? []);
    const long = part.isStart ? 0 : (span.last.instant - span.began.instant) / 60_000;
    const [first] = shown;
    if (first === undefined || long > 1200) continue;
    if (shown.some((at) => meets(part.from, part.to, at - loose, at + long + loose))) continue;
    yield timeProblem(
      block,
      { time: { kind: 'time', zone: undefined, minutes: 0, ...part }, words },
      span.began,
      first,
      seen[0],
    );
  }
}

/** "Before the clock struck twelve everything was in order again", which was not so. */
export function* toldMidnight(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const { incident, zones } = facts;
  for (const { block, words, part } of wordedParts<ToldMidnight>(context, 'before-midnight', toldMidnights)) {
    const span = spanOf(incident);
    const first = incident.moments.get('mitigated') ?? span?.last;
    if (!span?.began.time || !first?.time) return;
    if (!isRead(block)) continue;
    const zone = zones.of(block, undefined);
    const [from, to] = [shownIn(span.began, incident, zone), shownIn(first, incident, zone)];
    if (from === undefined || to === undefined || from + (first.instant - span.began.instant) / 60_000 <= 1440)
      continue;
    yield timeProblem(block, { time: { kind: 'time', zone: undefined, minutes: 0, ...part }, words }, first, to, zone);
  }
}

/** "For the whole day nobody could pay", which was not that long. */
export function* toldWholeDay({ incident }: KnownFacts, context: DocumentContext): Generator<Problem> {
  for (const { block, words, part } of wordedParts<ToldMidnight>(context, 'all-day', toldAllDay)) {
    const span = spanOf(incident);
    if (!span?.began.time || !span.last.time) return;
    const long = (span.last.instant - span.began.instant) / 60_000;
    if (!isRead(block) || long <= 0 || long > mostOfDay) continue;
    yield waitProblem(block, { duration: { minutes: 1440, least: 0, most: 0, ...part }, words }, span.began, span.last);
  }
}

/** A day on which a sentence says that it happened, or that the document was written. */
interface Dated {
  readonly day: CalendarDay;
  readonly words: string;
  readonly kind: 'incident' | 'writing';
  readonly isHere: boolean;
  /** The places that its sentence names: it may be the day of there. */
  readonly places: readonly string[];
}

/** The days that a block names as over: not by when something is due. */
function daysBeen({ block, text, moments }: TimedBlock): readonly CalendarDay[] | undefined {
  if (block.section?.kind === 'actions') return undefined;
  const found = moments.filter(
    (moment): moment is CalendarDay =>
      moment.kind === 'date' &&
      !/\b(?:by|before|until)\s+(?:\w+day,? )?(?:the )?$/i.test(text.slice(0, moment.start)) &&
      !/^(?:\s?[(（][^)）]{1,8}[)）])?\s?(?:之?前|以前)/u.test(text.slice(moment.end)),
  );
  return found.length > 0 ? found : undefined;
}

/** "By 4 May", "since 3 June", "5月4日前": a bound of something else. */
const bound =
  /\b(?:by|until|till|since|before|after|from|following|(?:week|month|quarter) (?:of|from|beginning|starting|ending))\s+(?:\w+day,? )?(?:the )?$/i;
/** What had waited was done on a later day. */
const ofBacklog = /积压|补[完传录发齐]|\bbacklog\b/iu;
const boundBehind = /^\s?(?:之?前|以前|起|之后|以后|后)/u;

function datedIn({ block, text, moments }: TimedBlock): readonly Dated[] | undefined {
  if (block.section?.isTimeline || block.block.kind === 'heading' || block.block.kind === 'cell') return undefined;
  const dates = moments.filter((moment): moment is CalendarDay => moment.kind === 'date');
  if (dates.length === 0 || dates.length > 12) return undefined;
  const found = dates.flatMap((day): Dated[] => {
    const { start, words } = sentenceAround(text, day.start);
    const others = dates.filter((each) => each.start >= start && each.end <= start + words.length).length > 1;
    if (others) return [];
    const said = { day, words: text.slice(day.start, day.end), isHere: pointsHere(words), places: placesIn(words) };
    if (tellsWriting(words)) return [{ ...said, kind: 'writing' }];
    if (block.audience !== 'customer' || block.section?.kind === 'response') return [];
    if (ofBacklog.test(words)) return [];
    if (bound.test(words.slice(0, day.start - start)) || boundBehind.test(words.slice(day.end - start))) return [];
    return tellsThere(words, day.start - start) ? [{ ...said, kind: 'incident' }] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** The day of the incident and that of the document itself, wherever a sentence tells them. */
export function* toldDates(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const span = spanOf(facts.incident);
  const all = timeFacts(context, 'days-told', datedIn);
  let written: Dated | undefined;
  for (const { block, value } of all)
    for (const dated of value) {
      if (dated.kind === 'writing') {
        if (written && (written.day.month !== dated.day.month || written.day.day !== dated.day.day))
          yield writingProblem(block, dated, written);
        written ??= dated;
        continue;
      }
      if (!span) continue;
      const { year, month, day } = dated.day;
      const at = Date.UTC(year ?? span.began.day.year ?? 1970, month - 1, day) / dayMs;
      const own = daysOf(span, facts, block, dated.places);
      const [first = at] = own;
      if (own.has(at) || (Math.abs(at - first) > near && !dated.isHere)) continue;
      const isElsewhere = timeFacts(context, 'days-been', daysBeen).some(
        (other) => other.block !== block && other.value.some((each) => each.month === month && each.day === day),
      );
      if (isElsewhere) continue;
      const truth = told(span.began);
      yield {
        at: placeIn(block, dated.day),
        say: {
          en: `“${dated.words}” does not agree with ${truth.en}. Find out which is right and correct the other; customers remember which day it was.`,
          zh: `“${dated.words}”与${truth.zh}不一致。请核实并改正，客户记得是哪一天。`,
        },
      };
    }
}

function writingProblem(block: PlacedBlock, { day, words }: Dated, first: Dated): Problem {
  return {
    at: placeIn(block, day),
    say: {
      en: `This was written on “${words}” here, on “${first.words}” elsewhere. Find out which is right and correct the other; customers want to know how fresh the news is.`,
      zh: `此处说写于“${words}”，别处说写于“${first.words}”。请核实并改正，客户要知道这是哪一天的情况。`,
    },
  };
}
