import type { Localized, Span } from '../finding.js';

/**
 * What a refusal is about. `empty`: nothing is for customers. `front-matter`: a problem that the rule of that name
 * reports too. The others stand at a place in the source that has to change before anything can go to a customer.
 */
export type RefusalKind =
  | 'marker'
  | 'heading'
  | 'html'
  | 'character'
  | 'link'
  | 'image'
  | 'reference'
  | 'strike'
  | 'cell'
  | 'front-matter'
  | 'node'
  | 'leak'
  | 'empty';

/** Why the customer version cannot be made, and where. Offsets in the document, UTF-16 units. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly at: Span;
  /** What is wrong and what to do. */
  readonly say: Localized;
}

/** Makes a refusal. */
export function refusal(kind: RefusalKind, at: Span, en: string, zh: string): Refusal {
  return { kind, at, say: { en, zh } };
}

/** The same refusal in a text that starts `by` units earlier. */
export function shifted(from: Refusal, by: number): Refusal {
  return by === 0 ? from : { ...from, at: { start: from.at.start + by, end: from.at.end + by } };
}
