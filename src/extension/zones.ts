import { clockParts, type Postmortem } from '../core/index.js';

/** The zone of this machine. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** The zone of a document's times: what front matter says, else this machine's. */
export function zoneOf(postmortem: Postmortem): string {
  return postmortem.frontMatter.values.timezone ?? ownZone();
}

/** The day that it is here, `2026-03-03`. */
export function today(): string {
  return clockParts(Date.now(), ownZone()).day;
}
