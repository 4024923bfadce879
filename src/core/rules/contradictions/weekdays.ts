import type { CalendarDay, Moment } from '../../document/clock.js';
import { namedDays, type SaidDay, saidDays } from '../../document/weekdays.js';
import { rememberFor } from '../../remember.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';
import type { KnownFacts } from './known.js';

const en = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const zh = '日一二三四五六';

const isDay = (moment: Moment): moment is CalendarDay => moment.kind === 'date';
const dayNumber = ({ year: own, month, day }: CalendarDay, year: number): number =>
  Date.UTC(own ?? year, month - 1, day);
const weekdayOf = ({ year: own, month, day }: CalendarDay, year: number): number =>
  new Date(Date.UTC(own ?? year, month - 1, day)).getUTCDay();

const named = rememberFor((moments: readonly Moment[], text: string) => namedDays(text, moments));

/** The one year that a document's days are of; none where it names several. */
function yearOf({ incident, timed }: KnownFacts): number | undefined {
  const years = new Set<number>();
  for (const { day } of incident.moments.values()) if (day.year !== undefined) years.add(day.year);
  for (const { moments } of timed)
    for (const moment of moments) if (moment.kind === 'date' && moment.year !== undefined) years.add(moment.year);
  return years.size === 1 ? [...years][0] : undefined;
}

/** "That Wednesday night", where no day that the document names is a Wednesday. */
export function* thatWeekday(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const said = parts<SaidDay>(context, 'that-weekday', saidDays);
  const year = said.length > 0 ? facts.incident.moments.get('began')?.day.year : undefined;
  if (year === undefined) return;
  const [first] = facts.days;
  if (!first) return;
  const isBefore = (day: CalendarDay): boolean =>
    facts.days.every((each) => dayNumber(day, year) <= dayNumber(each, year));
  const dated = facts.timed
    .filter(({ block }) => block.section?.kind !== 'response')
    .flatMap(({ moments }) => moments.filter(isDay));
  const own = new Set(facts.days.map((day) => weekdayOf(day, year)));
  // A day that the text names before the incident may be the one that it points back to.
  const near = new Set([...own, ...dated.filter(isBefore).map((day) => weekdayOf(day, year))]);
  for (const claim of said) {
    if (claim.part.weekdays.some((weekday) => (claim.part.isOfIncident ? own : near).has(weekday))) continue;
    const weekday = weekdayOf(first, year);
    yield {
      at: placeIn(claim.block, claim.part),
      say: {
        en: `“${wordsOf(claim)}”, but the incident was on a ${en[weekday]}. Correct the one that is wrong: customers remember which day it was.`,
        zh: `“${wordsOf(claim)}”，但事件发生在星期${zh[weekday]}。请改正写错的一个，客户记得那天是星期几。`,
      },
    };
  }
}

/** "Monday, 14 April 2026", which was a Tuesday. */
export function* weekdays(facts: KnownFacts): Generator<Problem> {
  let year: number | undefined | null = null;
  for (const { block, text, moments } of facts.timed) {
    for (const { start, end, day, weekday } of named(moments, text)) {
      if (year === null) year = yearOf(facts);
      const own = day.year ?? year;
      if (own === undefined) continue;
      const real = weekdayOf(day, own);
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
