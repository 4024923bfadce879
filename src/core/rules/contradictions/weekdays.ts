import type { CalendarDay, Moment } from '../../document/clock.js';
import { namedDays } from '../../document/weekdays.js';
import { rememberFor } from '../../remember.js';
import { placeIn } from '../document-facts.js';
import type { Problem } from '../rule.js';
import type { KnownFacts } from './known.js';

const en = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const zh = '日一二三四五六';

const named = rememberFor((moments: readonly Moment[], text: string) => namedDays(text, moments));

/** The one year that a document's days are of; none where it names several. */
function yearOf({ incident, timed }: KnownFacts): number | undefined {
  const years = new Set<number>();
  for (const { day } of incident.moments.values()) if (day.year !== undefined) years.add(day.year);
  for (const { moments } of timed)
    for (const moment of moments) if (moment.kind === 'date' && moment.year !== undefined) years.add(moment.year);
  return years.size === 1 ? [...years][0] : undefined;
}

/** "Monday, 14 April 2026", which was a Tuesday. */
export function* weekdays(facts: KnownFacts): Generator<Problem> {
  let year: number | undefined | null = null;
  for (const { block, text, moments } of facts.timed) {
    for (const { start, end, day, weekday } of named(moments, text)) {
      if (year === null) year = yearOf(facts);
      const own = day.year ?? year;
      if (own === undefined) continue;
      const real = new Date(Date.UTC(own, day.month - 1, day.day)).getUTCDay();
      if (real !== weekday) yield weekdayProblem(text.slice(start, end), text.slice(day.start, day.end), real, day);
    }
    function weekdayProblem(words: string, date: string, real: number, at: CalendarDay): Problem {
      return {
        at: placeIn(block, at),
        say: {
          en: `“${date}” is a ${en[real]}, not “${words}”. Correct the one that is wrong: customers do not know which of the two to wait for.`,
          zh: `“${date}”是星期${zh[real]}，不是“${words}”。请改正写错的一个，客户不知道该以哪个为准。`,
        },
      };
    }
  }
}
