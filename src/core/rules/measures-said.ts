import type { CalendarDay } from '../document/clock.js';
import type { PlacedBlock, Section } from '../document/postmortem.js';
import type { StepPart } from '../document/steps.js';
import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { ahead, clause, finished, past } from './part-words.js';
import type { DocumentContext } from './rule.js';
import { isIn } from './section-roles.js';
import { type PlacedSteps, type SaidPart, stepsOf, undatedIn } from './steps-said.js';
import { guarding } from './wanted.js';

/** A measure that is to come and has no date. */
export interface UndatedStep {
  readonly block: PlacedBlock;
  readonly at: Span;
  readonly text: string;
}

/** Whether a day is later than another; in the same year where one names none. */
function isLater(a: CalendarDay, b: CalendarDay): boolean {
  const years = a.year !== undefined && b.year !== undefined ? a.year - b.year : 0;
  return (years || a.month - b.month || a.day - b.day) > 0;
}

/** The words of a step without the clauses whose tense says nothing of it: "what was deleted stays for 30 days". */
const mainWords = (words: string): string =>
  words
    .split(/[,;:，；：]/u)
    .map((each) => each.slice(0, Math.max(0, each.search(clause())) || undefined))
    .join(', ');

/** What the text for customers says of measures. */
export class Measures {
  readonly #steps: readonly PlacedSteps[];

  /** @param lastDay The last day that is known of the incident. */
  constructor(
    context: DocumentContext,
    readonly lastDay: CalendarDay | undefined,
  ) {
    this.#steps = stepsOf(context);
  }

  /** Whether a measure of a section, or of the whole text where it has none, is still to come and has a day. */
  planned(section: Section | undefined, days: (block: PlacedBlock) => number): boolean {
    return this.#steps.some(({ block, state, isDated, steps }) => {
      if (section && !isIn(block, section)) return false;
      if (block.block.kind === 'cell') return days(block) > 0 && state !== 'done';
      return steps.parts.some((part) => {
        const own = part.state ?? state;
        if (own === 'planned' && (isDated || part.isTimed)) return true;
        return own !== 'done' && (part.isAhead || (section !== undefined && this.#isToCome(part, block.block.listed)));
      });
    });
  }

  /** Whether a heading or lead-in that says “done” has something below it. */
  get hasDone(): boolean {
    return this.#steps.some(({ state, block }) => state === 'done' && block.block.kind !== 'cell');
  }

  /** Whether a measure in some blocks, by its own words, is still to come and has a day. */
  plannedIn(blocks: ReadonlySet<PlacedBlock>): boolean {
    return this.#steps.some(
      ({ block, steps }) => blocks.has(block) && steps.parts.some(({ state, isAhead }) => state !== 'done' && isAhead),
    );
  }

  /** Whether a measure in some blocks with a day, after the incident or still to come, is one that guards. */
  guardIn(blocks: ReadonlySet<PlacedBlock>): boolean {
    return this.#steps.some(
      ({ block, steps }) =>
        blocks.has(block) &&
        steps.parts.some((part) => (part.isAhead || this.#isAfter(part)) && guarding.test(fold(part.words))),
    );
  }

  /** The measures to come of a section that have no date of any sort. */
  *undated(section: Section | undefined): Generator<UndatedStep> {
    for (const { block, state, isDated, steps } of this.#steps)
      if (!section || isIn(block, section)) yield* undatedIn(block, state, isDated, steps);
  }

  #isAfter({ day }: StepPart): boolean {
    return day !== undefined && this.lastDay !== undefined && isLater(day, this.lastDay);
  }

  /** "12 October 2026: deleted images stay in a trash": a time after the incident, and nothing says that it is done. */
  #isToCome(part: SaidPart, isItem: boolean): boolean {
    const words = fold(part.words);
    const isTimed = this.#isAfter(part) || (part.day === undefined && ahead().test(words));
    if (!isTimed || finished().test(mainWords(words))) return false;
    // In an item "3 May: cover fitted" says what was or will be; a sentence has a tense.
    return isItem || !past().test(mainWords(words));
  }
}
