import type { Localized } from '../finding.js';

/** What was found: the place and what it gives away. */
export type LeakKind =
  | 'secret'
  | 'address'
  | 'host'
  | 'identifier'
  | 'link'
  | 'email'
  | 'ticket'
  | 'chat'
  | 'handle'
  | 'path'
  | 'hash'
  | 'branch'
  | 'error'
  | 'query'
  | 'command';

/** One thing that customers should not read. Offsets in the text that was searched, UTF-16 units. */
export interface Leak {
  readonly kind: LeakKind;
  readonly start: number;
  readonly end: number;
  /** What kind of secret it is. */
  readonly name?: Localized;
}

/** How a text is read. */
export interface LeakOptions {
  /** The text is code: commands, queries and file names need no further sign. */
  readonly code: boolean;
}

/** Of finds that overlap the first kind here stands, then the longer; ascending by place. */
export function withoutOverlaps(leaks: readonly Leak[]): Leak[] {
  const sorted = [...leaks].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Leak[] = [];
  for (const leak of sorted) {
    const last = kept.at(-1);
    if (!last || leak.start >= last.end) kept.push(leak);
    else if (leak.kind === 'secret' && last.kind !== 'secret') {
      if (leak.end >= last.end) kept[kept.length - 1] = leak;
    } else if (leak.end > last.end && last.kind !== 'secret') {
      kept[kept.length - 1] = { kind: last.kind, start: last.start, end: leak.end };
    }
  }
  return kept;
}
