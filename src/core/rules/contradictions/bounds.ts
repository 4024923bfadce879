import { type DocumentFacts, placeIn } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { clock, isOverall, nameOf, shownIn } from './common.js';

/** The first stretch of the acknowledgement against began, mitigated and resolved, where one of its ends agrees. */
export function* bounds({ incident, timed, zones }: DocumentFacts): Generator<Problem> {
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
