import { type CalendarDay, type ClockTime, type Moment, mayShow } from '../../document/clock.js';
import type { Incident, IncidentMoment } from '../../document/incident.js';
import type { PlacedBlock, Postmortem } from '../../document/postmortem.js';
import { offsetAt, type Zone } from '../../document/zone.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { sentenceAround, shownIn, told } from './common.js';
import type { KnownFacts } from './known.js';
import { windows } from './lengths.js';

const nextMessage =
  /\b(?:next|further|another|(?<=\b(?:our|the) )following) (?:message|update|report|notice|e-?mail|news|post|letter|bulletin|announcement|statement|note|word|communication)\b|\b(?:write|update|report|hear from us|inform you|tell you|post|publish) (?:to (?:you|all|everyone|(?:our |the |all )?[a-z]+) |you )?(?:again|next|once more|one more time)\b|\bnext (?:write|report|post|publish)\b|\b(?:be|get|are) (?:back )?in touch(?: with you)? (?:next|again|once more)\b|\bhear from us (?:next|again)\b|\bnext (?:be in touch|hear from us|get in touch|contact you)\b|下一?(?:次|回)[^，。]{0,6}(?:联系|联络|沟通)|再(?:次|度)?(?:与|跟|同|和|向)(?:您|大家|各位)(?:联系|联络|沟通)|将于[^，。；]{0,24}(?:向|给|为)[^，。；]{1,12}(?:通报|说明|汇报|公布|报告)|(?:下一?(?:次|条|封|篇|则|份))[^，。]{0,6}(?:消息|通知|通报|更新|说明|公告|邮件|进展|报告|信)|再(?:次|一次)?(?:(?:向|给|为|跟|对|与|同)(?:您|大家|各位|你们|客户|用户|家长|老师|顾客|患者|玩家|商户|业主|读者)+(?:们)?)?(?:通报|通知|说明|写信|报告|汇报|公布|更新|发布?(?:一?[次条封篇]|公告|通报|短信|消息|邮件|说明))/i;

const happened =
  /\b(?:could not|couldn['’]t|were unable|was unavailable|were unavailable|down|failed|stopped|interrupted|affected|outage|incident|not scanned|unable|did not work|not work)\b|无法|不能|故障|中断|失败|影响|停止|异常/i;

const dayMs = 86_400_000;

/** What a clock shows ahead of UTC at the moment; nothing where no zone is known. */
const ahead = (zone: Zone | undefined, instant: number): number => (zone ? (offsetAt(zone, instant) ?? 0) : 0);

const sameDay = (day: CalendarDay, instant: number, offset: number): boolean => {
  const local = new Date(instant + offset * 60_000);
  return (
    day.month === local.getUTCMonth() + 1 &&
    day.day === local.getUTCDate() &&
    (day.year === undefined || day.year === local.getUTCFullYear())
  );
};

/** Whether the day is one of those from `first` to `last`: as its time is written, in the zone of front matter, or in that of its readers. */
function within(
  day: CalendarDay,
  first: IncidentMoment,
  last: IncidentMoment,
  incident: Incident,
  told: Zone | undefined,
): boolean {
  return [first.time?.zone ?? incident.zone, incident.zone, told].some((zone) => {
    const offset = ahead(zone, first.instant);
    for (let at = first.instant; at < last.instant && at < first.instant + 31 * dayMs; at += dayMs)
      if (sameDay(day, at, offset)) return true;
    return sameDay(day, first.instant, offset) || sameDay(day, last.instant, offset);
  });
}

/** What is planned, copied or was at another time, though it stands in the sentence that tells what happened. */
const another =
  /\b(?:announc|plann|schedul|maintenance|previous|earlier|before that|backup|back-up|snapshot|copy|copies|last (?:time|year|month|week)|already on)\w*|预告|计划|上次|此前|备份|快照|维护|早在/i;

/** More days than this in one block are a list of its own. */
const most = 40;

const isDate = (moment: Moment): moment is CalendarDay => moment.kind === 'date';
const isTime = (moment: Moment): moment is ClockTime => moment.kind === 'time';

/** A day with its words. */
interface WrittenDay {
  readonly day: CalendarDay;
  readonly words: string;
}

/** What a block says of days: the first one, the one of the next message, and those that stand beside a time. */
interface Dated {
  readonly first: WrittenDay;
  readonly message: WrittenDay | undefined;
  /** Whether the first day is that one. */
  readonly isMessage: boolean;
  /** Whether the message is named as the next one. */
  readonly isNext: boolean;
  /** Whether the sentence of the first day is about what happened. */
  readonly tellsWhat: boolean;
  /** Minutes from one time to another, where the first day stands before that stretch. */
  readonly stretch: number | undefined;
  /** Whether it names a time, and the zone beside the first one. */
  readonly hasTime: boolean;
  readonly beside: Zone | undefined;
  readonly pairs: readonly (WrittenDay & { readonly time: ClockTime; readonly beside: Zone | undefined })[];
}

/** "The week of 8 June" names a week by its first day. */
const namesWeek = /\b(?:week|month|quarter|year) (?:of|from|beginning|starting|commencing|ending|to)\s*$/i;

function datedIn({ block, text, moments, stretches }: TimedBlock): Dated | undefined {
  const dates = moments
    .filter(isDate)
    .filter(({ start }) => !namesWeek.test(text.slice(Math.max(0, start - 24), start)))
    .slice(0, most);
  const [first] = dates;
  if (!first) return undefined;
  const written = (day: CalendarDay): WrittenDay => ({ day, words: text.slice(day.start, day.end) });
  const messages = dates.flatMap((date) => {
    const { start, words } = sentenceAround(text, date.start);
    const match = nextMessage.exec(words);
    // A further letter comes behind the next one.
    if (!match || /\b(?:a further|another)\b/i.test(match[0]) || /\ba (?:further|second)\b/i.test(words)) return [];
    const own = dates.filter((each) => each.start >= start && each.end <= start + words.length);
    const day = own.find((each) => each.start > start + match.index) ?? own.at(-1);
    return day === date ? [date] : [];
  });
  const { words } = sentenceAround(text, first.start);
  const isBesideTime = moments.some((moment) => isTime(moment) && isBeside(text, first, moment));
  const [message] = messages;
  const around = message && sentenceAround(text, message.start).words;
  const time = moments.find(isTime);
  return {
    first: written(first),
    message: message && written(message),
    isMessage: message === first,
    isNext:
      around !== undefined &&
      /\bnext\b|\bfollowing\b|\bin touch again\b|\bfrom us again\b|下一?[次条封篇份则回]|再(?:次|度)?(?:与|跟|同|和|向)您/i.test(
        around,
      ) &&
      !/\b(?:final|full|last)\b|最终|完整/i.test(around),
    tellsWhat: (happened.test(words) || isBesideTime) && !another.test(words) && !nextMessage.test(words),
    stretch: stretches[0]?.fromDay === first ? stretches[0].minutes : undefined,
    hasTime: time !== undefined,
    beside: time && zoneBeside(text, time, moments),
    pairs:
      block.audience === 'customer'
        ? pairsIn(dates, text, moments).map((pair) => ({ ...pair, ...written(pair.day) }))
        : [],
  };
}

/** Whether a day and a time stand together: "on 22 June at 06:15", "06:15 UTC on 22 June". */
const isBeside = (text: string, day: CalendarDay, time: ClockTime): boolean =>
  day.end <= time.start
    ? /^[,，]?\s*(?:20\d\d)?[,，]?\s*(?:\([^)]{0,12}\)|（[^）]{0,8}）)?\s*(?:at|from|around|about|的)?\s*$/i.test(
        text.slice(day.end, time.start),
      )
    : /^\s*(?:[(（]?[A-Z/+\d:]{1,8}[)）]?)?\s*(?:(?:in|on) the (?:morning|afternoon|evening)|at night)?\s*[,，]?\s*(?:on|of)?\s*(?:\w+day,?)?\s*(?:the)?\s*$/u.test(
        text.slice(time.end, day.start),
      );

/** The days that stand beside a time. */
const pairsIn = (dates: readonly CalendarDay[], text: string, moments: readonly Moment[]) =>
  dates.flatMap((day) => {
    const time = moments.find((moment): moment is ClockTime => isTime(moment) && isBeside(text, day, moment));
    if (!time) return [];
    const { words } = sentenceAround(text, day.start);
    return another.test(words) || nextMessage.test(words)
      ? []
      : [{ day, time, beside: zoneBeside(text, time, moments) }];
  });

/** The day of the incident in the title and the first sentence about it, and the day of the next message. */
export function* days(postmortem: Postmortem, facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const { incident, zones } = facts;
  const began = incident.moments.get('began');
  const last = incident.moments.get('resolved') ?? incident.moments.get('mitigated') ?? began;
  const next = incident.moments.get('next-update');
  const title = postmortem.sections.find(({ depth }) => depth === 1);
  let isChecked = false;
  let announced: WrittenDay | undefined;
  for (const { block, value: dated } of timeFacts(context, 'dated', datedIn)) {
    const { first, message } = dated;
    const isForCustomers = block.audience === 'customer';
    const zone = dated.hasTime ? zones.of(block, dated.beside) : undefined;
    if (isForCustomers && message) {
      const { day } = message;
      if (began && last && isBefore(day, began, last, incident)) yield beforeProblem(block, message, last);
      else if (next) {
        const isNext =
          within(day, next, next, incident, zone) ||
          (began !== undefined && within(day, began, last ?? began, incident, zone));
        if (!isNext) yield dayProblem(block, message, next);
      } else if (dated.isNext) {
        if (announced && !isSame(announced.day, day)) yield twiceProblem(block, message, announced);
        announced ??= message;
      }
    }
    if (!began || !last) continue;
    for (const pair of dated.pairs) yield* otherDay(block, pair, began, last, facts);
    const isTitle = title !== undefined && block.section === title && block.block.kind === 'heading';
    const isFirst =
      !isChecked &&
      isForCustomers &&
      !dated.isMessage &&
      ((facts.acknowledges(block) && dated.tellsWhat) || tellsWhole(dated, incident));
    if (!(isTitle || isFirst)) continue;
    if (isFirst) isChecked = true;
    if (!within(first.day, began, last, incident, zone)) yield dayProblem(block, first, began);
  }
}

const isSame = (a: CalendarDay, b: CalendarDay): boolean => a.month === b.month && a.day === b.day;

function twiceProblem(block: PlacedBlock, { day, words }: WrittenDay, first: WrittenDay): Problem {
  return {
    at: placeIn(block, day),
    say: {
      en: `The next message comes on “${words}” here and on “${first.words}” elsewhere. Correct the wrong one; customers wait for the earlier.`,
      zh: `此处说下一次消息在“${words}”，别处说在“${first.words}”。请改正写错的一处，客户会等较早的那一天。`,
    },
  };
}

/** A day beside the very minute of a moment of the incident, though that was on another day. */
function* otherDay(
  block: PlacedBlock,
  pair: Dated['pairs'][number],
  began: IncidentMoment,
  last: IncidentMoment,
  { incident, zones }: KnownFacts,
): Generator<Problem> {
  const { day, time } = pair;
  const zone = zones.of(block, pair.beside);
  if (within(day, began, last, incident, zone)) return;
  for (const key of ['began', 'detected', 'notified', 'mitigated', 'resolved'] as const) {
    const moment = incident.moments.get(key);
    const shown = moment && shownIn(moment, incident, zone);
    if (!moment || shown === undefined || !mayShow(time, shown)) continue;
    const at = Date.UTC(day.year ?? new Date(moment.instant).getUTCFullYear(), day.month - 1, day.day);
    // Farther off it is another incident, or a repeat of something that comes daily.
    if (Math.abs(at - moment.instant) > 9 * dayMs) continue;
    yield dayProblem(block, pair, moment);
    return;
  }
}

/** Whether a block tells the whole of the incident, from one time to another, on the day: a letter needs no heading for it. */
function tellsWhole({ stretch }: Dated, incident: Incident): boolean {
  return stretch !== undefined && windows(incident).some(({ minutes }) => Math.abs(minutes - stretch) < 1);
}

/** Whether a day is over before the last moment of the incident begins, in its own zone. */
function isBefore(day: CalendarDay, began: IncidentMoment, last: IncidentMoment, incident: Incident): boolean {
  const zone = last.time?.zone ?? incident.zone;
  const shown = new Date(last.instant + (zone ? (offsetAt(zone, last.instant) ?? 0) : 0) * 60_000);
  const year = day.year ?? shown.getUTCFullYear();
  const at = Date.UTC(year, day.month - 1, day.day);
  const until = Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate());
  // Without a year, January after an incident in December is the next one; over a zone's border a day is no slip.
  if (day.year === undefined && until - at > 200 * 86_400_000) return false;
  return at < until - (began.time?.zone || incident.zone ? 0 : 86_400_000);
}

function beforeProblem(block: PlacedBlock, { day, words }: WrittenDay, last: IncidentMoment): Problem {
  return {
    at: placeIn(block, day),
    say: {
      en: `The next message is announced for “${words}”, before the incident was over: see ${told(last).en}. Correct the date; a promise that cannot be kept is read as carelessness.`,
      zh: `下一次消息写的是“${words}”，早于事件结束的时间（见${told(last).zh}）。请更正日期：无法兑现的承诺会让客户觉得敷衍。`,
    },
  };
}

function dayProblem(block: PlacedBlock, { day, words }: WrittenDay, moment: IncidentMoment): Problem {
  return {
    at: placeIn(block, day),
    say: {
      en: `“${words}” does not agree with ${told(moment).en}. Find out which is right and correct the other.`,
      zh: `“${words}”与${told(moment).zh}不一致。请核实并改正。`,
    },
  };
}
