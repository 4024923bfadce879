import { fold } from '../language/fold.js';
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
  prose: string,
  moments: readonly Moment[],
  durations: readonly Duration[],
): readonly BackupAge[] {
  const text = fold(prose);
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
export function backupTimes(prose: string, moments: readonly Moment[]): readonly BackupTime[] {
  const text = fold(prose);
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

/** A backup of which a text says when it was made, and that it was what things were restored from. */
export interface UsedBackup extends BackupTime {
  readonly isUsed: boolean;
}

const ofBefore =
  /\b(?:back-?up|snapshot|copy|dump|image|archive)s?,? (?:(?:which|that) (?:we |was |had been )?)?(?:(?:taken|made|created|saved|dated|of|from|at|on|in)\s+)+(?:about |around )?$|(?:备份|快照|副本|存档)(?:是|为|取自|来自|做于|生成于|完成于|时间[为是]|于|在|[(（])*(?:当[天日晚]|前一[天日晚]|昨[天晚])?\s*$/iu;
const ofBehind =
  /^\s*(?:\([^)]{0,12}\)|[A-Z]{2,5})?\s*(?:on |of )?(?:nightly |hourly |daily |full |last )*(?:back-?up|snapshot|copy|dump|archive)\b(?! (?:begins?|began|starts?|started|runs?|ran|finish|complet|fails?|failed))|^\s*(?:[A-Z]{2,5})?\s*one\b|^\s*的?那一?[份个次]|^\s*的?(?:那[一]?[份个次]|完整|全量|例行|定时|自动|数据库?)*(?:备份|快照|副本|存档)(?!开始|任务|失败|完成|脚本|进行)/iu;
const scheduled = /\b(?:every|each|daily|nightly|hourly|weekly|always)\b|每/iu;
const used =
  /\b(?:c[ao]me back|restor\w*|recover\w*|roll(?:ed|ing)? (?:\w+ )?back|went back|gone back|fell back|brought back|put back|rebuil[dt]\w*|reload\w*|loaded|played back|import\w*|used|using|taken? from)\b|恢复|还原|回滚|重建|找回|回退|补回|导入|[用拿从](?:了|的是)?[^，。；]{0,16}(?:备份|快照|副本|存档)/iu;
const unused =
  /\b(?:not|n['’]t|never|without|no need|needed|unused|stood ready|untouched|tested|instead of|would|could|next time|from now on|will|should)\b|没有?(?:用|动|使|必要)|未(?:用|动|使)|不(?:需|用|必)|无需|没用|演练|如果|将来|以后|今后|会用/iu;

/** Finds "we restored from the snapshot of 01:00", "从8月28日04:00的备份恢复", and other backups with their times. */
export function usedBackups(prose: string, moments: readonly Moment[]): readonly UsedBackup[] {
  const text = fold(prose);
  if (!backup.test(text)) return [];
  const ends = endsOf(text);
  const dates = moments.filter((moment): moment is CalendarDay => moment.kind === 'date');
  const times = moments.filter((moment): moment is ClockTime => moment.kind === 'time').slice(0, 40);
  return times.flatMap((made): UsedBackup[] => {
    const from = ends.findLast((each) => each <= made.start) ?? 0;
    const to = ends.find((each) => each >= made.end) ?? text.length;
    const before = dates.find(
      ({ start, end }) =>
        start >= from && end <= made.start && /^\s*[,，]?\s*(?:at|的)?\s*$/iu.test(text.slice(end, made.start)),
    );
    const after = dates.find(
      ({ start, end }) =>
        start >= made.end &&
        end <= to &&
        /^\s*[A-Z]{0,5}\s*,?\s*(?:on|of)?\s*(?:\w+day,?\s)?(?:the\s)?$/u.test(text.slice(made.end, start)),
    );
    const lead = text.slice(from, before?.start ?? made.start);
    const isMade =
      ofBefore.test(lead) || ofBehind.test(text.slice(after?.end ?? made.end, (after?.end ?? made.end) + 40));
    const words = text.slice(from, to);
    if (!isMade || scheduled.test(lead) || !backup.test(words)) return [];
    return [{ made, day: before ?? after, isUsed: used.test(words) && !unused.test(words) }];
  });
}
