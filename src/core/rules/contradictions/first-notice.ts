import { type CalendarDay, type ClockTime, type Moment, mayShow } from '../../document/clock.js';
import type { IncidentMoment } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Zone } from '../../document/zone.js';
import { fold } from '../../language/fold.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { sentenceAround, shownIn } from './common.js';
import { isRowTime, type KnownFacts } from './known.js';
import { firstNotice, notFirst, tellsFirst } from './notice-words.js';
import { fits, timeProblem, waitProblem } from './problems.js';

/** "At 8:18 the desk reported it, and 22 minutes later we …": the notice has no time of its own. */
const waitsBehind =
  /(?:分钟|小时|[刻])(?:之?后|以后)|\b(?:minutes?|hours?|half an hour) (?:later|after that|afterwards)\b/i;

/** The times that a block gives for the first notice: the one before its words, or the one after "at". */
function noticeTimes(moments: readonly Moment[], prose: string): readonly ClockTime[] {
  const text = fold(prose);
  const all = moments.filter((moment): moment is ClockTime => moment.kind === 'time');
  // "16:00 (09:00)": the same minute on another clock, and either may be the one of front matter.
  const isBeside = ({ start }: ClockTime): boolean => /\d\s?[(（]\s?$/.test(text.slice(Math.max(0, start - 4), start));
  const times = all.filter((time) => !isBeside(time));
  const chosen = times.filter((time) => {
    const { start, words } = sentenceAround(text, time.start);
    if (notFirst.test(words)) return false;
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
}

function noticesIn({ block, text, moments }: TimedBlock): readonly NoticeTime[] | undefined {
  if (block.section?.kind === 'faq') return undefined;
  const found = noticeTimes(moments, text).map((time): NoticeTime => {
    const { start } = sentenceAround(text, time.start);
    const day = moments.findLast(
      (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= start && moment.end <= time.start,
    );
    return { time, words: text.slice(time.start, time.end), beside: zoneBeside(text, time, moments), day };
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
      if (shown !== undefined && isOnDay(each.day, notified)) told.push({ ...each, block, shown, zone });
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

/** What a wait is counted from, as the words behind "after" or before "后" say: the beginning, when it was noticed, something else. */
const anchors = {
  began:
    /\b(?:began|begun|beg[iu]nning|start(?:ed)?|onset|outage|incident|failure|fault|breakdown|it (?:all )?happened|first (?:hold|error|failure|case|call|fault|payment|order)|went (?:down|dark|wrong)|failed|stopped|broke)\b|(?:故障|中断|事故|事件|问题|异常|断|停|出错|出事)[^，。；]{0,4}(?:发生|开始|出现)?|(?:发生|开始|出现|出事)/i,
  detected:
    /\b(?:noticed|saw|detected|found|discovered|alarm|alert|knew|aware|identified)\b|发现|察觉|告警|报警|得知|知道/i,
} as const;
type Anchor = keyof typeof anchors | 'any' | 'other';

/** "25 minutes later", "25分钟后": from whatever the reader takes as the beginning. */
const isBare = (words: string): boolean => !/[a-z]{3,}|[\u3400-\u9fff]{2,}/i.test(words);

/** The wait of something else, or one that goes on from another: "we noticed after twelve minutes", "又过了十九分钟". */
const ofOther =
  /\b(?:noticed|saw|detected|found|discovered|knew|reacted|responded|alarm\w*|alert\w*)\b[^,.;]{0,24}\bafter\s*$|(?:又|再|接着)(?:过|等|隔|花|用)?了?\s*$/i;

function anchorOf(before: string, behind: string): Anchor | undefined {
  if (ofOther.test(before) || /^\s*(?:之?后|以后)的(?!首|第一)/u.test(behind)) return 'other';
  const than = /比(?<what>[^，。；]{1,12}?)(?:整整|足足|还)?(?:晚|迟)了?\s*$/u.exec(before)?.groups?.what;
  if (than !== undefined)
    return anchors.detected.test(than) ? 'detected' : anchors.began.test(than) ? 'began' : 'other';
  // English names it behind "after"; "25 minutes in" and "it took 25 minutes" count from the beginning.
  const after = /^\s+(?:after|from|of)\s+(?<what>[^,.;]{0,60})/i.exec(behind)?.groups?.what;
  if (after !== undefined)
    return anchors.detected.test(after) ? 'detected' : anchors.began.test(after) ? 'began' : 'other';
  if (
    /^\s+(?:into\b|in\b|late\b|had (?:passed|gone by)|passed|went by|before (?:we|you|anyone|the first))/i.test(behind)
  )
    return 'began';
  if (/^\s+(?:later|after(?:wards)?\b)/i.test(behind)) return 'any';
  if (
    /(?:\btook (?:us )?(?:\w+ )?|\bwaited|\bleft you (?:\w+ ){0,4}for|\bin the dark for|\bsilent for|\bonly after|\bafter)\s*(?:about\s|around\s|nearly\s|almost\s)?$/i.test(
      before,
    )
  )
    return /\bafter\s*(?:\w+\s)?$/i.test(before) ? 'any' : 'began';
  // Chinese names it before the length.
  if (/^\s*(?:之?后|才|过去|以后)/u.test(behind)) {
    const what =
      /[^，。；,;]*$/u.exec(before)?.[0].replace(/(?:距|离|在|自|从|直到|到|我们|约|大约|的|了|已)/gu, '') ?? '';
    if (isBare(what)) return 'any';
    return anchors.detected.test(what) ? 'detected' : anchors.began.test(what) ? 'began' : 'other';
  }
  return /(?:过了|晚了|迟了|等了|隔了|拖了|用了|迟到|晚)\s*(?:约|大约|整整|足足|近)?$/u.test(before)
    ? 'began'
    : undefined;
}

/** The lengths of time for which a block says that customers waited for the first notice. */
function waitsFor({ durations, text: prose, moments }: TimedBlock) {
  const text = fold(prose);
  const found = durations.flatMap((duration) => {
    const { start, words } = sentenceAround(text, duration.start);
    if (
      !firstNotice.test(words) ||
      notFirst.test(words) ||
      /\b(?:sooner|before that|next|every|(?<!\b(?:wrote|told|informed|notified|e-?mailed|emailed|texted|messaged)\b[^.;]{0,40})within|should|slower|instead|from now on|promise)\b|每|本应|以内|以后|今后|承诺|之内/i.test(
        words,
      )
    )
      return [];
    // "Noticed at 14:20, told at 14:50, 30 minutes later" counts from the time beside it.
    const isBetween =
      moments.filter(({ kind, start: at }) => kind === 'time' && at >= start && at < start + words.length).length > 1;
    if (isBetween) return [];
    const behind = text.slice(duration.end, start + words.length);
    const before = text
      .slice(start, duration.start)
      .replace(/(?:\b(?:about|around|nearly|almost|only|just|over|some)|约|大约|近|将近|足足|整整)\s*$/i, '');
    // "Within four hours of discovering it": at most so long.
    const isMost = /\bwithin\s*$/i.test(before);
    const anchor =
      isMost && /^\s+(?:of|after|from)\b/i.test(behind)
        ? (anchorOf(before, behind) ?? 'any')
        : anchorOf(before, behind);
    const said = prose.slice(duration.start, duration.end);
    const length = isMost ? { ...duration, least: 0 } : duration;
    return anchor && anchor !== 'other' && (!isMost || /^\s+(?:of|after|from)\b/i.test(behind))
      ? [{ duration: length, words: said, anchor }]
      : [];
  });
  return found.length > 0 ? found : undefined;
}

/** "26 minutes after it began, we put up the first notice": how long customers waited for it. */
export function* delays({ incident }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const notified = incident.moments.get('notified');
  const [began] = (['began', 'detected'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  if (!notified?.time || !began?.time) return;
  const detected = incident.moments.get('detected') ?? began;
  const starts = { began: [began], detected: [began, detected], any: [...incident.moments.values()] } as const;
  for (const { block, value } of timeFacts(context, 'waits', waitsFor))
    for (const wait of value)
      if (!fits(wait.duration, starts[wait.anchor], notified)) yield waitProblem(block, wait, began, notified);
}
