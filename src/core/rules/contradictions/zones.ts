import type { Moment } from '../../document/clock.js';
import { rememberFor } from '../../remember.js';
import type { DocumentFacts } from '../document-facts.js';
import type { Problem } from '../rule.js';
import { zoneBeside } from '../told-zone.js';
import { near, shownIn } from './common.js';
import { timeProblem } from './problems.js';

const begins = /\b(?:began|begun|started|starting|since|from)\b|开始|開始|起/i;

const ends = /\b(?:ended|over|restored|resolved|back|worked again)\b|结束|結束|恢复|恢復/i;

/** The times of a block that have a zone and words of a beginning or an end around them. */
const zonedTimes = rememberFor((moments: readonly Moment[], text: string) =>
  moments.flatMap((time) => {
    const zone = time.kind === 'time' ? zoneBeside(text, time, moments) : undefined;
    if (time.kind !== 'time' || !zone) return [];
    const around = text.slice(Math.max(0, time.start - 40), time.end + 40);
    const keys = [
      ...(begins.test(around) ? (['began'] as const) : []),
      ...(ends.test(around) ? (['resolved'] as const) : []),
    ];
    return keys.length > 0 ? [{ time, zone, keys }] : [];
  }),
);

/** A time that is the beginning or the end of the incident, with the digits of one zone and the name of another. */
export function* zones({ incident, timed }: DocumentFacts): Generator<Problem> {
  for (const { block, text, moments } of timed) {
    if (block.audience !== 'customer') continue;
    for (const { time, zone, keys } of zonedTimes(moments, text)) {
      for (const key of keys) {
        const moment = incident.moments.get(key);
        const shown = moment && shownIn(moment, incident, zone);
        if (!moment?.time || shown === undefined) continue;
        if (near(shown, time.minutes) || !near(moment.time.minutes, time.minutes)) continue;
        yield timeProblem({ block, text }, time, moment, shown, zone);
      }
    }
  }
}
