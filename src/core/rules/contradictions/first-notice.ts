import type { CalendarDay, ClockTime, Moment } from '../../document/clock.js';
import type { Duration } from '../../document/duration.js';
import type { IncidentMoment } from '../../document/incident.js';
import type { Zone } from '../../document/zone.js';
import { rememberFor } from '../../remember.js';
import type { TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { near, sentenceAround, shownIn } from './common.js';
import type { KnownFacts } from './known.js';
import { firstNotice, notFirst } from './notice-words.js';
import { fits, timeProblem, waitProblem } from './problems.js';

/** The times that a block gives for the first notice: the one before its words, or the one after "at". */
const noticeTimes = rememberFor((moments: readonly Moment[], text: string): readonly ClockTime[] => {
  const times = moments.filter((moment): moment is ClockTime => moment.kind === 'time');
  return times.filter((time) => {
    const { start, words } = sentenceAround(text, time.start);
    if (notFirst.test(words)) return false;
    const next = times.find((other) => other.start > time.start)?.start ?? text.length;
    const before = times.findLast((other) => other.end <= time.start)?.end ?? 0;
    const rest = text.slice(time.end, Math.min(next, time.end + 90, start + words.length));
    // "… and told you at 14:31": the words that lead up to a time belong to that one.
    const isForNext = next < text.length && /(?:\b(?:at|by|around|about|until)|于|在)\s*$/iu.test(rest);
    const lead = text.slice(Math.max(start, before), time.start);
    const isBehind =
      /(?:\b(?:at|around|about|only at|until|was)|于|在|时间[为是:：])\s*(?:[^,.;，。；]{0,16}\s)?$/iu.test(lead) &&
      firstNotice.test(lead);
    return isBehind || (!isForNext && firstNotice.test(rest));
  });
});

/** Whether a time in the text is of the day of a moment, as far as the text names one. */
function isOnDay({ text, moments }: TimedBlock, time: ClockTime, { day }: IncidentMoment): boolean {
  const { start } = sentenceAround(text, time.start);
  const named = moments.findLast(
    (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= start && moment.end <= time.start,
  );
  return !named || (named.month === day.month && Math.abs(named.day - day.day) < 2);
}

/** When customers were first told, against `notified`: the earliest time at which the text says that they were. */
export function* notice({ incident, timed, zones }: KnownFacts): Generator<Problem> {
  const notified = incident.moments.get('notified');
  if (!notified?.time) return;
  const told: { each: TimedBlock; time: ClockTime; shown: number; zone: Zone | undefined }[] = [];
  for (const each of timed) {
    if (each.block.section?.kind === 'faq') continue;
    for (const time of noticeTimes(each.moments, each.text)) {
      const zone = zones.of(each, time);
      const shown = shownIn(notified, incident, zone);
      if (shown !== undefined && isOnDay(each, time, notified)) told.push({ each, time, shown, zone });
    }
  }
  for (const audience of ['customer', 'internal']) {
    const own = told.filter(({ each }) => each.block.audience === audience);
    const [first] = own;
    if (!first || own.some(({ time, shown }) => near(time.minutes, shown))) continue;
    yield timeProblem(first.each, first.time, notified, first.shown, first.zone);
  }
}

/** The lengths of time for which a block says that customers waited for the first notice. */
const waitsFor = rememberFor((durations: readonly Duration[], text: string, moments: readonly Moment[]) =>
  durations.flatMap((duration) => {
    const { start, words } = sentenceAround(text, duration.start);
    if (
      !firstNotice.test(words) ||
      notFirst.test(words) ||
      /\b(?:sooner|earlier|before|next|every|within|should|slower)\b|每|本应|以内|以后/iu.test(words)
    )
      return [];
    // "Noticed at 14:20, told at 14:50, 30 minutes later" counts from the time beside it.
    const isBetween =
      moments.filter(({ kind, start: at }) => kind === 'time' && at >= start && at < start + words.length).length > 1;
    if (isBetween) return [];
    const behind = text.slice(duration.end, start + words.length);
    const before = text.slice(start, duration.start);
    const isDelay =
      /^(?:\s+(?:later|after|late|had passed|passed|went by|before we)|\s*(?:之?后|才|过去))/iu.test(behind) ||
      /(?:\btook (?:us )?(?:\w+ )?|\bafter|\bwaited|过了|晚了|迟了|等了|隔了|用了)\s*(?:about\s|around\s|约|大约)?$/iu.test(
        before,
      );
    // "26 minutes after the outage began" is not "after we noticed".
    const isFromBegin =
      /\b(?:began|begun|start(?:ed)?|onset|outage|incident|failure|it happened)\b|(?:故障|中断|事故|事件|问题)?(?:发生|开始|出现)/iu.test(
        words.replace(/\b(?:we )?(?:noticed|saw|detected|found)\b.*/iu, ''),
      );
    return isDelay ? [{ duration, isFromBegin }] : [];
  }),
);

/** "26 minutes after it began, we put up the first notice": how long customers waited for it. */
export function* delays({ incident, timed }: KnownFacts): Generator<Problem> {
  const notified = incident.moments.get('notified');
  const starts = (['began', 'detected'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const [began] = starts;
  if (!notified?.time || !began?.time) return;
  for (const each of timed) {
    for (const { duration, isFromBegin } of waitsFor(each.durations, each.text, each.moments))
      if (!fits(duration, isFromBegin ? [began] : starts, notified)) yield waitProblem(each, duration, began, notified);
  }
}
