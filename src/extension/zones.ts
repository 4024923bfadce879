import { clockParts, type Postmortem } from '../core/index.js';

/** The zone of this machine. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** The zone of a document's times: what front matter says, else this machine's. */
export function zoneOf(postmortem: Postmortem): string {
  return postmortem.frontMatter.values.timezone ?? ownZone();
}

/** The day that it is here, `2026-03-03`; asked for by every row of a list, so that it is worked out once a second. */
export function today(): string {
  const now = Date.now();
  if (now < known.at || now - known.at > 1000) known = { at: now, day: clockParts(now, ownZone()).day };
  return known.day;
}

let known = { at: Number.NEGATIVE_INFINITY, day: '' };
