import type { PlacedBlock, Postmortem, Section } from '../document/postmortem.js';
import type { Span } from '../finding.js';
import { documentFacts, isFragment } from './document-facts.js';
import { lastDayOf, type Timed, timedIn } from './incident-times.js';
import { Measures, type UndatedStep } from './measures-said.js';
import type { DocumentContext, Fact } from './rule.js';
import { type Said, saidIn } from './said.js';
import { isIn, type Roles, rolesOf } from './section-roles.js';
import { statements, type WantedPart, type WantedSection, wantedParts, wantedSections } from './wanted.js';

/** Which message to customers a document is. */
export type Message = 'explanation' | 'first-notice' | 'update' | 'all-clear';

/** A document that speaks to customers, as the rules about completeness see it. */
export class Explanation {
  readonly #said: readonly Fact<Said>[];
  readonly #roles: Roles;
  /** The blocks of the sections that were asked for. */
  readonly #within = new Map<Section | string, readonly Fact<Said>[]>();
  readonly #timed: ReadonlyMap<PlacedBlock, Timed>;
  readonly #measures: Measures;

  constructor(
    readonly message: Message,
    /** Where a finding about the whole stands. */
    readonly heading: Span,
    postmortem: Postmortem,
    context: DocumentContext,
  ) {
    const facts = documentFacts(postmortem, context);
    this.#said = context.facts('said', (block) => saidIn(block, statements));
    this.#timed = timedIn(context, this.#said);
    this.#roles = rolesOf(postmortem, this.#said);
    this.#measures = new Measures(context, lastDayOf(facts, context));
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
    if (
      id === 'measures-done' &&
      section &&
      (this.#measures.hasDone || blocks.some((said) => said.value.acts || this.#isDone(said)))
    )
      return true;
    // Who reads what is still to come reads what keeps it from happening again; that it has no day is told by itself.
    if (id === 'prevention')
      return this.#prevents(section) || this.#plansWithDate(section) || !this.undatedSteps().next().done;
    // A heading names some parts and says nothing of them.
    const isNamed = statement !== undefined && namedByHeadings.includes(statement);
    // A mailbox in the cause is one that nobody read.
    const cause = statement === 'contact' ? this.#roles.sections.get('cause') : undefined;
    const isStated = ({ block, value }: Fact<Said>): boolean =>
      !(isNamed && block.block.kind === 'heading') &&
      !(cause && isIn(block, cause)) &&
      (!statement || value.statements.has(statement) || (statement === 'contact' && value.hasAddress));
    switch (needs) {
      case 'period': {
        const effect = this.#roles.sections.get('recovery');
        // "Who", "When" and "Sorry" may be sections of their own, and "The effect on you" may tell from when to when; office
        // hours tell no period.
        return (
          this.#tellsPeriod(blocks) ||
          (section !== undefined && this.#tellsPeriod(this.#unassigned().filter(({ value }) => !value.hasAddress))) ||
          (effect !== undefined &&
            this.#blocksIn(effect).some(
              ({ block, value }) => !value.hasAddress && (this.#timed.get(block)?.stretches ?? 0) > 0,
            ))
        );
      }
      case 'time':
        return (
          blocks.some(
            (said) => isStated(said) && (said.value.hasBlank || said.value.namesNext || this.#isBesideDay(said.block)),
          ) || this.#announcesNext()
        );
      case 'age':
        return blocks.some((said) => isStated(said) && (said.value.hasBlank || said.value.agesBackups));
      case 'figure':
        return (
          blocks.some(isStated) ||
          blocks.some(({ value }) => value.hasBlank || value.hasCount) ||
          (section !== undefined && this.#unassigned().some(({ value }) => value.countsReaders))
        );
      case 'date':
        return blocks.some(({ value }) => value.hasBlank) || this.#plansWithDate(section);
      case 'question':
        return this.#asks(id, section, blocks) || this.#answers(id);
      default:
        return blocks.some(isStated);
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
    const blocks = this.#aboutMeasures();
    if (this.#measures.guardIn(blocks)) return true;
    if (response && this.#blocksIn(response).some(({ value }) => value.guards)) return true;
    const faq = this.#roles.sections.get('faq');
    const asks = faq !== undefined && this.#asks('faq-prevention', faq, this.#blocksIn(faq));
    return asks && this.#plansWithDate(response);
  }

  /** Measures that are still to come and have a day, in the response or where else the text tells of them. */
  #plansWithDate(response: Section | undefined): boolean {
    return (
      this.#measures.planned(response, (block) => this.#days(block)) || this.#measures.plannedIn(this.#aboutMeasures())
    );
  }

  /** Whether the text answers elsewhere what a question of the FAQ would ask. */
  #answers(question: string): boolean {
    if (question === 'faq-compensation') return this.#said.some(({ value }) => value.makesGood);
    return wantedParts.some((part) => part.answers === question && this.says(part));
  }

  /** "### When you hear from us next", and below it "On 2 July 2026, with …". */
  #announcesNext(): boolean {
    let isAbout = false;
    for (const { block, value } of this.#said) {
      if (isAbout && value.opensAhead) return true;
      if (block.block.kind === 'heading' || value.leadsIn !== undefined) isAbout = value.isAboutNext;
    }
    return false;
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

  /** The measures to come of the response that have no date of any sort. */
  *undatedSteps(): Generator<UndatedStep> {
    const section = this.#roles.sections.get('response');
    if (section || this.#roles.sections.size === 0) yield* this.#measures.undated(section);
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

/** What a heading alone does not say: "Refunds", "Your feedback". */
const namedByHeadings = ['help', 'feedback', 'everyone'];

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
