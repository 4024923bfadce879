import type { Action } from '../../document/actions.js';
import { amountsIn } from '../../document/amounts.js';
import { type CalendarDay, isSameDay } from '../../document/clock.js';
import { readDurations } from '../../document/duration.js';
import type { PlacedBlock } from '../../document/postmortem.js';
import type { Span } from '../../finding.js';
import { fold } from '../../language/fold.js';
import { rememberFor } from '../../remember.js';
import { type DocumentFacts, placeIn } from '../document-facts.js';
import type { DocumentContext, Problem } from '../rule.js';
import { live, type SaidPart, stepsOf } from '../steps-said.js';
import { stemsOf } from './stems.js';

/** A measure with the day on which it is due, as one place puts it. */
interface DatedStep {
  readonly block: PlacedBlock;
  readonly day: CalendarDay;
  /** The day as it is written. */
  readonly written: string;
  readonly stems: ReadonlySet<string>;
  /** What it says besides: how long, how many, what share. */
  readonly words: Span;
  /** The block that says it: in a table another than the one with the day. */
  readonly source: PlacedBlock;
  /** The list or paragraph in which it stands. */
  readonly group: string;
}

/** Sections whose days are of other things than measures: messages, refunds, the incident itself. */
const elsewhere: ReadonlySet<string> = new Set(['acknowledgement', 'cause', 'recovery', 'follow-up']);
/** Messages and payments have days of their own. */
const message =
  /\b(?:write to you|tell you|report|message|update|publish|news)\b|告诉|通报|公布|发布|消息|公告|报告|退(?:还|回|款|到)|返还|到账|(?:回到|存入|打入)[^，。；]{0,8}账户/i;

/** More measures than this are no plan that anybody reads twice. */
const most = 120;

const datedSteps = (facts: DocumentFacts, context: DocumentContext): readonly DatedStep[] =>
  context.once('dated-steps', () => readSteps(facts, context));

/** What a sentence with a day says; the sentence before belongs to it by its place in the block. */
const datedPart = rememberFor((part: SaidPart, day: CalendarDay, before: SaidPart | undefined) => {
  const [from, to] = [day.start - part.start, day.end - part.start];
  const words = part.words.slice(0, from) + part.words.slice(to);
  // "That check goes live on 19 June", "Ready on 12 June.": the step stands in the sentence before.
  const pointsBack =
    /^\s*(?:this|that|these|those|it|they|both|the (?:change|check|step|work|new \w+))\b|^\s*(?:这|该|此|上述|届时|它|两[项者])/iu.test(
      part.words,
    );
  const isShort = (pointsBack || stemsOf(words).size < 2) && before && !before.day;
  return {
    written: part.words.slice(from, to),
    isMessage: message.test(fold(words)),
    stems: stemsOf(isShort ? before.words + words : words),
  };
});

function readSteps(facts: DocumentFacts, context: DocumentContext): DatedStep[] {
  const found: DatedStep[] = [];
  for (const { block, state, steps } of stepsOf(context)) {
    if (block.block.kind === 'cell' || elsewhere.has(block.section?.kind ?? '')) continue;
    for (const [index, part] of steps.parts.entries()) {
      const { day } = part;
      const own = part.state ?? state;
      if (!day || own === 'done' || !(part.isAhead || own === 'planned' || block.section?.kind === 'faq')) continue;
      const { written, isMessage, stems } = datedPart(part, day, steps.parts[index - 1]);
      if (isMessage) continue;
      const group = block.block.listed
        ? `${block.section?.heading.start}`
        : `${block.chunk.offset} ${block.block.start}`;
      found.push({ block, day, written, stems, words: { start: part.start, end: part.end }, source: block, group });
      if (found.length >= most) return found;
    }
  }
  for (const { action, block, text, due, isOpen } of facts.actions) {
    const { prose, full } = action.block;
    const words = (action.audience === 'customer' ? prose : full).text;
    if (due && isOpen)
      found.push({
        block,
        day: due,
        written: text.slice(due.start, due.end),
        stems: stemsOf(words),
        words: { start: 0, end: words.length },
        source: action,
        group: `table ${action.chunk.offset}`,
      });
  }
  return found.slice(0, most);
}

/** How much two measures have in common, from 0 to 1; nothing where it is too little to tell. */
function likeness(a: DatedStep, b: DatedStep): number {
  const shared = [...a.stems].filter((stem) => b.stems.has(stem)).length;
  return shared < (/[\u3400-\u9fff]/u.test([...a.stems].join('')) ? 4 : 3)
    ? 0
    : shared / Math.min(a.stems.size, b.stems.size);
}

/** A length, a share or a number of a measure, where it names just one of that sort. */
interface Size extends Span {
  readonly sort: string;
  readonly least: number;
  readonly most: number;
}

const textOf = ({ block, audience }: PlacedBlock): string => (audience === 'customer' ? block.prose : block.full).text;

function sizesOf({ source, words }: DatedStep): Size[] {
  const text = textOf(source);
  const isIn = ({ start, end }: Span): boolean => start >= words.start && end <= words.end;
  const lengths = readDurations(text).filter(isIn);
  const amounts = amountsIn(text).filter(
    (amount) => isIn(amount) && (amount.sort === '' || /^%|per ?cent/.test(amount.sort)),
  );
  const all = [
    // A measure names its limits as they are: no more is allowed for than days for weeks.
    ...lengths.map(({ start, end, minutes }) => ({
      start,
      end,
      sort: 'length',
      least: 0.95 * minutes,
      most: 1.05 * minutes,
    })),
    ...amounts.map(({ start, end, sort, value }) => ({ start, end, sort, least: value, most: value })),
  ];
  return all.filter(({ sort }) => all.filter((each) => each.sort === sort).length === 1);
}

/** One measure with two sizes: "within 2 minutes" in the table, "within 5 minutes" in the list. */
export function* stepSizes(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const all = datedSteps(facts, context);
  for (const [index, later] of all.entries()) {
    const others = all.slice(0, index).filter(({ group, day }) => group !== later.group && isSameDay(day, later.day));
    // On one day: it is the same measure where it shares words, and no other of that day shares more.
    const ranked = others.map((each) => ({ each, like: likeness(each, later) })).sort((a, b) => b.like - a.like);
    const [best, next] = ranked;
    if (!best || best.like < 0.5 || (next && next.like >= best.like && next.each.group === best.each.group)) continue;
    for (const here of sizesOf(later)) {
      const there = sizesOf(best.each).find(({ sort }) => sort === here.sort);
      if (!there || (here.least <= there.most && there.least <= here.most)) continue;
      const [words, other] = [
        textOf(later.source).slice(here.start, here.end),
        textOf(best.each.source).slice(there.start, there.end),
      ];
      yield {
        at: placeIn(later.source, here),
        say: {
          en: `“${words}” here, “${other}” elsewhere for what seems to be the same step. Find out which is right and correct the other; customers hold you to what they were told.`,
          zh: `此处是“${words}”，别处说到同一项措施时是“${other}”。请核实并改正，客户会以所写的为准。`,
        },
      };
    }
  }
}

/** Words that say of what they stand beside that only a part of it is there. */
const inPart =
  /\b(?:first|part(?:ly|s)?|some|one of|half|so far|beta|pilot|trial|begun|started|already (?:begun|started)|version|stage|phase)\b|部分|首批|第一|试点|试运行|灰度|已经?开始|初步|其中|阶段/i;

/** How much of a row of the actions a sentence says, from 0 to 1; nothing where it is too little to tell. */
function shareSaid(words: string): (row: Pick<Action, 'action'>) => number {
  const said = stemsOf(words);
  const least = /[\u3400-\u9fff]/u.test(words) ? 4 : 3;
  return ({ action }) => {
    const stems = stemsOf(action.block.full.text);
    const shared = [...stems].filter((stem) => said.has(stem)).length;
    return shared < least ? 0 : shared / stems.size;
  };
}

/** "… went live with the new app" for customers, and the same step open in the table of colleagues. */
export function* doneSteps(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const open = facts.actions.filter(({ isOpen, action }) => isOpen && action.audience !== 'customer').slice(0, most);
  if (open.length === 0) return;
  const closed = facts.actions.filter(({ isOpen }) => !isOpen).slice(0, most);
  for (const { block, steps } of stepsOf(context)) {
    if (block.block.kind === 'cell' || elsewhere.has(block.section?.kind ?? '')) continue;
    for (const part of steps.parts) {
      const { words } = part;
      const plain = fold(words);
      if (part.isAhead || !live.test(plain) || inPart.test(plain)) continue;
      const like = shareSaid(words);
      const [best] = open.map((row) => ({ row, like: like(row) })).sort((a, b) => b.like - a.like);
      // "In force since 20 November" beside a row that was due on that day.
      if (best?.row.due && part.day && isSameDay(best.row.due, part.day)) continue;
      if (!best || best.like < 0.5 || closed.some((row) => like(row) >= best.like)) continue;
      const named = best.row.action.block.full.text.trim();
      const start = part.start + (words.length - words.trimStart().length);
      yield {
        at: placeIn(block, { start, end: part.end }),
        say: {
          en: `This says that it is done; “${named}” is still open in the actions. Find out which is right and correct the other; a step that customers take for done and that is not is the next broken promise.`,
          zh: `这里说已经完成，行动项中“${named}”却还没有完成。请核实并改正；客户以为已经做好、其实没有的措施，会成为下一个落空的承诺。`,
        },
      };
    }
  }
}

/** "By 20 February we introduce a colour strip" for customers, and the same step done in the table of colleagues. */
export function* stepsToCome(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const inside = facts.actions.filter(({ action }) => action.audience !== 'customer').slice(0, most);
  if (inside.every(({ isOpen }) => isOpen)) return;
  for (const { block, state, steps } of stepsOf(context)) {
    if (block.block.kind === 'cell' || elsewhere.has(block.section?.kind ?? '')) continue;
    for (const part of steps.parts) {
      // "Done: … from 10 June on two people decide": it holds from then on.
      if (!part.isAhead || !part.day || (part.state ?? state) === 'done') continue;
      // "We withdrew the update and, by 17 July, put two cars in our test fleet."
      if (
        /^\W*we (?:\w+ly )?(?:\w+ed|withdrew|put|took|made|brought|sent|went|built|set|gave|began)\b/i.test(part.words)
      )
        continue;
      const like = shareSaid(part.words);
      const [best, next] = inside.map((row) => ({ row, like: like(row) })).sort((a, b) => b.like - a.like);
      if (!best || best.row.isOpen || best.like < 0.7 || (next && next.like > 0.5)) continue;
      const start = part.start + (part.words.length - part.words.trimStart().length);
      const named = best.row.action.block.full.text.trim();
      yield {
        at: placeIn(block, { start, end: part.end }),
        say: {
          en: `This is still to come here; “${named}” is done in the actions. Find out which is right and correct the other; customers wait for what they could have today.`,
          zh: `这里说还要做，行动项中“${named}”却已经完成。请核实并改正，否则客户会等一件早已做好的事。`,
        },
      };
    }
  }
}

/** One measure with two days: "by 23 October" in the list, "on 30 October" in an answer. */
export function* steps(facts: DocumentFacts, context: DocumentContext): Generator<Problem> {
  const all = datedSteps(facts, context);
  for (const [index, later] of all.entries()) {
    const others = all.slice(0, index).filter(({ group }) => group !== later.group);
    // A day that another measure has too is that one's.
    if (others.some(({ day }) => isSameDay(day, later.day))) continue;
    const [best] = others
      .map((each) => ({ each, like: likeness(each, later) }))
      .filter(({ like }) => like >= 0.5)
      .sort((a, b) => b.like - a.like);
    if (!best) continue;
    const { each } = best;
    if (all.some((step) => step.group === later.group && isSameDay(step.day, each.day))) continue;
    const [here, there] = [later.written, each.written];
    yield {
      at: placeIn(later.block, later.day),
      say: {
        en: `“${here}” here, “${there}” elsewhere for what seems to be the same step. Find out which is right and correct the other; customers hold you to the earlier one.`,
        zh: `此处是“${here}”，别处说到同一项措施时是“${there}”。请核实并改正，客户会以较早的日期为准。`,
      },
    };
  }
}
