import { type CalendarDay, type ClockTime, type Moment, mayShow } from '../../document/clock.js';
import type { IncidentMoment } from '../../document/incident.js';
import { isOfPart } from '../../document/incident-words.js';
import { placesIn, zoneOfPlace } from '../../document/place-zone.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Zone } from '../../document/zone.js';
import { fold } from '../../language/fold.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { sentenceAround, shownIn } from './common.js';
import { isRowTime, type KnownFacts } from './known.js';
import { notFirst, tellsFirst } from './notice-words.js';
import { timeProblem } from './problems.js';

/** "At 8:18 the desk reported it, and 22 minutes later we …": the notice has no time of its own. */
const waitsBehind =
  /(?:分钟|小时|[刻])(?:之?后|以后)|\b(?:minutes?|hours?|half an hour) (?:later|after that|afterwards)\b/i;

/** The first of those who were told are no part of those whom it hit. */
const firstOfThem = /\bthe first of (?:you|them|our \w+)/i;

/** The times that a block gives for the first notice: the one before its words, or the one after "at". */
function noticeTimes(moments: readonly Moment[], prose: string): readonly ClockTime[] {
  const text = fold(prose);
  const all = moments.filter((moment): moment is ClockTime => moment.kind === 'time');
  // "16:00 (09:00)": the same minute on another clock, and either may be the one of front matter.
  const isBeside = ({ start }: ClockTime): boolean => /\d\s?[(（]\s?$/.test(text.slice(Math.max(0, start - 4), start));
  const times = all.filter((time) => !isBeside(time));
  const chosen = times.filter((time) => {
    const { start, words } = sentenceAround(text, time.start);
    if (notFirst.test(words) || isOfPart(words.replace(firstOfThem, 'you'))) return false;
    const next = times.find((other) => other.start > time.start)?.start ?? text.length;
    const before = times.findLast((other) => other.end <= time.start)?.end ?? 0;
    const rest = text.slice(time.end, Math.min(next, time.end + 90, start + words.length));
    // "… and told you at 14:31": the words that lead up to a time belong to that one.
    const isForNext = next < text.length && /(?:\b(?:at|by|around|about|until)|于|在)\s*$/i.test(rest);
    const lead = text.slice(Math.max(start, before), time.start);
    const isBehind =
      /(?:\b(?:at|around|about|only at|until|was)|于|在|时间[为是:：])\s*(?:[^,.;，。；]{0,16}\s)?$/i.test(lead) &&
      tellsFirst(lead);
    return isBehind || (!isForNext && !waitsBehind.test(rest) && tellsFirst(rest));
  });
  return chosen.flatMap((time) => {
    const next = all[all.indexOf(time) + 1];
    return next && isBeside(next) ? [time, next] : [time];
  });
}

/** A time of the first notice. */
interface NoticeTime {
  readonly time: ClockTime;
  readonly words: string;
  /** The zone that stands beside it. */
  readonly beside: Zone | undefined;
  /** The day that its sentence names before it. */
  readonly day: CalendarDay | undefined;
  /** The places that its sentence names: it may be a time of there. */
  readonly places: readonly string[];
}

function noticesIn({ block, text, moments }: TimedBlock): readonly NoticeTime[] | undefined {
  if (block.section?.kind === 'faq') return undefined;
  const found = noticeTimes(moments, text).map((time): NoticeTime => {
    const { start, words } = sentenceAround(text, time.start);
    const day = moments.findLast(
      (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= start && moment.end <= time.start,
    );
    return {
      time,
      words: text.slice(time.start, time.end),
      beside: zoneBeside(text, time, moments),
      day,
      places: placesIn(words),
    };
  });
  return found.length > 0 ? found : undefined;
}

/** Whether a time in the text is of the day of a moment, as far as the text names one. */
const isOnDay = (named: CalendarDay | undefined, { day }: IncidentMoment): boolean =>
  !named || (named.month === day.month && Math.abs(named.day - day.day) < 2);

/** Whether the running text for customers names a minute of the day. */
const namesElsewhere = (shown: number, context: DocumentContext): boolean =>
  timeFacts(context, 'customer-times', ({ block, moments }): readonly ClockTime[] | undefined =>
    block.audience === 'customer' && block.section?.kind !== 'timeline'
      ? moments.filter((moment): moment is ClockTime => moment.kind === 'time')
      : undefined,
  ).some(({ value }) => value.some((time) => mayShow(time, shown)));

/** When customers were first told, against `notified`: the earliest time at which the text says that they were. */
export function* notice({ incident, zones }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const notified = incident.moments.get('notified');
  if (!notified?.time) return;
  const told: (NoticeTime & { block: PlacedBlock; shown: number; zone: Zone | undefined })[] = [];
  for (const { block, value } of timeFacts(context, 'first-notices', noticesIn)) {
    for (const each of value) {
      const zone = zones.of(block, each.beside);
      const shown = shownIn(notified, incident, zone);
      // "In Sydney it was 6.45am when …"
      const isThere = each.places
        .flatMap((place) => zoneOfPlace(place) ?? [])
        .some((there) =>
          [...incident.moments.values()].some((moment) => {
            const at = shownIn(moment, incident, there);
            return at !== undefined && mayShow(each.time, at);
          }),
        );
      if (shown !== undefined && !isThere && isOnDay(each.day, notified)) told.push({ ...each, block, shown, zone });
    }
  }
  for (const audience of ['customer', 'internal']) {
    const own = told.filter(({ block }) => block.audience === audience);
    const [first] = own;
    // What happened at the end is told beside the notice: "you had heard from us before it worked again at ten past eight".
    const isEnd = (['mitigated', 'resolved'] as const).some((key) => {
      const end = incident.moments.get(key);
      const shown = end && shownIn(end, incident, first?.zone);
      return first !== undefined && shown !== undefined && mayShow(first.time, shown);
    });
    if (!first || isEnd || own.some(({ time, shown }) => mayShow(time, shown))) continue;
    // The minute stands elsewhere in what they read: two notices are told apart in words that are not known here.
    if (audience === 'customer' && namesElsewhere(first.shown, context)) continue;
    if (audience === 'customer' && isRowTime(first.time, context)) continue;
    yield timeProblem(first.block, first, notified, first.shown, first.zone);
  }
}
