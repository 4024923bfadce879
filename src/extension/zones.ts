import type { Postmortem } from '../core/index.js';

/** The zone of this machine. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** The zone of a document's times: what front matter says, else this machine's. */
export function zoneOf(postmortem: Postmortem): string {
  return postmortem.frontMatter.values.timezone ?? ownZone();
}
