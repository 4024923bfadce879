import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { readMoments } from './clock.js';
import { readDurations } from './duration.js';

/** A number of things that a text counts. Offsets in the text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Its digits in ascending order: numbers with two of them exchanged have the same. */
  readonly digits: string;
  /** What stands behind it, or else before it, and says what was counted: English stems, or pairs of Han characters. */
  readonly words: ReadonlySet<string>;
  /** The sentence in which it stands, by its number in the text. */
  readonly sentence: number;
}

const number =
  /(?<![A-Za-z\d:：/#$€£¥-]|\d[.,])\d{1,3}(?:[,，\u00a0\u202f]\d{3})+(?![\d.])|(?<![A-Za-z\d:：/#$€£¥-]|\d[.,])\d{2,}(?![\d.,:：/-]*\d)/gu;
/** Units of measure, money and shares: two of these with like digits are no slip. */
const measured =
  /^\s?(?:%|‰|per ?cent|percent|[kKMGT]i?B\b|ms\b|km\b|kg\b|euros?\b|dollars?\b|pounds?\b|kron\w+\b|francs?\b|yuan\b|元|块钱|万元|美元|欧元|度|公里|公斤|岁)/u;
const common = new Set(
  'the and for with that this from were was are have has had been who whose which their them they our your its all each every other others more than about into over after before when could not could cannot affected late lost paid new old first last same these those'.split(
    ' ',
  ),
);
const common_zh = /[的了在是我们您和与也都把被有个位名家条笔张件户次台份人为到后前中里]/u;

const people = /^(?:用户|客户|商户|账户|住户|租户)$/u;

/** The end of a word cut off, so that singular and plural are one. */
const stem = (word: string): string => word.replace(/(?:ies|y)$/, 'i').replace(/e?s$/, '');

/** What words say was counted: English stems, or pairs of Han characters. */
function* namesIn(latin: readonly string[], han: string): Generator<string> {
  for (const word of latin) if (!common.has(word.toLowerCase())) yield stem(word.toLowerCase());
  for (let at = 0; at + 1 < han.length; at++) {
    const pair = han.slice(at, at + 2);
    if (people.test(pair) || !common_zh.test(pair)) yield pair;
  }
}

const latinIn = (words: string): string[] => matchesIn(words, /[a-z]{3,}/gi).map(([word]) => word);

/** What the label of a number says was counted: the first cell of its row, or what stands before a colon. */
export const labelWords = (label: string): ReadonlySet<string> =>
  new Set(
    namesIn(
      latinIn(label),
      fold(label)
        .replace(/[^\u3400-\u9fff]/gu, '')
        .replace(/受影响|数量|总数/gu, ''),
    ),
  );

function wordsBehind(text: string, end: number): Set<string> {
  const rest =
    /^(?!\s(?:by|because|due|from|through|with|without|in|on|at|for)\b)[^.,;:!?。，；：！？、()（）]{0,48}/u.exec(
      text.slice(end),
    )?.[0] ?? '';
  const han = rest
    .trimStart()
    .replace(/[^\u3400-\u9fff].*$/u, '')
    .slice(0, 9);
  return new Set(namesIn(latinIn(rest).slice(0, 4), han));
}

/** "Clinics that could not open a result: 184", "受影响的订单一共23,176单": what is counted stands before the number. */
const label =
  /^\W*(?<label>[a-z][^.;:!?。；]{2,70}):\s*$|(?<zhLabel>[\u3400-\u9fff]{2,8}?)(?:数量?|总数)?\s?(?:一共|总共|共计|合计|共有|共|有|为|是|达到?|[:：])*\s*$/i;
const bareBehind = /^\s?[\u3400-\u9fff]?(?=[，。；、,.;（(]|\s|$)/u;

function wordsBefore(text: string, start: number, end: number): ReadonlySet<string> {
  if (!bareBehind.test(text.slice(end, end + 3))) return none;
  const groups = label.exec(text.slice(Math.max(0, start - 80), start))?.groups;
  return labelWords(groups?.label ?? groups?.zhLabel ?? '');
}
const none: ReadonlySet<string> = new Set();

/** Where a wrong number is owned up to, the right one stands beside it. */
const corrected =
  /误写|写成了|抄录错误|笔误|应为\s?\d|更正为|\b(?:should (?:have )?read|misprint|typo|mistyped|first draft|corrected (?:from|to)|in error as)\b/i;

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

/** Finds what a text counts, without its times, days, lengths of time, sums of money and shares. */
export const readFigures: (prose: string) => readonly Figure[] = rememberByText((prose) => {
  if (prose.length > longest || !/\d{2}|[０-９]{2}/.test(prose)) return [];
  const text = fold(prose);
  if (corrected.test(text)) return [];
  const taken = [...readMoments(prose), ...readDurations(prose)];
  const ends = matchesIn(text, /[。！？!?；]|[.](?=\s|$)/gu).map(({ index }) => index);
  const found: Figure[] = [];
  for (const match of matchesIn(text, number)) {
    const start = match.index;
    const end = start + match[0].length;
    if (taken.some((each) => each.start < end && start < each.end) || measured.test(text.slice(end))) continue;
    const value = Number(match[0].replace(/\D/g, ''));
    const behind = wordsBehind(text, end);
    found.push({
      start,
      end,
      value,
      digits: [...String(value)].sort().join(''),
      // Two small numbers with like digits are as likely of two things.
      words: behind.size === 0 && value > 99 ? wordsBefore(text, start, end) : behind,
      sentence: ends.filter((each) => each < start).length,
    });
  }
  return found;
});

/** Whether one number is the other with two digits exchanged, neighbours where it is short: 6,041 and 6,401. */
export function isSwapped(a: number, b: number): boolean {
  const [one, other] = [String(a), String(b)];
  if (a === b || one.length !== other.length) return false;
  let first = 0;
  while (one[first] === other[first]) first++;
  let second = first + 1;
  while (second < one.length && one[second] === other[second]) second++;
  const areNeighbours = second === first + 1;
  return (
    (areNeighbours || one.length > 3) &&
    one[first] === other[second] &&
    one[second] === other[first] &&
    one.slice(second + 1) === other.slice(second + 1)
  );
}
