import { type DocumentFacts, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { near, shownIn } from './common.js';
import { timeProblem } from './problems.js';

const begins = /\b(?:began|begun|started|starting|since|from)\b|开始|開始|起/i;

const ends = /\b(?:ended|over|restored|resolved|back|worked again)\b|结束|結束|恢复|恢復/i;

/** The times of a block that have a zone and words of a beginning or an end around them. */
function zonedTimes({ block, text, moments }: TimedBlock) {
  if (block.audience !== 'customer') return undefined;
  const found = moments.flatMap((time) => {
    const zone = time.kind === 'time' ? zoneBeside(text, time, moments) : undefined;
    if (time.kind !== 'time' || !zone) return [];
    const around = text.slice(Math.max(0, time.start - 40), time.end + 40);
    const keys = [
      ...(begins.test(around) ? (['began'] as const) : []),
      ...(ends.test(around) ? (['resolved'] as const) : []),
    ];
    return keys.length > 0 ? [{ time, words: text.slice(time.start, time.end), zone, keys }] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** A time that is the beginning or the end of the incident, with the digits of one zone and the name of another. */
export function* zones({ incident }: DocumentFacts, context: DocumentContext): Generator<Problem> {
  for (const { block, value } of timeFacts(context, 'zoned-times', zonedTimes)) {
    for (const told of value) {
      const { time, zone } = told;
      for (const key of told.keys) {
        const moment = incident.moments.get(key);
        const shown = moment && shownIn(moment, incident, zone);
        if (!moment?.time || shown === undefined) continue;
        if (time.loose || near(shown, time.minutes) || !near(moment.time.minutes, time.minutes)) continue;
        yield timeProblem(block, told, moment, shown, zone);
      }
    }
  }
}
