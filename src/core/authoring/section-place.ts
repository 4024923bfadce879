import { type Postmortem, type Section, sectionEnd } from '../document/postmortem.js';
import { explanationKinds, type SectionKind } from '../document/sections.js';
import type { Analysis } from '../lint.js';

/**
 * Where a missing section of the explanation belongs: after the last one that comes before it in a good explanation,
 * else before the first one that comes after it, else at the end of the customer part.
 * @param explained The sections that stand for each kind, as the rules tell them; without it, as headings name them.
 * @returns An offset at which a line starts, or the end of the text; `undefined` without a customer part.
 */
export function sectionPlace(
  postmortem: Postmortem,
  kind: SectionKind,
  explained?: Analysis['explained'],
): number | undefined {
  if (!postmortem.hasCustomerPart) return undefined;
  const customer = postmortem.sections.filter(({ audience }) => audience === 'customer');
  const rank = explanationKinds.indexOf(kind);
  const rankOf = (each: SectionKind | undefined): number => (each ? explanationKinds.indexOf(each) : -1);
  const told = new Map([...(explained ?? [])].map(([name, section]) => [section, name] as const));
  const rankIn = (section: Section): number => rankOf(told.get(section) ?? section.kind);
  const before = customer.filter((each) => rankIn(each) >= 0 && rankIn(each) < rank).at(-1);
  if (before) return sectionEnd(postmortem, before);
  const after = customer.find((each) => rankIn(each) > rank);
  if (after) return after.heading.start;
  const part = customer.find((each) => each.kind === 'customer-part');
  return part ? sectionEnd(postmortem, part) : postmortem.text.length;
}

/**
 * How deep the heading of a new section of the explanation is: as those that the explanation has, else one below the customer part's.
 * @returns 1 to 6.
 */
export function sectionDepth({ sections }: Postmortem): number {
  const part = sections.find((each) => each.kind === 'customer-part');
  const beside = sections.find((each) => each.audience === 'customer' && each.kind && isExplained(each.kind));
  return beside?.depth ?? Math.min((part?.depth ?? 1) + 1, 6);
}

const isExplained = (kind: SectionKind): boolean => explanationKinds.includes(kind);

/** A snippet with its first heading at a depth, and the others with it. */
export function atDepth(body: string, depth: number): string {
  const first = /^#{1,6}(?= )/m.exec(body)?.[0].length;
  if (first === undefined || first === depth) return body;
  return body.replace(/^#{1,6}(?= )/gm, (signs) => '#'.repeat(Math.min(6, Math.max(1, signs.length + depth - first))));
}

/** What the snippet of a whole section is called where its kind is long or holds a hyphen. */
const shortNames: Partial<Record<SectionKind, string>> = { acknowledgement: 'ack', 'follow-up': 'followup' };

/** The prefix of the snippet that holds a section of this kind as a whole. */
export const prefixOfSection = (kind: SectionKind): string => `pm-${shortNames[kind] ?? kind}`;

/** The kind of section that a snippet with this prefix holds as a whole; `undefined` for a part of one. */
export function wholeSection(prefix: string): SectionKind | undefined {
  return explanationKinds.find((kind) => prefixOfSection(kind) === prefix);
}
