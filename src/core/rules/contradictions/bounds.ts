import type { Stretch } from '../../document/claims.js';
import type { ClockTime } from '../../document/clock.js';
import type { IncidentMoment } from '../../document/incident.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import { fold } from '../../language/fold.js';
import { placeIn, type TimedBlock } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { clock, near, officeHours, sentenceAround, shownIn, told } from './common.js';
import type { KnownFacts } from './known.js';

/** What a row of a table is about where its stretch is that of the whole. */
const ofWhole =
  /^[^\p{L}\p{N}]*(?:(?:total |overall )?(?:duration|length|window|period|outage|incident|downtime)(?: \(?(?:window|period|time|duration)\)?)?|from(?: ?[-–/] ?| to | and | … )(?:to|until)|when|time|times|start (?:and|to|[/–-]) end|(?:故障|影响|中断|事件|起止|持续|异常|停机)*(?:时间|时段|时长|时间段)?)[^\p{L}\p{N}]*$/iu;

/** A stretch as long as the incident, at another time: minutes that its length may differ. */
const alike = 2;

/**
 * The first stretch of the acknowledgement against began, mitigated and resolved, where one of its ends agrees, or where it
 * is as long and all of it is shifted.
 */
export function* bounds({ incident, timed, zones, isOverall, tables }: KnownFacts): Generator<Problem> {
  const began = incident.moments.get('began');
  const ends = (['mitigated', 'resolved'] as const).flatMap((key) => incident.moments.get(key) ?? []);
  const [end] = ends;
  if (!began?.time || !end) return;
  for (const each of timed) {
    const stretch = each.stretches.find(({ start }) => !officeHours.test(sentenceAround(each.text, start).words));
    // In a letter the sentence that names the day is the one about the whole.
    const isWhole = isOverall(each.block) || (each.block.audience === 'customer' && stretch?.fromDay !== undefined);
    if (!stretch || !isWhole || each.block.block.kind === 'heading') continue;
    const zone = stretch.to.zone ?? stretch.from.zone ?? zones.of(each, stretch.to);
    const start = shownIn(began, incident, zone);
    const stops = ends.flatMap((moment) => shownIn(moment, incident, zone) ?? []);
    if (start === undefined || stops.length === 0) return;
    const startsRight = near(stretch.from.minutes, start);
    const endsRight = stops.some((stop) => near(stretch.to.minutes, stop));
    if (startsRight && endsRight) return;
    if (each.block.block.kind === 'cell' && !isRowOfWhole(each.block, tables)) continue;
    // From the makeshift to the end is another stretch, not a slip.
    const isAftermath = endsRight && ends.length > 1 && near(stretch.from.minutes, stops[0] ?? -9);
    if (isAftermath) continue;
    if (startsRight || endsRight) {
      const wrong = startsRight ? stretch.to : stretch.from;
      // "Messages went out until 8:05, and all records were right again at 10:15": the whole is told beside a part of it.
      const isTold = each.moments.some(
        (moment) =>
          moment.kind === 'time' && (startsRight ? stops : [start]).some((stop) => near(moment.minutes, stop)),
      );
      if (isTold) return;
      yield boundProblem(each, wrong, startsRight ? end : began, startsRight ? (stops[0] ?? 0) : start);
      return;
    }
    if (zone && isShifted(each, stretch, began, ends)) {
      yield boundProblem(each, stretch.from, began, start);
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
  { block }: TimedBlock,
  { minutes, fromDay }: Stretch,
  began: IncidentMoment,
  ends: readonly IncidentMoment[],
): boolean {
  const isLong = ends.some(({ instant }) => Math.abs((instant - began.instant) / 60_000 - minutes) <= alike);
  const isThatDay = fromDay !== undefined && fromDay.month === began.day.month && fromDay.day === began.day.day;
  return block.audience === 'customer' && isLong && isThatDay;
}

function boundProblem(each: TimedBlock, wrong: ClockTime, moment: IncidentMoment, shown: number): Problem {
  const words = each.text.slice(wrong.start, wrong.end);
  const truth = told(moment);
  return {
    at: placeIn(each.block, wrong),
    say: {
      en: `“${words}” does not agree with ${truth.en} (${clock(shown)}). Find out which is right and correct the other; customers who compare them believe neither.`,
      zh: `“${words}”与${truth.zh}不一致，后者是${clock(shown)}。请核实并改正，否则客户两个都不会相信。`,
    },
  };
}
