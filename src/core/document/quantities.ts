import { fold } from '../language/fold.js';
import { letters } from '../language/letters.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { readMoments } from './clock.js';
import { standsFor } from './counts.js';
import { readDurations } from './duration.js';
import { hanValue } from './han-numbers.js';

/** A number of things, in digits or in words, with what it can honestly stand for. Offsets in the text. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Where the words begin that bound it: "no more than". */
  readonly from: number;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const powers: Readonly<Record<string, number>> = { dozen: 12, score: 20, hundred: 100, thousand: 1000, million: 1e6 };
const hanUnits: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

const numeral = [...small, ...tens, ...Object.keys(powers)].join('|');
const digitsPattern = '\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
/** "1,240", "forty-one", "a couple of dozen", "two hundred and six", "hundreds". */
const english = new RegExp(
  `(?<![${letters}\\d#/€$£¥§+-]|\\d[.,: ])(?:(?<digits>${digitsPattern})(?:[ -](?<power>hundred|thousand|million|dozen))?|(?<vague>an? few|a couple of|several|many|half an?|an?) (?<vaguePower>dozen|hundred|thousand|million)|(?<plural>dozens|hundreds|thousands|tens of thousands)(?= of\\b)|(?<handful>(?:a|only a|barely a|just a) handful)|(?<words>(?:${numeral})(?:(?: and |[ -])(?:${numeral}))*))(?![${letters}\\d]|[.,:/ -]\\d)`,
  'gi',
);
const chinese =
  /(?<!\d[.,:]|[\d第零〇一二两三四五六七八九十百千万]|星期|礼拜|周)(?:(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<unit>[百千万亿]{0,2})|(?<han>[一二两三四五六七八九十百千万][零〇一二两三四五六七八九十百千万]*))\s?(?<more>多|余|来)?(?=\s?[个位名家户笔单条张件台份篇间辆班趟部所套处座批只根人棵艘])/gu;

/** What bounds a number, right before it. */
const bounds: readonly (readonly [RegExp, (value: number) => readonly [number, number]])[] = [
  [
    /\b(?:(?:just|only|slightly|a (?:little|bit|shade|touch)|a few) (?:over|above|more than)|a good|a little over)\s*$/i,
    (value) => [value, value * 1.2],
  ],
  [
    /\b(?:(?:just|a (?:little|bit)|slightly) (?:under|below|less than|fewer than|short of)|not quite|nearly|almost|close to|close on|nigh on|approaching|getting on for|virtually|barely)\s*$|(?:差不多|接近|将近|临近|近)\s*$/i,
    (value) => [value * 0.8, value * 1.05],
  ],
  [
    /\b(?:no|not) (?:fewer|less) than\s*$|\b(?:more than|over|above|in excess of|upwards? of|at least|as many as|exceed(?:s|ed|ing)?)\s*$|(?:超过|超出|逾|多达|高达|至少|起码|不少于|不下于?|不止)\s*$/i,
    (value) => [value, value * 1.6],
  ],
  [
    /\b(?:(?:no|not) more than|at (?:the )?most|fewer than|less than|under|below|up to|hardly|scarcely|only|just|merely|a mere|no)\s*$|(?:不到|不足|少于|未满|不超过|至多|最多|不满|只有|仅有|仅|才)\s*$/i,
    (value) => [0, value],
  ],
  [
    /(?:\b(?:about|around|roughly|approximately|approx\.?|some|circa|ca\.|something like|in the (?:region|order) of|on the order of|an estimated)|~|≈|约|大约|大概|估计)\s*$/i,
    (value) => [value * 0.88, value * 1.12],
  ],
];
/** "Only 1,240", "仅 386 家": exact, and few. */
const exact = /(?:\b(?:only|just|merely|a mere)|只有|仅有|仅|才)\s*$/i;
const alone = /(?:\b(?:only|just|merely|except)|只有|仅有?|除了?)\s*$/i;
const aboutBehind =
  /^\s?(?:or so\b|or thereabouts\b|-odd\b|[个位名家户笔单条张件台份篇间辆人]{1,2}(?:左右|上下|前后))/i;
/** What makes it a measure, a share, a sum of money, a place in a row. */
const noCount =
  /^\s?(?:%|‰|per ?cents?\b|percent\b|[kKMGT]i?B\b|ms\b|km\b|kg\b|°|euros?\b|dollars?\b|pounds?\b|cents?\b|francs?\b|kron\w+\b|yuan\b|元|块|美元|欧元|次方|(?:thirds?|quarters?|fifths?|sixths?|tenths?|halves|half)\b|(?:st|nd|rd|th)\b)/i;
/** "One in four", "nine in ten", "three out of five". */
const ratio =
  /^ (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|\d{1,3})\b(?! \w*[a-z]{2,}s were)/i;
const ratioBefore = /\b(?:\w+) (?:in|out of) (?:every )?$/i;
const naming =
  /(?:\b(?:version|release|step|phase|part|chapter|no\.?|number|section|row|page|error|code|rack|hall|shelf|port|room|level|sev|priority|gate|line|route|flight|train|bus|terminal)|[$€£¥#]|版本|步骤|第)\s?$/i;

function wordValue(words: string): number {
  let all = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const one = small.indexOf(word);
    const ten = tens.indexOf(word);
    const power = powers[word];
    if (one >= 0) part += one;
    else if (ten >= 0) part += 20 + 10 * ten;
    else if (power === 1000 || power === 1e6) [all, part] = [all + (part || 1) * power, 0];
    else if (power !== undefined) part = (part || 1) * power;
  }
  return all + part;
}

const plain = (digits: string): number => Number(digits.replace(/[,\u00a0\u202f]/g, ''));

/** What "several", "a few" and "half a" make of a power of ten or a dozen. */
function vagueRange(vague: string, power: number): readonly [number, number, number] {
  if (/half/i.test(vague)) return [power / 2, power * 0.4, power * 0.6];
  if (/couple/i.test(vague)) return [2 * power, 1.5 * power, 3 * power];
  if (/few|several|many/i.test(vague)) return [4 * power, 2 * power, 10 * power];
  return [power, power * 0.9, power * 1.1];
}

/** The range of "一千多", "386余": up to the next of its last place. */
function upToNext(value: number): number {
  const zeros = /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0;
  return value + (zeros > 0 ? 10 ** zeros : 1) - 1;
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 6000;
const hint = new RegExp(
  `\\d|[０-９]|\\b(?:${numeral}|handful|dozens|hundreds|thousands)\\b|[一二两兩三四五六七八九十百千万萬]`,
  'i',
);

type Groups = Readonly<Record<string, string | undefined>>;

function read(groups: Groups): readonly [value: number, least: number, most: number] | undefined {
  const { digits, power, vague, vaguePower, plural, handful, words, unit, han, more } = groups;
  if (plural !== undefined) {
    const each =
      powers[
        plural
          .replace(/^tens of /i, '')
          .replace(/s$/i, '')
          .toLowerCase()
      ] ?? 1;
    const least = /^tens/i.test(plural) ? 10 * each : each;
    return [3 * least, least, 30 * least];
  }
  if (handful !== undefined) return [5, 2, 12];
  if (vague !== undefined) return vagueRange(vague, powers[vaguePower?.toLowerCase() ?? ''] ?? 1);
  let value = Number.NaN;
  if (words !== undefined) value = wordValue(words);
  else if (han !== undefined) value = hanValue(han);
  else if (digits !== undefined)
    value =
      plain(digits) *
      (powers[power?.toLowerCase() ?? ''] ?? 1) *
      [...(unit ?? '')].reduce((all, each) => all * (hanUnits[each] ?? 1), 1);
  if (!(value > 0)) return undefined;
  if (more === '来') return [value, value * 0.88, value * 1.12];
  if (more !== undefined) return [value, value, upToNext(value)];
  const { least, most } = standsFor(value, '');
  return [value, least, most];
}

/** Finds what a text counts, in digits and in words, without its times, lengths of time, shares and sums of money. */
export const quantitiesIn: (prose: string) => readonly Quantity[] = rememberByText((prose) => {
  if (prose.length > longest || !hint.test(prose)) return [];
  const text = fold(prose);
  const taken = [...readMoments(prose), ...readDurations(prose)];
  const found: Quantity[] = [];
  const add = (match: RegExpExecArray): void => {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    if ([...taken, ...found].some((each) => each.start < end && start < each.end)) return;
    const before = text.slice(Math.max(0, start - 40), start);
    const behind = text.slice(end, end + 40);
    if (noCount.test(behind) || ratio.test(behind) || naming.test(before)) return;
    const known = read(match.groups ?? {});
    if (!known || (ratioBefore.test(before) && known[0] <= 100)) return;
    const bound = bounds.find(([pattern]) => pattern.test(before));
    const words = bound ? (bound[0].exec(before)?.[0] ?? '') : '';
    // "One of them", "the one that": a pronoun.
    if (/^(?:one|一)\s?$/i.test(match[0]) && !alone.test(before)) return;
    const [value, few, many] = known;
    const isExact = exact.test(words) || (bound === undefined && !aboutBehind.test(behind));
    const [least, most] = isExact ? [few, many] : (bound?.[1](value) ?? [value * 0.88, value * 1.12]);
    found.push({ start, end, value, least, most, from: start - words.length });
  };
  if (/[\u3400-\u9fff]/u.test(text)) for (const match of matchesIn(text, chinese)) add(match);
  for (const match of matchesIn(text, english)) add(match);
  return found.sort((a, b) => a.start - b.start);
});
