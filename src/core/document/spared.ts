import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { amountsIn, sentences } from './amounts.js';

/** Those of whom a text says that nothing happened to them, or how many of them were hit. Offsets in the text. */
export interface Group extends Span {
  /** Who they are: English stems, Chinese as written; without what all customers are called. */
  readonly names: readonly string[];
}

/** What all are called whom a text can mean: it sets nobody apart. */
const generic =
  /^(?:customers?|users?|accounts?|clients?|people|readers?|passengers?|members?|subscribers?|orders?|parts?|services?|they|these|those|all|everything|everybody|everyone|the|our|your|and|with|who|were|was|of|in|a|an|most|many|some|travell?ers?|guests?|visitors?|patients?|students?|tickets?|data|systems?|functions?|features?)$/i;
const zhGeneric =
  /用户|客户|会员|读者|乘客|顾客|商户|账户|帐户|使用|手机端|当[晚天日]|全部|所有|每|的|们|部分|功能|服务|系统|业务/gu;
/** The rest is named by what it is not. */
const rest =
  /\b(?:other|others|rest|remaining|else|elsewhere|nobody|none|no|not|only)\b|其余|其他|其它|别的|另外|剩下|以外|之外|未|没|除/i;

/** Words that name one and the same. */
const same: Readonly<Record<string, string>> = {
  firm: 'business',
  compani: 'business',
  busines: 'business',
  businesse: 'business',
  corporate: 'business',
  home: 'household',
  house: 'household',
  famili: 'household',
  apple: 'iphone',
  ios: 'iphone',
};
const stem = (word: string): string => {
  const short = word
    .toLowerCase()
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?<!s)s$/, '');
  return same[short] ?? short;
};
const namesIn = (words: string): string[] => {
  const latin = matchesIn(words, /[a-z][a-z-]{2,}/gi).flatMap(([word]) => (generic.test(word) ? [] : [stem(word)]));
  const han = words.replace(/[^\u3400-\u9fff]/gu, '').replace(zhGeneric, '');
  return han.length >= 2 ? [...latin, han] : latin;
};

const unhurt =
  '(?:noticed nothing|felt nothing|(?:(?:was|were) (?:not|never)|(?:wasn|weren).t) (?:affected|concerned|touched|hit|involved)|(?:was|were) (?:unaffected|spared)|(?:worked|ran) (?:normally|as (?:usual|always|ever)))';
const spared = new RegExp(
  [
    `(?<![a-z-] )\\b(?<who>(?:[a-z-]+ ){0,2}?[a-z-]{3,}) (?:(?:[a-z-]+ ){1,6}and )?${unhurt}\\b`,
    `(?<![\\u3400-\\u9fff\\d]\\s?)(?<zhWho>[\\u3400-\\u9fff]{2,10}?)(?:则|都|均|也|全程|始终|当[晚天日])*(?:一切正常|(?:未|没有|并未)受到?(?:任何)?影响|不受影响|毫无影响)`,
  ].join('|'),
  'gi',
);
const hint =
  /(?:noticed|felt) nothing|(?:(?:was|were) (?:not|never)|(?:wasn|weren)['’]t) (?:affected|concerned|touched|hit|involved)|unaffected|spared|(?:worked|ran) (?:normally|as )|一切正常|受影[响響]|受到影[响響]|毫[无無]影[响響]|受到?任何影[响響]/;

/** Finds "firms pay by another route and noticed nothing", "苹果手机用户当晚一切正常". */
export function sparedIn(prose: string): readonly Group[] {
  if (!hint.test(prose)) return [];
  const text = fold(prose);
  return matchesIn(text, spared).flatMap((match): Group[] => {
    const who = match.groups?.who ?? match.groups?.zhWho ?? '';
    const names = rest.test(who) ? [] : namesIn(who);
    return names.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, names }];
  });
}

const hit =
  /\b(?:affected|concerned|hit|debited|charged|locked out|lost|could not|unable|failed|refused|rejected|without)\b|受影响|受到影响|影响了?|波及|无法|不能|失败/i;

/** "Only prepay customers were affected", "只有预付费客户受到影响": whoever else is said to be spared, they were hit. */
const onlyHit =
  /\bonly (?:the |our |some )?(?<np>(?:[a-z-]+ ){0,2}[a-z-]+) (?:was|were|is|are) (?:affected|hit|concerned|involved|touched)\b|只有(?<zhNp>[\u3400-\u9fff]{2,10}?)(?:受|受到)(?:了)?影响/gi;

/** Finds how many of whom were hit: "300 business accounts", "使用苹果手机的3,500户". */
export function hitGroups(prose: string): readonly Group[] {
  const amounts = amountsIn(prose).filter(({ sort, value }) => sort === '' && value >= 5);
  const text = fold(prose);
  const onlies = matchesIn(text, onlyHit).flatMap((match): Group[] => {
    const names = namesIn(match.groups?.np ?? match.groups?.zhNp ?? '');
    return names.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, names }];
  });
  if (amounts.length === 0) return onlies;
  const counted = sentences(text).flatMap(({ start, end }): Group[] => {
    const words = text.slice(start, end);
    if (!hit.test(words) || /\b(?:not|nothing|unaffected|spared|never)\b|未受|没有受|不受/i.test(words)) return [];
    return amounts.flatMap((amount): Group[] => {
      if (amount.start < start || amount.start >= end) return [];
      const behind = /^ ?(?:of (?:our|the) )?(?<np>(?:[a-z-]+ ?){1,3})/i.exec(text.slice(amount.end, end))?.groups?.np;
      const lead = /(?<np>[\u3400-\u9fff]{2,8})(?:的|有|共)?\s?$/u.exec(text.slice(start, amount.start))?.groups?.np;
      const names = namesIn(behind ?? lead?.replace(/[的有共约为是达]+$/u, '') ?? '');
      return names.length === 0 ? [] : [{ start: amount.start, end: amount.end, names }];
    });
  });
  return [...onlies, ...counted];
}

/** Whether those spared are among those hit. */
export const isHit = (who: Group, group: Group): boolean =>
  who.names.every((name) =>
    /[\u3400-\u9fff]/u.test(name) ? group.names.some((each) => each.endsWith(name)) : group.names.includes(name),
  );

/** "华东 4,800 家，华南 3,100 家": parts of those hit, with how many each. Offsets in the text. */
export interface Counted extends Span {
  readonly name: string;
}

const countedPart =
  /(?<=^|[，,、：:；;是为中和与及]|(?<!\d)\s)(?:其中|使用|来自|位于|走|在|属于)*(?<np>[\u3400-\u9fff]{2,8}?)(?:的|有|共|约|占)*\s?\d[\d,]*\s?万?[家位户人名笔台单个件座间]/gu;
const noPart =
  /其他|其它|其余|别的|另外|号线|总计|合计|一共|总共|共计|受影响|之后|之前|^(?:其中|大约|将近|超过|不到|最多|至少)/u;

/** Finds the parts that a sentence about those hit counts one by one; at least two, else it is a whole. */
export function countedParts(prose: string): readonly Counted[] {
  if (!/\d\s?万?[家位户人名笔台单个件座间]/u.test(prose)) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }): Counted[] => {
    const words = text.slice(start, end);
    if (!hit.test(words) || /未受|没有受|不受/.test(words)) return [];
    const found = matchesIn(words, countedPart).flatMap((match): Counted[] => {
      const name = (match.groups?.np ?? '').replace(zhGeneric, '').replace(/^(?:使用|来自|位于|在)/u, '');
      return name.length < 2 || noPart.test(name)
        ? []
        : [{ name, start: start + match.index, end: start + match.index + match[0].length }];
    });
    return found.length < 2 ? [] : found;
  });
}

/** A clause that says of whom nothing happened, or who alone was hit. Offsets in the text. */
export interface Apart extends Span {
  readonly isOnly: boolean;
  readonly words: string;
}

const zhUnhurt =
  /一切(?:正常|如常|照常|照旧)|照常|照旧|如常|(?:不|未|没有?|毫未)(?:受|被)到?(?:任何|丝毫|一点|半点|什么)?(?:影响|波及)|毫无影响|没有影响|没有?(?:遇到|碰到)(?:任何)?问题|幸免/u;
const zhOnly =
  /(?:受影响|出问题|出故障|碰到问题|遇到问题|受到影响|波及|中招)的?(?:商户|用户|客户|卖家|范围|人群|企业)?(?:仅限于?|只限于?|只有|仅有|全是|全都是|都是|清一色是?|仅为|只是)|(?:仅限于?|只限于?|只有|仅有?|只)[^，。；]{2,12}?(?:受(?:到)?了?影响|出了?问题|被波及|遇到问题)/u;
const zhAside =
  /[?？“「]|公告|通知|曾|最初|起初|当时|其他|其它|其余|别的|另外|如果|将|今后|恢复|之后|后来|部分|大多|多数/u;

/** Finds "华南那边一切照旧", "受影响的仅限华东卖家". */
export function setApart(prose: string): readonly Apart[] {
  const text = fold(prose);
  if (!zhUnhurt.test(text) && !zhOnly.test(text)) return [];
  return matchesIn(text, /[^，,。；;！!？?]+/gu).flatMap(({ 0: words, index }): Apart[] => {
    const isOnly = zhOnly.test(words);
    if (zhAside.test(words) || (!isOnly && !zhUnhurt.test(words))) return [];
    const lead = /^\s*/u.exec(words)?.[0].length ?? 0;
    return [{ start: index + lead, end: index + words.trimEnd().length, isOnly, words }];
  });
}

/** What may stand behind the name of a part where the clause speaks of those in it: "华南那边", "海外仓的卖家". */
const ofThose =
  /^(?:\s|$|的?(?:卖家|商家|商户|用户|客户|店铺|门店|企业|会员|学校|车主|人)|那边|这边|地区|区|方面|一带|市场|[则都均也没未不毫一照当全始完])/u;

/** Whether a clause speaks of those of a part, and not of something that is theirs. */
export function speaksOf(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return at !== -1 && ofThose.test(words.slice(at + name.length));
}
