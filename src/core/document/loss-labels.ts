import { fold } from '../language/fold.js';

/** A label that says what was lost, with its number where that stands behind it: "Images lost: 37", "丢失的记录". */
export interface LossLabel {
  /** How many; `undefined` where another cell says so. */
  readonly value: number | undefined;
  readonly words: string;
  /** Whether what it names is kept for customers, so that its loss denies that no data was lost. */
  readonly isData: boolean;
}

const gone = '(?:lost|destroyed|unrecoverable|irrecoverable|not recover(?:ed|able)|not restored|missing|gone)';
const adverbs = '(?:permanently |irretrievably |finally |still )?';
const english = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:of (?:these|them|which),? )?(?:${adverbs}${gone} [a-z][a-z -]{2,30}|[a-z][a-z -]{2,40}? (?:that (?:are|were) |which (?:are|were) )?${adverbs}${gone}(?: for good| forever)?)\\s*(?:$|[:：]\\s*(?<value>\\d[\\d,]*)?)`,
  'iu',
);
const chinese =
  /^[^\u3400-\u9fff]*(?:其中)?(?:(?:永久|彻底|最终)?(?:丢失|遗失|缺失|损毁|(?:无法|没能|未能|不能)(?:恢复|找回|还原))的?[\u3400-\u9fff]{2,10}?|[^：:，。；]{2,24}?(?:丢失|遗失|缺失|损毁|(?:无法|没能|未能|不能)(?:恢复|找回|还原))(?:的[\u3400-\u9fff]{2,10})?)(?:数量?|总数)?\s*(?:$|[:：]\s*(?<value>\d[\d,]*)?)/u;
const data =
  /\b(?:data|records?|files?|photos?|images?|pictures?|messages?|documents?|entries|edits|uploads?|episodes?|recordings?|drafts?|notes?|readings?|submissions?|rows|comments?|forms?|scans?)\b|数据|资料|记录|文件|照片|图片|影像|消息|文档|录音|稿|报名表|表单|附件|内容|条目/iu;
/** Nothing that customers keep with us, or that one would restore. */
const other =
  /\b(?:time|revenue|sales|money|calls?|packets?|sleep|trust|minutes|hours|connections?|sessions?|customers?|passengers?|business)\b|时间|收入|销售|信任|连接|通话|客户|用户/iu;

/** Reads a cell or an item as the label of a loss; `undefined` for all others. */
export function lossLabel(prose: string): LossLabel | undefined {
  if (prose.length > 120) return undefined;
  const text = fold(prose).trim();
  const match = english.exec(text) ?? chinese.exec(text);
  if (
    !match ||
    other.test(match[0]) ||
    /\b(?:no|not any|none|0)\b|没有|若|如果/iu.test(match[0].replace(/\bnot (?=re)/i, ''))
  )
    return undefined;
  const value = match.groups?.value;
  return {
    value: value === undefined ? undefined : Number(value.replaceAll(',', '')),
    words: text,
    isData: data.test(match[0]),
  };
}
