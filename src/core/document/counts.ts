import { fold } from '../language/fold.js';
import { letters } from '../language/letters.js';
import { matchesIn } from '../matches.js';

/** How many were affected, as a text says it. Offsets in the text. */
export interface AffectedCount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Whether it is a share in per cent. */
  readonly isShare: boolean;
  /** What was counted, singular: `customer`, `shop`, `客户`; `undefined` where front matter names nothing. */
  readonly noun: string | undefined;
  /** What the number can honestly stand for: rounded numbers, "about", "more than". */
  readonly least: number;
  readonly most: number;
}

const nouns =
  'customers?|users?|accounts?|clients?|subscribers?|merchants?|shops?|stores?|businesses|companies|tenants?|patients?|passengers?|players?|students?|members?|households?|organi[sz]ations?|workspaces?|sites?|websites?|orders?|payments?|people';
const zhNouns = '客户|用户|商户|商家|店铺|门店|账户|帐户|账号|会员|患者|玩家|学生|租户|企业|家庭|订单|网站|读者|乘客';
const figure = '\\d{1,3}(?:[,，\\u00a0\\u202f]\\d{3})+|\\d+(?:\\.\\d+)?';

const counts = new RegExp(
  [
    `(?<before>(?:about|around|approximately|roughly|nearly|almost|more than|over|less than|fewer than|at least|up to|some)\\s+|~\\s?)?(?<![${letters}\\d.,:#/-])(?<value>${figure})(?<share>\\s?%|\\s+per ?cent|\\s+percent)?(?:\\s+(?:of|out of)\\s+(?:(?:all|our|the)\\s+)*(?:${figure})?)?\\s*(?:\\b(?:of|our|the|all|business|paying|active|affected|small|European|registered)\\s+)*(?<noun>${nouns})(?![${letters}-])`,
    `(?<zhBefore>(?:大约|约|近|将近|超过|逾|不到|不足|至少|最多)\\s?)?(?<![\\d.:：第]|\\d,)(?<zhValue>${figure})\\s?(?<zhTen>万|千|百)?(?<zhMore>多|余)?\\s?(?<zhShare>%)?\\s?(?:个|位|名|家|户|笔|单)?的?(?:注册|付费|活跃|企业|受影响的?)?(?<zhNoun>${zhNouns})`,
  ].join('|'),
  'gi',
);

/** What says in a sentence that those counted were affected. */
const affectedBehind =
  /^[^.;:。；]{0,60}?\b(?:were|was|are|is|have been|had been)\s+(?:\w+\s+)?(?:affected|impacted|hit)\b|^[^.;:。；]{0,30}?\b(?:could not|couldn['’]t|cannot|(?:were|was|ha(?:ve|s) been) unable|(?:were|was|ha(?:ve|s)) not (?:been )?able|lost access)\b|^[^。；，]{0,12}(?:受到?了?影响|无法|不能)/i;
const affectedBefore =
  /\b(?:affect(?:ed|ing)|impact(?:ed|ing)|hit)\s+(?:a total of\s+)?$|(?:customers|users|accounts) affected\W{0,4}$|(?:影响了?|波及|受影响的?(?:客户|用户|商户|商家|账户)?[:：]?)\s*(?:共|共计|为|有)?\s*$/i;
/** What makes it a count of a part, or of something else. */
const partial =
  /\b(?:of (?:them|these|those|whom)|another|other|further|additional|more|each|per|up to|first|also)\b|其中|另有|另外|还有|每/i;

const numberOf = (text: string): number => Number(text.replace(/[,，\u00a0\u202f]/g, ''));

/** A rounded number stands for what rounds to it: 1,200 for 1,150 to 1,250, but 1,204 for itself. */
function grain(value: number): number {
  if (!Number.isInteger(value) || value < 100) return 0;
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  return zeros >= 2 ? 10 ** zeros / 2 : zeros === 1 && value >= 1000 ? 5 : 0;
}

/** What a number can honestly stand for, given the words before it: rounded numbers, "about", "more than". */
export function standsFor(value: number, words: string): { least: number; most: number } {
  const slack = grain(value);
  if (/more|over|least|超|逾|至少|多|余/i.test(words)) return { least: value - slack, most: value * 1.5 };
  if (/less|fewer|up to|不到|不足|最多/i.test(words)) return { least: 0, most: value + slack };
  if (/\S/.test(words)) return { least: value * 0.9 - slack, most: value * 1.1 + slack };
  return { least: value - slack, most: value + slack };
}

/** What a Chinese unit behind a figure multiplies it by. */
export const units: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100 };
/** An English noun without its plural ending; Chinese as written. */
export const singular = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<!s)s$/, '')
    .replace('帐户', '账户');

/** Finds how many a text says were affected: "1,204 of our customers could not pay", "影响了3260家商户". */
export function affectedCounts(prose: string): readonly AffectedCount[] {
  if (!/\d|[０-９]/.test(prose)) return [];
  const text = fold(prose);
  const found: AffectedCount[] = [];
  for (const match of matchesIn(text, counts)) {
    const groups = match.groups ?? {};
    const written = groups.value ?? groups.zhValue ?? '';
    const words = groups.before ?? groups.zhBefore ?? '';
    const start = match.index + words.length;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('。')) + 1);
    const behind = text.slice(end, end + 90);
    if (!(affectedBehind.test(behind) || affectedBefore.test(sentence))) continue;
    if (partial.test(sentence.slice(-30)) || /^\s*(?:of (?:them|these)|each)\b/.test(behind)) continue;
    const value = numberOf(written) * (units[groups.zhTen ?? ''] ?? 1);
    found.push({
      start,
      end: start + written.length,
      value,
      isShare: (groups.share ?? groups.zhShare) !== undefined,
      noun: singular(groups.noun ?? groups.zhNoun ?? ''),
      ...standsFor(value, words + (groups.zhMore ?? '')),
    });
  }
  return found;
}

/** What front matter's `affected` says: "1,240", "12%", "1,840 of 12,300 shops", "3,260 家商户". */
export interface AffectedTotal {
  /** The numbers that a text may name: how many, and of how many. */
  readonly values: readonly number[];
  /** The shares, in per cent, that it may name. */
  readonly shares: readonly number[];
  readonly noun: string | undefined;
}

/** Reads front matter's `affected`; `undefined` where it holds no figure. */
export function affectedTotal(text: string): AffectedTotal | undefined {
  const plain = fold(text);
  const figures = matchesIn(plain, new RegExp(`(${figure})\\s?(万|千|百)?\\s?(%)?`, 'gu'));
  const values = figures
    .filter(([, , , share]) => !share)
    .map(([, written, unit]) => numberOf(written ?? '') * (units[unit ?? ''] ?? 1));
  const shares = figures.filter(([, , , share]) => share).map(([, written]) => numberOf(written ?? ''));
  const [part, whole] = values;
  if (part !== undefined && whole !== undefined && whole > part) shares.push((100 * part) / whole);
  const noun = new RegExp(`(?<![${letters}])(?:${nouns})(?![${letters}])|${zhNouns}`, 'i').exec(plain)?.[0];
  return figures.length > 0 ? { values, shares, noun: noun ? singular(noun) : undefined } : undefined;
}
