import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { amountsIn, sentences } from './amounts.js';

/** How many places a text says that it hit: "all eight realms", "四个机房". Offsets in the text. */
export interface PlaceCount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What was counted: an English noun in the singular, Chinese as written. */
  readonly noun: string;
  /** The other numbers of its sentence. */
  readonly numbers: readonly number[];
  /** Whether its sentence says that those were all that it hit. */
  readonly isWhole: boolean;
  /** Whether it says "all 29 branches", and nothing that says which. */
  readonly isAll: boolean;
  /** What its sentence is about. */
  readonly words: ReadonlySet<string>;
}

const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const han = '零一二三四五六七八九十';
const nouns =
  'regions?|realms?|sites?|data ?cent(?:er|re)s?|zones?|count(?:y|ies)|cit(?:y|ies)|towns?|districts?|branch(?:es)?|depots?|warehouses?|campus(?:es)?|clinics?|hospitals?|stations?|countr(?:y|ies)|offices?|clusters?|plants?|wards?|terminals?|halls?|exchanges?|shards?|worlds?|islands?|villages?|boroughs?|provinces?|states?|locations?';
const zhNouns =
  '机房|街道|分区|大区|校区|城市|地区|区域|数据中心|仓库|园区|站点|片区|省份|网点|服务器|集群|院区|分院|厂区|车站|小区|县区|区县|可用区|乡镇|航站楼|分店|门店|中心';
const places = new RegExp(
  `\\b(?<value>${small.slice(1).join('|')}|\\d{1,2})(?<also> of (?:our|the) [a-z]+)? (?:(?:affected|northern|southern|eastern|western|european|of our|our) )?(?<noun>${nouns})\\b|(?<zhValue>[二三四五六七八九十两]|\\d{1,2})\\s?(?:个|座|处|家)?(?<zhNoun>${zhNouns})`,
  'gi',
);
/** What it did to those counted. */
const hit =
  /\b(?:affected|hit|down|offline|out|unavailable|unreachable|stopped|failed|lost|shut|closed|could not|couldn['’]t|cannot|without|interrupted|disrupted|dark|stood still)\b|受影响|中断|断[网电水线]|停|无法|不能|瘫痪|波及|影响|全部|故障|掉线/iu;
const partial =
  /\b(?:of (?:our|the|all)|other|another|remaining|rest|only|except|first|later|more|further|additional|next|each|per|up to|at least|new|if|will|backup|copies)\b|其他|其余|另|仅|只有|先|随后|剩|后来|每|至少|备|将|以上|不同|各存/iu;

/** Stems of English words, and pairs of Han characters. */
function wordsIn(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of matchesIn(sentence.toLowerCase(), /[a-z]{4,}/g))
    found.add(word.replace(/(?:ing|ed|es|s|e)$/u, ''));
  for (const [run] of matchesIn(sentence, /[\u3400-\u9fff]{2,}/g))
    for (let at = 0; at + 1 < run.length; at++) found.add(run.slice(at, at + 2));
  return found;
}

const singular = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<=ch|us)es$/, '')
    .replace(/(?<![su])s$/, '')
    .replace(/data ?cent(?:er|re)/, 'data centre');

function countOf(written: string): number {
  if (/\d/.test(written)) return Number(written);
  const english = small.indexOf(written.toLowerCase());
  return english >= 0 ? english + 1 : written === '两' ? 2 : han.indexOf(written);
}

const all = /\ball (?:of )?(?:our |the )?$|(?:所有|全部)的?$/iu;
const which =
  /^ (?:in|of|at|with|that|which|who|where|on|near|outside|except|but)\b|^(?!\s*(?:were|was|are|is|have|had|opened|closed|stood|lost|went|could|worked|and|[.,;:!)]|$|[都均全皆也已，。；、]))/iu;

/** A block longer than this is data rather than prose. Characters. */
const longest = 6000;

/** Finds how many places a text says that it hit. */
export function placeCounts(prose: string): readonly PlaceCount[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  if (matchesIn(text, places).length === 0) return [];
  return sentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    return matchesIn(sentence, places).flatMap((match): PlaceCount[] => {
      const groups = match.groups ?? {};
      const noun = groups.noun ?? groups.zhNoun ?? '';
      const around = sentence.slice(Math.max(0, match.index - 24), match.index + match[0].length + 12);
      const from = start + match.index;
      return [
        {
          start: from,
          end: from + match[0].length,
          value: countOf(groups.value ?? groups.zhValue ?? ''),
          noun: singular(noun),
          numbers: amountsIn(prose)
            .filter((amount) => amount.start >= start && amount.end <= end && amount.value > 20)
            .map(({ value }) => value),
          isWhole: groups.also === undefined && hit.test(sentence) && !partial.test(around),
          isAll: all.test(sentence.slice(0, match.index)) && !which.test(sentence.slice(match.index + match[0].length)),
          words: wordsIn(sentence),
        },
      ];
    });
  });
}
