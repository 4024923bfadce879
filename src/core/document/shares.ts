import { fold } from '../language/fold.js';
import { late } from '../late.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { type Amount, amountsIn, sentences } from './amounts.js';
import { smallNumeral } from './clock.js';

/** A share that a text names: "12 %", "a third of the players", "三分之一的玩家". Offsets in the text. */
export interface Share {
  readonly start: number;
  readonly end: number;
  /** In per cent: as written, and what it can honestly stand for. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What its sentence is about. */
  readonly words: ReadonlySet<string>;
  /** The number that it is said to be a share of: "15 % of the 52,000"; `undefined` where none stands beside it. */
  readonly whole: number | undefined;
  /** Whether it is of another time, or no share of those affected. */
  readonly isAside: boolean;
  /** Whether it is of a part that the words before it name. */
  readonly isOfPart: boolean;
  readonly sentence: number;
}

/** A part and its whole: "1,204 of our 1,806 servers", "24,000人，其中6,000人". */
export interface Ratio {
  readonly part: Amount;
  readonly whole: Amount;
  readonly words: ReadonlySet<string>;
  readonly sentence: number;
}

const parts = 'half|third|quarter|fourth|fifth|sixth|eighth|tenth'.split('|');
const sizes: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const small = 'one two three four five six seven eight nine ten'.split(' ');
const han = '一二三四五六七八九十';
const about =
  '(?<about>about|around|roughly|approximately|some|nearly|almost|just (?:over|under)|more than|over|less than|under|well over|约|大约|近|将近|超过|不到|逾)?';
const size = [
  `(?<![\\w-])(?<top>an?|one|two|three|four|every)[ -](?<bottom>${parts.slice(1).join('|')})s?(?: of)\\b`,
  '(?<![\\w-])(?<half>half)(?: of)?(?! (?:past|an?|hour|minute|year|day|way|term|board|time)\\b)(?= (?:of |the |our |all |your )*[a-z]+)',
  `(?<![\\w-])(?<one>one|two|three)(?: (?!or\\b|and\\b|of\\b|to\\b|day|hour|minute|week|month|year)[a-z]{4,})? (?:in|out of) (?:every )?(?<every>${small.slice(1).join('|')}|\\d+)\\b`,
  `(?<zhBottom>[${han}百]{1,4})分之(?<zhTop>[${han}]{1,3})`,
  '(?<zhHalf>(?<![\\u3400-\\u9fff])一半|半数)',
  `(?<zhTenths>[${han}两])成(?<zhHalfTenth>[半五])?(?![为了功员本绩长熟就交立果])`,
  '(?<![\\d.,])(?<percent>\\d{1,2}(?:\\.\\d+)?)\\s?(?:%|per ?cent\\b|percent\\b)',
];
const fractions = new RegExp(`${about}\\s?(?:${size.join('|')})`, 'gi');

/** Stems of English words, and pairs of Han characters, in a sentence. */
function wordsIn(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of matchesIn(sentence.toLowerCase(), /[a-z]{4,}/g))
    if (!idle.has(word)) found.add(word.replace(/(?:ies|y)$/, 'i').replace(/e?s$/, ''));
  for (const [run] of matchesIn(sentence, /[\u3400-\u9fff]{2,}/g))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!/[的了在是我们您和与也都把被有个将会其中之分人三四二一]/u.test(pair)) found.add(pair);
    }
  return found;
}
const idle = new Set(
  'this that these those with from were have been which their them they what when about could would than more over nearly third quarter half thirds quarters percent affected'.split(
    ' ',
  ),
);
const ofPart = /\b(?:of (?:them|these|those|whom|which))\b|其中/i;
const aside =
  /\b(?:normal|usual|load|capacity|canary|previous|last|instead of|threshold|exceed\w*|discount|refund|credit|fee|price|off|average|rate|cpu|memory|disk|traffic)\b|通常|平时|负载|容量|阈值|退|减|折|优惠|费|率|内存|磁盘|流量|上次/i;

function sizeOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { top, bottom, half, one, every, zhBottom, zhTop, zhHalf, zhTenths, zhHalfTenth, percent } = groups;
  if (percent !== undefined) return Number(percent);
  if (half !== undefined || zhHalf !== undefined) return 50;
  if (bottom !== undefined)
    return (100 * Math.max(1, small.indexOf(top?.toLowerCase() ?? '') + 1)) / (sizes[bottom.toLowerCase()] ?? 1);
  if (every !== undefined) {
    const of = /\d/.test(every) ? Number(every) : small.indexOf(every.toLowerCase()) + 1;
    return (100 * (small.indexOf(one?.toLowerCase() ?? '') + 1)) / of;
  }
  if (zhBottom !== undefined && zhTop !== undefined)
    return (100 * smallNumeral(zhTop)) / (zhBottom === '百' ? 100 : smallNumeral(zhBottom));
  if (zhTenths !== undefined)
    return 10 * (han.indexOf(zhTenths === '两' ? '二' : zhTenths) + 1) + (zhHalfTenth ? 5 : 0);
  return undefined;
}

const wholeBehind = /^\s*(?:of\s+)?(?:(?:the|our|all|those|these|some|a total of)\s+)*(?<whole>\d[\d,]*\d)(?![.\d%])/i;
const zhWholeBefore =
  /(?<whole>\d[\d,]*\d)\s?(?<ten>[万千])?[个位名家户笔单人件张台辆]?[\u3400-\u9fff]{0,6}?(?:中|里|当中)?的?[,，]?(?:约有|有|约|大约|近)?\s?$/u;

/** The number that a share is of, by the words beside it. */
function wholeBeside(before: string, behind: string): number | undefined {
  const groups = wholeBehind.exec(behind)?.groups ?? zhWholeBefore.exec(before.slice(-40))?.groups;
  if (groups?.whole === undefined) return undefined;
  const value = Number(groups.whole.replaceAll(',', '')) * (groups.ten === '万' ? 1e4 : groups.ten === '千' ? 1e3 : 1);
  return value >= 20 ? value : undefined;
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

/** Finds the shares of a text. */
export const sharesIn: (prose: string) => readonly Share[] = rememberByText((prose) => {
  if (prose.length > longest) return [];
  const text = fold(prose);
  if (
    !/%|per ?cent|\b(?:half|third|quarter|fifth|tenth|sixth|eighth)s?\b| in (?:two|three|four|five|ten|\d)|out of|分之|半|成/i.test(
      text,
    )
  )
    return [];
  return sentences(text).flatMap(({ start, end }, sentence) => {
    const words = text.slice(start, end);
    return matchesIn(words, fractions).flatMap((match): Share[] => {
      const groups = match.groups ?? {};
      const value = sizeOf(groups);
      if (value === undefined || !(value > 0 && value <= 100)) return [];
      const before = groups.about ?? '';
      const isPercent = groups.percent !== undefined;
      const slack = isPercent && before === '' ? Math.max(1, 0.1 * value) : Math.max(1, 0.15 * value);
      const least = /less|under|不到/i.test(before) && !/just/i.test(before) ? 0.6 * value : value - slack;
      const most = /more|over|超过|逾/i.test(before) && !/just/i.test(before) ? 1.4 * value : value + slack;
      const from = start + match.index + (match[0].length - match[0].slice(before.length).trimStart().length);
      // "Only for a quarter of an hour" is a length.
      if (
        /^ (?:an? )?(?:hour|minute|day|second|year|month)|^(?:小时|钟|年|天)/i.test(
          text.slice(start + match.index + match[0].length),
        )
      )
        return [];
      const around = words.slice(Math.max(0, match.index - 30), match.index + match[0].length + 40);
      return [
        {
          start: from,
          end: start + match.index + match[0].length,
          value,
          least,
          most,
          words: wordsIn(around),
          whole: wholeBeside(words.slice(0, match.index), words.slice(match.index + match[0].length)),
          isAside: aside.test(around),
          isOfPart: ofPart.test(around),
          sentence,
        },
      ];
    });
  });
});

const ofBetween =
  /^[^.;。；\d]{0,30}\b(?:of|out of)\s+(?:(?:our|the|all|a total of|about|roughly|some|around|those|these|[a-z]+'s)\s+)*$/i;
const outBetween =
  /^[^.;。；\d]{0,30}(?:(?:中|里|之中|当中)的?[,，、]?\s*(?:共|有|仅|只)?[有约]?|[,，、]?\s*(?:其中|有|仅|只)[有约]?)\s*$/u;

/** Finds the parts of a text that stand with their whole. */
export const ratiosIn: (prose: string) => readonly Ratio[] = rememberByText((prose) => {
  const text = fold(prose);
  const amounts = amountsIn(prose).filter(({ sort, value }) => sort === '' && value >= 5);
  if (amounts.length < 2) return [];
  return sentences(text).flatMap(({ start, end }, sentence) => {
    const own = amounts.filter((each) => each.start >= start && each.start < end);
    const words = late(() => wordsIn(text.slice(start, end)));
    return own.slice(0, -1).flatMap((first, at): Ratio[] => {
      const second = own[at + 1];
      if (!second) return [];
      const between = text.slice(first.end, second.start);
      if (first.value < second.value && ofBetween.test(between))
        return [{ part: first, whole: second, words: words(), sentence }];
      if (first.value > second.value && outBetween.test(between))
        return [{ part: second, whole: first, words: words(), sentence }];
      return [];
    });
  });
});

export const percentOf = ({ part, whole }: Ratio): number => (100 * part.value) / whole.value;

/** Whether a share can stand for the two numbers. */
export const sharesAgree = ({ least, most }: Share, ratio: Ratio): boolean => {
  const real = percentOf(ratio);
  return real >= least && real <= most;
};

/** A share that is not what the two numbers in its sentence make. */
export interface WrongShare {
  readonly share: Share;
  readonly ratio: Ratio;
}

const ofBehind = /^\s*of\s+(?:(?:the|our|all|those|these)\s+)*$/i;

/** "3,400 parcels, a third of the 10,200", "共10,200件，滞留3,400件，占三分之一": two numbers that a share joins. */
function sharedRatios(prose: string, shares: readonly Share[]): Ratio[] {
  const text = fold(prose);
  const all = sentences(text);
  const amounts = amountsIn(prose).filter(({ sort, value }) => sort === '' && value >= 5);
  return shares.flatMap((share): Ratio[] => {
    const { start, end } = all[share.sentence] ?? { start: 0, end: 0 };
    const own = amounts.filter(
      (each) => each.start >= start && each.start < end && !(each.start < share.end && share.start < each.end),
    );
    const [first, second] = own;
    if (!first || !second || own.length !== 2) return [];
    const words: ReadonlySet<string> = new Set();
    const isOf =
      first.end <= share.start &&
      second.start >= share.end &&
      ofBehind.test(text.slice(share.end, second.start).replace(/^of/, ' of'));
    const [part, whole] = first.value < second.value ? [first, second] : [second, first];
    const isHan =
      /[占即]\s*(?:约|近|了)?\s*$/u.test(text.slice(start, share.start)) &&
      /(?:共|总|全部|一共|的)[^，。；,;\d]{0,4}$/u.test(text.slice(start, whole.start));
    // "3,600 人，占当晚在线 12,000 人的 40%".
    const isHanOf =
      second.end <= share.start &&
      /占[^，。；,;]{0,16}$/u.test(text.slice(first.end, second.start)) &&
      /^\s?[\u3400-\u9fff]{0,6}的(?:约|近)?\s?$/u.test(text.slice(second.end, share.start));
    return (isOf && first.value < second.value) || isHan || isHanOf
      ? [{ part, whole, words, sentence: share.sentence }]
      : [];
  });
}

/** Finds "1,204 of our 38,000 customers (12 %)": a part, a whole and a share in one sentence that do not agree. */
export function wrongShares(prose: string): readonly WrongShare[] {
  const shares = sharesIn(prose);
  if (shares.length === 0) return [];
  const ratios = [...ratiosIn(prose), ...sharedRatios(prose, shares)];
  return ratios.flatMap((ratio): WrongShare[] => {
    const beside = shares.filter(({ sentence, isAside }) => sentence === ratio.sentence && !isAside);
    const isOnly = ratios.filter(({ sentence }) => sentence === ratio.sentence).length === 1;
    const [share] = beside;
    return share && isOnly && beside.length === 1 && !sharesAgree(share, ratio) ? [{ share, ratio }] : [];
  });
}

/** Shares that are said to be a whole and its rest, and are not: "three quarters …; for the remaining 40 %". */
export interface WrongRest {
  readonly start: number;
  readonly end: number;
  readonly first: Share;
}

const restBefore =
  /\b(?:the )?(?:remaining|rest,?|other|others,?)\s*(?:of (?:the|them|these)\s*)?[(,]?\s*(?:about |around |roughly )?$|(?:其余|剩下|剩余|另外|其他|余下)的?[^，。；\d]{0,6}?(?:约|大约)?\s*$/i;

/** Rounding of both, in per cent of all. */
const slackOfRest = 6;

/** Finds a rest that, with the one share before it in the text, makes no whole. */
export function wrongRests(prose: string): readonly WrongRest[] {
  const shares = sharesIn(prose);
  const text = fold(prose);
  return shares.slice(1).flatMap((second, at): WrongRest[] => {
    const first = shares[at];
    if (!first || !restBefore.test(text.slice(first.end, second.start))) return [];
    if (Math.abs(first.value + second.value - 100) <= slackOfRest) return [];
    return shares.length > 3 ? [] : [{ start: second.start, end: second.end, first }];
  });
}

/** A number of things that its sentence says is a share of all: "18,400, which is 8 %", "12 % of the parcels, 18,400 in all". */
export interface CountedShare {
  readonly count: Amount;
  readonly share: Share;
}

const countBehind = /^[^.;。；\d]{0,48}[,，(（]\s*(?:that is |i\.e\. |or |about |即|共|约)*$/i;
const shareBehind =
  /^[^.;。；\d]{0,60}?(?:[,，(（]\s*(?:which (?:is|was|makes)|that is|or|about|around|占[^，。；\d]{0,12}?|即|约)*\s*(?:about |around |约|的)*)$/i;

/** Finds counts with the share that they are, where a sentence names one of each. */
export function countedShares(prose: string): readonly CountedShare[] {
  const shares = sharesIn(prose);
  if (shares.length === 0) return [];
  const text = fold(prose);
  const amounts = amountsIn(prose).filter(({ sort, value }) => sort === '' && value >= 100);
  return shares.flatMap((share): CountedShare[] => {
    if (share.isAside || share.isOfPart || shares.some((other) => other !== share && other.sentence === share.sentence))
      return [];
    const before = amounts.findLast(({ end }) => end <= share.start);
    const behind = amounts.find(({ start }) => start >= share.end);
    // "12,150户，占全部48,600户的25%": of the number before the whole.
    const whole =
      before &&
      /占(?:了)?(?:全部|所有|总|全体|全市)?\s*$/u.test(text.slice(Math.max(0, before.start - 6), before.start));
    const counted = whole ? amounts.findLast(({ end }) => end <= before.start) : undefined;
    if (counted) return [{ count: counted, share }];
    // "2,256 of the 2,400 were repaired (94 %)": that is a share of the number beside it.
    const isWhole =
      before && /\bof (?:the |our |these |those )?$/i.test(text.slice(Math.max(0, before.start - 12), before.start));
    if (before && !isWhole && shareBehind.test(text.slice(before.end, share.start))) return [{ count: before, share }];
    return behind && countBehind.test(text.slice(share.end, behind.start)) ? [{ count: behind, share }] : [];
  });
}
