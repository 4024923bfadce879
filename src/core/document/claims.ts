import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { type CalendarDay, type ClockTime, type Moment, readMoments } from './clock.js';
import { type Duration, readDurations } from './duration.js';
import { type ToldStrength, toldStrength } from './told-lengths.js';

/** A stretch of time from one clock time to another: "from 14:05 to 15:20". Offsets in the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly fromDay: CalendarDay | undefined;
  readonly toDay: CalendarDay | undefined;
  /** Length in minutes; over midnight where the end reads earlier than the beginning. */
  readonly minutes: number;
  /** Minutes by which it may be longer or shorter, where its ends are not written to the minute. */
  readonly slack: number;
}

/** How a text says that a duration is the length of the incident. */
export type LengthStrength =
  /** "the outage lasted 45 minutes", "历时45分钟". */
  | 'incident'
  /** "The outage was over in under an hour", "不到一小时就恢复": from the beginning, or from when it was noticed, to the end. */
  | 'over'
  /** "unavailable for 45 minutes": of the whole, unless a narrower subject is meant. */
  | 'effect'
  /** "from 14:05 to 15:20, that is 45 minutes". */
  | 'stretch'
  | ToldStrength;

export interface LengthClaim {
  readonly duration: Duration;
  readonly strength: LengthStrength;
  /** What its whole sentence says of it, where the words beside it say it less clearly. */
  readonly told: ToldStrength | undefined;
  /** The stretch in the same sentence. */
  readonly stretch: Stretch | undefined;
  /** A day that its sentence names: it may be of another incident. */
  readonly day: CalendarDay | undefined;
}

/** What a block says about time. */
export interface TimeClaims {
  readonly moments: readonly Moment[];
  readonly durations: readonly Duration[];
  readonly stretches: readonly Stretch[];
  readonly lengths: readonly LengthClaim[];
}

const none: TimeClaims = { moments: [], durations: [], stretches: [], lengths: [] };

const joins =
  /^\s*(?:\([^)]*\)|（[^）]*）)?\s*(?:,?\s*(?:on|of)\s*)?(?:to|until|till|through|up to|-|–|—|~|～|至|到|直到|直至|and|→)\s*(?:about|around|approximately|约|大约)?\s*$/i;

/** The sentences of a text, as spans. */
function* sentences(text: string): Generator<Span> {
  let start = 0;
  for (const match of matchesIn(text, /[。！？!?；]|\.(?=\s+[^a-z]|\s*$)/g)) {
    // "2 p.m. UTC" and "approx. 5" go on.
    if (match[0] === '.' && /(?:\b[ap]\.m|\bapprox|\bca|\bno|\be\.g|\bi\.e)$/i.test(text.slice(start, match.index)))
      continue;
    yield { start, end: match.index + 1 };
    start = match.index + 1;
  }
  if (start < text.length) yield { start, end: text.length };
}

function dayNumber(day: CalendarDay): number {
  return Date.UTC(day.year ?? 2024, day.month - 1, day.day) / 86_400_000;
}

const anyHalf = /凌晨|清晨|早|上午|中午|下午|傍晚|晚|夜|[aApP]\.?[mM]/;

const isEither = ({ loose }: ClockTime): boolean => loose?.isEither === true;
/** Whether the words say that it is after noon: "4:40 pm", not "16:40". */
const isLate = (time: ClockTime, words: string): boolean =>
  time.minutes >= 720 && !isEither(time) && !/^(?:1[2-9]|2\d)/.test(words);
const later = (time: ClockTime): ClockTime => ({ ...time, minutes: time.minutes + 720 });

/**
 * "下午2点05分至7点15分", "3:20 to 5:15 p.m.", "from 14:10 until a quarter past four": the time that does not name its half
 * of the day is of the same as the other, where it then comes before or behind that.
 */
function halves(text: string, from: ClockTime, to: ClockTime): readonly [ClockTime, ClockTime] {
  const [first, second] = [from, to].map(({ start, end }) => text.slice(start, end)) as [string, string];
  const isOpen = (time: ClockTime, words: string): boolean => time.minutes < 720 && !anyHalf.test(words);
  if (isOpen(to, second) && (isLate(from, first) || (isEither(to) && from.minutes >= 720)))
    return [from, to.minutes + 720 > from.minutes ? later(to) : to];
  if (isOpen(from, first) && (isLate(to, second) || (isEither(from) && !isEither(to))))
    return [from.minutes + 720 < to.minutes ? later(from) : from, to];
  return [from, to];
}

/** How far the ends of a stretch are from what they say. */
const slackOf = (...times: readonly ClockTime[]): number =>
  times.reduce((sum, { loose }) => sum + Math.max(loose?.early ?? 0, loose?.late ?? 0), 0);

/** Minutes by which the clock of the first time is ahead of that of the second: "02:30 CEST" and "04:15 CET". */
const clockShift = ({ zone: from }: ClockTime, { zone: to }: ClockTime): number =>
  from?.offset !== undefined && to?.offset !== undefined ? to.offset - from.offset : 0;

/** Minutes from one time to another; of two that name no half of the day the shorter way round the face. */
function between(from: ClockTime, to: ClockTime, days: number): number {
  const raw = to.minutes - from.minutes - clockShift(from, to) + days * 1440;
  if (raw >= 0 || days !== 0) return raw;
  return isEither(from) && isEither(to) ? raw + 720 : raw + 1440;
}

/** The stretches of a text: neighbouring times with "to", a dash and the like between them. */
export function stretchesIn(text: string, moments: readonly Moment[]): Stretch[] {
  const found: Stretch[] = [];
  let day: CalendarDay | undefined;
  let toDay: CalendarDay | undefined;
  let from: ClockTime | undefined;
  let fromDay: CalendarDay | undefined;
  for (const moment of moments) {
    if (moment.kind === 'zone') continue;
    if (moment.kind === 'date') {
      toDay = from ? moment : undefined;
      day = moment;
      continue;
    }
    if (from) {
      // A day may stand between the two: "from 23:10 on 3 March to 01:15 on 4 March", "… to 4 March, 01:15".
      const words = toDay
        ? text.slice(from.end, toDay.start) + text.slice(toDay.end, moment.start)
        : text.slice(from.end, moment.start);
      const plain = words.replace(from.zone?.name ?? '\0', '').replace(/[,，\s]+$/u, ' ');
      const isBetween = /\bbetween\b[^.]{0,40}$/i.test(text.slice(0, from.start));
      if (joins.test(plain) && (isBetween || !/\band\s*$/i.test(plain))) {
        const isNextDay = /次日|第二天|翌日|next day/i.test(words);
        const days = toDay && fromDay ? dayNumber(toDay) - dayNumber(fromDay) : isNextDay ? 1 : 0;
        const [first, last] = halves(text, from, moment);
        const minutes = between(first, last, days);
        found.push({
          start: from.start,
          end: moment.end,
          from: first,
          to: last,
          fromDay,
          toDay: toDay ?? fromDay,
          minutes,
          slack: slackOf(first, last),
        });
        from = undefined;
        toDay = undefined;
        continue;
      }
    }
    from = moment;
    fromDay = day;
    toDay = undefined;
  }
  return found;
}

/** What a sentence begins or ends with at a time: "starting at 10:10, … until 12:30", "10:10起……到12:30才停". */
const opens = {
  before:
    /\b(?:from|since|(?:begin(?:s|ning)?|began|start(?:s|ed|ing)?)(?: \w+){0,3}(?: at)?)\s+(?:about\s|around\s)?$|(?:从|自|始于)\s*$/i,
  behind:
    /^\s*(?:[(（][^)）]{0,20}[)）])?\s*(?:起|开始|[，,]?[^，。；,;\d]{0,10}(?:中断|断[网电水线]|瘫痪|停[电水机服运摆]|无法|不能|打不开|宕机|出现故障|发生故障|失灵|掉线))/u,
};
const closes = {
  before:
    /\b(?:until|till|ended(?: only)?(?: at)?|over(?: only)? (?:at|by)|back (?:only )?(?:at|by)|(?:restored|stopped|lasted until) (?:only )?(?:at|by))\s+(?:about\s|around\s)?$|(?:到|至|直到|直至)\s*$/i,
  behind:
    /^\s*(?:[(（][^)）]{0,20}[)）])?\s*(?:才|结束|停止|为止|[，,]?(?:[^，。；,;\d]{0,6}(?:全部|完全|陆续|基本|已经|重新)?)?(?:恢复|复通|修复|通[电水网]))/u,
};

/** A beginning and an end in one sentence that words part: the two times that the sentence names, and no others before. */
function partedStretch(text: string, from: number, to: number, moments: readonly Moment[]): Stretch | undefined {
  const own = moments.filter((moment) => moment.start >= from && moment.end <= to);
  const times = own.filter((moment): moment is ClockTime => moment.kind === 'time');
  const [earlier, latest] = times;
  if (!earlier || !latest) return undefined;
  const [first, last] = halves(text, earlier, latest);
  const isAt = ({ start, end }: ClockTime, marks: { before: RegExp; behind: RegExp }): boolean =>
    marks.before.test(text.slice(Math.max(from, start - 30), start)) || marks.behind.test(text.slice(end, end + 24));
  if (!isAt(first, opens) || !isAt(last, closes)) return undefined;
  const days = own.filter((moment): moment is CalendarDay => moment.kind === 'date');
  const fromDay = days.findLast(({ end }) => end <= first.start);
  const middle = days.find(({ start, end }) => start > first.end && end <= last.start);
  const apart =
    middle && fromDay
      ? dayNumber(middle) - dayNumber(fromDay)
      : /次日|第二天|翌日|next (?:day|morning)/i.test(text.slice(first.end, last.start))
        ? 1
        : 0;
  const minutes = between(first, last, apart);
  if (minutes < 0) return undefined;
  const toDay = middle ?? fromDay;
  return {
    start: first.start,
    end: last.end,
    from: first,
    to: last,
    fromDay,
    toDay,
    minutes,
    slack: slackOf(first, last),
  };
}

/** Who or what lasted: "the failures lasted", "删除持续了". */
const lasts =
  /\b(?<subject>[a-z]{4,}) (?:thus |therefore |in all |altogether )?(?:lasted|went on|continued)(?: for)?(?: a total of)?\s*$|(?<zhSubject>[\u3400-\u9fff]{0,4}?)(?:共|一共|总共|前后|整整)?(?:持续|历时|延续)(?:了|达|长达|约|共)*\s*$/i;

/** Whether what lasted is what the words of the stretch are about, or is not named at all. */
function isOfStretch(before: string, words: string): boolean {
  const match = lasts.exec(before);
  if (!match) return false;
  const { subject, zhSubject } = match.groups ?? {};
  if (subject !== undefined) return words.toLowerCase().includes(subject.toLowerCase().slice(0, 4));
  return (
    !zhSubject ||
    [...zhSubject].some((character) => !/[的了也都又就才还]/u.test(character) && words.includes(character))
  );
}

const incidentBefore =
  /(?:\b(?:fault|bug|defect|error|mistake|change|version|release|setting|leak|flaw) (?:was|were|had been|has been|stayed|remained) (?:\w+ )?(?:live|active|in effect|in place|in force|online|in use)(?: for)?|\b(?:it|this|things) (?:stayed|remained) (?:that way|this way|so|like that|like this|down) for|(?:outage|incident|interruption|disruption|downtime|unavailability|failure|problem|fault|breakdown|stoppage|closure|suspension|episode|crash|trouble|whole thing|\bit|\bthis)\b[^.;。]{0,24}\b(?:lasted|lasting|went on|continued)(?:\s+for)?(?:\s+a total of)?|^\W*(?:total )?(?:duration|downtime|length of the (?:outage|incident))(?:\s+of the (?:outage|incident))?\s*(?:[:：|]|was|is|of)*|(?:故障|中断|事件|事故|影响|停机|宕机|停服|停用|问题|异常|整个过程|全过程|全程|(?<![\u3400-\u9fff])前后)[^，。；]{0,8}(?:持续|历时|长达|用了|花了)[^，。；\d]{0,4}|^\W*(?:故障|中断|影响|停机|总)?(?:持续)?(?:时长|历时|持续时间)\s*(?:[:：|]|为|是)*|，\s*(?:共|总共|一共)?(?:历时|持续)(?:时间)?(?:了|为|共)?)\s*$/i;
const incidentBehind =
  /^(?:[ -]long)?[ -](?:of (?:[\w-]+ )?)?(?:(?:complete|full|total|service|power|network|system) )?(?:outage|interruption|disruption|downtime|unavailability|blackout|stoppage|standstill|breakdown|shutdown|closure)\b|^的?(?:服务|系统|全面|全网|整个|大面积|意外)*(?:中断|停机|宕机|停摆|瘫痪|停服|停电|停运|断网|断线|故障(?![盘机码点率硬设节磁])|不可用|停用)/i;
/** "The disruption was over in", "everything was back within". */
const overBefore =
  /\b(?:outage|incident|interruption|disruption|downtime|failure|problem|fault|breakdown|stoppage|trouble|(?:whole|entire) (?:thing|episode|affair|event)|services?|everything)\b[^.,;:。]{0,24}?\b(?:was|were|is|had been|has been)\s+(?:\w+\s)?(?:over|fixed|resolved|repaired|mended|cleared|solved|ended|finished|dealt with|put right|back(?: to normal)?|restored|running|working|up)\s+(?:again\s+)?(?:in|within|after)\s*$/i;
const zhOverBefore =
  /(?:整[起个件场次]|全部|本次|这次|此次)?(?:故障|中断|事件|事故|影响|停机|宕机|异常|问题|过程|事情)(?:前后|总共|一共|全程|总计|从头到尾)+(?:也|只|就|才|仅|加起来)*(?:是|有|用|用了)?\s*$/u;
const zhOverBehind =
  /^(?:时间)?(?:之?内|以内)?(?:就|便|即|已)(?:已经?|全面|全部|完全|基本|彻底|恢复|得到|被|告)*(?:恢复|修复|解决|结束|排除|平息)(?!了?(?:大部分|部分|一部分|一半))/u;
const zhOverSubject =
  /(?:^|[，。；：:,;])(?:但|不过|好在|所幸|幸好|而|整[起个件场次]|全部|本次|这次|此次|这场)*(?:故障|中断|事件|事故|服务|系统|一切|问题)?(?:在|只用|仅用|用|只花|前后|总共|一共)*了?\s*$/u;
/** "The 40 minutes your folders were away", "those two hours in which nobody could log in". */
const awayBefore = /\b(?:the|those|these|all|entire|whole|full)\s*$/i;
const awayBehind =
  /^(?: long)? without (?:any )?(?:[a-z]+ ){0,2}?(?:service|calls?|power|electricity|water|heating|heat|gas|access|internet|signal|phones?|telephones?|connections?|network|orders|payments|card payments|e-?mails?|mail|trains|messages|deliveries|bookings|results|images|login|logins|sign-in|coverage|broadband|television|tickets|readings)\b|^(?: long)?,? (?:(?:that|in which|when|during which|for which|while|where)\s+)?(?:you|your|our|the|no|nobody|none|we|it|they|everything|nothing|customers|[\w-]+s)\b[^.;,!?]{0,48}?\b(?:away|down|offline|unavailable|unreachable|inaccessible|gone|dark|closed|shut|stopped|frozen|silent|broken|could not|couldn['’]t|cannot|unable|did not (?:work|open|load|run)|didn['’]t (?:work|open|load|run)|stood still|out of (?:service|action))\b/i;
const effectBefore =
  /(?:\b(?:was|were|been|is|are|remained|stayed|went|stood)\s+(?:\w+\s+)?(?:down|unavailable|offline|unreachable|inaccessible|out of (?:service|action|order)|not (?:available|reachable|working)|interrupted|closed|shut|dark|silent|dead|still|idle|without (?:\w+ ){1,2}|stuck|at a standstill|halted)\b[^.;]{0,30}\bfor|\b(?:stopped|failed|(?:did not|didn['’]t) (?:work|run|open|load|start|ring|move|arrive))\b[^.;]{0,20}\bfor|\blost (?:power|access|contact|connection|signal|heating|water)\b[^.;]{0,30}\bfor|\b(?:could not|couldn['’]t|unable to|cannot)\b[^.;]{0,80}\bfor|无法[^，。；]{0,16}(?:长达|达|持续)?|(?:中断|不可用|停机|宕机|停摆|瘫痪|停服|停了|断了|停运|停止|停电|停水|断网|断电|停工|停产|停转|关停)(?:了|达|长达)?)\s*$/i;
/** Said of all of it, whatever else stands in the sentence. */
const wholeThing =
  /\b(?:whole|entire) (?:incident|outage|thing|episode|affair|disruption|interruption)\b[^.;。]{0,12}$|(?:整个|全部|全过程)[^，。；]{0,8}$/i;
/** "从11:20算起，约一小时十五分钟后，功能全面恢复". */
const zhAllBack = /^(?:之?后)[，,]?[^，。；]{0,12}(?:全面|全部|完全|彻底)(?:恢复|修复)/u;
/** "All told the game was closed for three hours": of the whole. */
const wholeBefore = /^\W*(?:all told|all in all|in all|altogether|in total|taken together)\b/i;
const effectBehind = /^(?:内|里|期间)?[^，。；\d]{0,6}(?:无法|不能|不可用)/u;
/** "For an hour and three quarters, the checkout was out of order." */
const effectAfterFor =
  /^,?\s+(?:nothing (?:moved|worked|ran|went|came|left|arrived|happened)|(?:you|nobody|no one|none|(?:(?:the|our|your|all|every|no|most)\s)?(?:[\w-]+\s){0,3}?[\w-]+)\s(?:could not|couldn['’]t|cannot|could|(?:was|were) (?:unable|down|offline|unavailable|unreachable|closed|shut|dark|out of (?:order|action|service)|not (?:available|reachable)|at a standstill)|did not (?:work|run|open|load|ring)|stood still|stopped))\b/i;
const linkBehind =
  /^[\s)）]*[(（,，:：–—-]?\s*(?:(?:that is|that was|i\.e\.|a total of|for a total of|in total|lasting|for|so|or|about|around|approximately|即|共|共计|总共|一共|合计|历时|持续|长达|约|前后)\s*,?\s*)*$/i;
/** "存两小时，22:40至00:25的读数没有了": the stretch belongs to what stands behind it. */
const ofNoun = /^\s?(?:[(（][^)）]{1,8}[)）])?的/u;
const linkBefore = /^\s*(?:in total)?\s*[(（,，:：–—-]?\s*(?:from|between|自|从|即)?\s*(?:on\s*)?$/i;
/** What points back to a stretch: "in those 95 minutes", "在这三小时里". */
const backBefore =
  /\b(?:in|during|for|over|throughout|within) (?:all )?(?:those|these)\s*$|(?:在|整整)?(?:这|那)(?:段|整整)?\s*$/i;
/** Sums up the stretch of its sentence, wherever that stands. */
const sumBefore =
  /(?:[,，(（]\s*(?:共|总共|一共|共计|合计|前后|that is,?|in all|in total|(?:for )?a total of)|\btotal(?:l?ing)?)\s*$/i;
const sumBehind = /^\s*(?:in total|in all|altogether)\b/i;
/** What makes a duration one of something else. */
const other =
  /\b(?:previous|earlier|last (?:week|month|year|time)|another|each|every|at a time|on average|per|planned|expected|estimated|scheduled|maintenance|up to|SLA|within|backup|median|first|last|further|additional|extra|longer|next|that one|back then|in (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d)\b|上一?次|那一次|此前|之前的|平均|每次|预计|计划|第[一二三]次|另一|那次|去年|前年|上个?[月周]|上周|上学期|往年|曾|(?:19|20)\d\d年(?:\d{1,2}月)?(?![\d\s]*[\d日号])/i;

/** "有的晚了一个多小时", "some waited": of a part of them, whatever stretch stands beside it. */
const partly =
  /(?:有的|有些|个别|最[长久晚]|平均|每)[^，。；\d]{0,10}$|\b(?:some|a few|others|on average|each)\b[^,.;\d]{0,40}$/iu;

function lengthClaims(
  text: string,
  moments: readonly Moment[],
  stretches: readonly Stretch[],
  durations: readonly Duration[],
): LengthClaim[] {
  if (durations.length === 0) return [];
  const claims: LengthClaim[] = [];
  let last: Span | undefined;
  for (const sentence of sentences(text)) {
    const previous = last && text.slice(last.start, last.end);
    last = sentence;
    const asked = previous && /[?？]\s*$/.test(previous) ? previous : '';
    const within = <Part extends { start: number; end: number }>(parts: readonly Part[]): Part[] =>
      parts.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const own = within(durations);
    if (own.length === 0) continue;
    const words = text.slice(sentence.start, sentence.end);
    const inside = within(stretches);
    const parted = inside.length === 0 ? partedStretch(text, sentence.start, sentence.end, moments) : undefined;
    const stretch = inside.length === 1 ? inside[0] : parted;
    const day = within(moments).find((moment): moment is CalendarDay => moment.kind === 'date');
    for (const duration of own) {
      const before = text.slice(sentence.start, duration.start).replace(approximately, '');
      const behind = text.slice(duration.end, sentence.end);
      const ofAll = (): ToldStrength | undefined =>
        stretch || duration.minutes < 1
          ? undefined
          : toldStrength(words, duration.start - sentence.start, duration.end - sentence.start, asked);
      if (
        !zhAllBack.test(behind) &&
        // "The fault was live for 45 minutes before we saw it": that is how long.
        !(/\bfor\s*$/i.test(before) && /^\s*before we\b/i.test(behind) && incidentBefore.test(before)) &&
        /^\s*(?:later|earlier|before|after|ago|each|at a time|on average|more\b|longer\b)|^(?:后|前|之[前后])/i.test(
          behind,
        )
      ) {
        const told = ofAll();
        if (told) claims.push({ duration, strength: told, told, stretch, day });
        continue;
      }
      const isLinked =
        stretch !== undefined &&
        !partly.test(before) &&
        (sumBefore.test(before) ||
          sumBehind.test(behind) ||
          (duration.start >= stretch.end &&
            isOfStretch(
              before,
              text.slice(sentence.start, duration.start).slice(0, -(lasts.exec(before)?.[0].length ?? 0)),
            )) ||
          (duration.start >= stretch.end
            ? linkBehind.test(text.slice(zoneEnd(stretch), duration.start).replace(approximately, ''))
            : linkBefore.test(withoutDay(text.slice(duration.end, stretch.start), stretch)) &&
              !ofNoun.test(text.slice(stretch.end))));
      // "From 14:20 to 16:35 … In those 95 minutes": of the only stretch that the sentences before tell.
      const told = stretches.filter(({ end }) => end <= sentence.start);
      const [back] = told;
      if (
        back &&
        told.length === 1 &&
        inside.length === 0 &&
        backBefore.test(before) &&
        !durations.some(({ start }) => start > back.end && start < duration.start)
      ) {
        claims.push({ duration, strength: 'stretch', told: undefined, stretch: back, day });
        continue;
      }
      const isOver =
        (overBefore.test(before) && !/^\s+(?:of|from)\b/i.test(behind)) ||
        zhOverBefore.test(before) ||
        zhAllBack.test(behind) ||
        (zhOverSubject.test(before) && zhOverBehind.test(behind));
      const cue: LengthStrength | undefined = isLinked
        ? 'stretch'
        : other.test(isOver ? words.replace(/\bwithin\b/i, '') : words) && !wholeThing.test(before)
          ? undefined
          : isOver
            ? 'over'
            : incidentBefore.test(before) ||
                (wholeBefore.test(before) && effectBefore.test(before)) ||
                incidentBehind.test(behind) ||
                (awayBefore.test(before) && awayBehind.test(behind))
              ? 'incident'
              : effectBefore.test(before) ||
                  effectBehind.test(behind) ||
                  (/\bfor\s*$/i.test(before) && effectAfterFor.test(behind))
                ? 'effect'
                : undefined;
      const ofWhole = cue === undefined || cue === 'effect' ? ofAll() : undefined;
      const strength = cue ?? ofWhole;
      if (strength) claims.push({ duration, strength, told: ofWhole, stretch, day });
    }
  }
  return claims;
}

const approximately =
  /(?:about|around|approximately|roughly|nearly|almost|just (?:over|under)|(?:a little|slightly|well) (?:over|under)|more than|over|less than|under|at least|大约|约|近|将近|超过|不到|长达)\s*$/i;

/** Where a stretch ends with the zone that belongs to its last time. */
const zoneEnd = ({ end, to }: Stretch): number => end + (to.zone ? to.zone.name.length + 1 : 0);

/** The words between a duration and a stretch, without the day that the stretch begins on. */
function withoutDay(between: string, { fromDay }: Stretch): string {
  if (!fromDay) return between;
  const day = readMoments(between).find(({ kind }) => kind === 'date');
  return day ? between.slice(0, day.start) + between.slice(day.end).replace(/^[\s,，]+/, '') : between;
}

/** Reads what a text says about time: its moments, its stretches, and how long it says that the incident was. */
export function timeClaims(prose: string): TimeClaims {
  const moments = readMoments(prose);
  // "Twenty minutes to five" is a time.
  const durations = readDurations(prose).filter(
    ({ start, end }) => !moments.some((each) => each.kind === 'time' && each.start < end && start < each.end),
  );
  if (moments.length === 0 && durations.length === 0) return none;
  const text = fold(prose);
  const stretches = stretchesIn(text, moments);
  return { moments, durations, stretches, lengths: lengthClaims(text, moments, stretches, durations) };
}
