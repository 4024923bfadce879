import type { CalendarDay } from '../../document/clock.js';
import { namedDays, type SaidDay, saidDays, weekdaysIn } from '../../document/weekdays.js';
import { namedDates, placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';
import type { KnownFacts } from './known.js';

const en = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const zh = '日一二三四五六';

const dayLength = 86_400_000;
/** The weekday of a day, 0 for Sunday; of the given year where it names none. */
export const weekdayOf = ({ year: own, month, day }: CalendarDay, year: number): number =>
  new Date(Date.UTC(own ?? year, month - 1, day)).getUTCDay();

/** The days of a block to which it gives a weekday, with the words of both. */
function named({ text, moments }: TimedBlock) {
  const found = namedDays(text, moments).map(({ start, end, day, weekday }) => ({
    day,
    weekday,
    words: text.slice(start, end),
    date: text.slice(day.start, day.end),
  }));
  return found.length > 0 ? found : undefined;
}

/** The one year that a document's days are of; none where it names several. */
function yearOf({ incident }: KnownFacts, context: DocumentContext): number | undefined {
  const years = new Set<number>();
  for (const { day } of incident.moments.values()) if (day.year !== undefined) years.add(day.year);
  for (const { value } of namedDates(context)) for (const { year } of value) if (year !== undefined) years.add(year);
  return years.size === 1 ? [...years][0] : undefined;
}

/** The weekdays of the days from the first of the incident to its last. */
function weekdaysOf(days: readonly CalendarDay[], year: number): Set<number> {
  const instants = days.map(({ year: own, month, day }) => Date.UTC(own ?? year, month - 1, day));
  const [from, to] = [Math.min(...instants), Math.max(...instants)];
  const found = new Set<number>();
  for (let at = from; at <= to && found.size < 7; at += dayLength) found.add(new Date(at).getUTCDay());
  return found;
}

/** "That Wednesday night", where the incident was on a Tuesday and no other place names a Wednesday. */
export function* thatWeekday(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const said = parts<SaidDay>(context, 'that-weekday', saidDays);
  const year = said.length > 0 ? facts.incident.moments.get('began')?.day.year : undefined;
  const [first] = facts.days;
  if (year === undefined || !first) return;
  const own = weekdaysOf(facts.days, year);
  const real = new Set(own);
  // It may point back to another day that the text names, with its weekday or with its date.
  for (const { value } of context.facts('weekdays', ({ audience, text }) => {
    const named = audience === 'customer' ? weekdaysIn(text) : [];
    return named.length > 0 ? named : undefined;
  }))
    for (const weekday of value) real.add(weekday);
  const dated = namedDates(context).filter(({ block }) => block.section?.kind !== 'response');
  for (const { value } of dated) for (const day of value) real.add(weekdayOf(day, year));
  const weekday = weekdayOf(first, year);
  for (const claim of said) {
    if (claim.part.weekdays.some((each) => (claim.part.isNamed ? real : own).has(each))) continue;
    // "On 9 May the same happened; that day was a weekend" is of another day.
    if (dated.some(({ block }) => block === claim.block)) continue;
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
export function* weekdays(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  let year: number | undefined | null = null;
  for (const { block, value } of timeFacts(context, 'days-with-weekday', named)) {
    for (const { day, weekday, words, date } of value) {
      if (year === null) year = yearOf(facts, context);
      const own = day.year ?? year;
      if (own === undefined) continue;
      const real = weekdayOf(day, own);
      if (real === weekday) continue;
      yield {
        at: placeIn(block, day),
        say: {
          en: `“${date}” is a ${en[real]}, not “${words}”. Correct the one that is wrong: customers do not know which of the two to wait for.`,
          zh: `“${date}”是星期${zh[real]}，不是“${words}”。请改正写错的一个，客户不知道该以哪个为准。`,
        },
      };
    }
  }
}
