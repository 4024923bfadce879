import type { CalendarDay, ClockTime, Moment } from './clock.js';
import type { Duration } from './duration.js';

/** How old a text says that a backup was when it happened. */
export interface BackupAge {
  readonly age: Duration;
  /** When it says that the backup was made. */
  readonly made: ClockTime;
  readonly day: CalendarDay | undefined;
}

const backup =
  /\b(?:back-?ups?|backed up|snapshots?|cop(?:y|ies|ied)|dumps?|images?|archives?|saved|stored)\b|备份|快照|副本|存档|拷贝|留存|抄/i;
const oldBehind =
  /^(?:\s+(?:older|old)\b|\s+(?:before|earlier than|ahead of|prior to)\s+(?:it|that|the|this|things|everything|your)\b|\s+at the time\b)/i;
const oldBefore =
  /(?:早了?|已有|已经有|已过去?|相距|相差|距(?:离)?(?:事发|故障|出错|发生|出事|当时|那时|中断)[^，。；,;\d]{0,6}|\b(?:was|were|is) (?:then |already |by then )?)(?:约|大约|about |around |nearly )?\s*$/i;
/** An age that counts from something else than the beginning. */
const another = /\b(?:noticed|discovered|found|repair|restor\w+|now|today)\b|发现|恢复|现在|如今/i;

/** The ends of the sentences of a text. */
const endsOf = (text: string): number[] =>
  [...text.matchAll(/[。！？!?]|[.](?=\s+\P{Ll}|\s*$)/gu)].map(({ index }) => index + 1);

/** Finds "the backup of 02:00, 7 hours and 12 minutes older than the failure", "18:00的快照，比故障早3小时26分钟". */
export function backupAges(
  text: string,
  moments: readonly Moment[],
  durations: readonly Duration[],
): readonly BackupAge[] {
  if (durations.length === 0 || !backup.test(text)) return [];
  const ends = endsOf(text);
  return durations.slice(0, 40).flatMap((age): BackupAge[] => {
    const behind = text.slice(age.end, age.end + 60);
    const isOld =
      oldBehind.test(behind) || (oldBefore.test(text.slice(0, age.start)) && !/^\s*(?:in|long|later)\b/i.test(behind));
    // English "was" alone says nothing: "that was 40 minutes" is a length.
    const isWas = /\b(?:was|were|is)\s*(?:\w+\s)?$/i.test(text.slice(0, age.start)) && !oldBehind.test(behind);
    if (!isOld || isWas || another.test(behind.split(/[,.;，。；]/u)[0] ?? '')) return [];
    const end = ends.findLast((each) => each <= age.start) ?? 0;
    const before = ends.findLast((each) => each < end) ?? 0;
    for (const from of [end, before]) {
      const own = moments.filter((moment) => moment.start >= from && moment.end <= age.start);
      const made = own.findLast((moment): moment is ClockTime => moment.kind === 'time');
      if (!made) continue;
      if (!backup.test(text.slice(from, age.end + 20))) return [];
      const day = own.findLast((moment): moment is CalendarDay => moment.kind === 'date');
      return [{ age, made, day }];
    }
    return [];
  });
}
