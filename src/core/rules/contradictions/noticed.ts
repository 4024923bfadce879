import { type CalendarDay, type ClockTime, type Moment, mayShow } from '../../document/clock.js';
import type { IncidentMoment, MomentKey } from '../../document/incident.js';
import { fold } from '../../language/fold.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { officeHours, sentenceAround, shownIn } from './common.js';
import { isRowTime, type KnownFacts } from './known.js';
import { timeProblem } from './problems.js';

/** What says that somebody of ours came to know of it: of it all, and not of its cause. */
const noticedBefore =
  /\b(?:bec[ao]me aware(?: of (?:it|this|the [a-z]+))?|(?:we|nobody|no one|engineers?|staff|team) (?:only |first )?noticed(?: (?:it|this|anything|the (?:problem|failure|fault|outage|error)))?|(?:we|engineers?|staff|team) first (?:knew|saw|learned|heard)(?: of (?:it|this))?|(?:were|was) (?:first )?alerted|alarms? (?:went off|rang|sounded|was raised|reached (?:us|our [a-z]+)))(?: only| not| but)?(?: at| until| around| about| by| only at| towards?)*(?: (?:shortly|just|soon) (?:after|before)| about| around)?\s$/i;
const noticedBehind =
  /^(?: [A-Z]{2,5})?,? (?:we|(?:our|an?|the) (?:[a-z-]+ ){0,3}?(?:alarms?|monitoring|engineers?|colleagues?|staff|guard|team|desk|alert|on-call)) (?:first |only |finally )?(?:became aware|noticed(?! (?:that )?(?:the )?(?:cause|reason|bug))|raised the alarm|went off|rang|sounded|fired|alerted)\b/i;
const zhNoticedBefore =
  /(?:发现(?:故障|问题|异常|此事|这一情况)|察觉|得知|报警|告警|接报)[^，。；\d]{0,4}(?:时间)?(?:是|为|于|在|已是|已经是)\s*(?:当[天晚日]|次日)?$/u;
const zhNoticedBehind =
  /^[，,]?(?:我们|值班(?:人员|工程师|员|同事|经理)?|监控(?:系统)?|运维(?:人员|团队|同事)?|系统|工程师)?(?:才|就|便)?(?:收到|触发|发出)?(?:发现(?:了)?(?:故障|问题|异常|情况|停|不对)|察觉|报警|告警|接到报警|接到告警)/u;

/** What says that it happened. */
const beganBehind =
  /^(?: [A-Z]{2,5}| \([^)]{1,20}\))?,? (?:[a-z0-9'’-]+ ){1,6}?(?:began to fail|failed|broke (?:down|off)|stopped|went (?:down|dark|offline|out|silent)|crashed|collapsed|tripped|came to a (?:halt|stop|standstill)|ceased)\b/i;
const zhBeganBehind =
  /^\s?(?:[（(][^）)]{1,10}[）)])?[，,]?[^，。；;\d]{1,16}?(?:停止|中断|停了|停运|停转|停机|宕机|瘫痪|跳闸|断开|失效|断电|停电|停水|停暖|发生故障|出现故障|崩溃)/u;
/** What says that all of it worked again. */
const restoredBefore =
  /\bwork(?:ed|ing|s) again (?:(?:for|in|on|at) (?:everybody|everyone|all|every)[^.;\d]{0,24})?(?:at|by|since|from) (?:about |around )?$|\b(?:fully|completely|entirely|all) (?:restored|recovered|repaired|back(?: to normal| in service| up)?|operational|available|working)\b[^.;\d]{0,40}\b(?:at|by|since|from) (?:about |around )?$|\b(?:everything|all (?:services|sites|functions)) (?:was|were) (?:back|working|restored|running)\b[^.;\d]{0,30}\b(?:at|by|since|from) (?:about |around )?$/i;
const zhRestoredBehind =
  /^[，,]?(?:所有|全部|一切|整个)?(?:服务|功能|系统|业务)?(?:才|已经?)?(?:全部|完全|全面|彻底)(?:已)?(?:恢复|修复)(?:了|正常)?/u;
/** A cause, a test, another time. */
const another =
  /[?？]|\b(?:cause|reason|why|second|again|another|previous|last (?:week|month|year)|test|planned|maintenance|backup|if|should|would)\b|原因|再次|第二|上次|此前|计划|演练|备份|如果|测试/i;

interface Told {
  readonly key: 'detected' | 'began' | 'resolved';
  readonly time: ClockTime;
  readonly words: string;
  readonly beside: ReturnType<typeof zoneBeside>;
  readonly day: CalendarDay | undefined;
}

/** "From 10:14 on Friday 27 March our system …". */
const isDayBehind = (text: string, end: number): boolean =>
  /^(?: [A-Z]{2,5})? (?:on|of) (?:\w+day,? )?(?:the )?\d/.test(text.slice(end, end + 30)) &&
  !/\b(?:to|until|till)\b/.test(/^[^.;]*/.exec(text.slice(end))?.[0] ?? '');

const isTime = (moment: Moment): moment is ClockTime => moment.kind === 'time';

/** When a block for customers says that it was noticed, or that it began. */
function toldIn({ block, text: prose, moments, stretches }: TimedBlock): readonly Told[] | undefined {
  if (block.audience !== 'customer' || block.block.kind !== 'paragraph' || block.section?.kind === 'timeline')
    return undefined;
  const times = moments.filter(isTime).slice(0, 40);
  if (times.length === 0) return undefined;
  const text = fold(prose);
  const found = times.flatMap((time): Told[] => {
    const { start, words } = sentenceAround(text, time.start);
    if (another.test(words) || officeHours.test(words)) return [];
    const lead = text.slice(start, time.start);
    const rest = text.slice(time.end, start + words.length);
    const isNoticed =
      noticedBefore.test(lead) || zhNoticedBefore.test(lead) || noticedBehind.test(rest) || zhNoticedBehind.test(rest);
    const day = moments.findLast(
      (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= start && moment.end <= time.start,
    );
    // The first time of a block, with its day, and no end beside it: that is how a letter says when it was.
    const isSince = /^\s*(?:from|since)\s$/i.test(lead) && isDayBehind(text, time.end);
    const isBegun =
      !isNoticed &&
      (day !== undefined || isSince) &&
      time === times[0] &&
      stretches.length === 0 &&
      (isSince || beganBehind.test(rest) || zhBeganBehind.test(rest));
    const isOver = restoredBefore.test(lead) || zhRestoredBehind.test(rest);
    const key = isNoticed ? 'detected' : isBegun ? 'began' : isOver ? 'resolved' : undefined;
    const said = prose.slice(time.start, time.end);
    return key ? [{ key, time, words: said, beside: zoneBeside(prose, time, moments), day }] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** The times of the running text for customers. */
const timesIn = ({ block, moments }: TimedBlock): readonly ClockTime[] | undefined =>
  block.audience === 'customer' && block.section?.kind !== 'timeline' ? moments.filter(isTime) : undefined;

const isOnDay = (named: CalendarDay | undefined, { day }: IncidentMoment): boolean =>
  !named || (named.month === day.month && named.day === day.day);

/** When it was noticed and when it began, as the text for customers says it, against front matter and the timeline. */
export function* noticed({ incident, zones, isOverall }: KnownFacts, context: DocumentContext): Generator<Problem> {
  const told = timeFacts(context, 'noticed', toldIn).flatMap(({ block, value }) =>
    value.map((each) => ({ block, ...each })),
  );
  if (told.length === 0) return;
  const named = timeFacts(context, 'customer-times', timesIn);
  const keys: readonly MomentKey[] = ['began', 'detected', 'notified', 'mitigated', 'resolved'];
  for (const each of told) {
    const { block, key, time, day } = each;
    const moment = incident.moments.get(key);
    if (!moment?.time || !isOnDay(day, moment)) continue;
    if (key === 'began' && !(isOverall(block) || block.section?.kind === undefined)) continue;
    const zone = zones.of(block, each.beside);
    const shown = shownIn(moment, incident, zone);
    if (shown === undefined) continue;
    // A minute at which something else of the incident happened is that one's.
    const isOther = keys.some((other) => {
      const of = incident.moments.get(other);
      const at = of && shownIn(of, incident, zone);
      return at !== undefined && mayShow(time, at);
    });
    if (isOther || named.some(({ value }) => value.some((at) => mayShow(at, shown)))) continue;
    if (key === 'resolved' && isRowTime(time, context)) continue;
    yield timeProblem(block, each, moment, shown, zone);
    return;
  }
}
