import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';
import { sentences } from './amounts.js';
import { singular } from './counts.js';
import { labelStems } from './divisions.js';
import { nounBehind, nounWords, singularOf, zhNounBehind, zhNouns } from './hit-nouns.js';
import { type Quantity, quantitiesIn } from './quantities.js';

/** How many a sentence says were hit: "A good 1,900 customers met an error page". Offsets in the text. */
export interface Headcount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What was counted: an English noun in the singular; a Chinese one, or its measure word where none stands there. */
  readonly noun: string;
  /** Whether the sentence says nothing that narrows those counted: no place, no length, no second clause of them. */
  readonly isWhole: boolean;
  /** Whether it says "affected", "in all" or the like, rather than what those counted could not do. */
  readonly isSure: boolean;
  /** "All 1,290 schools". */
  readonly isAll?: boolean;
  /** What became of them, by stems: compared where it is not sure. */
  readonly effect: readonly string[];
}

const be =
  '(?:were|was|are|is|have been|has been|had been|been|got|get|turned out to (?:be|have been)|ended up|found themselves|being)';
const adverb = '(?: (?:[a-z]+ly|all|thus|then|in fact|to some extent|in some way|in the end))?';
const participle =
  '(?:affected|impacted|hit|struck|concerned|disrupted|hurt|harmed|caught(?: up)?|held up|delayed|stuck|stranded|blocked|barred|cut off|locked out|shut out|kept (?:from|out|waiting)|turned away|refused|rejected|prevented from|interrupted|inconvenienced|let down|left (?:with|without|waiting|stranded|in)|logged out|signed out|thrown out|unable|not able|without|offline|down)';
const sureWords = /^(?:affected|impacted|hit|struck|concerned|disrupted|caught)/i;
const active =
  "(?:could(?: not|n't)|cannot|can't|had to (?:wait|do without|go without|make do|queue|give up)|lost|met(?: with)?|faced|ran into|came up against|came across|hit|encountered|saw|got|received|had(?: no)?|suffered|experienced|noticed|felt|went without|missed out|waited|failed to|gave up|stood (?:before|in front)|tried)";
/** Words between those counted and what became of them that narrow nothing. */
const filling =
  '\\b(?:in all|in total|altogether|all told|overall|of ours|who rely on us|(?:(?:that|who|which|whom) )?we (?:work for|serve|look after|supply)|with us|who|that|which)\\b';
/** Whether nothing is left of some words without those that narrow nothing. */
const isIdle = (words: string, idle: RegExp): boolean =>
  !/[\w\u00c0-\u024f\u3400-\u9fff]/.test(words.replace(idle, ' '));
const hitBehind = new RegExp(
  `^(?<gap>[^.,;:!?。；]{0,60}?)[,]? (?:(?:${be}${adverb} )?(?<participle>${participle})|(?<active>${active}))(?![a-z-])(?<rest>[^.;:!?]*)`,
  'i',
);
const ofThoseHit =
  /^,? (?:who were |that were |that had been |who had been )?(?:affected|impacted|hit|concerned|in question)\b/i;
/** Nothing but when it was. */
const idleRest =
  /\b(?:that|on|the|this|in|during|at|by|our|fault|day|night|morning|afternoon|evening|friday|monday|tuesday|wednesday|thursday|saturday|sunday|outage|failure|incident|disruption|while|it|lasted|was|down|and|because|of|us|altogether|all|total)\b/gi;
const onlyFilling = new RegExp(filling, 'gi');
/** "Hit 1,900 customers": before the number. */
const hitBefore =
  /\b(?:affect(?:ed|ing|s)?|impact(?:ed|ing|s)?|hit|hitting|struck|reached|disrupted|stranded|locked out|shut out|cut off|turned away|involv(?:ed|ing)|concern(?:ed|ing|s)?|left|kept|stopped|prevented|caus(?:ed|ing) (?:trouble|problems) (?:to|for)|trouble for)\s+(?:a total of |altogether |in all |in total |as many as )?$/i;
/** "The number of customers affected comes to 1,900", "The clinics affected numbered 112". */
const labelBefore = new RegExp(
  `\\b(?:number|count|total|tally) of (?<noun>(?:(?!(?:who|that|whose|which)\\b)[a-z-]+ ){0,3}?(?:${nounWords}))\\b(?<tail>[^.;:!?]{0,60}?) (?:is|was|were|are|comes? to|came to|stands? at|stood at|reached|reaches|amount(?:s|ed) to|add(?:s|ed) up to|rose to|totall?(?:s|ed)|makes|made)\\s*$`,
  'i',
);
const numberedBefore = new RegExp(
  `\\b(?<noun>${nounWords})\\b(?<tail>[^.;:!?]{0,60}?) (?:number(?:ed)?|totall?(?:s|ed)?|amount(?:s|ed)? to|came to|come to|add(?:ed)? up to)\\s*$`,
  'i',
);
/** "14,800 is the number of households that went without". */
const numberOfBehind = new RegExp(
  `^,? (?:is|was|were|are) the (?:total |full |final |exact )?(?:number|count) of (?:the |our )?(?<noun>${nounWords}) (?:that |who |which |we )?(?:(?:were |was )?(?:${participle})|${active})(?![a-z])`,
  'i',
);
const saysHit =
  /\b(?:affected|impacted|hit|concerned|disrupted|struck|caught|held up|delayed|unable|could not|locked out|turned away)\b/i;
const allWords = /\b(?:in all|in total|altogether|all told|a total of|overall|as a whole|taken together|in the end)\b/i;

/** What makes it a count of a part, or of others. */
const partBefore =
  /\b(?:of (?:them|these|those|whom|which)|another|other|others|further|additional|each|per|first|also|remaining|rest|among|including|except|apart from|besides|instead of|rather than|than|every|next|last|only then)\b[^.;]{0,30}$/i;
const partBehind =
  /^ (?:of (?:the|those|these|our|all)\b|(?:who|that|which) (?:had|have|did|were not|tried|use|used|are|run)\b|in [A-Z]|on the|from [A-Z]|with\b|using\b|whose\b)/;
/** The same behind what became of them. */
const restNarrows =
  /\b(?:twice|again|only|until|longer|worst|hardest|most|at (?:first|once|one point)|more than (?:once|one)|for (?:more|less|over|under|longer|at least|up to|the whole|the full|all)|by (?:email|phone|post|more|less|\d)|before \d|after \d|later|the next|next day|as well|too\b|double|also)\b/i;
/** A sentence of another time, of a plan, of a guess that was corrected. */
const elsewhereWords =
  /[?？]|\b(?:last (?:year|month|week|time|summer|winter|spring|autumn)|previous(?:ly)?|earlier|years? ago|back in|in (?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d|estimat\w+|guess\w*|first (?:said|thought|told|reported|figure|number|count)|initial(?:ly)?|at first|originally|(?:had )?(?:spoken|spoke) of|told you|corrected|correction|would|might|may|could have|should|if|unless|whether|will|usually|normally|typically|on average|every (?:day|week|month)|each (?:day|week|month)|plan(?:ned)?|test(?:s|ed|ing)?|survey\w*|refund\w*|credited|restored|recovered|back (?:again|online)|no longer|so far)\b|如果|若|万一|假如|去年|前年|上次|上一次|上个?月|此前|以前|曾经|那次|最初|起初|当时[说称以]|估[计算]|推估|推算|初步|更正|预计|将会|将要|计划|可能|通常|平均|每[天日周月年]|退款|补偿|已恢复|演练|测试|问卷/i;
/** What those did that turned to us: "310 customers wrote that they could not pay". */
const turnedToUs =
  /\b(?:wrote|write|replied|answered|asked|called|rang|phoned|telephoned|reported|contacted|complained|told|said|got in touch|turned to)\b|来信|致电|来电|打来|提交过|投诉|咨询|反馈|报修|回复/i;

/** Words before those counted that narrow nothing: "In the end, ", "Altogether ". */
const idleLead =
  /\b(?:unfortunately|fortunately|disruption|altogether|count(?:ed|everything|customers|afternoon|employees|incident|figures?|affected|together|precise|finally|problem|morning|luckily|because|overall|roughly|evening|minutes|failure|outage|during|turned|people|hours|ing)?|about|to be|staff|fault|those|added|delay|night|exact|these|final|sadly|there|total|left|with|some|told|have|know|been|that|were|then|this|when|fact|kept|day|had|was|out|hit|all|now|for|but|has|the|our|and|end|up|at|on|of|so|as|in|we|by|it|a)\b/gi;

type Groups = Readonly<Record<string, string | undefined>>;

function englishCount(text: string, own: { start: number; end: number }, quantity: Quantity): Headcount | undefined {
  const lead = text.slice(own.start, quantity.from);
  const behind = text.slice(quantity.end, own.end);
  // "430 of the 1,290 schools": the whole is no number of those hit.
  if (partBefore.test(lead.slice(-60)) || /\d (?:out )?of (?:(?:our|the|all|these|those) )*$/i.test(lead))
    return undefined;
  const { start, value, least, most } = quantity;
  const labelled: Groups | undefined = (labelBefore.exec(lead) ?? numberedBefore.exec(lead))?.groups;
  if (labelled) {
    const words = `${labelled.noun ?? ''}${labelled.tail ?? ''}`;
    if (
      /\b(?:who|whose|that|which|in|on|with|from)\b(?! (?:were|was|had been|have been|that day|all|total) )/i.test(
        labelled.tail ?? '',
      ) &&
      !saysHit.test(words)
    )
      return undefined;
    if (!saysHit.test(words) || /\b(?:not|un)/i.test(words)) return undefined;
    const isWhole = !/\b(?:in|on|with|from|for|twice|longer|until)\b/i.test(labelled.tail ?? '');
    const noun = singular((labelled.noun ?? '').split(' ').at(-1) ?? '');
    return { start, end: quantity.end, value, least, most, noun, isWhole, isSure: true, effect: [] };
  }
  const turned: Groups | undefined = numberOfBehind.exec(behind)?.groups;
  if (turned) {
    const noun = singularOf(turned.noun ?? '');
    return { start, end: quantity.end, value, least, most, noun, isWhole: true, isSure: true, effect: [] };
  }
  const groups: Groups | undefined = nounBehind.exec(behind)?.groups;
  const named = groups?.noun ?? groups?.you;
  if (named === undefined) return undefined;
  const nounEnd = behind.toLowerCase().indexOf(named.toLowerCase()) + named.length;
  const noun = singularOf(named);
  const rest = behind.slice(nounEnd);
  const end = quantity.end + nounEnd;
  const head = { start, end: quantity.end, value, least, most, noun };
  const modifiers = behind
    .slice(0, nounEnd - named.length)
    .replace(
      /\b(?:of|our|the|your|all|these|those|odd|client|paying|registered|different|separate|individual|active)\b|-/gi,
      '',
    )
    .trim();
  if (hitBefore.test(lead)) {
    const isWhole =
      modifiers === '' &&
      !restNarrows.test(rest) &&
      !partBehind.test(rest) &&
      isIdle(lead.replace(hitBefore, ''), idleLead);
    const isSure = /\b(?:affect|impact|hit|struck|disrupt|concern|involv)\w*\s+(?:\w+ ){0,3}$/i.test(lead);
    return { ...head, isWhole, isSure, effect: labelStems(`${lead} ${rest}`) };
  }
  if (
    partBehind.test(rest) &&
    !isIdle(/^(?: (?:of the|that|who|which|whom) we \w+(?: \w+)?)?/i.exec(rest)?.[0] ?? 'x', onlyFilling)
  )
    return undefined;
  const hit = hitBehind.exec(rest);
  if (!hit) return undefined;
  const found: Groups = hit.groups ?? {};
  const isShut =
    /^(?:turned away|locked out|shut out|cut off|stranded|blocked|unable)/i.test(found.participle ?? '') &&
    isIdle(found.rest ?? '', idleRest);
  // "310 of the customers affected wrote to us": a part of them.
  if (
    / of /i.test(behind.slice(0, nounEnd)) &&
    (ofThoseHit.test(rest) ||
      (/ of (?:the|those|these) /i.test(behind.slice(0, nounEnd)) &&
        /^,? (?:who|that|which|whom) (?!we\b)/i.test(rest)))
  )
    return undefined;
  const gap = found.gap ?? '';
  const isAll = allWords.test(`${lead}${gap}`);
  const isSure = found.participle !== undefined && sureWords.test(found.participle);
  if (/\b(?:not|never)\b|n't/i.test(gap) || turnedToUs.test(gap)) return undefined;
  const isWhole =
    modifiers === '' && isIdle(gap, onlyFilling) && !restNarrows.test(found.rest ?? '') && isIdle(lead, idleLead);
  return {
    ...head,
    isAll: /\b(?:all|all of (?:our|the)|every one of (?:our|the))\s*$/i.test(lead),
    end: Math.max(quantity.end, Math.min(end, own.end)),
    isWhole,
    isSure: isSure || isAll || isShut,
    effect: labelStems(`${found.participle ?? ''} ${found.active ?? ''} ${found.rest ?? ''}`),
  };
}

const zhHit =
  '受到?了?(?:[\\u3400-\\u9fff]{0,4})?影响|受影响|受到?波及|被波及|波及|受到?(?:拖累|牵连|连累)|中招|遭殃|(?:碰到|遇到|遇上|碰上|遭遇)(?:了)?(?:[\\u3400-\\u9fff]{0,4})?(?:问题|故障|麻烦|异常|报错|情况)';
const zhCannot =
  '无法|不能|没法|没能|未能|[\\u3400-\\u9fff]不(?:了|开|上|到|出|进)[\\u3400-\\u9fff]?|失败|报错|出错|中断|停摆|瘫痪|断线|掉线|被迫|滞留|延误|晚到|变慢';
/** "受影响的商户总计 1,890 家", "没法开票的企业有七百多家", "遇到问题的商户前后加起来还不到五百家". */
const zhLabel = new RegExp(
  `(?:(?<sure>${zhHit})|(?<cannot>${zhCannot})[\\u3400-\\u9fff]{0,6}?)的?(?<noun>${zhNouns})(?<tail>[^。；;！？!?\\d]{0,16}?)$`,
  'u',
);
/** What may stand between the label and its number. */
const zhIdleTail =
  /数量|总数|前后|加起来|合计|总计|共计|总共|一共|共有|共|累计|大约|大概|差不多|将近|接近|超过|超出|不到|不足|达到|多达|高达|确认|最终|最后|全部|至少|我们|清点|下来|统计|不过|其实|总量|规模|数|还|就|是|为|有|达|约|近|已|经|逾|仅|只|才|也|都/gu;
const zhActive =
  /(?:影响|波及|殃及|牵连|涉及|连累|拖累)(?:了|到|范围(?:为|是|达)?)?(?:的)?(?:共计?|总计|合计|约|大约|近|达|共有|包括)?\s?$/u;
/** "受影响的一共是 1420 家酒店". */
const zhBareLabel =
  /(?:受影响|受波及|中招|遭殃)(?:的|者)?(?:数量|总数|范围)?(?:一共|总共|共计|总计|合计|共)?(?:是|有|为|达到?|约|近|[:：])?\s?$/u;
const zhPart =
  /其中|另有|另外|还有|每|其余|剩下|余下|分别|首批|包括|除了?|当中|里面?[，,有]|中[，,有]|里[，,有]|比(?!对|例|较)/u;
const zhIdleLead =
  /这一次|这一回|这次|这回|本次|此次|全平台|全网|全部|全国|全台|全体|合计|总计|共计|总共|一共|共有|累计|清点|核对|统计下来|核实|最终|最后|当天|当晚|当日|当时|那天|那晚|上午|下午|晚上|早上|凌晨|整个|因此|因为|由于|我们|疏忽|确认|逐一|之后|事后|故障|中断|事故|期间|造成|导致|大约|将近|差不多|超过|不到|就是|受影响|波及|影响|范围|时间|多达|平台上|平台|前后|加起来|那个|这个|这段|那段|同时|实际|真正|北京|经|后|里|中|使|让|令|约|近|是|就|一|了|到|内|来|说|达|在|的|共|有|月|日|点|分|\d+/gu;
const zhAll = /合计|总计|共计|总共|一共|共有|累计|全平台|全网|全国|全台|加起来|共(?=[\s\d一二两三四五六七八九])|共$/u;
const zhBehind = new RegExp(
  `^(?<gap>[^。；;！？!?，,]{0,14}?)(?:(?<sure>${zhHit})|(?<cannot>${zhCannot}))(?<rest>[^。；;，,]{0,20})`,
  'u',
);

function chineseCount(text: string, own: { start: number; end: number }, quantity: Quantity): Headcount | undefined {
  const behind = text.slice(quantity.end, own.end);
  const unit = zhNounBehind.exec(behind);
  if (!unit) return undefined;
  const clause = text.slice(own.start, quantity.from);
  const lead = clause.slice(
    Math.max(clause.lastIndexOf('；'), clause.lastIndexOf(';'), clause.lastIndexOf(':'), clause.lastIndexOf('：')) + 1,
  );
  if (zhPart.test(lead) || turnedToUs.test(lead)) return undefined;
  const { start, value, least, most } = quantity;
  const rest = behind.slice(unit[0].length);
  const named = unit.groups?.noun;
  const head = { start, end: quantity.end, value, least, most };
  // "5,600 位客户中有 1,240 位受到影响": the whole is no number of those hit.
  if (/^[，,]?(?:[之当]?中|里|里面|内)/u.test(rest) || /^[，,]?其中/u.test(rest)) return undefined;
  const label = zhLabel.exec(lead);
  if (label && named === undefined) {
    const groups: Groups = label.groups ?? {};
    if (!isIdle(groups.tail ?? '', zhIdleTail)) return undefined;
    if (/[未没不]$/u.test(lead.slice(0, label.index))) return undefined;
    const isWhole =
      isIdle(lead.slice(0, label.index), zhIdleLead) && /^\s*(?:[，,。；;（()、]|左右|上下|人|$)/u.test(rest);
    const isSure = groups.sure !== undefined || zhAll.test(groups.tail ?? '');
    return { ...head, noun: groups.noun ?? '', isWhole, isSure, effect: labelStems(lead.slice(label.index)) };
  }
  const noun = named ?? unit.groups?.measure ?? '';
  const bare = zhBareLabel.exec(lead);
  if (bare && named !== undefined) {
    const isWhole =
      isIdle(lead.slice(0, bare.index), zhIdleLead) && /^\s*(?:[，,。；;（()、和]|左右|上下|$)/u.test(rest);
    return { ...head, noun, isWhole, isSure: true, effect: [] };
  }
  if (zhActive.test(lead) && !/[未没不]/u.test(lead.slice(-8))) {
    const isWhole = isIdle(lead.replace(zhActive, ''), zhIdleLead) && !/^[\u3400-\u9fff]{0,4}[的中里]/u.test(rest);
    return { ...head, noun, isWhole, isSure: true, effect: [] };
  }
  const hit = zhBehind.exec(rest);
  // "本次中断波及的企业，总计 274 家" has its noun before.
  if (!hit || named === undefined) return undefined;
  const groups: Groups = hit.groups ?? {};
  if (/[未没不并]$/u.test(groups.gap ?? '') || turnedToUs.test(groups.gap ?? '')) return undefined;
  const isAll = /(?:所有|全部|全体)的?\s?$/u.test(lead);
  const isWhole =
    isIdle(lead, zhIdleLead) && /^(?:的|都|均|也|因此|因而|就|同时|当[天时晚]|一度)*$/u.test(groups.gap ?? '');
  const isSure = groups.sure !== undefined || zhAll.test(lead);
  return { ...head, noun, isAll, isWhole, isSure, effect: labelStems(`${groups.gap ?? ''}${hit[0]}`) };
}

/** "Not one traveller noticed anything", "none of your employees ran into the error": nobody at all. */
const nobody = new RegExp(
  `\\b(?:not (?:one|a single)|no|none of (?:our|your|the)) (?<noun>${nounWords}) (?:actually |really |ever |at all )?(?:(?:was|were|has been|have been) (?:actually |really |in any way |at all )?(?:affected|impacted|hit|disrupted|inconvenienced|troubled)|(?:has |have |had )?(?:noticed|felt|ran into|run into|encountered|experienced|suffered|met|saw|seen)(?: from)?(?: that)?(?= (?:any|the (?:error|fault|problem|failure|outage)|a thing|it\\b|this))|had (?:any |a )?(?:trouble|problems?|difficult))(?<rest>[^.;:!?]*)`,
  'gi',
);
const zhNobody = new RegExp(
  `(?:没有(?:任何|哪[家位个]|一[家位个名间所])|无一|没有)(?:我们的|的)?(?<noun>${zhNouns})(?:真正|实际)?(?:因此|因而)?(?:受到?(?:了|任何)?影响|受到?波及|察觉|感觉到|碰到|遇到)`,
  'gu',
);
const nobodyHint = /\bnot (?:one|a single)\b|\bnone of\b|\bno [a-z]+s? |没有|沒有|无一|無一/i;
const nobodyNarrows =
  /\b(?:in [A-Z]|until|before|at first|after|outside|except|other|on the|further|more|since|again|using|with|who|whose)\b/;

function nobodyIn(text: string, own: { start: number; end: number }): Headcount[] {
  const words = text.slice(own.start, own.end);
  return [...matchesIn(words, nobody), ...matchesIn(words, zhNobody)].flatMap((match): Headcount[] => {
    const { noun = '', rest = '' } = match.groups ?? {};
    if (nobodyNarrows.test(rest) || /[A-Z]\w+[,:]? $|其他|其余|之前|此前|直到/u.test(words.slice(1, match.index)))
      return [];
    const start = own.start + match.index;
    const end = start + match[0].length - rest.length;
    return [
      { start, end, value: 0, least: 0, most: 0, noun: singularOf(noun), isWhole: true, isSure: true, effect: [] },
    ];
  });
}

const sentenceEnd = /[。！？!?；;]|[.](?=\s|$)|$/g;

/** Finds how many a text says were hit, in digits and in words. */
export const headcountsIn: (prose: string) => readonly Headcount[] = rememberByText((prose) => {
  const quantities = quantitiesIn(prose);
  if (quantities.length === 0 && !nobodyHint.test(prose)) return [];
  const text = fold(prose);
  const found: Headcount[] = [];
  let start = 0;
  for (const { index, 0: sign } of matchesIn(text, sentenceEnd)) {
    const own = { start, end: index };
    const words = text.slice(start, index + sign.length);
    start = index + sign.length;
    const inside = quantities.filter((each) => each.start >= own.start && each.end <= own.end);
    // "310 companies could not send invoices to their own customers": what came of it for some of them.
    if (elsewhereWords.test(words) || /\btheir own\b|自己的/i.test(words)) continue;
    found.push(...nobodyIn(text, own));
    for (const quantity of inside) {
      const count = /[\u3400-\u9fff]/u.test(text.slice(quantity.end, quantity.end + 3))
        ? chineseCount(text, own, quantity)
        : englishCount(text, own, quantity);
      if (count) found.push(count);
    }
  }
  return found;
});

/** What a text counts, with the noun beside it. */
export interface NamedQuantity extends Quantity {
  readonly noun: string | undefined;
  /** Whether its sentence tells a number that was corrected later. */
  readonly isGuess: boolean;
}

const guess =
  /\b(?:estimat\w+|guess\w*|first (?:said|thought|told|reported|figure|number|count)|initial(?:ly)?|at first|originally|spoken of|told you|corrected)\b|估[计算]|推估|推算|初步|更正|最初|起初/i;

const sentenceOf = (text: string, at: number): string => {
  const own = sentences(text).find(({ start, end }) => at >= start && at < end);
  return own ? text.slice(own.start, own.end) : '';
};

/** Finds all numbers of a text with what they count, where that may be hit. */
export const namedQuantities = (prose: string): readonly NamedQuantity[] => {
  const quantities = quantitiesIn(prose);
  if (quantities.length === 0) return [];
  const text = fold(prose);
  return quantities.map((quantity) => {
    const behind = text.slice(quantity.end, quantity.end + 80);
    const before = text.slice(Math.max(0, quantity.from - 40), quantity.from);
    const zh = zhNounBehind.exec(behind)?.groups;
    const label =
      zh && !zh.noun ? new RegExp(`(?<noun>${zhNouns})[^。；;\\d]{0,8}$`, 'u').exec(before)?.groups?.noun : undefined;
    const en = zh ? undefined : nounBehind.exec(behind)?.groups;
    const named = en?.noun ?? en?.you;
    return {
      ...quantity,
      noun: zh?.noun ?? label ?? (named === undefined ? undefined : singularOf(named)),
      isGuess: guess.test(sentenceOf(text, quantity.start)),
    };
  });
};
