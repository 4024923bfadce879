import type { Stretch } from '../../document/claims.js';
import { type ClockTime, mayShow } from '../../document/clock.js';
import { canMean, type Duration } from '../../document/duration.js';
import type { IncidentMoment } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Zone } from '../../document/zone.js';
import { fold } from '../../language/fold.js';
import { placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { clock, officeHours, sentenceAround, shownIn, told } from './common.js';
import { isRowTime, type KnownFacts } from './known.js';

/** What a row of a table is about where its stretch is that of the whole. */
const ofWhole =
  /^[^\p{L}\p{N}]*(?:(?:total |overall )?(?:duration|length|window|period|outage|incident|downtime)(?: \(?(?:window|period|time|duration)\)?)?|from(?: ?[-–/] ?| to | and | … )(?:to|until)|when|time|times|start (?:and|to|[/–-]) end|(?:故障|影响|中断|事件|起止|持续|异常|停机)*(?:时间|时段|时长|时间段)?)[^\p{L}\p{N}]*$/iu;

/** Of some, or under a condition, or what customers are to look at: a part of it. */
const asked = /\b(?:please|if|some of|only)\b|请|如果|若|部分|有的|只有|其中/i;

/** A stretch as long as the incident, at another time: minutes that its length may differ. */
const alike = 2;

/** A stretch that a block tells, with what stands around it. */
interface Told {
  readonly stretch: Stretch;
  /** The words of its two times. */
  readonly from: string;
  readonly to: string;
  /** The zone that stands beside its end. */
  readonly beside: Zone | undefined;
  /** All times of the block. */
  readonly times: readonly ClockTime[];
  /** All lengths of time that its sentences tell. */
  readonly durations: readonly Duration[];
}

/** The first stretch of a block that is no office hour. */
function stretchIn({ block, text, moments, stretches, lengths }: TimedBlock): Told | undefined {
  if (block.block.kind === 'heading') return undefined;
  const stretch = stretches.find(({ start }) => {
    const { words } = sentenceAround(text, start);
    return !officeHours.test(words) && !asked.test(words);
  });
  if (!stretch) return undefined;
  const { from, to } = stretch;
  return {
    stretch,
    from: text.slice(from.start, from.end),
    to: text.slice(to.start, to.end),
    beside: zoneBeside(text, to, moments),
    times: moments.flatMap((moment) => (moment.kind === 'time' ? [moment] : [])),
    durations: lengths.map(({ duration }) => duration),
  };
}

/**
 * The first stretch of the acknowledgement against began, mitigated and resolved, where one of its ends agrees, or where it
 * is as long and all of it is shifted.
 */
export function* bounds(
  { incident, zones, isOverall, tables }: KnownFacts,
  context: DocumentContext,
): Generator<Problem> {
  const began = incident.moments.get('began');
  const ends = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const [end] = ends;
  if (!began?.time || !end) return;
  for (const { block, value } of timeFacts(context, 'bounds', stretchIn)) {
    const { stretch, times, durations } = value;
    // In a letter the sentence that names the day is the one about the whole.
    const isWhole = isOverall(block) || (block.audience === 'customer' && stretch.fromDay !== undefined);
    if (!isWhole) continue;
    const zone = stretch.to.zone ?? stretch.from.zone ?? zones.of(block, value.beside);
    const start = shownIn(began, incident, zone);
    const stops = ends.flatMap((moment) => shownIn(moment, incident, zone) ?? []);
    if (start === undefined || stops.length === 0) return;
    const startsRight = mayShow(stretch.from, start);
    const endsRight = stops.some((stop) => mayShow(stretch.to, stop));
    if (startsRight && endsRight) return;
    if (block.block.kind === 'cell' && !isRowOfWhole(block, tables)) continue;
    // From the makeshift to the end is another stretch, not a slip.
    const isAftermath = endsRight && ends.length > 1 && mayShow(stretch.from, stops[0] ?? -9);
    if (isAftermath) continue;
    if (startsRight || endsRight) {
      const [wrong, words] = startsRight ? [stretch.to, value.to] : [stretch.from, value.from];
      // "Messages went out until 8:05, and all records were right again at 10:15": the whole is told beside a part of it.
      if (times.some((time) => (startsRight ? stops : [start]).some((stop) => mayShow(time, stop)))) return;
      // The same by its length: "it stood still from 13:10 to 14:15; from first delay to last, three and a half hours".
      const wholes = ends.map(({ instant }) => (instant - began.instant) / 60_000);
      if (durations.some((length) => wholes.some((minutes) => canMean(length, minutes)))) return;
      if (isRowTime(wrong, context)) return;
      yield boundProblem(block, wrong, words, startsRight ? end : began, startsRight ? (stops[0] ?? 0) : start);
      return;
    }
    if (zone && isShifted(block, stretch, began, ends)) {
      yield boundProblem(block, stretch.from, value.from, began, start);
      return;
    }
  }
}

const isRowOfWhole = (block: PlacedBlock, tables: KnownFacts['tables']): boolean =>
  tables.some((rows) =>
    rows.some((row) => row.some(({ cell }) => cell === block) && ofWhole.test(fold(row[0]?.text.trim() ?? ''))),
  );

/** Whether all of a stretch stands some hours off: as long as the incident, on its day, and about the whole. */
function isShifted(
  block: PlacedBlock,
  { minutes, fromDay }: Stretch,
  began: IncidentMoment,
  ends: readonly IncidentMoment[],
): boolean {
  const isLong = ends.some(({ instant }) => Math.abs((instant - began.instant) / 60_000 - minutes) <= alike);
  const isThatDay = fromDay !== undefined && fromDay.month === began.day.month && fromDay.day === began.day.day;
  return block.audience === 'customer' && isLong && isThatDay;
}

function boundProblem(
  block: PlacedBlock,
  wrong: ClockTime,
  words: string,
  moment: IncidentMoment,
  shown: number,
): Problem {
  const truth = told(moment);
  return {
    at: placeIn(block, wrong),
    say: {
      en: `“${words}” does not agree with ${truth.en} (${clock(shown)}). Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}不一致，后者是${clock(shown)}。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}
