import type { LengthClaim, Stretch } from '../document/claims.js';
import type { CalendarDay, Moment } from '../document/clock.js';
import { type AffectedCount, affectedCounts, affectedTotal } from '../document/counts.js';
import { canMean, type Duration } from '../document/duration.js';
import { type Incident, type IncidentMoment, instantOf, type MomentKey, minutesBetween } from '../document/incident.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { offsetAt } from '../document/zone.js';
import { rememberFor } from '../remember.js';
import { steps } from './contradicting-steps.js';
import { moments, shownIn } from './contradicting-times.js';
import { figures, sums, totals, wholeness } from './contradicting-words.js';
import { type DocumentFacts, documentFacts, placeIn, type TimedBlock } from './document-facts.js';
import type { DocumentContext, Problem } from './rule.js';
import { judgesLightWords } from './severity-word.js';

/** Sections whose sentences are about the whole incident, rather than a step of it. */
const overall: ReadonlySet<string> = new Set(['acknowledgement', 'summary', 'impact', 'customer-part']);
const isOverall = ({ section }: PlacedBlock): boolean =>
  section === undefined || section.depth === 1 || (section.kind !== undefined && overall.has(section.kind));
/** Sections in which no length or count is meant as a statement about this incident. */
const elsewhere: ReadonlySet<string> = new Set(['timeline', 'actions', 'lessons', 'supporting', 'people', 'glossary']);

/** Minutes in the words of a reader. */
function spoken(minutes: number): { en: string; zh: string } {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const en = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return {
    en: en.filter(Boolean).join(' ') || '0 minutes',
    zh: `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分钟` : ''}`,
  };
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

/** Everything in a document that says something else than front matter or another place does. */
export function* contradictions(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const places = new Set<number>();
  for (const problem of allOf(postmortem, context)) {
    if (places.has(problem.at.start)) continue;
    places.add(problem.at.start);
    yield problem;
  }
}

/** Each is asked again only when something that it reads has changed. */
const comparisons: Readonly<
  Record<string, (postmortem: Postmortem, facts: DocumentFacts, context: DocumentContext) => Iterable<Problem>>
> = {
  lengths: (_, facts) => lengths(facts),
  bounds: (_, facts) => bounds(facts),
  briefness: (postmortem, facts, context) => (judgesLightWords(postmortem, context) ? [] : briefness(facts)),
  days: (postmortem, facts) => days(postmortem, facts),
  counts: (postmortem, _, context) => counts(postmortem, context),
  order: (_, { incident }) => order(incident),
  figures: (_, __, context) => figures(context),
  totals: (_, __, context) => totals(context),
  sums: (_, __, context) => sums(context),
  wholeness: (_, __, context) => wholeness(context),
  moments: (_, facts) => moments(facts),
  steps: (_, facts, context) => steps(facts, context),
};

function* allOf(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const facts = documentFacts(postmortem, context);
  for (const [name, compare] of Object.entries(comparisons))
    yield* context.kept(`contradicting ${name}`, () => compare(postmortem, facts, context));
}

interface Window {
  readonly minutes: number;
  readonly en: string;
  readonly zh: string;
}

const nameOf = (incident: Incident, key: MomentKey): string => incident.moments.get(key)?.name ?? key;

/** How long the incident was, by front matter. */
function windows(incident: Incident): Window[] {
  return (['mitigated', 'resolved'] as const).flatMap((key) => {
    const minutes = minutesBetween(incident, 'began', key);
    const [from, to] = [nameOf(incident, 'began'), nameOf(incident, key)];
    return minutes === undefined || minutes <= 0
      ? []
      : [{ minutes, en: `front matter says from “${from}” to “${to}”`, zh: `文件开头的 ${from} 到 ${to}` }];
  });
}

/** What else a length may be: from the makeshift to the repair, or a stretch of the text. */
function otherSpans({ incident, timed }: DocumentFacts): readonly number[] {
  const repair = minutesBetween(incident, 'mitigated', 'resolved') ?? 0;
  const told = timed.flatMap(({ block, stretches }) =>
    elsewhere.has(block.section?.kind ?? '') ? [] : stretches.map(({ minutes }) => minutes),
  );
  return [repair, ...told.slice(0, 200)].filter((minutes) => minutes > 0);
}

const agrees = (a: Duration, b: Duration): boolean => a.least <= b.most && b.least <= a.most;

function lengthProblem(timed: TimedBlock, { duration }: LengthClaim, truth: Window): Problem {
  const words = timed.text.slice(duration.start, duration.end);
  const long = spoken(truth.minutes);
  return {
    at: placeIn(timed.block, duration),
    say: {
      en: `“${words}” does not agree with what ${truth.en}: ${long.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}（${long.zh}）不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Durations against the stretch in their sentence, front matter, the first stretch of the explanation, or each other. */
function* lengths(facts: DocumentFacts): Generator<Problem> {
  const { incident, timed } = facts;
  const known = windows(incident);
  const others = known.length > 0 ? otherSpans(facts) : [];
  const main = known.length === 0 ? mainStretch(timed) : undefined;
  let first: { readonly timed: TimedBlock; readonly claim: LengthClaim } | undefined;
  for (const each of timed) {
    if (elsewhere.has(each.block.section?.kind ?? '')) continue;
    for (const claim of each.lengths) {
      const { duration, strength, stretch } = claim;
      if (stretch) {
        if (!canMean(duration, stretch.minutes)) {
          const words = each.text.slice(stretch.start, stretch.end);
          const said = {
            minutes: stretch.minutes,
            en: `“${words}” beside it says`,
            zh: `旁边的“${words}”`,
          };
          yield lengthProblem(each, claim, said);
        }
        continue;
      }
      if (strength === 'stretch' || (strength === 'effect' && !isOverall(each.block))) continue;
      if (known.length > 0) {
        const [truth] = known;
        const fits = [...known.map(({ minutes }) => minutes), ...others].some((minutes) => canMean(duration, minutes));
        if (truth && !fits) yield lengthProblem(each, claim, truth);
      } else if (main) {
        if (!canMean(duration, main.minutes) && each.block.audience === main.timed.block.audience) {
          const words = main.timed.text.slice(main.stretch.start, main.stretch.end);
          yield lengthProblem(each, claim, { minutes: main.minutes, en: `“${words}” says`, zh: `“${words}”` });
        }
      } else if (strength === 'incident') {
        if (first && !agrees(first.claim.duration, duration)) {
          const words = first.timed.text.slice(first.claim.duration.start, first.claim.duration.end);
          const said = {
            minutes: first.claim.duration.minutes,
            en: `“${words}” says elsewhere`,
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
function mainStretch(
  timed: readonly TimedBlock[],
): { readonly timed: TimedBlock; readonly stretch: Stretch; readonly minutes: number } | undefined {
  const found = timed.flatMap((each) =>
    isOverall(each.block) ? each.stretches.map((stretch) => ({ timed: each, stretch, minutes: stretch.minutes })) : [],
  );
  const [one] = found;
  return one && found.every(({ minutes }) => minutes === one.minutes) ? one : undefined;
}

const brief =
  /\b(?:brief|short|momentary|fleeting|short-lived)(?: and \w+)? (?:\w+ )?(?:slow-?down|interruption|outage|disruption|delay|hiccup|glitch|blip|dip|pause|degradation)\b|(?:短暂|短时|瞬时|片刻)的?(?:服务)?(?:中断|卡顿|变慢|缓慢|波动|抖动|异常|故障|延迟|停顿)/iu;
/** Nobody who waited for this long calls it brief. Minutes. */
const notBrief = 60;

/** "From 6:30 to 10:30, there was a brief slowdown": a word for minutes beside hours. */
function* briefness({ timed }: DocumentFacts): Generator<Problem> {
  for (const each of timed) {
    if (each.block.audience !== 'customer') continue;
    const [stretch] = each.stretches;
    const found = stretch && brief.exec(each.text.slice(stretch.end));
    if (!stretch || !found || each.stretches.length > 1 || stretch.minutes < notBrief) continue;
    // Only in the same clause or the next: what comes later may be about a single step.
    const start = stretch.end + found.index;
    if (
      /[.!?。！？;；]\s|[。！？；]|\b(?:with|at|when|after|followed|only|twice|another)\b|(?:期间|其中|另|后)/iu.test(
        each.text.slice(stretch.end, start),
      )
    )
      continue;
    const words = each.text.slice(stretch.start, stretch.end);
    const said = each.text.slice(start, start + found[0].length);
    const long = spoken(stretch.minutes);
    yield {
      at: placeIn(each.block, { start, end: start + found[0].length }),
      say: {
        en: `“${said}”, but “${words}” beside it is ${long.en}. Say how long it was and leave the judgement to those who waited.`,
        zh: `这里说“${said}”，旁边的“${words}”却是${long.zh}。请写明时长，是否短暂由客户判断。`,
      },
    };
  }
}

/** The first stretch of the acknowledgement against began, mitigated and resolved, where one of its ends agrees. */
function* bounds({ incident, timed, zones }: DocumentFacts): Generator<Problem> {
  const began = incident.moments.get('began');
  const ends = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  if (!began?.time || ends.length === 0) return;
  for (const each of timed) {
    const [stretch] = each.stretches;
    // In a letter the sentence that names the day is the one about the whole.
    const isWhole = isOverall(each.block) || (each.block.audience === 'customer' && stretch?.fromDay !== undefined);
    if (!stretch || !isWhole || each.block.block.kind === 'heading') continue;
    const zone = stretch.to.zone ?? stretch.from.zone ?? zones.of(each, stretch.to);
    const start = shownIn(began, incident, zone);
    const stops = ends.flatMap((end) => shownIn(end, incident, zone) ?? []);
    if (start === undefined || stops.length === 0) return;
    const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;
    const startsRight = near(stretch.from.minutes, start);
    const endsRight = stops.some((stop) => near(stretch.to.minutes, stop));
    if (startsRight === endsRight) {
      if (startsRight) return;
      continue;
    }
    const wrong = startsRight ? stretch.to : stretch.from;
    const words = each.text.slice(wrong.start, wrong.end);
    const key = nameOf(incident, startsRight ? (ends[0]?.key ?? 'resolved') : 'began');
    const truth = clock(startsRight ? (stops[0] ?? 0) : start);
    yield {
      at: placeIn(each.block, wrong),
      say: {
        en: `“${words}” does not agree with “${key}” in front matter, ${truth}. Find out which is right and correct the other; customers who compare them believe neither.`,
        zh: `“${words}”与文件开头的 ${key}（${truth}）不一致。请核实并改正，否则客户两个都不会相信。`,
      },
    };
    return;
  }
}

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
function* days(postmortem: Postmortem, { incident, timed }: DocumentFacts): Generator<Problem> {
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
      en: `The next message is announced for “${words}”, before the incident was over: “${last.name}” in front matter is ${last.text}. Correct the date; a promise that cannot be kept is read as carelessness.`,
      zh: `下一次消息写的是“${words}”，早于事件结束的时间（文件开头的 ${last.name}：${last.text}）。请更正日期：无法兑现的承诺会让客户觉得敷衍。`,
    },
  };
}

function dayProblem(each: TimedBlock, day: CalendarDay, moment: IncidentMoment): Problem {
  const words = each.text.slice(day.start, day.end);
  return {
    at: placeIn(each.block, day),
    say: {
      en: `“${words}” does not agree with “${moment.name}” in front matter, ${moment.text}. Find out which is right and correct the other.`,
      zh: `“${words}”与文件开头的 ${moment.name}（${moment.text}）不一致。请核实并改正。`,
    },
  };
}

const digits = (value: number): string => [...String(value)].sort().join('');
/** Whether one number looks like a slip for the other, rather than a count of something else. */
const isSlip = (a: number, b: number): boolean =>
  a !== b && ((a > b * 0.8 && a < b * 1.25) || (a > 99 && digits(a) === digits(b)));

const isPeople = (noun: string | undefined): boolean =>
  noun === undefined || /^(?:customer|user|client|account|客户|用户|账户)$/.test(noun);

interface PlacedCount {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly count: AffectedCount;
}

/** How many were affected, against front matter and against the first place that says it. */
function* counts(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
  const { affected } = postmortem.frontMatter.values;
  const total = affected ? affectedTotal(affected) : undefined;
  const firsts = new Map<string, PlacedCount>();
  const found = context.facts('affected', ({ text, section }) => {
    const counts = elsewhere.has(section?.kind ?? '') ? [] : affectedCounts(text);
    return counts.length > 0 ? { text, counts } : undefined;
  });
  for (const { block, value: said } of found) {
    for (const count of said.counts) {
      const { value, isShare, noun, least, most } = count;
      const here: PlacedCount = { block, text: said.text, count };
      if (total) {
        const truths = isShare ? total.shares : total.values;
        const isSame = total.noun === noun || (isPeople(total.noun) && isPeople(noun));
        if (truths.length === 0 || (!isShare && !isSame)) continue;
        const fits = truths.some((truth) => (isShare ? Math.abs(truth - value) <= 1 : truth >= least && truth <= most));
        const [truth = 0] = truths;
        const isWrong = isShare
          ? block.section?.kind === 'acknowledgement'
          : truths.some((each) => isSlip(value, each));
        if (!fits && isWrong)
          yield countProblem(here, {
            en: `“affected” in front matter, ${affected}`,
            zh: `文件开头的 affected（${affected}）`,
          });
        if (!fits && !isWrong && truth === 0) continue;
        continue;
      }
      if (isShare) continue;
      const first = firsts.get(noun ?? '');
      if (!first) firsts.set(noun ?? '', here);
      else if (
        (first.count.value < least || first.count.value > most) &&
        isSlip(value, first.count.value) &&
        !(value >= first.count.least && value <= first.count.most)
      ) {
        const words = first.text.slice(first.count.start, first.count.end);
        yield countProblem(here, { en: `“${words}” elsewhere in this document`, zh: `文中别处的“${words}”` });
      }
    }
  }
}

function countProblem(
  { block, text, count }: PlacedCount,
  truth: { readonly en: string; readonly zh: string },
): Problem {
  const words = text.slice(count.start, count.end);
  return {
    at: placeIn(block, count),
    say: {
      en: `“${words}” does not agree with ${truth.en}. Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}不一致。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}

/** Front matter whose own times cannot all be right. */
function* order(incident: Incident): Generator<Problem> {
  const began = incident.moments.get('began');
  if (!began) return;
  for (const key of ['detected', 'mitigated', 'resolved'] as const) {
    const end = incident.moments.get(key);
    if (!end || end.instant >= (end.time ? began.instant : instantOf(began.day, undefined, incident.zone))) continue;
    yield {
      at: end.at,
      say: {
        en: `“${end.name}” is ${end.text}, before “${began.name}”, ${began.text}. One of the two is wrong, and every length of time in the text hangs on them.`,
        zh: `${end.name}（${end.text}）早于 ${began.name}（${began.text}）。其中必有一个写错了，文中的时长都以它们为准。`,
      },
    };
  }
}
