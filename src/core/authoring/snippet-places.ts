import type { Postmortem, Section } from '../document/postmortem.js';
import { explanationKinds, type SectionKind, sectionKinds } from '../document/sections.js';
import { inWriting, languageOfWriting, writingOf } from '../language/writing.js';
import type { Analysis } from '../lint.js';
import { sectionDepth, wholeSection } from './section-place.js';

/** Where a caret stands. */
export interface Place {
  readonly inFrontMatter: boolean;
  /** Whether what is written here is for customers. */
  readonly toCustomers: boolean;
  /** The kinds of the sections around the caret, innermost first. */
  readonly kinds: readonly SectionKind[];
  /** The innermost section. */
  readonly section: Section | undefined;
  readonly hasCustomerPart: boolean;
  /** Sections of the explanation that the document does not have. */
  readonly missing: readonly SectionKind[];
}

/**
 * Describes the place of an offset.
 * @param explained The sections that the explanation has, as the rules tell them; without it, those with a heading of theirs.
 */
export function placeAt(postmortem: Postmortem, offset: number, explained?: Analysis['explained']): Place {
  const { sections, frontMatter, hasCustomerPart } = postmortem;
  const section = sections.findLast(({ heading }) => heading.start <= offset);
  const kinds: SectionKind[] = [];
  for (let each: Section | undefined = section; each; each = each.parent) if (each.kind) kinds.push(each.kind);
  const there = new Set<SectionKind | undefined>(
    explained?.keys() ?? sections.filter(({ audience }) => audience === 'customer').map(({ kind }) => kind),
  );
  return {
    inFrontMatter: frontMatter.at !== undefined && offset < frontMatter.end,
    toCustomers: section ? section.audience === 'customer' : frontMatter.values.audience === 'customer',
    kinds,
    section,
    hasCustomerPart,
    missing: explanationKinds.filter((kind) => !there.has(kind)),
  };
}

/** The section kinds in which a part of an explanation fits, by the first words of its prefix. */
const partsOf: readonly (readonly [RegExp, SectionKind])[] = [
  [/^pm-ack-/, 'acknowledgement'],
  [/^pm-cause-/, 'cause'],
  [/^pm-(?:response-|prevention)/, 'response'],
  [/^pm-(?:recovery-|impact-|help|compensation)/, 'recovery'],
  [/^pm-followup-/, 'follow-up'],
  [/^pm-faq-/, 'faq'],
  [/^pm-timeline/, 'timeline'],
  [/^pm-action/, 'actions'],
];

/** Whether a snippet belongs where the caret stands: parts in their section, whole sections where one is missing. */
export function snippetFits(prefix: string, place: Place): boolean {
  if (prefix === 'pm-glossary') return place.inFrontMatter;
  if (place.inFrontMatter) return false;
  if (prefix === 'pm-customer-part') return !place.hasCustomerPart;
  if (prefix === 'pm-internal' || prefix === 'pm-internal-inline') return place.toCustomers;
  if (prefix === 'pm-ignore') return true;
  if (/^pm-(?:first-notice|update|all-clear)$/.test(prefix))
    return place.toCustomers && !place.kinds.some((kind) => kind !== 'customer-part');
  const whole = wholeSection(prefix);
  if (whole) return place.toCustomers && place.missing.includes(whole);
  const kind = partsOf.find(([pattern]) => pattern.test(prefix))?.[1];
  return kind !== undefined && place.kinds.includes(kind);
}

/** Internal sections that every postmortem is better with, in order. */
const usual: readonly SectionKind[] = [
  ...['summary', 'impact', 'timeline', 'detection', 'contributing-factors'],
  ...['resolution', 'lessons', 'actions', 'supporting'],
];

/** A heading that the document does not have. */
export interface MissingHeading {
  readonly kind: SectionKind;
  /** With its number signs. */
  readonly text: string;
}

/** The headings that are missing where the caret stands, in the order of a good postmortem. */
export function missingHeadings(
  postmortem: Postmortem,
  offset: number,
  explained?: Analysis['explained'],
): readonly MissingHeading[] {
  const place = placeAt(postmortem, offset, explained);
  if (place.inFrontMatter) return [];
  const part = postmortem.sections.find(({ kind }) => kind === 'customer-part');
  const writing = writingOf(postmortem);
  const title = (kind: SectionKind): string =>
    inWriting(sectionKinds.find((each) => each.kind === kind)?.title[languageOfWriting(writing)] ?? '', writing);
  const heading = (kind: SectionKind, depth: number): MissingHeading => ({
    kind,
    text: `${'#'.repeat(Math.min(depth, 6))} ${title(kind)}`,
  });
  if (place.toCustomers) return place.missing.map((kind) => heading(kind, sectionDepth(postmortem)));
  const internal = postmortem.sections.filter(({ audience }) => audience === 'internal');
  const there = new Set(internal.map(({ kind }) => kind));
  const depth = part?.depth ?? internal.find(({ kind }) => kind && usual.includes(kind))?.depth ?? 2;
  const own = usual.filter((kind) => !there.has(kind)).map((kind) => heading(kind, depth));
  return place.hasCustomerPart ? own : [...own, heading('customer-part', depth)];
}
