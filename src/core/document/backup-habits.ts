import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';
import { readMoments, smallNumeral } from './clock.js';
import { nounsIn } from './stands.js';

/** How often backups are made, at what time of day, how long they are kept, or how many copies there are. */
export interface BackupHabit extends Span {
  readonly kind: 'cadence' | 'clock' | 'kept' | 'copies';
  /** Minutes between two, minutes of the day, days kept, or how many. */
  readonly value: number;
  /** Full ones, snapshots or live copies; empty where the words do not say. */
  readonly sort: string;
  /** What is backed up and where; empty where that may be anything. */
  readonly nouns: ReadonlySet<string>;
}

const backup = /\b(?:back-?ups?|backed[ -]up|backs up|snapshots?|cop(?:y|ies|ied)|replicas?)\b|备份|快照|副本/i;
/** What is to come, was before, or is done with a backup rather than to make one. */
const aside =
  /[?？]\s*$|\b(?:will|shall|should|could|if|used to|until|before|previous\w*|at the time|from now on|now|plan\w*|instead)\b|\bsince (?:then|the|\d)|\bfrom \d|改为|改成|此前|原来|以前|之前|今后|以后|将|计划|如果|若|起[,，]|是否|现在|如今|现已|另[外一]?[一几]?[套个]|其他系统|无关|邮件系统|\b(?:another|separate|other) (?:\w+ )?(?:systems?|databases?|tools?|services?)\b/i;
/** The same for its clause alone. */
const asideHere =
  /\b(?:tests?|tested|rehears\w*|trials?|drills?|verif\w*|reviews?|checked|audit\w*|monitor\w*|fail\w*|skipped|missed|letter|receipt|signed)\b|演练|演习|校验|核对|测试|失败|漏|对账单|只读/i;
/** "So at worst an hour would be missing": what follows from it. */
const consequence = /,? so (?:that )?(?:at|in|the|no|we|you|only)\b.*$/is;

const words =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const more: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  once: 1,
  twice: 2,
  other: 2,
  'twenty-four': 24,
  thirty: 30,
  'forty-eight': 48,
  sixty: 60,
  ninety: 90,
};
const number = `\\d{1,4}|${Object.keys(more).join('|')}|${[...words].reverse().join('|')}`;
const han = '[一二两三四五六七八九十百\\d]{1,4}';

function numberOf(text: string): number {
  const plain = text.toLowerCase();
  const at = words.indexOf(plain);
  return more[plain] ?? (at < 0 ? smallNumeral(plain) : at + 1);
}

const minutes: Readonly<Record<string, number>> = {
  minute: 1,
  hour: 60,
  day: 1440,
  night: 1440,
  evening: 1440,
  morning: 1440,
  week: 10_080,
  fortnight: 20_160,
  month: 43_800,
  分钟: 1,
  小时: 60,
  钟头: 60,
  天: 1440,
  日: 1440,
  晚: 1440,
  夜: 1440,
  周: 10_080,
  星期: 10_080,
  月: 43_800,
  季度: 131_400,
  年: 525_600,
};
const perUnit = (unit: string): number => minutes[unit.toLowerCase().replace(/s$/, '')] ?? 10_080;

const adverbs: Readonly<Record<string, number>> = {
  'half-hourly': 30,
  hourly: 60,
  daily: 1440,
  nightly: 1440,
  weekly: 10_080,
  fortnightly: 20_160,
  monthly: 43_800,
};
const unit = 'minutes?|hours?|days?|nights?|evenings?|mornings?|weeks?|fortnight|months?';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const cadences = new RegExp(
  [
    `\\b(?<times>once|twice|(?:${number}) times) (?:an?|per|every|each) (?<per>${unit})\\b`,
    `\\b(?<perDay>${number}) (?:back-?ups|snapshots|copies) (?:an?|per|every|each) (?<perDayUnit>${unit})\\b`,
    `\\b(?:every|each) (?:(?<every>${number}) )?(?<everyUnit>${unit}|${weekday})\\b`,
    `\\b(?<adverb>${Object.keys(adverbs).join('|')})\\b`,
    `(?<!\\d)每(?:隔)?(?<zhEvery>${han})?个?(?<zhUnit>分钟|小时|钟头|天|日|晚|夜|周|星期|月|季度|年)(?:[一二三四五六日天](?!次))?(?:凌晨|深夜|夜里)?(?:[，,]?(?:会|都|各|均|自动|定时|只|才|要)*(?:备份|做|进行|生成|拍|保存)?(?:过|了)?(?<zhTimes>${han})次)?`,
    `(?<!\\d)一(?<zhOneUnit>天|日|周|星期|个?月|小时)(?:内|里)?(?:会|都|只|才|要)*(?:备份|做|进行|生成|拍)?(?<zhOneTimes>${han})次`,
  ].join('|'),
  'gi',
);

/** Minutes between two backups; NaN where the words do not say. */
function cadenceOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { times, per, perDay, perDayUnit, every, everyUnit, adverb, zhEvery, zhUnit, zhTimes, zhOneUnit, zhOneTimes } =
    groups;
  if (times !== undefined && per !== undefined) return perUnit(per) / numberOf(times.replace(/ times$/i, ''));
  if (perDay !== undefined && perDayUnit !== undefined) return perUnit(perDayUnit) / numberOf(perDay);
  if (everyUnit !== undefined) return perUnit(everyUnit) * (every === undefined ? 1 : numberOf(every));
  if (adverb !== undefined) return adverbs[adverb.toLowerCase()] ?? Number.NaN;
  if (zhUnit !== undefined)
    return (
      (perUnit(zhUnit) * (zhEvery === undefined ? 1 : numberOf(zhEvery))) /
      (zhTimes === undefined ? 1 : numberOf(zhTimes))
    );
  if (zhOneUnit !== undefined && zhOneTimes !== undefined)
    return perUnit(zhOneUnit.replace('个', '')) / numberOf(zhOneTimes);
  return Number.NaN;
}

const days: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30.4,
  year: 365,
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  月: 30.4,
  年: 365,
};
const keeping =
  /\b(?:kept|keeps?|keeping|held|holds?|stored|stores?|retain\w*|retention|preserv\w*|available|delet\w*|discard\w*|throw\w*|eras\w*|remov\w*|expir\w*|purg\w*|go(?:es)? back)\b|保留|保存|留存|只留|留|存(?![在放入])|删除|删掉|清除|清理|销毁|过期/i;
const lengths = new RegExp(
  `\\b(?<!(?:every|each|per|last|first|within|past) )(?<count>${number}) (?:whole |full |entire )?(?<unit>day|week|fortnight|month|year)s?\\b(?! (?:ago|later|old|before|earlier|longer))|(?<![每第月\\d])(?<zhCount>${han})\\s?个?(?<zhUnit>天|日(?!期)|周|星期|月(?!\\d)|年)(?![前以后内一二三四五六日]\\S{0,2}次|次|前|后才|\\d|底|初)`,
  'gi',
);
const copies =
  /\b(?<only>only |just )?(?<count>one|two|three|four|five|[1-9]) (?:live |real-time |up-to-date |synchronous |independent |current |complete |full )*(?:copy|copies|replicas?)\b|(?<count2>[一两二三四五1-9])\s?[份个](?:实时|同步|独立|完整|在线|只读)*(?:的)?副本/gi;
const holding = /\b(?:has|have|hold|keep|kept|exists?|exist|there (?:is|are)|runs?|stored)\b|有|存|留|设/i;

const sorts: readonly (readonly [string, RegExp])[] = [
  ['full', /\bfull\b|全量|完整/i],
  ['snapshot', /\bsnapshots?\b|快照/i],
  ['part', /\bincremental\b|\bdifferential\b|\blogs?\b|增量|差异|日志/i],
  ['live', /\blive\b|\breal-?time\b|\breplicas?\b|实时|副本/i],
];
const sortOf = (words: string): string => sorts.find(([, pattern]) => pattern.test(words))?.[0] ?? '';

/** Words that stand for backups and their days, and not for what is backed up. */
const ofBackups =
  /\b(?:back-?ups?|backed|copy|copies|copied|snapshots?|full|complete|live|real-time|incremental|replicas?|nightly|daily|hourly|weekly|monthly|main|central|whole|latest|last|fresh|new|second|site|data cent(?:re|er)s?|automatic\w*|these|means?|there|which)\b|全量|完整|增量|备份|快照|副本|实时|异地|外地|放在|存放|另外|此外|我们|自动|定时|分钟|小时|大约/gi;
/** What is backed up: before "is backed up", behind "backup of", right before "的备份", or at the beginning of a sentence. */
const backedUp =
  /\b(?:back-?ups?|snapshots?|cop(?:y|ies)|replicas?) (?:of|for) (?<of>[^.,;:]{3,40}?)(?= (?:is|are|go|goes|leave|leaves|every|each|once|twice|for|at|in|on|to)\b|[.,;:]|$)|(?<subject>(?:[\w'-]+,? ){1,6}?)(?:is|are|gets?) (?:\w+ )?(?:backed up|copied|saved)\b|(?<adjective>[a-z]{4,}) back-?ups?\b|(?<zhOf>[\u3400-\u9fff]{2,8}?)的?(?:全量|增量|完整)?(?:备份|快照|副本)|^\s*(?:另外|此外|我们的?)?(?<zhSubject>[\u3400-\u9fff]{2,6}?)(?:则|都|均|会|也)?(?:[每一]|实时|同步|有[一两二三])/gi;
const nounsOf = (sentence: string): ReadonlySet<string> =>
  nounsIn(
    matchesIn(sentence.replace(cadences, ' '), backedUp)
      .flatMap(({ groups = {} }) => Object.values(groups).map((words: string | undefined) => words ?? ''))
      .join(' ')
      .replace(ofBackups, ' '),
  );

/** The words between commas around a place. */
function clauseAt(sentence: string, start: number, end: number): string {
  const from = sentence.slice(0, start).search(/(?:[^，,;；]|,(?=\d))*$/u);
  const to = sentence.slice(end).search(/[，,;；]|\band\b/i);
  return sentence.slice(from, to < 0 ? undefined : end + to);
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

/** Finds what a text says of how its backups are made and kept. */
export function backupHabits(prose: string): readonly BackupHabit[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  if (!backup.test(text)) return [];
  const found: BackupHabit[] = [];
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end).replace(consequence, '');
    if (!backup.test(sentence) || aside.test(sentence)) continue;
    // A "copy of the prices" goes to customers.
    if (/\bcop(?:y|ies)\b/i.test(sentence) && !/back|snapshot|replica|\bkept?\b|\bstor(?:e|ed)\b/i.test(sentence))
      continue;
    const nouns = nounsOf(sentence);
    const add = (kind: BackupHabit['kind'], match: RegExpExecArray, value: number, sort: string): void => {
      if (!(value > 0) && kind !== 'clock') return;
      found.push({ kind, value, sort, nouns, start: start + match.index, end: start + match.index + match[0].length });
    };
    for (const match of matchesIn(sentence, cadences)) {
      const clause = clauseAt(sentence, match.index, match.index + match[0].length);
      const value = cadenceOf(match.groups ?? {});
      const sort = sortOf(clause);
      // "Hourly" of live copies is no backup that is made.
      if (sort === 'live' || asideHere.test(clause)) continue;
      add('cadence', match, value, sort);
      const time = readMoments(sentence).find(
        (moment) =>
          moment.kind === 'time' && moment.start >= match.index && moment.start <= match.index + match[0].length + 12,
      );
      if (value === 1440 && time?.kind === 'time' && !time.loose && !time.zone) add('clock', match, time.minutes, sort);
    }
    if (keeping.test(sentence))
      for (const match of matchesIn(sentence, lengths)) {
        const { count, unit: named, zhCount, zhUnit } = match.groups ?? {};
        const clause = clauseAt(sentence, match.index, match.index + match[0].length);
        if (/\b(?:was|were|had)\b/i.test(clause) || asideHere.test(clause)) continue;
        const value = numberOf(count ?? zhCount ?? '') * (days[(named ?? zhUnit ?? '').toLowerCase()] ?? Number.NaN);
        if (keeping.test(clause) || /\bfor\s*$|\bafter\s*$/i.test(sentence.slice(0, match.index)))
          add('kept', match, value, sortOf(clause));
      }
    if (holding.test(sentence))
      for (const match of matchesIn(sentence, copies))
        add(
          'copies',
          match,
          numberOf((match.groups?.count ?? match.groups?.count2 ?? '').toLowerCase()),
          sortOf(match[0]),
        );
  }
  // One sentence with two numbers of copies tells them of two things.
  const isOnly = ({ kind }: BackupHabit): boolean => found.filter((each) => each.kind === kind).length === 1;
  return found.filter((habit) => habit.kind !== 'copies' || isOnly(habit));
}

/** How far two values of a kind may lie apart and still be one: "three months" is 90 days, "five weeks" 35. */
const slack: Readonly<Record<BackupHabit['kind'], number>> = { cadence: 0.05, kept: 0.1, copies: 0, clock: 0 };

/** Whether two habits are told of the same backups. */
export const areComparable = (a: BackupHabit, b: BackupHabit): boolean =>
  a.kind === b.kind &&
  (a.sort === b.sort || a.sort === '' || b.sort === '') &&
  (a.nouns.size === 0 || b.nouns.size === 0 || [...a.nouns].some((noun) => b.nouns.has(noun)));

export const agree = (a: BackupHabit, b: BackupHabit): boolean =>
  Math.abs(a.value - b.value) <= slack[a.kind] * Math.max(a.value, b.value);
