import { type CalendarDay, type ClockTime, mayShow } from '../../document/clock.js';
import { type Happening, happeningsIn, laterMessage } from '../../document/happenings.js';
import { onlyTries, toldTimesIn } from '../../document/told-times.js';
import type { Zone } from '../../document/zone.js';
import { type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { aside, elsewhere, officeHours, shownIn } from './common.js';
import { type Happened, happened, ofKind, tokensOf, toldAgain } from './happened.js';
import type { KnownFacts } from './known.js';
import { timeProblem } from './problems.js';

/** When something was, as a text says it beside the timeline. */
interface Told {
  readonly time: ClockTime;
  readonly quoted: string;
  readonly beside: Zone | undefined;
  readonly day: CalendarDay | undefined;
  /** That it was noticed, or that customers were told, where its words say nothing else. */
  readonly kind: Happening | undefined;
  readonly tokens: ReadonlySet<string>;
  readonly isTry: boolean;
}

/** It was all noticed, and not something about it: "our alarm only went off at", "we became aware at", "接警". */
const noticedAll =
  /\b(?:(?:our|the|an?|first|own|any) (?:[a-z-]+ ){0,3}?(?:alarms?|alerts?|monitoring)\b|(?:be)?c[ao]me aware|(?:were|was) (?:first |un)?aware|alerted|paged|on the case|took over|(?:nobody|no one|anyone|anybody|first|only|until)\b[^,.;]{0,40}\b(?:noticed?|realised|realized|spotted|detected|knew|learn(?:ed|t))|(?:noticed?|spotted|detected|learn(?:ed|t) of|knew of|heard of) (?:it|this|the (?:fault|failure|problem|outage|incident|error|trouble|disruption|issue|delay)))\b|(?:告警|报警|警报|警铃)[^，。；]{0,12}(?:响|触发|发出|到|才|拉响)|收到[^，。；]{0,6}(?:告警|报警|警报)|(?:发出|触发|拉响)[^，。；]{0,4}(?:告警|报警|警报)|接警|接手|介入|才[^，。；]{0,4}(?:察觉|发觉|发现|注意到|意识到|知道|得知)|(?:察觉|发觉|注意到|得知|发现)(?:了)?(?:这次|此次|该)?(?:故障|异常|异状|问题|不对|出事|情况|中断)/i;
/** Another alarm, another thing that was noticed. */
const noticedElse =
  /\b(?:second|another|again|further|later|also|too|cause|reason|why|cleared|silenced|acknowledged|closed|stopped|quiet|ended|resolved|off the|colleague|manager|management|in turn|escalat\w+)\b|再次|第二|又|也|原因|解除|消除|关闭|停止|升级|平息|同事/i;
/** Customers were told for the first time: "our first email", "the notice went up". */
const toldFirst =
  /\b(?:first|initial|earliest|only|not until|as early as|already|as late as)\b|首|第一|头一|才|就|最早|拖到|迟至/i;

function kindOf(words: string): Happening | undefined {
  const kinds = happeningsIn(words);
  if (kinds.has('notified') && !laterMessage.test(words))
    return toldFirst.test(words) && !kinds.has('detected') ? 'notified' : undefined;
  return kinds.has('detected') && !kinds.has('notified') && noticedAll.test(words) && !noticedElse.test(words)
    ? 'detected'
    : undefined;
}

function toldIn({ block, text, moments }: TimedBlock): readonly Told[] | undefined {
  const kind = block.section?.kind ?? '';
  if (block.block.kind !== 'paragraph' || block.section?.isTimeline) return undefined;
  if (block.audience === 'customer' ? kind === 'timeline' : aside.has(kind) || elsewhere.has(kind)) return undefined;
  const found = toldTimesIn(text, moments).flatMap(({ time, words, day }): Told[] => {
    if (officeHours.test(words)) return [];
    const tokens = tokensOf(words);
    const told = kindOf(words);
    if (told === undefined && tokens.size < 2) return [];
    const quoted = text.slice(time.start, time.end);
    return [
      { time, quoted, beside: zoneBeside(text, time, moments), day, kind: told, tokens, isTry: onlyTries.test(words) },
    ];
  });
  return found.length > 0 ? found : undefined;
}

/** As far as this from the row, another day is meant. Minutes. */
const farthest = 12 * 60;

/** "The old fares were back at 9:31", against the row that tells of the same; "our alarm rang at 10:35" against that of the alarm. */
export function* toldTimes(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const told = timeFacts(context, 'told-times', toldIn);
  if (told.length === 0) return;
  const all = happened(facts, context);
  const { incident, zones } = facts;
  for (const { block, value } of told)
    for (const each of value.slice(0, 20)) {
      const zone = zones.of(block, each.beside);
      const shown = ({ moment }: Happened): number => shownIn(moment, incident, zone) ?? -9;
      const meant = meantBy(each, all);
      const [best] = meant;
      if (!best || meant.some((one) => mayShow(each.time, shown(one)))) continue;
      const { day } = best.moment;
      if (each.day && (each.day.month !== day.month || Math.abs(each.day.day - day.day) > 1)) continue;
      const truth = shown(best);
      const apart = Math.abs(truth - each.time.minutes);
      if (truth < 0 || Math.min(apart, 1440 - apart) < 2 || Math.min(apart, 1440 - apart) > farthest) continue;
      // A row at this very minute that shares words is the one that is meant.
      const isOther = all.some(
        (one) =>
          mayShow(each.time, shown(one)) &&
          ((each.kind !== undefined && one.kinds.has(each.kind)) ||
            [...each.tokens].some((token) => one.tokens.has(token))),
      );
      if (isOther) continue;
      yield timeProblem(block, { time: each.time, words: each.quoted }, best.moment, truth, zone);
    }
}

/** What is known of what a clause tells, the best first. */
function meantBy({ kind, tokens, isTry }: Told, all: readonly Happened[]): readonly Happened[] {
  if (kind) {
    const own = ofKind(all, kind);
    return own.some(({ moment }) => moment.time) ? own : [];
  }
  const row = isTry ? undefined : toldAgain(all, tokens);
  return row ? [row] : [];
}
