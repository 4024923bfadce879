import data from '../../data/sections.json' with { type: 'json' };
import type { Language, Localized } from '../finding.js';
import { fold } from '../language/fold.js';

/** What a section of a postmortem is about; `customer-part` is the heading under which customers are spoken to. */
export type SectionKind = string;

export interface SectionData {
  readonly kind: SectionKind;
  /** Whether the section belongs to the customer part. */
  readonly customer: boolean;
  readonly title: Localized;
  /** Headings that mean this section, lower case. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
}

/** The kinds of section, in the order of a good postmortem. */
export const sectionKinds: readonly SectionData[] = data.sections;

/** The kinds that a customer explanation consists of. */
export const explanationKinds: readonly SectionKind[] = sectionKinds
  .filter((section) => section.customer && section.kind !== 'customer-part')
  .map((section) => section.kind);

const numbering =
  /^(?:(?:\d+(?:\.\d+)*|[一二三四五六七八九十]+|[ivx]+|[a-h])[.、)）:：]\s*|[（(][\d一二三四五六七八九十]+[)）]\s*|第[一二三四五六七八九十\d]+[章节部分]+\s*)/iu;
const decoration = /^(?:[\p{P}\p{S}\s]|\u200d|\ufe0f)+|(?:[\p{P}\p{S}\s]|\u200d|\ufe0f)+$/gu;

/** The words of a heading without case, numbering, emoji, punctuation at the ends, and doubled spaces. */
export function plainHeading(text: string): string {
  const trimmed = fold(text).trim().replace(numbering, '').replace(decoration, '').replace(numbering, '');
  return trimmed.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase();
}

const byName = new Map<string, SectionKind>(
  sectionKinds.flatMap((section) =>
    [...section.names.en, ...section.names.zh].map((name) => [plainHeading(name), section.kind] as const),
  ),
);

/**
 * The kind of section that a heading starts.
 * @param heading The heading's text; "Root cause: an expired certificate" and "Impact (customers)" count by what
 *   stands before the mark.
 * @returns `undefined` for a heading that Candor knows nothing about.
 */
export function sectionKind(heading: string): SectionKind | undefined {
  const whole = byName.get(plainHeading(heading));
  if (whole) return whole;
  const lead = /^(.{2,40}?)\s*(?:[:：(（]|\s[-–—]\s)/u.exec(heading.replace(numbering, ''))?.[1];
  return lead ? byName.get(plainHeading(lead)) : undefined;
}
