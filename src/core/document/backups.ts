import { matchesIn } from '../matches.js';
import type { CalendarDay, ClockTime, Moment } from './clock.js';
import type { Duration } from './duration.js';

/** How old a text says that a backup was when it happened. */
export interface BackupAge {
  readonly age: Duration;
  /** When it says that the backup was made, where it says so beside it. */
  readonly made: ClockTime | undefined;
  readonly day: CalendarDay | undefined;
}

/** When a text says that a backup was made. */
export interface BackupTime {
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
  matchesIn(text, /[。！？!?]|[.](?=\s+\P{Ll}|\s*$)/gu).map(({ index }) => index + 1);

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
    return backup.test(text.slice(end, age.end + 20)) ? [{ age, made: undefined, day: undefined }] : [];
  });
}

const madeBehind =
  /\b(?:back-?up|snapshot|copy|dump|image|archive)s?\b[^.;]{0,40}?\b(?:taken|made|from|of|at|dated|created|saved|was)\s+(?:at |about |around |on )*$|(?:备份|快照|副本|存档)[^，。；,;]{0,10}?(?:取自|来自|做于|生成于|完成于|时间[为是]|是|于|在|为)?(?:当[天日晚]|前一[天日晚]|昨[天晚])?\s*$/iu;
const madeBefore =
  /^\s*(?:\([^)]{0,12}\)|[A-Z]{2,5})?\s*(?:back-?up|snapshot|copy|dump|archive)\b|^\s*(?:的|做过?|取的|生成的|完成的)?(?:[一二两几]次)?(?:完整|全量|例行|定时|每日|自动)*(?:备份|快照|副本|存档)/iu;
const restoring =
  /\b(?:begins?|began|start\w*|finish\w*|complet\w*|restor\w+ (?:at|by)|every|each|next|since)\b\s*(?:at\s*)?$|每|开始|起$/iu;

/** Finds "the snapshot taken at 03:00", "备份取自当天 08:30": the one time at which a text says that a backup was made. */
export function backupTimes(text: string, moments: readonly Moment[]): readonly BackupTime[] {
  if (!backup.test(text)) return [];
  const times = moments.filter((moment): moment is ClockTime => moment.kind === 'time').slice(0, 40);
  const ends = endsOf(text);
  return times.flatMap((made): BackupTime[] => {
    const from = ends.findLast((each) => each <= made.start) ?? 0;
    const day = moments.findLast(
      (moment): moment is CalendarDay => moment.kind === 'date' && moment.start >= from && moment.end <= made.start,
    );
    const lead = text.slice(
      from,
      day && /^\s*,?\s*(?:at|的)?\s*$/iu.test(text.slice(day.end, made.start)) ? day.start : made.start,
    );
    const isMade = madeBehind.test(lead) || madeBefore.test(text.slice(made.end, made.end + 30));
    return isMade && !restoring.test(lead) ? [{ made, day }] : [];
  });
}
