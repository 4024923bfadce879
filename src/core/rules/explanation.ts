import data from '../../data/explanation.json' with { type: 'json' };
import type { PlacedBlock, Postmortem, Section } from '../document/postmortem.js';
import { kindsByWords } from '../document/sections.js';
import type { Localized, Span } from '../finding.js';
import { documentFacts, isFragment } from './document-facts.js';
import type { DocumentContext, Fact } from './rule.js';
import { type Said, saidIn } from './said.js';

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

const names = [
  ...new Set([
    ...wantedSections.flatMap(({ statements }) => statements),
    ...wantedParts.flatMap(({ statement }) => statement ?? []),
  ]),
];

/** A document that speaks to customers, as the rules about completeness see it. */
export class Explanation {
  readonly #said: readonly Fact<Said>[];
  /** The blocks of the sections that were asked for. */
  readonly #within = new Map<Section, readonly Fact<Said>[]>();
  readonly #timed: ReadonlyMap<
    PlacedBlock,
    { readonly days: number; readonly times: number; readonly stretches: number }
  >;
  readonly #sections = new Map<string, Section>();

  constructor(
    readonly message: Message,
    /** Where a finding about the whole stands. */
    readonly heading: Span,
    postmortem: Postmortem,
    context: DocumentContext,
  ) {
    this.#said = context.facts('said', (block) => saidIn(block, names));
    this.#timed = new Map(
      documentFacts(postmortem, context)
        .timed.filter(({ block }) => block.audience === 'customer')
        .map(({ block, moments, stretches }) => [
          block,
          {
            days: moments.filter(({ kind }) => kind === 'date').length,
            times: moments.filter(({ kind }) => kind === 'time').length,
            stretches: stretches.length,
          },
        ]),
    );
    for (const section of postmortem.sections) {
      if (section.audience !== 'customer' || section.kind === undefined) continue;
      if (!this.#sections.has(section.kind)) this.#sections.set(section.kind, section);
    }
    // One heading may stand for two: "What happened and why".
    for (const section of postmortem.sections) {
      if (section.audience !== 'customer' || section.depth === 1 || section.kind === 'customer-part') continue;
      for (const kind of kindsByWords(section.title)) if (!this.#sections.has(kind)) this.#sections.set(kind, section);
    }
  }

  /** The section of a kind, where the document has a heading for it. */
  section(kind: string): Section | undefined {
    return this.#sections.get(kind);
  }

  /** How many kinds of explanation section have a heading. */
  get kinds(): number {
    return wantedSections.filter(({ kind }) => this.#sections.has(kind)).length;
  }

  /** Whether the document has the section, by heading or, under headings of its own, by what it says. */
  hasSection({ kind, statements }: WantedSection): boolean {
    if (this.#sections.has(kind)) return true;
    if (kind === 'faq') return this.#said.filter(({ value }) => value.isQuestion).length >= 2;
    const free = this.kinds === 0 ? this.#said : this.#said.filter(({ block }) => isFree(block.section));
    return statements.some((name) => free.some(({ value }) => value.statements.has(name)));
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
    const section = isAnywhere ? undefined : this.#sections.get(kind);
    const blocks = this.#blocksIn(section);
    // A plain account needs no "because"; what is dated and not ahead is done; a table of dates may be of either.
    if (id === 'mechanism' && section && blocks.reduce((sum, { value }) => sum + value.told, 0) > 2) return true;
    if (id === 'measures-done' && section && blocks.some((said) => this.#isDone(said))) return true;
    if (id === 'measures-planned' && section && this.#datedRows(blocks) > 1) return true;
    const stated = blocks.filter(
      ({ value }) => !statement || value.statements.has(statement) || (statement === 'contact' && value.hasAddress),
    );
    switch (needs) {
      case 'period': {
        const all = blocks.map(({ block }) => this.#timed.get(block));
        const isBlank = blocks.some(({ value }) => value.hasBlank);
        return (
          isBlank ||
          all.some((timed) => timed && (timed.stretches > 0 || timed.times > 1 || timed.days > 1)) ||
          all.reduce((sum, timed) => sum + (timed?.times ?? 0), 0) > 1
        );
      }
      case 'time':
        return stated.some(({ block, value }) => value.hasBlank || value.namesNext || this.#isBesideDay(block));
      case 'figure':
        return stated.length > 0 || blocks.some(({ value }) => value.hasBlank || value.hasCount);
      case 'date':
        // In a table the day stands in a cell of its own.
        return (
          stated.length > 0 &&
          blocks.some(({ block, value }) => value.hasBlank || (this.#timed.get(block)?.days ?? 0) > 0)
        );
      default:
        return stated.length > 0;
    }
  }

  #days(block: PlacedBlock): number {
    return this.#timed.get(block)?.days ?? 0;
  }

  #isDone({ block, value: { isAhead, told } }: Fact<Said>): boolean {
    const timed = this.#timed.get(block);
    const isTimed = timed !== undefined && timed.days + timed.times > 0;
    return isTimed && (!isAhead || told > 2) && block.block.kind !== 'heading';
  }

  #datedRows(blocks: readonly Fact<Said>[]): number {
    return blocks.filter(({ block }) => block.block.kind === 'cell' && this.#days(block) > 0).length;
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

/** Whether a heading is none that Candor knows, so that what stands under it may be any section. */
const isFree = (section: Section | undefined): boolean =>
  section !== undefined && section.depth > 1 && section.kind === undefined;

function isIn({ section }: PlacedBlock, wanted: Section): boolean {
  for (let at = section; at; at = at.parent) if (at === wanted) return true;
  return false;
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
