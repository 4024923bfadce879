import { fold } from '../language/fold.js';
import { letters } from '../language/letters.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { smallNumeral } from './clock.js';

/** A length of time in a text. Offsets in that text, UTF-16 units. */
export interface Duration {
  readonly start: number;
  readonly end: number;
  /** As written, in minutes. */
  readonly minutes: number;
  /** What it can honestly stand for, in minutes: rounding and words such as "about" and "more than" allowed for. */
  readonly least: number;
  readonly most: number;
}

const ones = 'one two three four five six seven eight nine'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');

const english: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['a-hundred', 100],
  ['one-hundred', 100],
  ...ones.map((word, at) => [word, at + 1] as const),
  ...teens.map((word, at) => [word, at + 10] as const),
  ...tens.flatMap((word, at) => [
    [word, 10 * (at + 2)] as const,
    ...ones.map((one, of) => [`${word}-${one}`, 10 * (at + 2) + of + 1] as const),
  ]),
]);
const unitMinutes: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, q: 15, h: 60, d: 1440, w: 10_080 };

const small = `(?:(?:a|one) hundred|(?:${tens.join('|')})[ -](?:${ones.join('|')})|${[...teens, ...tens, ...ones, 'an', 'a'].join('|')})(?![${letters}])`;
const number = `\\d{1,4}(?:,\\d{3})*(?:\\.\\d+)?|${small}`;
const unit = 'hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|s|days?|d|weeks?';
const zhNumber = '\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百零]{1,6}';
const space = '[ \\u00a0]?';

const durations = new RegExp(
  [
    `(?<before>(?:about|around|approximately|approx\\.?|roughly|some|nearly|almost|close to|not quite|barely|hardly|scarcely|a good|a full|fully|(?:the )?(?:best|better) part of|upwards of|just (?:over|under)|(?:a little|slightly|well) (?:over|under)|(?:a little|slightly) (?:more|less) than|more than|over|longer than|less than|under|at least|at most|up to|no more than|no less than)\\s+|~\\s?|≈\\s?)?(?<![${letters}\\d.:,/])(?:(?<fraction>half an|three[ -]quarters of an|(?:a )?quarter of an)\\s(?<of>hour)|(?<count>${number})(?<and>[\\s-]+and[\\s-]+(?:a[\\s-]+(?:half|quarter)|three[ -]quarters?)|½|¼|¾)?[ \\u00a0-]?(?<unit>${unit})(?![${letters}]|\\d{2}(?!\\d|\\s?m))(?<halfBehind>\\s+and\\s+(?:a\\s+(?:half|quarter)|three[ -]quarters))?(?:(?:,?\\s+and\\s+|,\\s*|\\s+|)(?<count2>[0-5]?\\d(?!\\d)|${small})[ \\u00a0-]?(?<unit2>minutes?|mins?|min|m|seconds?|secs?|s)(?![${letters}\\d]))?)`,
    `(?<zhBefore>(?:大约|大概|约|差不多|接近|将近|近|超过|逾|超|不到|不足|至少|最多|最长|长达)${space})?(?<![第\\d.:：月])(?:(?<zhHalf>半)${space}个?(?<zhMoreHalf>多)?${space}(?:小时|钟头)|(?<zhCount>${zhNumber})${space}(?<zhMore>多|余|几|来)?${space}个?(?<zhMoreBehind>多|余|来)?(?<zhHalfIn>半|又四分之[一三])?${space}(?<zhUnit>小时|钟头|刻钟|分钟|分(?=\\d{1,2}秒)|秒钟?|天|周(?![一二三四五六日天末]))(?<zhHalfAfter>半)?(?:${space}[零又]?${space}(?<zhCount2>${zhNumber})${space}(?<zhUnit2>分钟|分|秒|刻钟?))?)(?<zhBehind>左右|上下|多|有余|以上|以内|之内)?`,
  ].join('|'),
  'gi',
);

/** "Seven days a week", "once an hour": not how long, but how often. */
const often = /\b(?:days?|hours?|minutes?|times?|once|twice|thrice)\s+$/i;

const hint = /(?:hour|hrs?\b|min|sec|day|week|\d\s?[hms]\b)|[小分天秒周鐘钟]/i;

type Groups = Readonly<Record<string, string | undefined>>;

const value = (text: string): number =>
  english.get(text.toLowerCase().replace(' ', '-')) ??
  Number(/^[\d,.]+$/.test(text) ? text.replaceAll(',', '') : smallNumeral(text));
const zhUnits: Readonly<Record<string, string>> = { 小: 'h', 钟: 'h', 刻: 'q', 分: 'm', 秒: 's', 天: 'd', 周: 'w' };
const perUnit = (name: string): number =>
  unitMinutes[zhUnits[name.charAt(0)] ?? name.charAt(0).toLowerCase()] ?? Number.NaN;
const halves = (text: string | undefined): number =>
  text === undefined ? 0 : /three|三|¾/i.test(text) ? 0.75 : /quarter|一|¼/i.test(text) ? 0.25 : 0.5;

/** Minutes as written, and the smallest unit that was written, in minutes. */
function amount(groups: Groups): { minutes: number; grain: number } {
  const { fraction, count, and, unit: named, halfBehind, count2, unit2 } = groups;
  if (fraction !== undefined)
    return { minutes: /three/i.test(fraction) ? 45 : /quarter/i.test(fraction) ? 15 : 30, grain: 5 };
  if (count !== undefined && named !== undefined) {
    const first = (value(count) + halves(and) + halves(halfBehind)) * perUnit(named);
    if (count2 !== undefined && unit2 !== undefined)
      return { minutes: first + value(count2) * perUnit(unit2), grain: perUnit(unit2) };
    const isPart = count.includes('.') || and !== undefined || halfBehind !== undefined;
    return { minutes: first, grain: isPart ? perUnit(named) / 10 : perUnit(named) };
  }
  const { zhHalf, zhCount, zhHalfIn, zhHalfAfter, zhUnit, zhCount2, zhUnit2 } = groups;
  if (zhHalf !== undefined) return { minutes: 30, grain: 5 };
  if (zhCount === undefined || zhUnit === undefined) return { minutes: Number.NaN, grain: 1 };
  const first = (value(zhCount) + halves(zhHalfIn ?? zhHalfAfter)) * perUnit(zhUnit);
  if (zhCount2 !== undefined && zhUnit2 !== undefined)
    return { minutes: first + value(zhCount2) * perUnit(zhUnit2), grain: perUnit(zhUnit2) };
  return { minutes: first, grain: zhHalfIn || zhHalfAfter || zhCount.includes('.') ? 6 : perUnit(zhUnit) };
}

/** How far a careful writer rounds: minutes by one, round minutes by three, whole hours by a tenth. */
function rounding(minutes: number, grain: number): number {
  if (grain >= 1440) return 720;
  if (grain >= 60) return Math.max(10, minutes * 0.1);
  if (grain >= 5) return 6;
  if (grain < 1) return 0.5;
  return minutes % 5 === 0 ? 3 : 1.5;
}

/** What the words around a duration allow. */
function allowed(minutes: number, grain: number, before: string, behind: string): { least: number; most: number } {
  const slack = rounding(minutes, grain);
  const wide = Math.max(slack, minutes * 0.25, 5);
  const strict = Math.min(slack, 2);
  if (
    /(?<!little |slightly )less|(?<!just |little |slightly |well )under|at most|up to|no more|不到|不足|最多|最长|以内|之内/i.test(
      before + behind,
    )
  )
    return { least: 0, most: minutes + strict };
  if (/under|nearly|almost|close to|not quite|barely|hardly|scarcely|part of|接近|将近|近/i.test(before))
    return { least: minutes - wide, most: minutes + strict };
  if (/(?:little|slightly) less/i.test(before)) return { least: minutes - wide, most: minutes + strict };
  if (/just|little|slightly|good|full/i.test(before)) return { least: minutes - strict, most: minutes + wide };
  if (/more|over|longer|upwards|at least|no less|超|逾|至少/i.test(before) || /以上/.test(behind))
    return { least: minutes - strict, most: Math.max(minutes * 2, minutes + 60) };
  if (/多|余|几/.test(behind)) return { least: minutes - strict, most: minutes + Math.max(grain, wide) };
  if (/\S/.test(before.replace('长达', '')) || /左右|上下/.test(behind))
    return { least: minutes - wide, most: minutes + wide };
  return { least: minutes - slack, most: minutes + slack };
}

/** Finds lengths of time in English and Chinese text, in their order. Linear in the length of the text. */
export const readDurations: (prose: string) => readonly Duration[] = rememberByText((prose) => {
  if (!hint.test(prose)) return [];
  const found: Duration[] = [];
  const text = fold(prose);
  for (const match of matchesIn(text, durations)) {
    const groups: Groups = match.groups ?? {};
    const { minutes, grain } = amount(groups);
    if (!(minutes > 0)) continue;
    if (/^a\sday/i.test(match[0]) && /half\s$/i.test(text.slice(Math.max(0, match.index - 5), match.index))) continue;
    if (/^an?\s/i.test(match[0]) && often.test(text.slice(Math.max(0, match.index - 10), match.index))) continue;
    const written = groups.before ?? groups.zhBefore ?? '';
    // "It was over 35 minutes after it began" is no "more than 35 minutes".
    const isOver =
      /^over\s/i.test(written) &&
      /\b(?:was|were|is)\s$/i.test(text.slice(Math.max(0, match.index - 5), match.index)) &&
      /^ (?:after|from when) (?:it|the)\b/i.test(text.slice(match.index + match[0].length));
    const before = isOver ? '' : written;
    const behind =
      (groups.zhMore ?? groups.zhMoreBehind ?? groups.zhMoreHalf ?? '').replace('来', '上下') + (groups.zhBehind ?? '');
    found.push({
      start: match.index + written.length,
      end: match.index + match[0].length,
      minutes,
      ...allowed(minutes, grain, before, behind),
    });
  }
  return found;
});

/** Whether `minutes`, give or take a slack, is something that the duration can honestly stand for. */
export const canMean = ({ least, most }: Duration, minutes: number, slack = 0): boolean =>
  minutes + slack >= least && minutes - slack <= most;
