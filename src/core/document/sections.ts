import data from '../../data/sections.json' with { type: 'json' };
import type { Language, Localized } from '../finding.js';
import { fold } from '../language/fold.js';
import { rememberByText } from '../remember.js';
import { addressesCustomers } from './customer-headings.js';

/** What a section of a postmortem is about; `customer-part` is the heading under which customers are spoken to. */
export type SectionKind = string;

export interface SectionData {
  readonly kind: SectionKind;
  /** Whether the section belongs to the customer part. */
  readonly customer: boolean;
  readonly title: Localized;
  /** Headings that mean this section, lower case. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
  /** What else a heading of this section may hold: regular expressions on the heading as it is compared. */
  readonly forms?: Readonly<Record<Language, readonly string[]>>;
  /** Words that keep a heading from meaning this section. */
  readonly unless?: Readonly<Record<Language, readonly string[]>>;
}

/** The kinds of section, in the order of a good postmortem. */
export const sectionKinds: readonly SectionData[] = data.sections;

/** The kinds that a customer explanation consists of. */
export const explanationKinds: readonly SectionKind[] = sectionKinds
  .filter((section) => section.customer && section.kind !== 'customer-part')
  .map((section) => section.kind);

const numbering =
  /^(?:(?:\d+(?:\.\d+)*|[一二三四五六七八九十]+|[ivx]+|[a-h])[.、)）:：]\s*|[（(][\d一二三四五六七八九十]+[)）]\s*|第[一二三四五六七八九十\d]+[章节部分]+\s*|part (?:\d|[a-d]|[ivx]+|one|two|three|four|five)\s?[.:：)–—-]\s*)/i;
const decoration = /^(?:[\p{P}\p{S}\s]|\u200d|\ufe0f)+|(?:[\p{P}\p{S}\s]|\u200d|\ufe0f)+$/gu;

/** A heading that has none of what `plainHeading` takes away. */
const isPlain = /^[A-Za-z]{2,}(?: [A-Za-z]{2,})*$/;

/** The words of a heading without case, numbering, emoji, punctuation at the ends, and doubled spaces. */
export function plainHeading(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  const trimmed = fold(text).trim().replace(numbering, '').replace(decoration, '').replace(numbering, '');
  return trimmed.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase();
}

/** Names of the kinds that `belongs` picks; where a name stands twice the first kind has it. */
function named(belongs: (section: SectionData) => boolean): ReadonlyMap<string, SectionKind> {
  const names = new Map<string, SectionKind>();
  for (const section of sectionKinds.filter(belongs)) {
    for (const name of [...section.names.en, ...section.names.zh].map(plainHeading)) {
      if (!names.has(name)) names.set(name, section.kind);
    }
  }
  return names;
}

const isPart = ({ kind }: SectionData): boolean => kind === 'customer-part';
const forCustomers = named(({ customer }) => customer);
const elsewhere = named((section) => !section.customer || isPart(section));

const forms: readonly (readonly [SectionKind, readonly RegExp[]])[] = sectionKinds.map((section) => [
  section.kind,
  [...(section.forms?.en ?? []), ...(section.forms?.zh ?? [])].map((form) => new RegExp(form, 'u')),
]);

/**
 * The kinds of explanation section that the words of a heading for customers point to, first named first: "What happened
 * and why" is the acknowledgement and the cause.
 */
export const kindsByWords: (heading: string) => readonly SectionKind[] = rememberByText((heading) => {
  const plain = plainHeading(heading);
  return forms
    .flatMap(([kind, all]) => {
      const places = all.map((form) => plain.search(form)).filter((at) => at >= 0);
      return places.length > 0 ? [{ kind, at: Math.min(...places) }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}, 500);

/** Words that keep a heading from opening the customer part: "Customer message (internal notes)". */
const closing = sectionKinds
  .filter(isPart)
  .flatMap(({ unless }) => [
    ...(unless?.en ?? []).map((word) => new RegExp(`\\b${word}\\b`)),
    ...(unless?.zh ?? []).map((word) => new RegExp(word)),
  ]);

/**
 * The kind of section that a heading names.
 * @param heading The heading's text; "Root cause: an expired certificate" and "Impact (customers)" count by what
 *   stands before the mark.
 * @param toCustomers Whether the heading stands in text for customers, where "What happened" is the acknowledgement;
 *   in an internal part it is the summary.
 * @returns `undefined` for a heading that is none of the known names.
 */
export function namedKind(heading: string, toCustomers: boolean): SectionKind | undefined {
  const find = (text: string): SectionKind | undefined => {
    const name = plainHeading(text);
    return toCustomers ? (forCustomers.get(name) ?? elsewhere.get(name)) : elsewhere.get(name);
  };
  const lead = /^(.{2,40}?)\s*(?:[:：(（]|\s[-–—]\s)/u.exec(heading.replace(numbering, ''))?.[1];
  const plain = plainHeading(heading);
  // "Timeline, UTC": behind a comma stands more than behind a bracket, so it opens nothing for customers.
  const beforeComma = find(/^(.{2,40}?)[,，]\s/u.exec(heading.replace(numbering, ''))?.[1] ?? '');
  const kind =
    find(heading) ??
    (lead ? find(lead) : undefined) ??
    (beforeComma === 'timeline' ? beforeComma : undefined) ??
    (addressesCustomers(plain) ? 'customer-part' : undefined);
  return kind === 'customer-part' && closing.some((word) => word.test(plain)) ? undefined : kind;
}

/**
 * The kind of section that a heading starts: by its name, and in text for customers else by its words.
 * @param toCustomers As for {@link namedKind}.
 * @returns `undefined` for a heading that Candor knows nothing about.
 */
export const sectionKind = (heading: string, toCustomers: boolean): SectionKind | undefined =>
  namedKind(heading, toCustomers) ?? (toCustomers ? kindsByWords(heading)[0] : undefined);

/** Headings of teams that call their timeline otherwise: "Log of the night (CET)", "二、处置经过". */
const logLike =
  /\b(?:log|chronology|chronicle|sequence of events|course of events|minute by minute|hour by hour|what happened when|order of events)\b|经过|过程|始末|时序|流水/i;

/** All that rules know of a heading's words, so that words which say none of it are free to change. */
export interface HeadingWords {
  /** The kind of section that it starts: in text for customers, and elsewhere. */
  readonly toCustomers: SectionKind | undefined;
  readonly elsewhere: SectionKind | undefined;
  /** The kinds of explanation section that its words point to, first named first. */
  readonly kinds: readonly SectionKind[];
  /** Whether it may be the heading of a timeline. */
  readonly isLog: boolean;
}

/** Reads a heading's text. */
export const headingWords = (heading: string): HeadingWords => ({
  toCustomers: sectionKind(heading, true),
  elsewhere: sectionKind(heading, false),
  kinds: kindsByWords(heading),
  isLog: logLike.test(heading),
});
