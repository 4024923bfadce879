import headings from '../../data/customer-headings.json' with { type: 'json' };
import data from '../../data/explanation.json' with { type: 'json' };
import type { Moment } from '../document/clock.js';
import { readMoments } from '../document/clock.js';
import { readDurations } from '../document/duration.js';
import { sectionKind } from '../document/sections.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { statementName } from '../phrases/lists.js';
import { askedIn } from './asked.js';
import type { BlockText } from './rule.js';

/** What one block says of what must be said. */
export interface Said {
  readonly statements: ReadonlySet<string>;
  /** A blank stands for what goes there: it is reported as a blank. */
  readonly hasBlank: boolean;
  readonly isQuestion: boolean;
  /** An address, a link or a telephone number. */
  readonly hasAddress: boolean;
  /** A number of something: not a time, a day or a length of time. */
  readonly hasCount: boolean;
  /** A number of customers, whatever they are called. */
  readonly countsReaders: boolean;
  /** Sentences that tell something, as a cause is told without "because". */
  readonly told: number;
  /** It says that the next message comes, and names its time beside it. */
  readonly namesNext: boolean;
  /** It speaks of what is still to come, and only of that. */
  readonly isAhead: boolean;
  /** It says of backups from when they are, or how often they are made. */
  readonly agesBackups: boolean;
  /**
   * The kind of section that bold words at its beginning name, in a letter without headings: "**Why.** …"; empty where
   * they name none.
   */
  readonly leadsIn: string | undefined;
  /** It says what keeps it from happening again. */
  readonly prevents: boolean;
  /** What its questions ask about. */
  readonly asked: ReadonlySet<string>;
}

/** A site without its scheme: "support.example.com", "kilbride.example/january". */
const site =
  /(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|app|dev|example|co|eu|de|uk|cn|hk|tw|jp|fr|nl|ch|at|info|help|cloud|gov|edu)(?:\/[\w/-]*)?(?![\w-])/i;
const prevention = new RegExp(`${data.prevention.en}|${data.prevention.zh}`, 'i');
/** Numbers that somebody can dial, read in text without its days and times. */
const telephone = /(?:\+\d{1,3}[ -]?)?(?:\(\d{1,5}\)[ -]?)?\d{2,5}(?:[ -]?\d{2,4}){2,4}(?!\d)/;
const count =
  /(?<!\d[.,:/]?|[.:/])\d[\d,.]*\s?(?:[%万千百]|per cent|percent)?\s?(?=\p{L})|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|half|one in) |[两三四五六七八九十百千万]{1,4}(?:[个位名家户人]|所有)|[二三四五六七八九十]分之[一二三四五六七八九]|[一二两三四五六七八九]成(?![为了功员])|一半|半数|\b(?:(?:all|every)(?: of)?(?: our| the| your)? (?:[\w-]+ ){0,2}(?:customers?|users?|accounts?|guests?|patients?|pupils?|students?|schools?|shops?|stores?|homes?|households?|lines?|orders?|parcels?|sites?|servers?|one of you)|all of you|each of you|everyone|everybody|nobody|no one)\b|(?:全部|所有|全体|每(?:一)?[位个家名])[^，。；]{0,6}(?:客户|用户|商户|患者|同学|学生|玩家|顾客|乘客|读者|会员|账户|订单|门店|学校|家庭|人|主机|线路)/iu;
const readers = [
  ...headings.en.audiences,
  ...headings.en.ours,
  ...['accounts?', 'people', 'employers?', 'employees', 'drivers?'],
  ...['shops?', 'stores?', 'compan(?:y|ies)', 'firms?', 'business(?:es)?'],
].join('|');
const readersCounted = new RegExp(
  `\\d[\\d,.]*\\s(?:of (?:you|our|your|the)\\b|(?:[a-z-]+\\s){0,2}(?:${readers})\\b)|\\d[\\d,.]*\\s?[万千]?[多余]?(?:位|名|户|家|人)`,
  'i',
);
const unknown =
  /\b(?:still|continue to|are) (?:being )?(?:investigat|look|examin)|\b(?:not|don['’]t|do not) (?:yet )?(?:know|known|clear|understand)|(?:仍在|正在|还在)[^，。]{0,6}(?:调查|排查|了解|核实)|(?:尚|还)?(?:不清楚|不明|未查明)/i;
const ahead =
  /\b(?:will|shall|going to|plan to|by (?:the|\d)|from \d[^.]{0,24} on)\b|将|(?:日|月|周|年)?(?:之)?前[，,]|还要|计划|打算/i;
const soon =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tomorrow|tonight|today|every (?:\w+ )?(?:hour|day|week)|hourly|daily|weekly)\b|\b(?:every|within|in) (?:\d+|\w+) (?:minutes?|hours?|days?|weeks?)\b|星期[一二三四五六日天]|周[一二三四五六日]|明天|今晚|今天|每(?:隔)?[\d一二两三四五六]*(?:个)?(?:分钟|小时|天|周)/i;

/** How often something is made, or from when it is, without a figure. */
const often =
  /\b(?:hourly|nightly|daily|weekly|monthly|overnight|continuous(?:ly)?|every (?:few )?(?:\w+ ){0,2}(?:seconds?|minutes?|hours?|days?|nights?|evenings?|mornings?|weeks?)|(?:each|every|once an?|twice an?|last|the same|previous|that) (?:night|day|hour|week|morning|evening|afternoon|minute)|the (?:night|day|evening|hour) before|yesterday|this morning|midnight|noon|(?:minutes?|hours?|days?|weeks?) old)\b|每(?:隔)?[^，。]{0,6}(?:秒|分|小时|天|日|晚|夜|周|次)|实时|昨[天晚日夜]|前一[天晚日]|当[天日晚]|凌晨|午夜|零点|[天时]前/i;
/** What says nothing of how something broke, though it stands where the cause should. */
const empty =
  /\b(?:an?|some|the|internal|unexpected|unforeseen|technical|minor|certain|various|complex|temporary|\w+[- ]related|with|in|of|one|our|systems?|service|software|hardware|network|core|infrastructure|platform) (?:[\w-]+ ){0,2}(?:technical |internal |unexpected |unforeseen |system )?(?:problems?|issues?|faults?|errors?|difficult(?:y|ies)|reasons?|malfunctions?|circumstances|irregularit(?:y|ies)|anomal(?:y|ies)|incident|glitch(?:es)?|disturbances?|failure)\b(?! (?:that|which|where|when|because|message|page|in which|of the \w+ (?:valve|pump|disk|cable))\b)|(?:技术|系统|网络|设备|硬件|软件|内部|某些?|一个|相关|突发|不可预见的?|客观|部件|组件|线路|平台)(?:的)?(?:原因|问题|故障|异常|因素|错误|状况|波动)/i;
/** What tells a mechanism, whatever else the sentence holds. */
const concrete =
  /\d|\b(?:because|so that|which (?:made|meant|caused|stopped|let|left)|when|until|as soon as|instead of|although|while|too|full|expired|ran out|filled|deleted|overwr\w+|copied|looped?|switch(?:ed)? off|wrong|missing|broke|cut|leak\w*|burn\w*|overheat\w*)\b|因为|(?:磁盘|硬盘|光缆|电缆|证书|缓存|内存|数据库|服务器|开关|阀|泵|文件|版本|程序|脚本|列表|表|队列|索引|密钥|接口|备用)|(?:写满|占满|塞满|用完|过期|到期|挖断|断开|删|覆盖|烧|漏|写错|填错|配错|设错|装错|超过|撑不住|排不进)/i;
/** What was done about it, or is felt about it: no part of the cause. */
const besides =
  /\b(?:identified|resolved|fixed|corrected|repaired|rectified|restored|remedied|solved|investigat\w+|analy[sz]\w+|monitor\w+|sorry|apologi\w+|regret|thank|appreciate|patience|working (?:hard|closely)|take (?:this|it|these) (?:very )?serious\w*|together with (?:the|our) (?:supplier|vendor|manufacturer|partner)|engineers? (?:were|was)|specialists?|experts?)\b|(?:已|迅速|第一时间|及时|立即|全力|紧急|正在)[^，。]{0,10}(?:修复|解决|恢复|处理|排查|定位|排除|调查)|抱歉|歉意|感谢|谅解|高度重视|专家|厂商[^，。]{0,8}(?:协助|配合)/i;

/** The section that a paragraph's bold beginning names. */
function leadOf({ block, chunk }: BlockText): string | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const source = chunk.chunk.text.slice(block.start, block.start + 80);
  const bold = /^\s*(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)/.exec(source)?.[1];
  return bold === undefined || /[?？]/.test(bold) ? undefined : (sectionKind(bold, true) ?? '');
}

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[。！？])|(?<=[.!?])(?=\s)/u).filter((each) => /[\p{L}]/u.test(each));

/** How many sentences tell how something came about, the empty ones left out. */
const tellingIn = (text: string): number =>
  sentencesOf(text).filter((each) => !besides.test(each) && !(empty.test(each) && !concrete.test(each))).length;

/** The sentence of `text` around a place, and the one behind it. */
function sentenceAt(text: string, at: number): { own: string; next: string } {
  const ends = matchesIn(text, /[。！？!?；]|[.](?=\s+\P{Ll}|\s*$)/gu).map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= at) ?? 0;
  const end = ends.find((each) => each > at) ?? text.length;
  const after = ends.find((each) => each > end) ?? text.length;
  return { own: text.slice(start, end), next: text.slice(end, after) };
}

const without = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): string =>
  parts.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} · ${rest.slice(end)}`, text);

const isDay = ({ kind }: Moment): boolean => kind === 'date';

/**
 * Reads what a block says; `undefined` for one that customers do not read.
 * @param statements The phrase lists of the statements to look for, by their names.
 */
export function saidIn(block: BlockText, statements: ReadonlyMap<string, string>): Said | undefined {
  if (block.audience !== 'customer') return undefined;
  const text = fold(block.text);
  const moments = readMoments(text);
  const timeless = without(text, moments);
  const bare = without(
    text,
    [...moments, ...readDurations(text)].sort((a, b) => a.start - b.start),
  );
  const said = new Set<string>();
  for (const [name, list] of statements) if (block.phrases(list).length > 0) said.add(name);
  const placesOf = (name: string) => (said.has(name) ? block.phrases(statementName(name)).slice(0, 20) : []);
  return {
    statements: said,
    hasBlank: /[[【]/.test(text),
    isQuestion: /[?？]["”’)]?\s*$|^.{4,160}?[?？]\s|^(?:Q|问)\s?\d*\s?[:：.]/u.test(text),
    hasAddress:
      block.tokens.some(
        ({ kind, key }) => kind === 'address' && (key.includes('@') || key.includes('://') || site.test(key)),
      ) ||
      site.test(text) ||
      block.block.prose.asides.some(({ kind, text: hidden }) => kind === 'url' && /^mailto:|^tel:/.test(hidden)) ||
      telephone.test(timeless),
    hasCount: block.block.kind !== 'heading' && count.test(bare),
    countsReaders: block.block.kind !== 'heading' && readersCounted.test(bare),
    told: block.block.kind === 'heading' || unknown.test(text) ? 0 : tellingIn(text),
    namesNext: placesOf('next-message').some(({ start }) => {
      const { own, next: behind } = sentenceAt(text, start);
      return readMoments(own).length > 0 || soon.test(own) || readMoments(behind).some(isDay);
    }),
    isAhead: ahead.test(text),
    agesBackups: placesOf('backups').some(({ start }) => {
      const { own, next: behind } = sentenceAt(text, start);
      return [own, behind].some(
        (each) => readMoments(each).length + readDurations(each).length > 0 || often.test(each),
      );
    }),
    leadsIn: leadOf(block),
    prevents: prevention.test(text),
    asked: askedIn(text),
  };
}
