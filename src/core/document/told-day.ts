import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { isOfElse, isOfPart, isOfWork, saysFailure, saysRecovery } from './incident-words.js';
import { placesIn } from './place-zone.js';

/** The weekdays on which a sentence says that it happened, 0 for Sunday. Offsets in the text. */
export interface ToldWeekday {
  readonly start: number;
  readonly end: number;
  readonly weekdays: readonly number[];
  /** "In the night from Sunday to Monday": the second of two. */
  readonly until: number | undefined;
}

/** The part of the day in which a sentence says that it happened, in minutes of the day; over midnight where it ends below. */
export interface ToldPart {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Whether it is the beginning alone that fell into it. */
  readonly isStart: boolean;
  /** The places that the sentence names. */
  readonly places: readonly string[];
}

/** A midnight before which a sentence says that it was over. */
export interface ToldMidnight {
  readonly start: number;
  readonly end: number;
}

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const han = '日一二三四五六';
const weekday = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day';
const zhWeekday = '(?:周|星期|礼拜)[一二三四五六日天]';
const weekdays = new RegExp(
  [
    `\\b(?:from |of |between )?(?<from>${weekday})(?: (?:evening|night))? (?:to|into|and|through) (?<to>${weekday})(?!s)`,
    `(?<zhFrom>${zhWeekday})(?:夜里|深夜|晚上|晚间|晚|夜|半夜)?(?:到|至|和|与)(?<zhTo>${zhWeekday})`,
    `\\bnight (?:to|into) (?<nightTo>${weekday})(?!s)`,
    `\\b(?<one>${weekday})(?!s|'s)`,
    '\\b(?<weekend>(?:on|at|over|during|that|this|a) (?:the |that |a )?weekend)\\b',
    `(?<zhOne>${zhWeekday})`,
    // In Chinese many things are said of weekends: "周末人少".
    '(?<=在|值|上|是|逢|这个|那个)(?<zhWeekend>周末|双休日)',
  ].join('|'),
  'gu',
);
const weekdayHint = /day\b|weekend|周|星期|週|禮拜|礼拜|双休|雙休/;
/** "The Tuesday after the incident", "by Monday", "the following Wednesday". */
const offDay =
  /(?:\b(?:by|between|until|till|since|before|after|following|next|previous|last|every|each|usual(?:ly)?|on most|from)|上个?|下个?|每(?:个|逢)?|到|至|本)\s*(?:the |that |a )?$/i;
/** What "that Wednesday" begins with: the other rule about it marks the same place. */
const pointing = /(?:that|the same) $|(?:当天|那天|当日|那一天)(?:正好|恰好|正值)?又?(?:是|为|逢)?个?$/i;
const offBehind = /^(?:'s)? (?:after|before|following|afterwards|to come|or)\b|^(?:之?前|之?后|起|以前|以后|下班)/i;
const enHappens =
  /\b(?:happened|occurred|took place|came to pass|came about|fell|struck|hit|befell|began|begun|started|set in|built up|broke out|kicked in|arose|appeared|surfaced|crept in|came at|failed|bounced|went (?:down|wrong|dark|offline)|stopped|broke(?: down)?|crashed|was (?:down|unavailable|offline)|were (?:down|unavailable|offline|turned away)|could(?: not|n't)|nobody could|stood still|apolog\w+|pardon|sorry|regret|let you down|delayed|refused|forgive)\b/i;
const zhHappens =
  /发生|出现|出在|开始|落在|赶在|赶上|碰上|撞上|正值|恰逢|恰好|偏偏|冒出|出事|起于|停摆|中断|瘫痪|打不开|无法|不能|没法|[\u3400-\u9fff]不[了出开到上动]|失灵|失败|变慢|出错|报错|异常|停了|道歉|抱歉|歉意/u;

/** "6月19日上午的这次故障": the day as a word of what failed. */
const zhDayOf =
  /[日号一二三四五六天](?:[(（][^)）]{1,8}[)）])?(?:[上下中]午|凌晨|清晨|早上|晚上?|深夜|夜里|傍晚)?(?:的|发生的?)?(?:这|本|此)[次起场回][^，。；]{0,10}(?:故障|中断|事故|停摆|瘫痪|变慢|异常|问题)/u;

/** What failed, as a name for the whole or for what nobody could do: "nothing" and "late" alone say it of anything. */
const enFailure =
  /\b(?:outage|incident|faults?|failures?|fail(?:ed|ing)|disruption|interruption|breakdown|downtime|crash(?:ed)?|blackout|delays?|slowdown|let you down|trouble|problems?|queue|all this|everything described|(?:was|were) (?:down|offline|unavailable|turned away|stuck)|went (?:down|wrong|dark|offline)|bounced|refus(?:ed|ing)|fro(?:ze|zen)|hung|stalled|gave out|seized up|slowed|(?:nobody|no one) could|(?<!\bwe )(?:could not|couldn't)|stood still|stopped working)\b/i;

const isHan = (words: string): boolean => /[\u3400-\u9fff]/u.test(words);

const indexOf = (name: string): number =>
  isHan(name) ? han.indexOf(name.slice(-1).replace('天', '日')) : names.indexOf(name.slice(0, 3).toLowerCase());

function* sentencesOf(text: string): Generator<{ readonly start: number; readonly words: string }> {
  let start = 0;
  for (const match of matchesIn(text, /[。！？!?；;]|[.](?=\s+[^\p{Ll}\s]|\s*$)/gu)) {
    yield { start, words: text.slice(start, match.index + 1) };
    start = match.index + 1;
  }
  if (start < text.length) yield { start, words: text.slice(start) };
}

/** Whether a sentence tells that the incident happened, and of nothing else. */
function tellsThat(words: string): boolean {
  if (isOfElse(words) || isOfWork(words)) return false;
  return isHan(words)
    ? saysFailure(words) && (zhHappens.test(words) || zhDayOf.test(words))
    : enFailure.test(words) && enHappens.test(words);
}

/** Cheap: whether any clause of a sentence may tell it. */
const mayTell = (words: string): boolean => (isHan(words) ? saysFailure(words) : enFailure.test(words));

/** So much of what follows a clause that is no more than a day belongs to it. */
const shortAhead = 30;
/** "The error on the night of 29 January", "for the outage on 25 January". */
const enDayOf =
  /\b(?:outage|incident|faults?|failures?|errors?|disruption|interruption|breakdown|delays?|downtime) (?:on|of|in|during) (?:the (?:night|evening|morning|afternoon) of )?(?:\w+day,? )?(?:\d{1,2} (?:to|and) )?(?:the )?$/i;

/** Whether the clause around a place tells it, in Chinese with the next where it is no more than a day: "6月9日上午，…". */
export function tellsThere(words: string, at: number): boolean {
  if (!isHan(words)) return tellsThat(words) || (enDayOf.test(words.slice(0, at)) && !isOfElse(words));
  const clause = clauseAround(words, at);
  const isShort = clause.replace(/[^\u3400-\u9fff]/gu, '').length < 13;
  const behind = words.indexOf(clause) + clause.length;
  return tellsThat(isShort ? words.slice(words.indexOf(clause), behind + shortAhead) : clause);
}

/** The clause around a place of a sentence. */
function clauseAround(words: string, at: number): string {
  const from = Math.max(words.lastIndexOf(',', at - 1), words.lastIndexOf('，', at - 1)) + 1;
  const behind = words.slice(at).search(/[,，]/);
  return words.slice(from, behind < 0 ? undefined : at + behind + 1);
}

const dated =
  /\d{1,2}\s?(?:月|日|号)|\b\d{1,2}(?:st|nd|rd|th)?\s(?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d|\d{4}-\d/;

/** Finds "the Tuesday on which bookings failed" and "星期二夜里到星期三凌晨，掛號停摆", where no date stands beside it. */
export function toldWeekdays(prose: string): readonly ToldWeekday[] {
  if (!weekdayHint.test(prose)) return [];
  const found: ToldWeekday[] = [];
  for (const { start, words } of sentencesOf(fold(prose))) {
    if (!weekdayHint.test(words) || dated.test(words) || !mayTell(words)) continue;
    const isTold = tellsThat(words);
    const all = matchesIn(words, weekdays);
    // Of several it may be any: "between Friday at 23:00 and Saturday at 9:00".
    const singles = all.flatMap(({ groups: { one, zhOne } = {} }) => one ?? zhOne ?? []).map(indexOf);
    for (const match of all) {
      const { from, to, zhFrom, zhTo, one, zhOne, nightTo } = match.groups ?? {};
      const end = match.index + match[0].length;
      const first = from ?? zhFrom;
      const second = to ?? zhTo ?? nightTo;
      if (isHan(words) ? !tellsThere(words, match.index) : !isTold && !tellsThat(clauseAround(words, match.index)))
        continue;
      if (first === undefined && (offDay.test(words.slice(0, match.index)) || offBehind.test(words.slice(end))))
        continue;
      const named = first ?? one ?? zhOne;
      const points = first === undefined ? (pointing.exec(words.slice(0, match.index))?.[0].length ?? 0) : 0;
      found.push({
        start: start + match.index - points,
        end: start + end,
        weekdays: nightTo
          ? [(indexOf(nightTo) + 6) % 7]
          : named === undefined
            ? [0, 6]
            : first === undefined
              ? singles
              : [indexOf(named)],
        until: second === undefined ? undefined : indexOf(second),
      });
    }
  }
  return found;
}

/** Parts of the day, generously: from which minute to which. */
const parts: readonly (readonly [RegExp, number, number])[] = [
  [
    /\b(?:in the middle|in the dead|in the depths) of the night\b|\b(?:over|mid)night\b|(?:大?半夜|后半夜|深夜|三更半夜|夜深)/i,
    22,
    6,
  ],
  [
    /\bin the (?:small|early) hours\b|\bbefore (?:dawn|daybreak|sunrise)\b|凌晨|天亮(?:之|以)?前|天(?:还|都|尚)?[没未]亮/i,
    0,
    7,
  ],
  [/\b(?:at|during the|in the|by) night\b/i, 20.5, 7],
  [/夜里|夜间/u, 19, 7],
  [/天亮(?:之|以)?后/u, 5, 20],
  [/\b(?:early|first thing) in the morning\b|\bat (?:dawn|daybreak|breakfast)\b|清晨|一大早|早饭|早餐|大清早/i, 4, 10],
  [/\b(?:in|during) the morning\b|\bmid-?morning\b|上午/i, 5, 12.5],
  [/早上|早晨/u, 4, 11],
  [
    /\bat (?:lunch|lunch ?time|midday|noon)\b|\baround (?:noon|lunch)\b|午饭(?!(?:过|之|以)?后)|午餐|中午|正午/i,
    10.5,
    15,
  ],
  [/\bin the afternoon\b|\bafter lunch\b|下午|午后|午饭(?:过|之|以)?后/i, 11.5, 19],
  [/傍晚|黄昏/u, 16, 21],
  [/大白天|白天/u, 6, 20],
  [/\bat (?:dinner|supper)(?: ?time)?\b|晚饭|晚餐/i, 16, 22],
  [/\b(?:in the|late in the|early in the) evening\b|\bafter dark\b|晚上|晚间|入夜/i, 16, 24],
];
const partHint =
  /night|small hours|early hours|dawn|daybreak|sunrise|morning|noon|lunch|midday|evening|dark|dinner|supper|夜|凌晨|天亮|晨|早上|上午|午|傍晚|黄昏|黃昏|晚|白天/i;
const begins = /\b(?:began|begun|started|set in|kicked in|broke out|first)\b|开始|出现|冒|才发生|起于/i;
const occurs =
  /\b(?:happened|occurred|took place|came to pass|came about|fell|struck|befell|began|begun|started|set in|built up|broke out|kicked in|arose|appeared|surfaced)\b|发生|出现|出问题|出事|出在|是在|开始|落在|赶在|正值|恰逢|恰好|偏偏|冒/i;

/** Finds "the queue built up in the middle of the night", "收款中断恰好落在晚饭时分", where no time stands beside it. */
export function toldParts(prose: string): readonly ToldPart[] {
  if (!partHint.test(prose)) return [];
  const found: ToldPart[] = [];
  for (const { start, words } of sentencesOf(fold(prose))) {
    if (
      !partHint.test(words) ||
      !occurs.test(words) ||
      !tellsThat(words) ||
      saysRecovery(words.replace(/\bover\b|正常/gi, ''))
    )
      continue;
    if (/\d|[一二三四五六七八九十两]点/.test(words.replace(/\d{4}年|\d+\s?月\s?\d+\s?[日号]/gu, ''))) continue;
    const clauses = words.split(/(?<=[,，;；])/u);
    let at = start;
    for (const clause of clauses) {
      const own = occurs.test(clause)
        ? parts.flatMap(([part, from, to]) => {
            const match = part.exec(clause);
            return match ? [{ match, from, to }] : [];
          })
        : [];
      const [one] = own;
      if (one)
        found.push({
          start: at + one.match.index,
          end: at + one.match.index + one.match[0].length,
          from: one.from * 60,
          to: one.to * 60,
          isStart: begins.test(clause),
          places: placesIn(words),
        });
      at += clause.length;
    }
  }
  return found;
}

const midnight =
  /\b(?:before|by|ahead of) (?:midnight|the clock struck (?:twelve|midnight)|the stroke of midnight)\b|(?:午夜|半夜十二点|零点|子夜)(?:之|以)?前|(?:没|未)(?:有)?(?:到|过|拖过|跨过)(?:午夜|零点)/i;
const midnightHint = /midnight|clock struck|午夜|十二点|十二點|零点|零點|子夜/;

/** Finds "before the clock struck twelve everything was in order again". */
export function toldMidnights(prose: string): readonly ToldMidnight[] {
  if (!midnightHint.test(prose)) return [];
  return [...sentencesOf(fold(prose))].flatMap(({ start, words }) => {
    const match = midnight.exec(words);
    if (!match || !saysRecovery(words) || isOfElse(words) || isOfWork(words) || /\bnot\b|不是|并非/i.test(words))
      return [];
    // "It began before midnight and ended after it."
    if (/\b(?:began|started)\b|开始|发生于/i.test(words)) return [];
    return [{ start: start + match.index, end: start + match.index + match[0].length }];
  });
}

const writes =
  /\b(?:(?:was|is|been) written|we wrote (?:this|it|these)|wrote this|written (?:on|down)|(?:put|set) (?:this|it|our)[^.]{0,30} (?:on|to|down on) paper|drawn? up|penned|dated|drafted)\b|(?:写于|写下|成文|撰写|落款|写成|写好|定稿)/i;
const rewrites =
  /\b(?:rewrit\w+|revis\w+|updat\w+|correct\w+|first version|to (?:you|us)|will|should)\b|修订|更新|更正|初稿|将|给您/i;

const allDay =
  /\b(?:all day(?: long)?|(?:for )?(?:the|a) (?:whole|entire|full) day|from morning (?:to|till|until) (?:night|evening))\b|一整天|整整一天|整日|从早到晚/i;

/** Finds "for the whole day nobody could pay". */
export function toldAllDay(prose: string): readonly ToldMidnight[] {
  if (!/ day|morning|天|日|早/.test(prose)) return [];
  return [...sentencesOf(fold(prose))].flatMap(({ start, words }) => {
    const match = allDay.exec(words);
    if (!match || isOfElse(words) || isOfPart(words) || isOfWork(words) || saysRecovery(words)) return [];
    return mayTell(words) ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
}

/** Whether a sentence says when the document itself was written. Takes folded words. */
export const tellsWriting = (words: string): boolean => writes.test(words) && !rewrites.test(words);

/** Whether a sentence says that what it tells of is the incident of the document: "this outage", "这次中断". */
export const pointsHere = (words: string): boolean =>
  /\b(?:this (?:outage|incident|failure|fault|disruption|page|event|letter)|described (?:here|above)|all this|once (?:more|again)|again,)\b|这[次起回场]|本次|此次|再次/i.test(
    words,
  );
