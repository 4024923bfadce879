import type { ClockTime, Moment, ZoneMention } from '../document/clock.js';
import { canMean, type Duration, readDurations } from '../document/duration.js';
import type { Incident, IncidentMoment } from '../document/incident.js';
import { offsetAt, type Zone } from '../document/zone.js';
import { rememberFor } from '../remember.js';
import { type DocumentFacts, placeIn, type TimedBlock } from './document-facts.js';
import type { Problem } from './rule.js';

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

/** The zone that stands behind a time a few words on, or right before it: "04:40 local time (UTC+1)", "UTC 10:00". */
function zoneBeside(text: string, time: ClockTime, moments: readonly Moment[]): Zone | undefined {
  // "Local time" waits for the zone that says whose.
  if (time.zone && !/local|当地/i.test(time.zone.name)) return time.zone;
  const zones = moments.filter((moment): moment is ZoneMention => moment.kind === 'zone');
  const isFree = (from: number, to: number, allowed: RegExp): boolean =>
    to >= from && allowed.test(text.slice(from, to)) && !/\d:\d/.test(text.slice(from, to));
  return (
    zones.find(({ end }) => isFree(end, time.start, /^\s?(?:time|时间|時間)?\s?$/i))?.zone ??
    zones.find(({ start }) =>
      isFree(time.end, start, /^\s?(?:local time|当地时间|當地時間)?[^,.;，。；]{0,20}[(（]\s?$/i),
    )?.zone
  );
}

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
  { key, text: written }: IncidentMoment,
  shown: number,
  zone: Zone | undefined,
): Problem {
  const words = text.slice(time.start, time.end);
  const there = zone ? ` ${zone.name}` : '';
  return {
    at: placeIn(block, time),
    say: {
      en: `“${words}” does not agree with “${key}” in front matter, ${written}, which is ${clock(shown)}${there}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与文件开头的 ${key}（${written}，即${clock(shown)}${there}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** The words in which a text says that customers were first told. */
const firstNotice =
  /\b(?:first|initial) (?:public |customer |status )?(?:notice|message|announcement|update|report)\b|\b(?:put|posted|published|sent|placed|showed) (?:\w+ ){0,3}?(?:a|the|our) (?:public )?(?:notice|announcement|message)\b|\bput up notices?\b|\b(?:informed|told|notified) (?:you|our customers|customers|everyone)\b|(?:首[条次]|第一[条次则])[^，。；]{0,6}(?:通知|公告|通报|消息)|(?:发出|发布|发了|挂出|贴出)[^，。；]{0,6}(?:通知|公告|通报)|(?:公告|告知客户|通知(?:了)?(?:客户|用户|大家))[^，。；]{0,4}[。；]?$/iu;
const notFirst = /\b(?:second|further|another|next|again|update[sd]?|every)\b|再次|第二|后续|更新/iu;

/** The times of a block at which it says that customers were first told. */
const noticeTimes = rememberFor((moments: readonly Moment[], text: string): readonly ClockTime[] => {
  const times = moments.filter((moment): moment is ClockTime => moment.kind === 'time');
  return times.filter((time, index) => {
    const next = times[index + 1]?.start ?? text.length;
    const rest = text.slice(time.end, Math.min(next, time.end + 90)).split(/[。；]|\.(?=\s|$)/u)[0] ?? '';
    // "… and told you at 14:31": the words that lead up to a time belong to that one.
    if (/(?:\b(?:at|by|around|about)|于|在)\s*$/iu.test(rest)) return false;
    return firstNotice.test(rest) && !notFirst.test(rest);
  });
});

/** When customers were first told, against `notified`: the earliest time at which the text says that they were. */
function* notice({ incident, timed }: DocumentFacts): Generator<Problem> {
  const notified = incident.moments.get('notified');
  if (!notified?.time) return;
  const told: { each: TimedBlock; time: ClockTime; shown: number }[] = [];
  for (const each of timed) {
    if (each.block.audience !== 'customer' || each.block.section?.kind === 'faq') continue;
    for (const time of noticeTimes(each.moments, each.text)) {
      const shown = shownIn(notified, incident, time.zone);
      if (shown !== undefined) told.push({ each, time, shown });
    }
  }
  const [first] = told;
  if (!first || told.some(({ time, shown }) => near(time.minutes, shown))) return;
  yield timeProblem(first.each, first.time, notified, first.shown, first.time.zone);
}

const after = /(?:\bafter|经过|經過|历经|歷經|时隔|時隔)\s*(?:about\s|around\s|大约|约)?$/iu;

/** The lengths of time of a block that lead from something to what it tells. */
const laterBy = rememberFor((_: readonly Moment[], text: string) =>
  readDurations(text).filter(({ start }) => after.test(text.slice(Math.max(0, start - 16), start))),
);

/** "At 14:10, after five hours": the time from the beginning, or from when it was noticed or told, to an end. */
function* afterwards({ incident, timed }: DocumentFacts): Generator<Problem> {
  const stops = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const starts = (['began', 'detected', 'notified'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const began = incident.moments.get('began');
  if (!began?.time) return;
  for (const each of timed) {
    if (each.block.audience !== 'customer') continue;
    for (const duration of laterBy(each.moments, each.text)) {
      const time = each.moments.findLast(
        (moment): moment is ClockTime =>
          moment.kind === 'time' &&
          moment.end <= duration.start &&
          /^[^.;。；]{0,24}$/u.test(each.text.slice(moment.end, duration.start)),
      );
      if (!time) continue;
      const stop = stops.find((moment) => near(shownIn(moment, incident, time.zone) ?? -9, time.minutes));
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
      en: `“${words}” does not agree with front matter: from “began” to “${stop.key}” it is ${hours} h ${rest} min. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与文件开头不一致：began 到 ${stop.key} 是${hours}小时${rest}分钟。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Times of single steps that say something else than front matter. */
export function* steps(facts: DocumentFacts): Generator<Problem> {
  yield* zones(facts);
  yield* notice(facts);
  yield* afterwards(facts);
}
