import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';

/** That nothing was lost, or that all is restored. Offsets in the text. */
export interface WholeClaim {
  readonly start: number;
  readonly end: number;
  /** What it is said of, as a stem or Han word; `undefined` for data as such. */
  readonly of: string | undefined;
  /** Whether it says that nothing had to be thrown away, rather than that nothing was lost. */
  readonly isWaste?: boolean;
}

/** That something could not be restored. Offsets in the text. */
export interface Loss {
  readonly start: number;
  readonly end: number;
  /** The sentence, with the question that it answers: in them what was lost is named. */
  readonly sentence: string;
  /** The sentence alone. */
  readonly words: string;
  /** Whether it was thrown away, rather than lost. */
  readonly isWaste?: boolean;
}

/** Nouns that stand for whatever customers keep with us, so that the loss of anything denies them. */
const dataWords =
  'data|information|records?|content|contents|entr(?:y|ies)|inputs?|instructions?|items?|changes?|submissions?|one|thing|数据|资料|信息|内容|记录|东西';
/** What may stand between a noun and its verb: "no data of any kind was lost", "no order that you placed was lost". */
const relative =
  '(?: (?:at all|whatsoever|of (?:any (?:kind|sort)|yours|ours|any of you)|(?:that |which )?(?:you (?:had |have )?(?:gave|given|placed|made|sent|entrusted|trusted|left|booked|ordered|stored|keep|kept|put)|(?:we|you) (?:hold|held|have|had|keep|kept|store|stored))(?: (?:us|to us|with us|here|in|for you|that (?:day|night|morning|evening)))*))?';
const none = '(?:none|no|nothing|nil|zero|0|not any)(?![\\d,]|[.]\\d| longer\\b| [a-z])';
const claims = new RegExp(
  [
    `(?:^|[.;] ?|[*_\\-] ?)(?:(?:lost|missing|unrecoverable) (?<labelled>[a-z]+)|(?:permanent |irretrievable )?(?<labelled2>[a-z]+) (?:loss(?:es)?|lost|missing|affected by loss))[*_]*\\s*[:：–—][*_]*\\s*${none}`,
    `(?<![\\u3400-\\u9fff])(?:永久)?(?<zhLabelled>[\\u3400-\\u9fff]{2,4}?)(?:丢失|遗失|损失|缺失)(?:情况|数量|数)?\\s?[:：]\\s?(?:无|没有|零|0)(?![.,\\d\\u3400-\\u9fff])`,
    `(?<![\\u3400-\\u9fff])(?:丢失|遗失|缺失)的?(?<zhLabelled2>[\\u3400-\\u9fff]{2,4}?)(?:数量?)?\\s?[:：]\\s?(?:无|没有|零|0)(?![.,\\d\\u3400-\\u9fff])`,
    `\\b(?:no|none of (?:the|your|our)|not any) (?:customer |user |of your |of our |[a-z]+ )?(?<no>[a-z]+)${relative} (?:was|were|is|are|has been|have been|got|went|had been)(?: ever| permanently| irretrievably)? (?:lost|missing|deleted|destroyed|gone)\\b`,
    `\\bno (?:[a-z]+, )*[a-z]+,? (?:or|nor|and) (?<list>[a-z]+) (?:was|were|is|are|has been|have been|got|went) (?:lost|missing|deleted|destroyed)\\b`,
    `\\b(?<nothing>nothing)${relative} (?:was|is|has been|had been|got|went) lost\\b`,
    `\\b(?:no|without(?: any)?) (?<loss>data) loss\\b`,
    `\\b(?:did not|didn['’]t|have not|haven['’]t) (?:lose|lost) any (?:of your |of our )?(?<any>[a-z]+)\\b`,
    `\\b(?:all|every|each)(?: of (?:the|your|our))?(?: the| your| our)?(?: [\\d,.]+| (?:single )?one of the)? (?<all>[a-z]+) (?:was|were|is|are|has been|have been) (?:fully |completely |successfully )?(?:restored|recovered|retrieved|brought back|safe|intact|back)\\b`,
    `\\b(?<every>everything)(?: (?!not\\b)[\\w'’-]+){0,7}? (?:was|is|has been) (?:fully |completely |successfully )?(?:restored|recovered|brought back|back to normal|safe|intact)\\b`,
    `(?:没有|无|并无|未有)(?:任何|一[位名个家])?[\\u3400-\\u9fff]{2,4}?(?:丢失|丢掉|丢了|遗失|损失|丢)(?:了)?(?:任何|一[件条张笔份篇个单])?(?<zhWho>[\\u3400-\\u9fff]{2,3})(?=[，。；、,.;（(]|$)`,
    `(?:没有|未|并未|并无|未曾|不曾)(?:造成|发生|出现|导致|引起|有)?(?:任何|一[条张笔份])(?<zhAny>[\\u3400-\\u9fff]{2,4}?)(?:的)?(?:丢失|遗失|损失|缺失)`,
    `(?:没有|未|并未|并无)(?:造成|发生|出现|导致|引起|有)(?<zhData>数据)(?:的)?(?:丢失|遗失|损失|缺失)`,
    `(?:没有|没|未|并未|未曾)(?:丢失|遗失|损失|丢掉|丢)(?:了)?(?:您|大家|各位)?(?:的)?(?:任何)?(?:一[位名个家件条张笔份篇单])?(?:的)?(?<zhLost>[\\u3400-\\u9fff]{2,4}?)(?=[，。；、,.;（(]|$|[和与及或])`,
    `(?<![\\u3400-\\u9fff])(?:所有|全部|您的)?(?<zhOwn>数据|资料)(?:都|均|也|并|全都)?(?:没有|未|并未|无一|零)(?:任何)?(?:丢失|遗失|损失|缺失|丢)`,
    `(?:所有|全部)(?:的)?(?<zhAll>[\\u3400-\\u9fff]{2,8}?)(?:都|均|也|全部|已)+(?:经)?(?:成功|完全|全部)?(?:恢复|找回|补回|还原)(?:正常)?`,
    `(?<zhZero>数据)零(?:丢失|损失)`,
    `\\b(?<full>[a-z]+) (?:was|were|is|are|has been|have been|had been) (?:all |both |fully |completely |entirely )+(?:restored|recovered|retrieved|brought back|safe|intact|back|put back)\\b`,
    `\\b(?:restored|recovered|retrieved|brought back|saved) (?:all|every one|each one|every single one) (?:of )?(?:the |your |our |these |those |affected |lost |missing )*(?<every2>[a-z]+)`,
    `\\b(?:restored|recovered) (?<whole>everything)\\b`,
    `\\b(?:bring|get|win|brought|got|won|put) back (?:all (?:of )?(?:the |your |our )?|every (?:single |last |one of the )?|each (?:and every )?)(?<backAll>[a-z]+)`,
    `(?<zhSame>[\\u3400-\\u9fff]{2,6}?)(?:都|均|已经?)*(?:如数|一一|逐一|全都|全)(?:地)?(?:恢复|找回|补回|还原|救回|追回)`,
    `\\bnot (?:one|a single|one single) (?<one>[a-z]+)${relative} (?:was|is|has been|had been|went|got) (?:lost|missing|gone)\\b`,
    `(?<zhBack>[\\u3400-\\u9fff]{2,6}?)(?:都|均|已经?|也|现已?|现在)*(?:全部|悉数|全数|完全|完整|一律|统统|100%)(?:地)?(?:都|已经?|得到|成功)*(?:恢复|找回|补回|还原|救回|追回|复原|补传|补录|补齐|补发|同步|导入|重建)`,
    `(?<zhNone>[\\u3400-\\u9fff]{2,6}?)(?:都|均|也|并)?(?:没有|未|并未|无)(?:任何|一[条张笔份篇个单])?(?:丢失|遗失|遗漏|缺失|损坏)(?=[，。；、,.;！（(]|$|也|且|或|和)`,
    `\\b(?:no|not one|not a single) [a-z]+ (?:has |have |had )?lost (?:a |an |any |any of (?:your|their|its) |(?:his|her|their|its) |so much as a )?(?:single )?(?<who>[a-z]+)`,
    `\\b(?:nobody|no one|none of (?:you|them|us|our [a-z]+|the [a-z]+)) (?:has |have |had )?lost (?:a |an |any |any of (?:your|their|its) |(?:his|her|their|its) )?(?:single )?(?<whose>[a-z]+)`,
    `\\bwe (?:have |had )?lost (?<we>nothing)\\b`,
    `\\b(?:your|all) (?<your>data|files?|records?|orders?|photos?|messages?|bookings?|documents?) (?:is|are) (?:all |still )*(?:complete|intact|there|whole)\\b`,
    `(?<zhIntact>[\\u3400-\\u9fff]{2,6}?)(?:都|均|仍)*(?:完好无损|完整无缺|无一丢失|无一遗失|毫无损失|完好无缺)`,
    `\\b(?<allWhole>[a-z]+) (?:is|are|was|were) (?:all|both|each) (?:still )?(?:complete|intact|there|whole|unharmed|untouched)\\b`,
    `\\bnothing (?:is|was|has gone|went) (?<gone>missing)\\b`,
    `\\bwithout (?:losing|the loss of|any loss of) (?:a |an |any |any of (?:your|the) )?(?:single )?(?<losing>[a-z]+)`,
    `\\bno loss of (?:any )?(?<lossOf>[a-z]+)`,
    `无人(?:丢失|丢掉|遗失|损失)(?:了)?(?:任何)?(?<zhNobody>[\\u3400-\\u9fff]{2,3})`,
    `(?<zhLess>[\\u3400-\\u9fff]{2,6}?)(?:都)?一[条张笔份篇个单件](?:也|都)?(?:不少|没少|没丢|未丢|不缺|没缺|未少|没有丢|没有少)`,
    `(?:没有|并未|未)(?:让|使|令)?(?:任何)?(?:一[条张笔份篇个单件])?(?<zhVanish>[\\u3400-\\u9fff]{2,4}?)(?:消失|不见)`,
    `(?<zhKept>[\\u3400-\\u9fff]{2,8}?)(?:都|均|全部|也|仍)+(?:已|是|还)?(?:经)?(?:完整|完好|安全|妥善)(?:地|的)?(?:保存|保留|保住|在库|无缺|无损)`,
    `\\b(?:all|every|each)(?: of (?:the|your|our))?(?: the| your| our)? (?<preserved>[a-z]+) (?:was|were|is|are|has been|have been) (?:fully |completely |safely |all )?(?:preserved|accounted for|untouched|unharmed)\\b`,
    `(?:没有|未)(?:丢失|遗失)(?:了)?(?:任何)?一[条张笔份篇个单件](?<zhNot>)`,
    `(?:没有|未有)(?:任何)?一[条张笔份篇个单件](?<zhEach>[\\u3400-\\u9fff]{2,4}?)(?:丢失|遗失|缺失|损坏)`,
    `一[条张笔份篇个单件](?<zhOne>[\\u3400-\\u9fff]{2,4}?)(?:也|都)?(?:没有?|未)(?:少|丢|漏|缺)`,
  ].join('|'),
  'gi',
);
/** What narrows such a claim: others, earlier ones, exceptions. */
const narrowed =
  /\b(?:up to|as far as|most of|almost|nearly|some of|other|further|more|additional|else|except|apart from|beyond|besides|unless|if|(?:did|have|has) not (?:hear|heard|receive|received|get|got)|(?:didn|haven|hasn).t (?:hear|heard|receive|received|get|got)|older|earlier|until|before|so far|yet|remaining|(?<!\b(?:had|have|has|you|they|customers) )(?:stored|saved|committed)|backed up)\b|\b(?:last|previous) (?:year|month|week|time|summer|winter|spring|autumn|incident|outage)|\b(?:in|of|since) (?:(?:jan|febr)uary |(?:sept|nov|dec)ember |march |april |may |june |july |august |october )?20\d\d\b|去年|前年|上次|上个?月|20\d\d ?年(?! ?\d)|其他|其它|其余|更多|(?:没有?|未)(?:接到|收到|看到)[^，。]{0,10}的(?:客户|用户|人|会员|商户)|(?<![删清移排解])除了?|之外|以外|此前|之前|以前|更早|如果|至今|目前为止|绝大(?:多数|部分)|大部分|大多|几乎|有的|部分/i;
/** What narrows its own clause: "已保存的地址没有丢失". */
const narrowedHere = /已经?[\u3400-\u9fff]{2,4}(?:的|到[^，。；]{0,8}的)/u;
/** "As before" narrows nothing. */
const asBefore = /[像如和跟同与](?:以前|之前|此前|往常)(?:一样)?|\b(?:as|like|than) before\b/gi;
const losses =
  /\b(?:(?:could|can|will)(?: ?not|['’]t|not) (?:now |yet |either )?be (?:recovered|restored|brought back|retrieved|reconstructed|rebuilt|found|saved|salvaged|rescued)|(?:unable|not able) to (?:recover|restore|bring back|retrieve)|(?:could not|couldn['’]t|cannot|can['’]t) (?:recover|restore|bring back|retrieve|get back)|(?:could not|couldn['’]t|cannot|can['’]t|(?:were|are|was|is) (?:unable|not able) to) (?:bring|get) (?:[\w-]+ ){1,4}back|(?:is|are|was|were|have been|had been) (?:permanently |irretrievably |irrevocably )?(?:lost|gone)(?! (?:through|over|into|by|out|back|to|ahead|up|down|on|from|live|well|so far)\b)(?: for good| forever)?|(?:is|are|remains?) (?:still |yet )*(?:missing|incomplete|unrecovered|not (?:yet )?(?:back|restored|recovered|found))|(?:has|have) (?:still |yet )*(?:not (?:yet )?been|to be) (?:restored|recovered|found|brought back)|(?:is|are|were|was) (?:permanently|irretrievably) (?:deleted|destroyed|overwritten)|(?:can|could|will) never be (?:recovered|restored|retrieved|brought back)|beyond (?:recovery|rescue)|(?:is|are|was|were|proved) (?:irrecoverable|unrecoverable|irretrievable)|did not survive|(?:has|have|had) to be (?:considered|regarded as|counted as) lost|there is no copy (?:anywhere|left)|(?:is|are|was|were) not coming back)\b|(?:无法|不能|没法|难以)(?:再)?(?:恢复|找回|补回|还原|复原)|(?:找|补|救|要|追)不回来?|(?:恢复|修复|补)不了|(?<!读码器[^，。；]{0,20}|扫描[^，。；]{0,20}|条码[^，。；]{0,20}|分)读不出来?|无从(?:恢复|找回|补回|还原|追回)|彻底没了|回不来了|(?:没能|未能|没有)(?:全部)?(?:补回|找回|恢复|救回)|(?:仍|还|尚)(?:有|未|没有?|无法|不能)[^，。；]{0,16}(?:找回|恢复|补回|还原|缺失|丢失|没有?找到)|(?:仍|还|尚)有[^，。；]{0,20}(?:没有?|未|待)(?:能)?(?:补传|补录|补齐|补发|上传|同步|送达|导入|重建)|(?:永久|彻底|已)(?:丢失|丢了|删除)|(?<=\d\s?[条张笔份篇个单件](?:[\u3400-\u9fff]{2,6}))丢失|未能(?:恢复|找回)|(?:已经?)?(?:丢失了|丢了|遗失了)|没(?:有|能)?(?:写入(?!权限|失败|操作|任何|速度)|落盘|入库|存下来|保住|保存下来|存住)|\b(?:was|were) (?:never (?:saved|stored|written)|not (?:saved|written to (?:disk|storage|the database)))\b/gi;
const thrown = '(?:thrown (?:away|out)|destroyed|discarded|disposed of|written off|scrapped|binned|dumped)';
const zhThrown = '(?:销毁|报废|丢弃|扔掉|倒掉|作废)';
/** That nothing had to be thrown away. */
const wasteClaims = new RegExp(
  [
    `\\b(?:no|none of (?:the|your|our)|not a single|not one) (?<no>[a-z]+)(?: [a-z]+)? (?:(?:had|has|have|needed|needs) to be|(?:was|were|has been|have been) ) ?${thrown}\\b`,
    `\\b(?<nothing>nothing)(?: [a-z]+){0,2}? (?:(?:had|has|needed) to be|was|has been) ${thrown}\\b`,
    `(?:没有|未有|无)(?:任何|一[件箱批盒份只袋瓶吨])?(?:您的|客户的)?(?<zhNo>[\\u3400-\\u9fff]{0,4}?)(?:需要|必须|被)${zhThrown}`,
    `(?<zhNone>[\\u3400-\\u9fff]{2,4}?)(?:都|均)?(?:无需|不必|没有|未)(?:被)?${zhThrown}`,
  ].join('|'),
  'gi',
);
const wasted = new RegExp(
  `\\b(?:had to be|has to be|have had to be|was|were|has been|have been) (?:all |then |safely )?${thrown}\\b|(?:只能|不得不|必须|已经?|全部|予以|被)(?:全部|予以|当场)?${zhThrown}|${zhThrown}了`,
  'gi',
);
const wasteHint =
  /thrown|destroyed|discarded|disposed|written off|scrapped|binned|dumped|[销銷]毁|[销銷]毀|报废|報廢|丢弃|丟棄|扔掉|倒掉|作废|作廢/i;
/** What stands for whatever is stored. */
const anyGoods =
  /^(?:nothing|goods?|stocks?|products?|items?|merchandise|food|medicines?|vaccines?|samples?|one|货物|商品|产品|货品|东西|药品|疫苗|样本|)$/i;

/** What makes a loss none: denied, asked, supposed, or not of data. */
const unreal =
  /\b(?:say|tell|show|list|see|find out|check|know|report)s?\b[^.]{0,24}\b(?:which|what|who)\b|哪些|\b(?:no|none|nothing|nobody|neither|not one|not a single|whether|if|would|might|could have|in case|until)\b|[?？]|没有一|并非|如果|若|万一|可能|会不会|是否|即使/i;
const notData =
  /\b(?:time|hours?|days?|minutes?|trust|money|sales?|revenue|income|earnings|wages|moments?|evenings?|mornings?|sleep|penalt\w+|fees?|connection|access|service|contact|power|signal)\s(?:\w+\s)?$|(?:时间|信任|收入|信心|钱|连接|服务|功能|访问)[^，。]{0,4}$/i;

/** "The readings for that morning are missing": not the morning is. */
const adjunct = /(?<=\S)\s(?:for|of|on|in|from|during|since) (?:that|this|the|those|these|one) \w+ $/i;

/** A block longer than this is data rather than prose. Characters. */
const longest = 8000;

function* sentences(text: string, ends = /[。！？!?；]|[.](?=\s|$)|$/gu): Generator<{ start: number; words: string }> {
  let start = 0;
  for (const match of matchesIn(text, ends)) {
    const end = match.index + match[0].length;
    if (end > start) yield { start, words: text.slice(start, end) };
    start = end;
  }
}

/** What is restored when it works again, not when it is found. */
const service =
  /^(?:services?|systems?|access|connections?|operations?|power|sites?|websites?|functions?|everything|things|it|they|networks?|traffic|calls?|servers?|we|you|all|supply|service)$/i;
const zhService =
  /(?:服务|系统|功能|网络|业务|访问|连接|供电|供水|供暖|信号|登录|支付|运行|运营|交易|平台|线路|接口|设备|机器|通话|宽带)$/u;

const adverbs = /^(?:目前|现在?|如今|最终|最后|当[天晚日]|次日|后来|随后|并|也|都|均|已|经|得以|[于在])*$/u;
/** What is kept, so that its restoring is no repair of a service. */
const kept = /记录|数据|资料|订单|文件|照片|图片|信息|内容|档案|邮件|消息|预约|成绩|作业|合同|票据|[条笔份张篇]/u;

const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?:e?s|e)$/, '');

/** What parts the things in those that are whole and others: "938 of them …; the other 22". */
const parted = /(?:中|里|其中)[,，]\s*\d|\b(?:of (?:the|these|those|our|all) )\d/i;
const others =
  /^\s*[;；,，]?\s*(?:(?:but |and |for )*(?:the )?(?:other|others|remaining|rest)\b|另外|其余|剩下|余下|另有|还有|其他)/i;
/** A number that the words behind it are said of, and no "all" before it. */
const counted =
  /(?<all>\ball (?:of )?(?:the |our |your )?|全部|所有|全体)?\d[\d,.]*\s?(?:of (?:the |these |those |our )?)?$/i;

/** One of these stands in each of the claims. */
const hint =
  /lost|missing|deleted|destroyed|gone|los[se]|losing|restored|recovered|retrieved|back|safe|intact|saved|preserved|accounted|untouched|unharmed|complete|there|whole|[丢损缺漏]|遗失|恢复|找回|还原|[救追]回|复原|补[传录齐发回]|同步|导入|重建|完[好整]|安全|妥善|[不没未]少|消失|不见|保[存留住]|在库/i;

/** Finds where a text says that nothing had to be thrown away. */
function wasteClaimsIn(text: string): WholeClaim[] {
  if (!wasteHint.test(text)) return [];
  return [...sentences(text)].flatMap(({ start, words }) =>
    /[?？]/u.test(words) || narrowed.test(words) || /\b(?:would|should|must|may|if)\b/i.test(words)
      ? []
      : matchesIn(words, wasteClaims).map((match): WholeClaim => {
          const named = Object.values(match.groups ?? {}).find((each) => each !== undefined) ?? '';
          const place = { start: start + match.index, end: start + match.index + match[0].length };
          return { ...place, of: anyGoods.test(named) ? undefined : stem(named), isWaste: true };
        }),
  );
}

/** Finds how much a text says was thrown away. */
function wasteIn(text: string): Loss[] {
  if (!wasteHint.test(text)) return [];
  return [...sentences(text)].flatMap(({ start, words }) =>
    matchesIn(words, wasted).flatMap((match): Loss[] => {
      if (unreal.test(clauseAround(words, match.index)) || !/\d/.test(words)) return [];
      const place = { start: start + match.index, end: start + match.index + match[0].length };
      return [{ ...place, sentence: words, words, isWaste: true }];
    }),
  );
}

/** Finds where a text says that nothing was lost, or that everything is back. */
export function wholeClaims(prose: string): readonly WholeClaim[] {
  const found: WholeClaim[] = [];
  const text = fold(prose);
  if (prose.length > longest) return found;
  found.push(...wasteClaimsIn(text));
  if (!hint.test(text)) return found;
  const all = [...sentences(text, /[。！？!?；;]|[.](?=\s|$)|$/gu)];
  for (const [index, { start, words }] of all.entries()) {
    const claimed = matchesIn(words, claims);
    if (claimed.length === 0 || /[?？]/.test(words) || narrowed.test(words.replace(asBefore, ''))) continue;
    if (parted.test(words) && others.test(all[index + 1]?.words ?? '')) continue;
    for (const match of claimed) {
      if (narrowedHere.test(commaClause(words, match.index, match.index + match[0].length))) continue;
      const number = counted.exec(words.slice(0, match.index));
      if (number && number.groups?.all === undefined) continue;
      // "What was lost, and what was not" asks.
      if (/什么|哪些|哪[条张笔份篇个单件]/u.test(match[0])) continue;
      const groups = match.groups ?? {};
      const raw = Object.values(groups).find((each) => each !== undefined) ?? '';
      const named = raw
        .replace(/^.*的|^(?:所有|全部)/u, '')
        .replace(/^一[条张笔份篇个单件位名家]/u, '')
        .replace(/(?:全部|全都|都|均|已经?|也|并)+$/u, '');
      // "报名资料" is lost with whatever was handed in with it; "会员资料" is what is kept of members.
      const [, kind = ''] = /^([\u3400-\u9fff]{2,3})(?:数据|资料|信息|内容)$/u.exec(named) ?? [];
      // "这些记录经过核对，现已全部恢复": what it is stands in a clause before.
      const isThey = groups.zhBack !== undefined && adverbs.test(named);
      if (isThey && !kept.test(words.slice(0, match.index))) continue;
      if ((groups.full || groups.zhBack) && (service.test(named) || zhService.test(named))) continue;
      const isAll = new RegExp(`^(?:${dataWords}|nothing|everything|anything|missing|一切|全部|)$`, 'i').test(named);
      found.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        of: isAll || isThey ? undefined : stem(kind === '' || person.test(kind) ? named : kind),
      });
    }
  }
  return found;
}

const person =
  /(?:客户|用户|会员|考生|学生|学员|患者|乘客|旅客|商户|商家|读者|玩家|住户|业主|个人|车主|司机|家长|顾客)$/u;

/** The clause between commas that a match stands in. */
function commaClause(words: string, start: number, end: number): string {
  const behind = words.slice(end).search(/[，,]/u);
  return words.slice(words.slice(0, start).search(/[^，,]*$/u), behind < 0 ? undefined : end + behind);
}

/** What a semicolon sets apart says nothing about the loss before or behind it. */
function clauseAround(words: string, at: number): string {
  const end = words.slice(at).search(/[;；]/u);
  return words.slice(words.slice(0, at).search(/[^;；]*$/u), end < 0 ? undefined : at + end);
}

/** Finds where a text says that something was lost for good. */
export function lossesIn(prose: string): readonly Loss[] {
  const found: Loss[] = [];
  if (prose.length > longest) return found;
  found.push(...wasteIn(fold(prose)));
  let before = '';
  // "Can the photos be recovered? About 900 are still missing": the question names what the answer is about.
  let asked = '';
  for (const { start, words } of sentences(fold(prose))) {
    if (/[?？]\s*$/u.test(words)) asked = words;
    // "They could not be restored": what they are stands in the sentence before.
    const whole =
      /^\s*(?:(?:some |most |all |\d+ )?of )?(?:they|them|these|those|it|this|that|we)\b|^\s*(?:这些|那些|它们|其中|我们)/i.test(
        words,
      )
        ? before + words
        : words;
    before = words;
    for (const match of matchesIn(words, losses)) {
      if (unreal.test(clauseAround(words, match.index))) continue;
      // "It showed you the message 'Your prescription cannot be found'."
      if (/["“「][^"”」]*$/u.test(words.slice(0, match.index)) && /^[^"“「]*["”」]/u.test(words.slice(match.index)))
        continue;
      if (notData.test(words.slice(0, match.index).replace(adjunct, ' '))) continue;
      found.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        sentence: asked + whole,
        words: whole,
      });
    }
  }
  return found;
}

/** Whether a loss is one of what the claim says is whole. */
export function contradicts(
  { of, isWaste = false }: WholeClaim,
  { sentence, isWaste: wasteful = false }: Loss,
): boolean {
  if (isWaste !== wasteful) return false;
  if (isWaste && of === undefined) return true;
  if (of === undefined)
    return /\d|\b(?:some|several|data|records?|files?|orders?|messages?|entries|edits|photos?|documents?|changes|notes|bookings?|details|readings|submissions?)\b|[个位条笔份张件]|数据|记录|资料|订单|文件/i.test(
      sentence,
    );
  // "受损草稿" are "草稿" elsewhere.
  if (/[\u3400-\u9fff]/.test(of)) return sentence.includes(of.length < 4 ? of : of.slice(-2));
  return matchesIn(sentence, /[a-z]{3,}/gi).some(([word]) => stem(word) === of);
}
