import type { About, AboutChange } from '../../protocol/preview.js';

/** One reading of what is said about a document, kept to be compared with the next. */
export interface Told {
  readonly about: About;
  readonly rest: string;
  readonly reasons: string;
  readonly marks: string;
}

/** Keeps what is said in a form that is compared quickly. */
export function toldOf(about: About): Told {
  const { marks, head, ...others } = about;
  const { reasons, ...headline } = head;
  return {
    about,
    rest: JSON.stringify([headline, others]),
    reasons: JSON.stringify(reasons),
    marks: JSON.stringify(marks),
  };
}

/** @returns what the page must be told to say `next` in place of `before`; null for nothing. */
export function changeOf(before: Told, next: Told): AboutChange | null {
  const reasons = before.reasons === next.reasons ? null : next.about.head.reasons;
  const marks = before.marks === next.marks ? null : next.about.marks;
  if (!reasons && !marks && before.rest === next.rest) return null;
  return { ...next.about, head: { ...next.about.head, reasons }, marks };
}
