import { sentencesOf } from '../../document/clause-times.js';
import { type CalendarDay, isSameDay } from '../../document/clock.js';
import { daysOf } from '../../document/measure-claims.js';
import { fold } from '../../language/fold.js';
import { namedDates, placeIn, type TimedBlock, timeFacts } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import type { KnownFacts } from './known.js';
import { likeness, spreadOf } from './likeness.js';
import { stemsOf } from './stems.js';
import { steps } from './steps.js';

/** A day with the words that say what is or was on it. */
interface ToldDay {
  readonly day: CalendarDay;
  readonly quoted: string;
  readonly words: string;
}

/** A question, a condition, a message, an offer that ends, what is only compared with a day. */
const aside =
  /[?？]\s*$|\b(?:writ(?:e|ing|ten) to|our next|next (?:message|report|update|letter|news)|hear from us|report (?:back|again)|tell you|let you know|claims?|receipts?|apply|deadline|after the|once the)\b|通报|通知您|告知|下[一次]|再次|截止|申请|凭|索赔|\b(?:if|unless|last year|years? ago|previous(?:ly)?|originally|at first|postponed|put off|moved (?:from|to)|instead of|rather than|estimat\w+)\b|如果|若|万一|去年|上次|此前|原定|原计划|推迟|延期|改到|提前到/i;

/** The sentences of a block that name one day each. */
function daysIn({ block, text, moments }: TimedBlock): readonly ToldDay[] | undefined {
  if (block.section?.isTimeline || block.block.kind !== 'paragraph') return undefined;
  const days = moments.filter((moment): moment is CalendarDay => moment.kind === 'date');
  if (days.length === 0) return undefined;
  const found = sentencesOf(fold(text)).flatMap(({ start, words }): ToldDay[] => {
    const own = days.filter((each) => each.start >= start && each.start < start + words.length);
    const [day] = own;
    const isTimed = moments.some(
      (each) => each.kind === 'time' && each.start >= start && each.start < start + words.length,
    );
    if (!day || own.length > 1 || isTimed || aside.test(words)) return [];
    return [
      {
        day,
        quoted: text.slice(day.start, day.end),
        words: words.replace(words.slice(day.start - start, day.end - start), ' '),
      },
    ];
  });
  return found.length > 0 ? found : undefined;
}

/** Farther off it is another round of the same. Days. */
const farthest = 60;
/** More days than these are a calendar. */
const most = 60;
/** How much a sentence has in common with a measure that it tells again, and how much more than with the next one. */
const [alike, by] = [0.6, 1.3];

/** What is still to come: "by 4 December", "12 月 4 日前". */
const ahead =
  /\b(?:will|shall|going to|to be|due|by|until|starting|planned|from|goes?|begins?|starts?|comes?)\b|[前起]|将|会|计划|预计/i;

/**
 * "Versioning is on since 19 November" beside "2026-11-16" in the list of actions: a day that customers read of a measure, and
 * the one in its row or in a sentence for colleagues, each of which customers find in no other place.
 */
export function* retoldDays(facts: KnownFacts, context: DocumentContext): Generator<Problem> {
  const { incident, actions } = facts;
  const told = timeFacts(context, 'days-retold', daysIn);
  if (told.length === 0) return;
  // Where the two share so much that `steps` says it, once is enough.
  const said = new Set([...steps(facts, context)].map(({ at }) => at.start));
  const due = actions.flatMap(({ action, block, due: day, isOpen }) => {
    const words = fold(action.block.full.text);
    const isSaid = day && said.has(placeIn(block, day).start);
    return day && !isSaid && action.audience === 'internal'
      ? [{ day, words, isOpen, stems: stemsOf(words), least: alike }]
      : [];
  });
  for (const { block, value } of told)
    if (block.audience === 'internal')
      for (const { day, words } of value)
        due.push({ day, words, isOpen: ahead.test(words), stems: stemsOf(words), least: 1 });
  const named = namedDates(context).flatMap(({ block, value }) => value.map((day) => ({ day, block })));
  if (due.length === 0 || named.length > most) return;
  const moments = [...incident.moments.values()];
  const isIn = (day: CalendarDay, audience?: 'customer'): number =>
    named.filter((each) => isSameDay(each.day, day) && (!audience || each.block.audience === audience)).length;
  const isOfIncident = (day: CalendarDay): boolean => moments.some((each) => isSameDay(each.day, day));
  const spread = spreadOf([
    ...due.map(({ stems }) => stems),
    ...told.flatMap(({ value }) => value.map(({ words }) => stemsOf(words))),
  ]);
  for (const { block, value } of told)
    for (const { day, words, quoted } of value) {
      if (block.audience !== 'customer' || isIn(day) > 1 || isOfIncident(day)) continue;
      const ranked = due
        .map((measure) => ({ measure, like: likeness(measure.stems, stemsOf(words), spread) }))
        .sort((a, b) => b.like - a.like);
      const [best, next] = ranked;
      if (!best || best.like < best.measure.least || best.like < by * (next?.like ?? 0)) continue;
      const { measure } = best;
      if (isIn(measure.day, 'customer') > 0 || isOfIncident(measure.day) || measure.isOpen !== ahead.test(words))
        continue;
      const [one, other] = [day, measure.day].map((each) => daysOf({ ...each, year: 2000 }));
      if (one === undefined || other === undefined || one === other || Math.abs(one - other) > farthest) continue;
      yield {
        at: placeIn(block, day),
        say: {
          en: `“${quoted}” does not agree with the day of “${measure.words.trim().slice(0, 120)}” elsewhere. Find out which is right and correct the other; customers hold you to what they were told.`,
          zh: `“${quoted}”与别处“${measure.words.trim().slice(0, 120)}”的日期不一致。请核实并改正，客户会以所写的为准。`,
        },
      };
    }
}
