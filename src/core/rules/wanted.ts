import data from '../../data/explanation.json' with { type: 'json' };
import type { Localized } from '../finding.js';
import { statementName } from '../phrases/lists.js';

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
  readonly answers?: string;
  readonly say: Localized;
}

/** The snippet that makes a whole customer part. */
export const wholeSnippet: Localized = data.whole;
export const wantedSections: readonly WantedSection[] = data.sections;
export const wantedParts: readonly WantedPart[] = data.parts;

/** The phrase lists of what they must say. */
export const statements: ReadonlyMap<string, string> = new Map(
  [
    ...wantedSections.flatMap((section) => section.statements),
    ...wantedParts.flatMap(({ statement }) => statement ?? []),
  ].map((name) => [name, statementName(name)]),
);

/** What a measure does that stands in the way of a repeat, whether its sentence says so or not. */
export const guarding = new RegExp(`${data.guarding.en}|${data.guarding.zh}`, 'i');
