import headings from '../../data/customer-headings.json' with { type: 'json' };
import { fold } from '../language/fold.js';
import { letters } from '../language/letters.js';
import { matchesIn } from '../matches.js';
import { singular, standsFor, units } from './counts.js';
import { hanNumber, hanValue } from './han-numbers.js';

/** How many a text says were affected in all, whatever they are: customers, parcels, beds. Offsets in the text. */
export interface TotalClaim {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What was counted: an English noun in the singular, Chinese as written; `you` for the readers. */
  readonly noun: string;
  readonly least: number;
  readonly most: number;
  /** Whether it says "affected" itself, rather than what those counted could not do. */
  readonly isSure: boolean;
}

const figure = '\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+|\\d{2,}(?:\\.\\d+)?|\\d\\.\\d+(?=\\s?[万千])';
const about =
  '(?<about>about|around|approximately|roughly|nearly|almost|more than|over|less than|fewer than|at least|up to|some|大约|约|近|将近|超过|逾|不到|不足|至少|最多)?\\s?';
const value = `(?<![${letters}\\d.,:#/€$£¥-])(?<value>${figure})`;
const noun =
  '(?:(?!(?:were|was|are|is|who|that|of|in|at|on|the|a|per|could|had|have)\\b)[a-z][a-z-]*\\s+){0,2}?(?<noun>you|[a-z][a-z-]+)';
const of = `(?:\\s+(?:of\\s+)?(?:all\\s+|our\\s+|the\\s+|these\\s+)*(?:(?:${figure})\\s+)?)`;
const hit =
  '(?:affected|impacted|hit|disrupted|concerned|held(?: back| up)?|delayed|stuck|stranded|blocked|cut off|overwritten)';
const measure = '(?:个|位|名|家|户|笔|单|条|张|件|台|份|篇|间|辆|班|趟|部|所|套|处|座|批|次|万)?';
const zhValue = `(?<![\\d.:第年月一二两三四五六七八九十百千万]|\\d,)(?<value>${figure}|${hanNumber})\\s?(?<ten>[万千])?\\s?(?<more>多|余)?\\s?${measure}`;
const zhNoun = '(?<noun>(?!的|了|被|在|都|均|受|因|无)[\\u3400-\\u9fff]{2,6}?)';

const sure = [
  `${about}${value}${of}${noun}\\s+(?:(?:were|was|have been|had been|are)\\s+(?:all\\s+|directly\\s+)?)?${hit}\\b`,
  `\\b(?:affect(?:ed|ing|s)|impact(?:ed|ing)|hit(?:ting)?)\\s+(?:a total of\\s+)?${about}${value}${of}${noun}\\b`,
  `${zhAbout()}${zhValue}的?${zhNoun}(?:均|都|也)?(?:受到?了?(?:了)?(?:[\\u3400-\\u9fff]{0,4})?影响|受影响|被波及)`,
  `受(?:到)?影响的?${zhNoun}(?:数量|总数|数)?(?:共计|总计|合计|总共|一共|共有|共|有|为|达到?|约|大约|是|：|:|\\s)*${zhValue}`,
  `受(?:到)?影响的\\s?${zhValue}的?${zhNoun}(?=[，。；、,.;（(]|$|每|均|都|将|可|获|已|全部)`,
  `(?<!受|受到)(?:影响|波及)(?:了|到)?${zhNoun}(?:共计|总计|合计|共|约|大约|近|超过|达)?\\s?${zhValue}人?(?=[，。；、（(]|[,.;](?!\\d)|$)`,
  `(?:影响|波及|涉及)(?:了|到)?(?:共|约|大约|近)?\\s?${zhValue}的?${zhNoun}(?=[，。；、,.;（(]|$|的|无法|不能)`,
];
const unsure = [
  `${about}${value}${of}${noun}\\s+(?:[\\w-]+\\s+){0,4}?(?:may have|could not|couldn['’]t|cannot|were unable|was unable|(?:have been|has been) unable|(?:have|has) not been able|lost access|noticed|saw|had no|did not (?:get|reach|receive|move|arrive|leave|work|open|load|go (?:out|through))|found|waited|went without|were without)\\b`,
  `\\b(?:offline|unavailable|down|unreachable|out of (?:service|action)|lost|closed|delayed)\\s+(?:for|to)\\s+${about}${value}${of}${noun}\\b`,
  `${zhAbout()}${zhValue}的?${zhNoun}(?:无法|不能|打不开|收不到|没能|未能|没法|延误|延迟|晚到|滞留)`,
  `${zhAbout()}${zhValue}的?${zhNoun}[^，。；、\\d]{0,8}?(?:看到(?:的是)?(?:空白|错误|异常|乱码|旧|别人|他人)|看不到|登不上|进不去|连不上|用不了|付不了)`,
];
function zhAbout(): string {
  return '(?<about>大约|约|近|将近|超过|逾|不到|不足|至少|最多)?\\s?';
}

const patterns = [
  ...sure.map((source) => ({ source, isSure: true })),
  ...unsure.map((source) => ({ source, isSure: false })),
].map(({ source, isSure }) => ({
  pattern: new RegExp(source, 'gi'),
  isSure,
  isChinese: source.includes(zhNoun),
}));
const hasHan = /[\u3400-\u9fff]/;
/** What makes it a count of a part, of another incident, or of something planned. */
const partial =
  /\b(?:of (?:them|these|those|whom|which)|another|other|others|further|additional|each|per|first|also|previous(?:ly)?|last (?:year|month|time|week)|earlier|test|bots?|only|remaining|rest|by \d|among)\b|其中|另有|另外|还有|每|其余|剩下|余下|上次|去年|那次|此前|测试|仍|分别|首批|先/i;

const readers = new RegExp(
  `^(?:${[...headings.en.audiences, ...headings.en.ours, 'accounts?', 'people'].join('|')})$`,
  'i',
);
const isReader = (word: string): boolean => word === 'you' || readers.test(word);
const alike = new Set(['customer', 'user', 'client', 'account', 'subscriber', 'you', '用户', '客户', '账户', '顾客']);

/** Whether two nouns may stand for the same people or things. */
export const isSameNoun = (a: string, b: string): boolean =>
  a === b ||
  (alike.has(a) && alike.has(b)) ||
  ((a === 'you' || b === 'you') && isReader(a) && isReader(b)) ||
  (/[\u3400-\u9fff]/.test(a) && (a.endsWith(b) || b.endsWith(a)));

/** A number of two figures, or from a hundred on in Chinese numerals. */
const mayCount = /[\d０-９][\d０-９.]|[一二两兩三四五六七八九十][百千万萬]/;

/** A block longer than this is data rather than prose. Characters. */
const longest = 6000;

/** Finds how many a text says were affected: "3,400 shippers affected", "受影响的订单共9,600单". */
export function totalClaims(prose: string): readonly TotalClaim[] {
  if (prose.length > longest || !mayCount.test(prose)) return [];
  const text = fold(prose);
  const found: TotalClaim[] = [];
  const mayBeChinese = hasHan.test(text);
  for (const { pattern, isSure, isChinese } of patterns) {
    if (isChinese && !mayBeChinese) continue;
    for (const match of matchesIn(text, pattern)) {
      const groups = match.groups ?? {};
      const written = groups.value ?? '';
      const named = groups.noun ?? '';
      const start = match.index + match[0].indexOf(written);
      const before = text.slice(Math.max(0, start - 60), start);
      const sentence = before.slice(
        Math.max(
          before.lastIndexOf('. '),
          before.lastIndexOf('。'),
          before.lastIndexOf('；'),
          before.lastIndexOf('; '),
        ) + 1,
      );
      if (partial.test(sentence) || partial.test(match[0])) continue;
      if (found.some((each) => each.start === start)) continue;
      const amount =
        (/^\d/.test(written) ? Number(written.replace(/[,\u00a0\u202f]/g, '')) : hanValue(written)) *
        (units[groups.ten ?? ''] ?? 1);
      found.push({
        start,
        end: start + written.length,
        value: amount,
        noun: singular(named),
        isSure,
        ...standsFor(amount, (groups.about ?? '') + (groups.more ?? '')),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
