import type { CalendarDay, Moment } from '../../document/clock.js';
import { namedDays, type SaidDay, saidDays, weekdaysIn } from '../../document/weekdays.js';
import { rememberFor } from '../../remember.js';
import { placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { parts, wordsOf } from './common.js';
import type { KnownFacts } from './known.js';

const en = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const zh = '日一二三四五六';

const isDay = (moment: Moment): moment is CalendarDay => moment.kind === 'date';
const dayLength = 86_400_000;
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
  const dated = facts.timed.filter(({ block }) => block.section?.kind !== 'response');
  for (const { moments } of dated) for (const day of moments.filter(isDay)) real.add(weekdayOf(day, year));
  const weekday = weekdayOf(first, year);
  for (const claim of said) {
    if (claim.part.weekdays.some((each) => (claim.part.isNamed ? real : own).has(each))) continue;
    // "On 9 May the same happened; that day was a weekend" is of another day.
    if (dated.some(({ block, moments }) => block === claim.block && moments.some(isDay))) continue;
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
