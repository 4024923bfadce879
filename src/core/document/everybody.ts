import headings from '../../data/customer-headings.json' with { type: 'json' };
import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';
import { ratiosIn, sharesIn } from './shares.js';

/** What became of those counted: they could not, or it says no more than that they were affected, or it was slow. */
export type Effect = 'cannot' | 'affected' | 'slow';

interface Told extends Span {
  /** The first letters of English words, Chinese as written: what is counted, with what narrows it. */
  readonly counted: readonly string[];
  readonly effect: Effect;
  /** What they could not do: words compared where both name it. */
  readonly verbs: readonly string[];
}

/** "All passengers with a booking were refused". Offsets in the text. */
export interface AllClaim extends Told {
  /** What else its clause names: where it happened, with what. */
  readonly clause: string;
}

/** "4,180 of 11,000 booked passengers were refused". Offsets in the text. */
export interface PartClaim extends Told {
  readonly words: string;
}

const cannot =
  "could not|couldn't|cannot|can't|(?:was|were|got|been) (?:all |simply |then )?(?:refused|rejected|turned away|unable|cut off|locked out|logged out|signed out|disconnected|blocked|stranded|without|offline|down|unavailable|not able)|lost (?:access|their connection|connection)|failed|(?:got|saw|had|received|ran into) (?:only |nothing but )?(?:an? )?(?:errors?|error messages?)|had no (?:access|service|connection|power|heating|water)";
const affected = '(?:was|were|been) (?:all |directly )?(?:affected|impacted|hit|concerned)';
const slow = '(?:was|were) (?:slow|late|delayed|held up)|waited|had to wait';
const effects = `(?<cannot>${cannot})|(?<affected>${affected})|(?<slow>${slow})`;
const zhCannot =
  '无法|不能|没法|没能|未能|[\\u3400-\\u9fff]不了|打不开|登不上|连不上|进不去|刷不过|收不到|被拒|失败|超时|报错|出错|断线|掉线|被(?:挡|关)在';
const zhEffects = `(?<zhCannot>${zhCannot})|(?<zhAffected>受到?了?影响|受影响|被波及)|(?<zhSlow>变慢|很慢|延迟|卡顿|晚到)`;

type Groups = Readonly<Record<string, string | undefined>>;
const effectOf = (groups: Groups): Effect =>
  (groups.affected ?? groups.zhAffected) !== undefined
    ? 'affected'
    : (groups.slow ?? groups.zhSlow) !== undefined
      ? 'slow'
      : 'cannot';

const idle =
  /^(?:could|couldn|cannot|can|lost|the|our|all|and|any|who|that|with|their|your|were|was|had|have|been|for|from|into|this|those|these|simply|then|not|again|get|got|use|out|them|only)$/;
const stems = (words: string): string[] =>
  matchesIn(words.toLowerCase(), /[a-z]{3,}/g).flatMap(([word]) => (idle.test(word) ? [] : [word.slice(0, 4)]));

/** What stands behind "could not": the first words of what could not be done. */
const verbsBehind = (text: string): string[] => stems(/^[^.,;:]{0,40}/.exec(text)?.[0] ?? '').slice(0, 2);
/** "充不了电", "无法登录": the verb, by the characters around the word that denies it. */
function zhVerbs(match: string, behind: string): string[] {
  const denied = /^([\u3400-\u9fff])不了/u.exec(match)?.[1];
  const named = /^(?:正常|再|继续|及时|在线|完成)*(?<verb>[\u3400-\u9fff]{2})/u.exec(behind)?.groups?.verb;
  return /^(?:无法|不能|没[法能]|未能)/u.test(match) && named ? [named] : denied ? [denied] : [];
}

/** A word that may name or narrow them, rather than begin a clause. */
const word = '(?!(?:who|that|which|whose|of|with|and|or|could|were|was)\\b)[a-z-]{2,}';
const everyone = new RegExp(
  `\\b(?:all|every|each)(?: (?:one )?of)?(?: (?:the|our|your))?(?<quality>(?: ${word}){0,2}?) (?<noun>${word})(?<rest>(?: (?:with|who|whose|on|in|at|from|using|of|that)\\b[^.;,]{1,40}?)?),? (?:${effects})`,
  'gi',
);
const zhNouns = [
  ...headings.zh.audiences,
  '商户',
  '企业',
  '门店',
  '店铺',
  '订单',
  '设备',
  '车辆',
  '门锁',
  '充电桩',
  '司机',
  '骑手',
  '人',
]
  .sort((a, b) => b.length - a.length)
  .join('|');
const zhEveryone = new RegExp(
  `(?:所有|全部|全体|每一?[位个名家])(?:的)?(?<zhNoun>${zhNouns})(?<zhRest>[^，。；;,!?！？]{0,14}?)(?:都|均|全部|全都|也)?(?:${zhEffects})`,
  'gu',
);
/** "Almost all", "not all": no whole. */
const notWhole =
  /(?:\b(?:almost|nearly|not|virtually|practically|as if|affect(?:s|ed|ing)?|for|to|and|that|told|informed)|并非|不是|几乎|差不多|并不|近|除[^，。]{1,12}[外，])\s*$/iu;
/** A moment of it, a wish, a question. */
const aside =
  /[?？]|\b(?:if|would|might|may|first|peak|briefly|for a (?:while|time|moment)|at times|at one point|next time|whether|so that|unless|until then)\b|如果|万一|可能|会不会|最初|高峰|一度|短暂|片刻|起初|有时|避免|防止|测试/iu;

/** Finds "all passengers were refused", "所有车主都充不了电". */
export function allClaims(prose: string): readonly AllClaim[] {
  const text = fold(prose);
  if (!/\b(?:all|every|each)\b|所有|全部|全体|每/i.test(text)) return [];
  return sentences(text).flatMap(({ start, end }): AllClaim[] => {
    const words = text.slice(start, end);
    if (aside.test(words)) return [];
    return [...matchesIn(words, everyone), ...matchesIn(words, zhEveryone)].flatMap((match): AllClaim[] => {
      const groups: Groups = match.groups ?? {};
      const { zhNoun, zhRest = '', quality = '', noun = '', rest = '' } = groups;
      if (notWhole.test(words.slice(0, match.index))) return [];
      // "所有车主在高速服务区都充不了电" is of one place; "在我们的桩上" of all of them.
      if (zhNoun && /[在从用于]/u.test(zhRest) && !/我们|全[网国部]|各/u.test(zhRest)) return [];
      const behind = words.slice(match.index + match[0].length);
      const denied = groups.cannot ?? groups.zhCannot ?? '';
      return [
        {
          start: start + match.index,
          end: start + match.index + match[0].length,
          counted: zhNoun ? [zhNoun] : stems(`${quality} ${noun} ${rest}`),
          effect: effectOf(groups),
          verbs: zhNoun ? zhVerbs(denied, behind) : [...stems(denied), ...verbsBehind(behind)],
          clause: `${rest}${zhRest}${/^[^.,;，。；]{0,40}/u.exec(behind)?.[0] ?? ''}`,
        },
      ];
    });
  });
}

const behindWhole = new RegExp(
  `^(?<np>(?: [a-z'-]+){1,4}?)(?: (?:we|that|who|which) [a-z ]{2,30}?)?(?: ?\\([^)]{1,20}\\))?,? (?:in [a-z ]{2,20} )?(?:tried [^.;]{2,50}? and )?(?:${effects})`,
  'i',
);
const zhBehindWhole =
  /^\s?[个位名家户根台把所条辆张座间套部]?(?:的)?(?<noun>[\u3400-\u9fff]{1,6}?)(?:里|中|当中|之中|[,，(（]|有|共)/u;
const zhEffectBehind = new RegExp(`^\\s?[个位名家户根台把所条辆张座间套部人]?[^。；;]{0,24}?(?:${zhEffects})`, 'u');

/** Finds "4,180 of 11,000 booked passengers were refused", "12,400根桩里有4,960根启动不了", "38% of passengers were refused". */
export function partClaims(prose: string): readonly PartClaim[] {
  const text = fold(prose);
  const all = sentences(text);
  const ratios = ratiosIn(prose).flatMap(({ part, whole, sentence }) =>
    part.value < 0.95 * whole.value
      ? [{ start: Math.min(part.start, whole.start), end: Math.max(part.end, whole.end), whole, part, sentence }]
      : [],
  );
  const shares = sharesIn(prose).flatMap(({ start, end, most, isAside, isOfPart, sentence }) =>
    most < 95 && !isAside && !isOfPart ? [{ start, end, whole: undefined, part: undefined, sentence }] : [],
  );
  return [...ratios, ...shares].flatMap(({ start, end, whole, part, sentence }): PartClaim[] => {
    const own = all[sentence];
    if (!own) return [];
    const lead = text.slice(own.start, start);
    // "By 12:00, 60% of customers were still without": at a moment of it.
    if (/\d[:：]\d\d|\b(?:by|after) /iu.test(lead) || aside.test(text.slice(own.start, own.end))) return [];
    const rest = text.slice(whole?.end ?? end, own.end);
    const english = behindWhole.exec(whole ? rest : rest.replace(/^ (?:of )?(?:(?:our|the|all|your) )*/i, ' '));
    const words = prose.slice(start, end);
    if (english) {
      const groups: Groups = english.groups ?? {};
      const behind = english.input.slice(english[0].length);
      const verbs = [...stems(groups.cannot ?? ''), ...verbsBehind(behind)];
      return [{ start, end, words, counted: stems(groups.np ?? ''), effect: effectOf(groups), verbs }];
    }
    const noun = whole
      ? zhBehindWhole.exec(rest)?.groups?.noun
      : new RegExp(`^的?(?<noun>${zhNouns})`, 'u').exec(rest)?.groups?.noun;
    const effect = zhEffectBehind.exec(part ? text.slice(part.end, own.end) : rest);
    if (!noun || !effect) return [];
    const groups: Groups = effect.groups ?? {};
    const verbs = zhVerbs(groups.zhCannot ?? '', effect.input.slice(effect[0].length));
    return [{ start, end, words, counted: [noun], effect: effectOf(groups), verbs }];
  });
}

const isHan = (word: string): boolean => /[\u3400-\u9fff]/u.test(word);

/** Whether all that a claim counts is counted in part by another. */
export function deniesAll(claim: AllClaim, part: PartClaim): boolean {
  if (part.effect !== 'affected' && part.effect !== claim.effect) return false;
  const [noun] = claim.counted;
  if (noun === undefined || part.counted.length === 0) return false;
  const isSame = isHan(noun)
    ? part.counted.some((each) => each.endsWith(noun) || noun.endsWith(each))
    : claim.counted.every((each) => part.counted.includes(each));
  if (isSame) {
    const areNamed = claim.verbs.length > 0 && part.verbs.length > 0 && part.effect === 'cannot';
    return !areNamed || claim.verbs.some((each) => part.verbs.includes(each));
  }
  // "All drivers could not charge at our chargers" beside a part of the chargers.
  const last = part.counted.at(-1) ?? '';
  return isHan(last)
    ? new RegExp(`我们的?${last}`, 'u').test(claim.clause)
    : new RegExp(`\\bour ${last}`, 'i').test(claim.clause);
}
