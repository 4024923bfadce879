import type { CalendarDay, ClockTime, Moment } from '../document/clock.js';
import { canMean, type Duration } from '../document/duration.js';
import type { Incident, IncidentMoment } from '../document/incident.js';
import { offsetAt, type Zone } from '../document/zone.js';
import { rememberFor } from '../remember.js';
import { type DocumentFacts, placeIn, type TimedBlock } from './document-facts.js';
import type { Problem } from './rule.js';
import { zoneBeside } from './told-zone.js';

/** Minutes of the day that a moment of front matter shows in a zone; `undefined` where the zones cannot be compared. */
export function shownIn(moment: IncidentMoment, incident: Incident, zone: Zone | undefined): number | undefined {
  if (!moment.time) return undefined;
  const own = moment.time.zone ?? incident.zone;
  if (!zone || !own || zone.name === own.name) return moment.time.minutes;
  const there = offsetAt(zone, moment.instant);
  const here = offsetAt(own, moment.instant);
  if (there === undefined || here === undefined) {
    // "Berlin time" beside Europe/Berlin.
    return own.name.endsWith(`/${zone.name.replace(/ (?:local )?time$/, '').replaceAll(' ', '_')}`)
      ? moment.time.minutes
      : undefined;
  }
  return (((moment.time.minutes + there - here) % 1440) + 1440) % 1440;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;

const begins = /\b(?:began|begun|started|starting|since|from)\b|开始|開始|起/iu;
const ends = /\b(?:ended|over|restored|resolved|back|worked again)\b|结束|結束|恢复|恢復/iu;

/** The times of a block that have a zone and words of a beginning or an end around them. */
const zonedTimes = rememberFor((moments: readonly Moment[], text: string) =>
  moments.flatMap((time) => {
    const zone = time.kind === 'time' ? zoneBeside(text, time, moments) : undefined;
    if (time.kind !== 'time' || !zone) return [];
    const around = text.slice(Math.max(0, time.start - 40), time.end + 40);
    const keys = [
      ...(begins.test(around) ? (['began'] as const) : []),
      ...(ends.test(around) ? (['resolved'] as const) : []),
    ];
    return keys.length > 0 ? [{ time, zone, keys }] : [];
  }),
);

/** A time that is the beginning or the end of the incident, with the digits of one zone and the name of another. */
function* zones({ incident, timed }: DocumentFacts): Generator<Problem> {
  for (const { block, text, moments } of timed) {
    if (block.audience !== 'customer') continue;
    for (const { time, zone, keys } of zonedTimes(moments, text)) {
      for (const key of keys) {
        const moment = incident.moments.get(key);
        const shown = moment && shownIn(moment, incident, zone);
        if (!moment?.time || shown === undefined) continue;
        if (near(shown, time.minutes) || !near(moment.time.minutes, time.minutes)) continue;
        yield timeProblem({ block, text }, time, moment, shown, zone);
      }
    }
  }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

function timeProblem(
  { block, text }: Pick<TimedBlock, 'block' | 'text'>,
  time: ClockTime,
  { name, text: written }: IncidentMoment,
  shown: number,
  zone: Zone | undefined,
): Problem {
  const words = text.slice(time.start, time.end);
  const there = zone ? ` ${zone.name}` : '';
  return {
    at: placeIn(block, time),
    say: {
      en: `“${words}” does not agree with “${name}” in front matter, ${written}, which is ${clock(shown)}${there}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与文件开头的 ${name}（${written}，即${clock(shown)}${there}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** The words in which a text says that customers were first told. */
const firstNotice =
  /\b(?:first|initial) (?:public |customer |status )?(?:notice|message|announcement|update|report|notification|post|bulletin|word)\b|\b(?:put|posted|published|sent|placed|showed) (?:\w+ ){0,3}?(?:a|the|our) (?:public |first )?(?:notice|announcement|message|banner)\b|\bput up (?:a )?notices?\b|\b(?:first (?:informed|told|notified|wrote to|alerted)|(?:informed|told|notified) (?:you|our customers|customers|everyone))\b|\byou (?:first )?(?:heard|learned|had word) (?:of it |about it )?from us\b|\bto (?:tell|inform|notify) (?:you|customers|anyone)\b|(?:首[条次个则份]|第一[条次则个份封])(?:对外|客户|用户)?[^，。；下]{0,6}(?:通知|公告|通报|消息|通告|说明)|(?:发出|发布|发了|挂出|贴出|挂了|登出)[^，。；下]{0,6}(?:通知|公告|通报|通告)|(?:公告|告知客户|通知了?(?:客户|用户|大家|您|各位|商户))[^，。；]{0,4}[。；]?$/iu;
const notFirst =
  /\b(?:second|further|another|next|again|update[sd]?|every)\b|再次|再发|第二|后续|更新|下一?次|下一?条|将|会在/iu;

/** The sentence of a text around a place. */
function sentenceAround(text: string, at: number): { start: number; words: string } {
  let start = 0;
  for (const match of text.matchAll(/[。！？!?；;]|[.](?=\s+[^\p{Ll}\s]|\s*$)/gu)) {
    // "9:50 a.m. EDT" and "p.m. Eastern" go on.
    if (/\b[ap]\.m$/i.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (match.index >= at) return { start, words: text.slice(start, match.index) };
    start = match.index + 1;
  }
  return { start, words: text.slice(start) };
}

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
function* notice({ incident, timed, zones }: DocumentFacts): Generator<Problem> {
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
function* delays({ incident, timed }: DocumentFacts): Generator<Problem> {
  const notified = incident.moments.get('notified');
  const starts = (['began', 'detected'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const [began] = starts;
  if (!notified?.time || !began?.time) return;
  for (const each of timed) {
    for (const { duration, isFromBegin } of waitsFor(each.durations, each.text, each.moments))
      if (!fits(duration, isFromBegin ? [began] : starts, notified))
        yield lengthProblem(each, duration, began, notified);
  }
}

const after = /(?:\bafter|经过|經過|历经|歷經|时隔|時隔)\s*(?:about\s|around\s|大约|约)?$/iu;

/** The lengths of time of a block that lead from something to what it tells. */
const laterBy = rememberFor((durations: readonly Duration[], text: string) =>
  durations.filter(({ start }) => after.test(text.slice(Math.max(0, start - 16), start))),
);

/** "At 14:10, after five hours": the time from the beginning, or from when it was noticed or told, to an end. */
function* afterwards({ incident, timed, zones }: DocumentFacts): Generator<Problem> {
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
      yield lengthProblem(each, duration, began, stop);
    }
  }
}

const fits = (duration: Duration, starts: readonly IncidentMoment[], stop: IncidentMoment): boolean =>
  starts.some(({ instant }) => canMean(duration, (stop.instant - instant) / 60_000));

function lengthProblem(each: TimedBlock, duration: Duration, began: IncidentMoment, stop: IncidentMoment): Problem {
  const words = each.text.slice(duration.start, duration.end);
  const minutes = Math.round((stop.instant - began.instant) / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return {
    at: placeIn(each.block, duration),
    say: {
      en: `“${words}” does not agree with front matter: from “${began.name}” to “${stop.name}” it is ${hours} h ${rest} min. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与文件开头不一致：${began.name} 到 ${stop.name} 是${hours}小时${rest}分钟。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Times of single steps that say something else than front matter. */
export function* moments(facts: DocumentFacts): Generator<Problem> {
  yield* zones(facts);
  yield* notice(facts);
  yield* delays(facts);
  yield* afterwards(facts);
}
