import type { CalendarDay, Moment } from '../../document/clock.js';
import type { Incident, IncidentMoment } from '../../document/incident.js';
import type { Postmortem } from '../../document/postmortem.js';
import { offsetAt } from '../../document/zone.js';
import { rememberFor } from '../../remember.js';
import { placeIn, type TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { told } from './common.js';
import type { KnownFacts } from './known.js';
import { windows } from './lengths.js';

const nextMessage =
  /\b(?:next|further|another) (?:message|update|report|notice|e-?mail|news|post|letter|bulletin|announcement|statement|note|word|communication)\b|\b(?:write|update|report|hear from us|inform you|tell you|post|publish) (?:to you |you )?(?:again|next)\b|\bnext (?:write|report|post|publish)\b|(?:下一?(?:次|条|封|篇|则|份))[^，。]{0,6}(?:消息|通知|通报|更新|说明|公告|邮件|进展|报告|信)|再次?(?:通报|通知|说明|给您写信|更新|发一?[次条封篇])/iu;

const happened =
  /\b(?:could not|couldn['’]t|were unable|was unavailable|were unavailable|down|failed|stopped|interrupted|affected|outage|incident|not scanned|unable|did not work|not work)\b|无法|不能|故障|中断|失败|影响|停止|异常/iu;

const sameDay = (day: CalendarDay, instant: number, offset: number): boolean => {
  const local = new Date(instant + offset * 60_000);
  return (
    day.month === local.getUTCMonth() + 1 &&
    day.day === local.getUTCDate() &&
    (day.year === undefined || day.year === local.getUTCFullYear())
  );
};

/** Whether the day is one of those from `first` to `last`, in the incident's own zone. */
function within(day: CalendarDay, first: IncidentMoment, last: IncidentMoment, incident: Incident): boolean {
  const own = first.time?.zone ?? incident.zone;
  const offset = own ? (offsetAt(own, first.instant) ?? 0) : 0;
  for (let at = first.instant; at < last.instant && at < first.instant + 31 * 86_400_000; at += 86_400_000)
    if (sameDay(day, at, offset)) return true;
  return sameDay(day, first.instant, offset) || sameDay(day, last.instant, offset);
}

/** The first day that a block names, and what its sentence is about. */
const datedIn = rememberFor((moments: readonly Moment[], text: string) => {
  const day = moments.find((moment) => moment.kind === 'date');
  if (!day) return undefined;
  const sentence = text.slice(Math.max(0, text.lastIndexOf('. ', day.start)), day.end + 160);
  return { day, isNextMessage: nextMessage.test(sentence), tellsWhat: happened.test(sentence) };
});

/** The day of the incident in the title and the first sentence about it, and the day of the next message. */
export function* days(postmortem: Postmortem, { incident, timed }: KnownFacts): Generator<Problem> {
  const began = incident.moments.get('began');
  const last = incident.moments.get('resolved') ?? incident.moments.get('mitigated') ?? began;
  const next = incident.moments.get('next-update');
  const title = postmortem.sections.find(({ depth }) => depth === 1);
  let isChecked = false;
  for (const each of timed) {
    const dated = datedIn(each.moments, each.text);
    if (!dated) continue;
    const { day } = dated;
    const isMessage = each.block.audience === 'customer' && dated.isNextMessage;
    if (isMessage && began && last && isBefore(day, began, last, incident)) {
      yield beforeProblem(each, day, last);
      continue;
    }
    if (next && isMessage) {
      const isNext =
        within(day, next, next, incident) || (began !== undefined && within(day, began, last ?? began, incident));
      if (!isNext) yield dayProblem(each, day, next);
      continue;
    }
    const isTitle = title !== undefined && each.block.section === title && each.block.block.kind === 'heading';
    const isFirst =
      !isChecked &&
      each.block.audience === 'customer' &&
      ((each.block.section?.kind === 'acknowledgement' && dated.tellsWhat) || tellsWhole(each, day, incident));
    if (!began || !last || !(isTitle || isFirst)) continue;
    if (isFirst) isChecked = true;
    if (!within(day, began, last, incident)) yield dayProblem(each, day, began);
  }
}

/** Whether a block tells the whole of the incident, from one time to another, on the day: a letter needs no heading for it. */
function tellsWhole({ stretches }: TimedBlock, day: CalendarDay, incident: Incident): boolean {
  const [stretch] = stretches;
  return stretch?.fromDay === day && windows(incident).some(({ minutes }) => Math.abs(minutes - stretch.minutes) < 1);
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

function beforeProblem(each: TimedBlock, day: CalendarDay, last: IncidentMoment): Problem {
  const words = each.text.slice(day.start, day.end);
  return {
    at: placeIn(each.block, day),
    say: {
      en: `The next message is announced for “${words}”, before the incident was over: see ${told(last).en}. Correct the date; a promise that cannot be kept is read as carelessness.`,
      zh: `下一次消息写的是“${words}”，早于事件结束的时间（见${told(last).zh}）。请更正日期：无法兑现的承诺会让客户觉得敷衍。`,
    },
  };
}

function dayProblem(each: TimedBlock, day: CalendarDay, moment: IncidentMoment): Problem {
  const words = each.text.slice(day.start, day.end);
  return {
    at: placeIn(each.block, day),
    say: {
      en: `“${words}” does not agree with ${told(moment).en}. Find out which is right and correct the other.`,
      zh: `“${words}”与${told(moment).zh}不一致。请核实并改正。`,
    },
  };
}
