import data from '../../data/explanation.json' with { type: 'json' };
import type { CalendarDay } from '../document/clock.js';
import type { PlacedBlock, Postmortem, Section } from '../document/postmortem.js';
import type { StepPart } from '../document/steps.js';
import type { Localized, Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { statementName } from '../phrases/lists.js';
import { documentFacts, isFragment } from './document-facts.js';
import type { DocumentContext, Fact } from './rule.js';
import { type Said, saidIn } from './said.js';
import { isIn, type Roles, rolesOf } from './section-roles.js';
import { type PlacedSteps, stepsOf, undatedIn } from './steps-said.js';

/** Which message to customers a document is. */
export type Message = 'explanation' | 'first-notice' | 'update' | 'all-clear';

/** A section or a part of one that an explanation must have. */
export interface Wanted {
  readonly kind: string;
  readonly insert: Localized;
}

export interface WantedSection extends Wanted {
  readonly statements: readonly string[];
  readonly why: Localized;
}

export interface WantedPart extends Wanted {
  readonly id: string;
  readonly asks: readonly string[];
  readonly statement?: string;
  readonly needs?: string;
  readonly say: Localized;
}

/** The snippet that makes a whole customer part. */
export const wholeSnippet: Localized = data.whole;
export const wantedSections: readonly WantedSection[] = data.sections;
export const wantedParts: readonly WantedPart[] = data.parts;

/** The phrase lists of what they must say. */
const statements: ReadonlyMap<string, string> = new Map(
  [
    ...wantedSections.flatMap((section) => section.statements),
    ...wantedParts.flatMap(({ statement }) => statement ?? []),
  ].map((name) => [name, statementName(name)]),
);

/** A measure that is to come and has no date. */
export interface UndatedStep {
  readonly block: PlacedBlock;
  readonly at: Span;
  readonly text: string;
}

interface Timed {
  readonly days: number;
  readonly times: number;
  readonly stretches: number;
  readonly durations: number;
}

/** What a measure does that stands in the way of a repeat, whether its sentence says so or not. */
const guarding = new RegExp(`${data.guarding.en}|${data.guarding.zh}`, 'i');

/** Whether a day is later than another; in the same year where it names none. */
function isLater(a: CalendarDay, b: CalendarDay): boolean {
  const years = a.year !== undefined && b.year !== undefined ? a.year - b.year : 0;
  return (years || a.month - b.month || a.day - b.day) > 0;
}

/** A document that speaks to customers, as the rules about completeness see it. */
export class Explanation {
  readonly #said: readonly Fact<Said>[];
  readonly #roles: Roles;
  /** The blocks of the sections that were asked for. */
  readonly #within = new Map<Section | string, readonly Fact<Said>[]>();
  readonly #timed: ReadonlyMap<PlacedBlock, Timed>;
  readonly #steps: readonly PlacedSteps[];
  /** The last day that front matter names of the incident. */
  readonly #lastDay: CalendarDay | undefined;

  constructor(
    readonly message: Message,
    /** Where a finding about the whole stands. */
    readonly heading: Span,
    postmortem: Postmortem,
    context: DocumentContext,
  ) {
    const facts = documentFacts(postmortem, context);
    this.#lastDay = (['resolved', 'mitigated', 'began'] as const).flatMap(
      (key) => facts.incident.moments.get(key)?.day ?? [],
    )[0];
    this.#said = context.facts('said', (block) => saidIn(block, statements));
    this.#timed = new Map(
      facts.timed
        .filter(({ block }) => block.audience === 'customer')
        .map(({ block, moments, stretches, durations }) => [
          block,
          {
            durations: durations.length,
            days: moments.filter(({ kind }) => kind === 'date').length,
            times: moments.filter(({ kind }) => kind === 'time').length,
            stretches: stretches.length,
          },
        ]),
    );
    this.#roles = rolesOf(postmortem, this.#said);
    this.#steps = stepsOf(context);
  }

  /** The section of a kind, where one stands for it. */
  section(kind: string): Section | undefined {
    return this.#roles.sections.get(kind);
  }

  /** Whether the document has the section: by heading, by what a section says, or in a letter without any. */
  hasSection({ kind, statements }: WantedSection): boolean {
    if (this.#roles.sections.has(kind) || this.#said.some(({ value }) => value.leadsIn === kind)) return true;
    if (kind === 'follow-up' && this.#keepsInTouch()) return true;
    if (kind === 'faq') return this.#said.filter(({ value }) => value.isQuestion).length >= 2;
    const isLetter = this.#roles.sections.size === 0;
    const open = isLetter ? this.#said : this.#said.filter(({ block }) => this.#isOpen(block.section));
    return statements.some((name) => open.some(({ value }) => value.statements.has(name)));
  }

  /** Whether one section, whatever its heading, promises a message with its time and says how to reach us. */
  #keepsInTouch(): boolean {
    const outside = this.#outsideFaq();
    const reach = new Set(
      outside
        .filter(({ value }) => value.hasAddress || value.statements.has('contact'))
        .map(({ block }) => block.section),
    );
    return outside.some(({ block, value }) => value.namesNext && reach.has(block.section));
  }

  /** Whether what stands under a heading, or before the first one, may be of any section. */
  #isOpen(section: Section | undefined): boolean {
    if (section === undefined || section.depth === 1 || section.kind === 'customer-part') return true;
    for (let at: Section | undefined = section; at; at = at.parent) if (this.#roles.free.has(at)) return true;
    return false;
  }

  /** The sections that it has, by kind; without a place where it says in running text what belongs there. */
  places(): ReadonlyMap<string, Section | undefined> {
    const has = wantedSections.filter((wanted) => this.hasSection(wanted));
    return new Map(has.map(({ kind }) => [kind, this.#roles.sections.get(kind)]));
  }

  #blocksIn(section: Section | undefined): readonly Fact<Said>[] {
    if (!section) return this.#said;
    const blocks = this.#within.get(section) ?? this.#said.filter(({ block }) => isIn(block, section));
    this.#within.set(section, blocks);
    return blocks;
  }

  /** Whether the document says the part: in its section where it has one, for some parts anywhere. */
  says({ id, kind, statement, needs }: WantedPart): boolean {
    const isAnywhere = kind === 'recovery' || kind === 'follow-up' || statement === 'apology';
    const section = isAnywhere ? undefined : this.#roles.sections.get(kind);
    const blocks = this.#blocksIn(section);
    // A plain account needs no "because"; what is dated and not ahead is done.
    if (id === 'mechanism') {
      const led = section ? blocks : this.#ledBy(kind, blocks);
      if (led.length > 0) return this.#tellsMechanism(led);
    }
    if (id === 'measures-done' && section && blocks.some((said) => this.#isDone(said))) return true;
    if (id === 'prevention') return this.#prevents(section);
    const stated = blocks.filter(
      ({ value }) => !statement || value.statements.has(statement) || (statement === 'contact' && value.hasAddress),
    );
    switch (needs) {
      case 'period': {
        // "Who", "When" and "Sorry" may be sections of their own; office hours tell no period.
        return (
          this.#tellsPeriod(blocks) ||
          (section !== undefined && this.#tellsPeriod(this.#unassigned().filter(({ value }) => !value.hasAddress)))
        );
      }
      case 'time':
        return stated.some(({ block, value }) => value.hasBlank || value.namesNext || this.#isBesideDay(block));
      case 'age':
        return stated.some(({ value }) => value.hasBlank || value.agesBackups);
      case 'figure':
        return (
          stated.length > 0 ||
          blocks.some(({ value }) => value.hasBlank || value.hasCount) ||
          (section !== undefined && this.#unassigned().some(({ value }) => value.countsReaders))
        );
      case 'date':
        return blocks.some(({ value }) => value.hasBlank) || this.#plansWithDate(section) || this.#plansElsewhere();
      case 'question':
        return this.#asks(id, section, blocks);
      default:
        return stated.length > 0;
    }
  }

  /** The blocks from a bold lead-in of the kind to the next lead-in. */
  #ledBy(kind: string, blocks: readonly Fact<Said>[]): readonly Fact<Said>[] {
    let lead: string | undefined;
    return blocks.filter(({ block, value }) => {
      if (block.block.kind === 'heading') lead = undefined;
      lead = value.leadsIn ?? lead;
      return lead === kind;
    });
  }

  /** What stands in none of the sections of an explanation but the first: before them, or under headings of its own. */
  #unassigned(): readonly Fact<Said>[] {
    return this.#within.get('unassigned') ?? this.#remember('unassigned', ['acknowledgement']);
  }

  /** What may tell measures: all but the apology, the data, the contact and the FAQ, and no promise of a message. */
  #aboutMeasures(): ReadonlySet<PlacedBlock> {
    const found = this.#within.get('measures') ?? this.#remember('measures', ['cause', 'response']);
    return new Set(found.filter(({ value }) => !value.statements.has('next-message')).map(({ block }) => block));
  }

  #remember(name: string, besides: readonly string[]): readonly Fact<Said>[] {
    const others = [...this.#roles.sections].flatMap(([kind, section]) => (besides.includes(kind) ? [] : [section]));
    const blocks = this.#said.filter(({ block }) => !others.some((section) => isIn(block, section)));
    this.#within.set(name, blocks);
    return blocks;
  }

  #tellsPeriod(blocks: readonly Fact<Said>[]): boolean {
    const all = blocks.flatMap(({ block }) => this.#timed.get(block) ?? []);
    return (
      blocks.some(({ value }) => value.hasBlank) ||
      all.some(
        ({ stretches, times, days, durations }) =>
          stretches > 0 || times > 1 || days > 1 || (times > 0 && durations > 0),
      ) ||
      all.reduce((sum, { times }) => sum + times, 0) > 1
    );
  }

  #says(statement: string | undefined, said: readonly Fact<Said>[]): boolean {
    return said.some(({ value }) => value.hasBlank || (statement !== undefined && value.statements.has(statement)));
  }

  /** Named as such, or asked in the FAQ of a text that plans measures. */
  #prevents(response: Section | undefined): boolean {
    if (this.#outsideFaq().some(({ value }) => value.hasBlank || value.prevents)) return true;
    if (this.#guards()) return true;
    const faq = this.#roles.sections.get('faq');
    const asks = faq !== undefined && this.#asks('faq-prevention', faq, this.#blocksIn(faq));
    return asks && (this.#plansWithDate(response) || this.#plansElsewhere());
  }

  /** Whether a measure with a day, after the incident or still to come, is one that guards. */
  #guards(): boolean {
    const blocks = this.#aboutMeasures();
    const isAfter = ({ day, isAhead }: StepPart): boolean =>
      isAhead || (day !== undefined && this.#lastDay !== undefined && isLater(day, this.#lastDay));
    return this.#steps.some(
      ({ block, text, steps }) =>
        blocks.has(block) &&
        steps.parts.some((part) => isAfter(part) && guarding.test(fold(text.slice(part.start, part.end)))),
    );
  }

  #outsideFaq(): readonly Fact<Said>[] {
    const faq = this.#roles.sections.get('faq');
    return faq ? this.#said.filter(({ block }) => !isIn(block, faq)) : this.#said;
  }

  #tellsMechanism(blocks: readonly Fact<Said>[]): boolean {
    const told = blocks.reduce((sum, { value }) => sum + value.told, 0);
    return told > 1 || blocks.some(({ value }) => value.hasBlank) || (told > 0 && this.#says('cause', blocks));
  }

  /** Whether the questions of the FAQ ask about something; in a letter without one, any of its questions. */
  #asks(topic: string, section: Section | undefined, blocks: readonly Fact<Said>[]): boolean {
    return blocks.some(
      ({ block, value }) =>
        value.hasBlank ||
        (value.asked.has(topic) && (value.isQuestion || (block.block.kind === 'heading' && block.section !== section))),
    );
  }

  /** Measures that are still to come and have a day; in a letter without sections, any sentence that looks ahead. */
  #plansWithDate(section: Section | undefined): boolean {
    return this.#steps.some(
      ({ block, state, isDated, steps }) =>
        (!section || isIn(block, section)) &&
        (block.block.kind === 'cell'
          ? (this.#days(block) > 0 && state !== 'done') || undefined
          : steps.parts.some((part) => {
              const own = part.state ?? state;
              return own === 'planned' ? isDated || part.isTimed : own !== 'done' && part.isAhead;
            })),
    );
  }

  /** The same outside the response, where it is told in several sections. */
  #plansElsewhere(): boolean {
    const blocks = this.#aboutMeasures();
    return this.#steps.some(
      ({ block, steps }) => blocks.has(block) && steps.parts.some(({ state, isAhead }) => state !== 'done' && isAhead),
    );
  }

  /** The measures to come of the response that have no date of any sort. */
  *undatedSteps(): Generator<UndatedStep> {
    const section = this.#roles.sections.get('response');
    if (!section && this.#roles.sections.size > 0) return;
    for (const { block, state, isDated, steps } of this.#steps)
      if (!section || isIn(block, section)) yield* undatedIn(block, state, isDated, steps);
  }

  #days(block: PlacedBlock): number {
    return this.#timed.get(block)?.days ?? 0;
  }

  #isDone({ block, value: { isAhead, told } }: Fact<Said>): boolean {
    const timed = this.#timed.get(block);
    const isTimed = timed !== undefined && timed.days + timed.times > 0;
    return isTimed && (!isAhead || told > 2) && block.block.kind !== 'heading';
  }

  /** In a table the day stands in a cell of its own. */
  #isBesideDay({ block, chunk }: PlacedBlock): boolean {
    return (
      block.kind === 'cell' &&
      this.#said.some(
        ({ block: other }) => other.chunk === chunk && other.block.top === block.top && this.#days(other) > 0,
      )
    );
  }
}

/** Where a finding about the whole message stands: its own heading, the title, the first block. */
function headingOf(postmortem: Postmortem): Span {
  const part = postmortem.sections.find(({ kind, audience }) => kind === 'customer-part' && audience === 'customer');
  const title = part ?? postmortem.sections[0];
  if (title) return title.heading;
  const [first] = postmortem.blocks;
  return first
    ? { start: first.chunk.offset + first.block.start, end: first.chunk.offset + first.block.end }
    : (postmortem.frontMatter.at ?? { start: 0, end: 0 });
}

/**
 * The document as a message to customers; `undefined` where it is none: no postmortem with a customer part, and no text
 * for customers with the headings of an explanation.
 */
export function explanationOf(postmortem: Postmortem, context: DocumentContext): Explanation | undefined {
  return context.once('explanation', () => {
    if (!postmortem.hasCustomerPart || isFragment(postmortem)) return undefined;
    const { values } = postmortem.frontMatter;
    const hasPart = postmortem.sections.some(
      ({ kind, audience }) => kind === 'customer-part' && audience === 'customer',
    );
    const isPostmortem = values.type === 'postmortem' && (hasPart || values.audience === 'customer');
    // Any report has a summary and a cause; these sections are written for customers.
    const own = new Set(['recovery', 'follow-up', 'faq']);
    const kinds = new Set(
      postmortem.sections.flatMap(({ kind, audience }) => (kind && audience === 'customer' ? [kind] : [])),
    );
    const hasHeadings =
      wantedSections.filter(({ kind }) => kinds.has(kind)).length >= 4 &&
      [...own].filter((kind) => kinds.has(kind)).length >= 2;
    if (!isPostmortem && !hasPart && !hasHeadings) return undefined;
    return new Explanation(values.message ?? 'explanation', headingOf(postmortem), postmortem, context);
  });
}
