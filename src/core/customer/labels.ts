import { fold } from '../language/fold.js';
import { lateRegExp } from '../late.js';
import { mayHoldInternal, meansInternal } from './lookalike.js';

/** What an author calls a piece of text that stays inside, after "internal". */
const things =
  'only|use|notes?|comments?|remarks?|info|information|details?|background|context|links?|references?|tickets?|log|chat|contacts?|draft|version|summary|to-?dos?|actions?|action items?|follow-? ?ups?|section|part|text|block|eyes';
/** The same as a heading: under one, a whole section follows. */
const sections =
  'discussion|review|timeline|analysis|root cause(?: analysis)?|rca|appendix|communications?|post-? ?mortem';
const ours =
  '(?:the|our|all) (?:(?:on-?call|support|whole) )?(?:team|staff|engineers?|support|colleagues|employees|ops|operations)';

const english = (after: string): string =>
  [
    `(?:strictly |for )?internal(?:ly)?(?: (?:${after}))*`,
    '(?:for )?(?:team|staff|employees?|company)(?: (?:notes?|only|use|use only|eyes only|comments?|remarks?|info|information))',
    `(?:for|to) ${ours}(?: only)?`,
    `notes? (?:for|to) (?:${ours}|support(?: staff)?|staff|engineers|colleagues)`,
    '(?:this is )?not (?:for|to) (?:be )?(?:our |the )?(?:customers?|clients?|publication|published|publish|public|external use|shared|sharing|distribution)',
    'do not (?:publish|share|forward|disclose|distribute|release)(?: (?:this|it|externally|outside|further|publicly|with customers?|with clients?|to customers?|yet))*',
    '(?:strictly |company )?confidential|off the record|private notes?|(?:to-?do |fixme )?(?:remove|delete|cut) (?:this )?before (?:publishing|publication|sending|sharing)',
  ].join('|');

const chineseThings =
  '的?(?:备注|備註|说明|說明|记录|讨论|笔记|资料|使用|参考|复盘|信息|内容|评审|沟通|专用|行动项|时间线|跟进|链接|工单|草稿|附录|联系人|背景|待办|可见)';
const chinese = [
  `(?:(?:仅限?|仅供|只限|只供|限|供|僅限|僅供)?(?:团队|公司|部门)?(?:内部|內部)(?:${chineseThings})?)`,
  '(?:仅限?|仅供|只限|只供|僅限|僅供)(?:团队|员工|同事|研发|运维|客服)(?:使用|参考|查看|阅读|可见|知悉)?',
  '对内|(?:请勿|切勿|禁止|严禁|不|勿)(?:对外|外传|外发|公开)(?:发布|公开|披露)?|(?:不对|勿对|不给|不发)客户(?:公开|看|说)?',
  '(?:绝对)?(?:机密|機密|保密)|(?:给|致)(?:团队|同事|值班|客服)(?:的(?:话|备注|说明))?|(?:发布|发送|公开)前(?:删除|删去|去掉)',
].join('|');

/** "Everything below is internal", “以下内容仅供内部使用”: the label as a sentence. */
const [subject, chineseSubject] = [
  '(?:(?:(?:the |this )?(?:following|rest|remainder|section|part|paragraph|text|block|note|page|list|table)|everything|all(?: of this)?|this|what follows)(?: (?:below|above|that follows|from here(?: on)?|after this(?: line)?))? (?:is|are|stays?|remains?) )?',
  '(?:(?:从这里开始|从此处开始|自此|以下|以上|下文|下面|本节|本段|本部分|这部分|此部分|这一段|后面|后文)的?(?:内容|部分|信息|文字)?(?:均|都|皆)?(?:为|是|属于|属)?)?',
];
const whole = (after: string): string =>
  `^(?:${subject}(?:${english(after)}|for ${ours} only)|internal from here(?: on)?|(?:note|fyi|memo),? (?:(?:to|for) )?(?:self|myself|reviewers?|editors?|(?:the |our )?team)|${chineseSubject}(?:${chinese}))$`;
const short = lateRegExp(whole(things), 'u');
const long = lateRegExp(whole(`${things}|${sections}`), 'u');

/** Words without marks of stress, quotes and signs at their ends; a slip in “internal” is read as it was meant. */
const bare = (label: string): string =>
  fold(label)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/[*_`\s]+/g, ' ')
    .replace(/^[a-z]{6,10}(?= |$)/, (word) => (meansInternal(word, true) ? 'internal' : word));

/** One of these stands in whatever the expressions here find; most words hold none of them. */
const stems =
  /intern|confiden|private|team|staff|employ|company|support|engineer|colleague|\bops\b|operations|\bnot\b|\bnever\b|record|before|note|memo|fyi|eyes|内部|內部|[对對][内內]|[仅僅勿]|只[限供]|禁止|[严嚴]禁|不[对對外公给給发發]|[机機]密|保密|[给給致](?:[团團][队隊]|同事|值班|客服)|前[删刪去]/;

/** A cheap test before all others of this file: whether words, as seen, may say that something is not for customers. */
export const mayLabel = (words: string): boolean => stems.test(words) || mayHoldInternal(words);

const longest = 80;
const isWholly = (label: string, pattern: RegExp): boolean =>
  label.length <= longest && mayLabel(label) && label.split(/\s*[,;、]\s*/).every((part) => pattern.test(bare(part)));

/** Whether the whole of a text says that something is not for customers: “Internal note”, “仅供内部使用”. As seen. */
export const isInternalLabel = (label: string): boolean => isWholly(label, short());

/** The same for a heading, whose whole section would follow: “Internal timeline”. */
const isInternalHeading = (heading: string): boolean => isWholly(heading, long());

/** What stands before a colon or a dash at the start of a line: “Internal only – …”. */
const lead =
  /^[^\p{L}\p{N}]{0,8}([\p{L}][\p{L}\p{N} ,'*_`-]{0,80}?)[\s*_"'”)\]】]{0,8}(?:[:>|]|(?<=[\s*_])(?:[-\u2010-\u2015]+>?|[=\u2192])(?=\s)|\u2014|[*_]{1,3}[.!]|[.!][*_]{1,3})/u;
const brackets =
  /([([{【〔「『《〈〖])\s{0,4}[\^/#]?\s{0,4}([\p{L}][\p{L}\p{N} ,'*_-]{0,80}?)\s{0,4}(?:([:|]|\s[-\u2010-\u2015])[^\])}】〕」』》〉〗]{0,160})?([\])}】〕」』》〉〗])(?![([])/gu;
const tags = /(?:^|[\s,;(])[#@](?:internal(?:-only)?|team-only|staff-only|confidential|内部|內部)(?![\p{L}\p{N}_/-])/u;

/** Titles of other programs' boxes: `!!! note "Internal"`, `[!WARNING] Internal`. */
const boxed = /^(?:(?:!{3}|\?{3}\+?)\s+\w+\s+"([^"]+)"|\[!\w+\]\s+(.+)$)/;

/** Whether words in brackets say that they are not for customers. */
function inBrackets(line: string, isTitle: boolean): boolean {
  if (
    !/[([{【〔「『《〈〖]/.test(line) ||
    !/int|team|staff|colleague|confid|\bnot |private|before|[仅只僅对對勿内內机機保绝给致发]/.test(line)
  )
    return false;
  for (const match of line.matchAll(brackets)) {
    const [found, , words = '', more, close] = match;
    const isLabel = /^\s*:/.test(line.slice(match.index + found.length));
    // “our (internal) tools” is prose; “(internal: …)”, “[internal]” and a line that begins so are not.
    const isSure =
      isTitle || more || isLabel || close !== ')' || words.includes(' ') || /^(?:仅|只|僅|不|勿|请)/.test(words);
    if ((isSure || /^[\s*_]*$/.test(line.slice(0, match.index))) && isInternalLabel(words)) return true;
  }
  return false;
}

/** Whether a line says of itself, or of words of its own in brackets, that they are not for customers. As seen. */
export function labelsInternal(line: string): boolean {
  if (!mayLabel(line)) return false;
  const label = lead.exec(line)?.[1];
  if (label && isInternalLabel(label)) return true;
  if (/[#@]/.test(line) && tags.test(line)) return true;
  const box = /^[![?]/.test(line) ? boxed.exec(line) : undefined;
  return (box && isInternalLabel(box[1] ?? box[2] ?? '')) || inBrackets(line, false);
}

/** The same for the few words that an image, a heading or a column has: “Owner (internal)”. */
export const namesInternal = (words: string): boolean =>
  isInternalLabel(words) || labelsInternal(words) || inBrackets(words, true);

/** Whether a heading says of what stands under it that it is not for customers. As seen. */
export function headsInternal(heading: string): boolean {
  if (!mayLabel(heading)) return false;
  const label = lead.exec(heading)?.[1];
  return isInternalHeading(heading) || (label !== undefined && isInternalHeading(label)) || namesInternal(heading);
}

/** What frames a region in a comment: “BEGIN INTERNAL”, “/internal”, “#region internal”, “内部开始”. */
const frame =
  /\b(?:begin|begins|beginning|start|starts|end|ends|stop|open|close|of|the|if|endif|region|endregion|section|block|part|content|from|here|on|below|above|until)\b|开始|结束|起始|以下|以上|到此/gu;

/**
 * Whether a comment or a tag marks a place as internal instead of saying something: a comment hides only itself.
 * @param text Its text, as seen.
 */
export function marksRegion(text: string): boolean {
  const plain = bare(text.replace(/[^\p{L}\p{N}\s-]+/gu, ' ').replace(/(?<![\p{L}])-+|-+(?![\p{L}])/gu, ' '));
  const words = plain.replace(frame, ' ').replace(/\s+/g, ' ').trim();
  const ends = /\b(?:end|ends|stop|close)\b|^\s*\/|结束|到此/.test(text);
  if (ends && /^(?:for )?(?:customers?|public|external)$|^(?:给)?(?:客户|公开|对外)(?:部分|内容|说明)?$/.test(words))
    return true;
  return (
    /^(?:hide|hidden|private|redact(?:ed)?|隐藏|不公开)$/.test(words) ||
    isInternalLabel(plain) ||
    (words !== '' && isInternalLabel(words))
  );
}
