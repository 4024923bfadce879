import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { sentencesOf } from './clause-times.js';
import { supposedly } from './happenings.js';

/**
 * Who came to know first, as a sentence tells it: our own alarms, or customers; `silence` where no alarm went off at all.
 */
export type Finder = 'own' | 'customers' | 'silence';

export interface FoundBy extends Span {
  readonly by: Finder;
}

const watch =
  '(?:alarms?|alerts?|alerting|monitors?|monitoring|probes?|sensors?|watchdogs?|dashboards?|(?:own )?tools?|warning systems?|(?:own )?systems?|instruments|checks)';
/** Nothing of ours went off: "our monitoring stayed silent", "no alarm had gone off", "our systems had raised no alarm". */
const silent = new RegExp(
  [
    `\\b(?:no|none of (?:our|the)|not one of (?:our|the)|not a single(?: one of our)?|neither of (?:our|the)) (?:own |automatic |[a-z]+ )?${watch}\\b[^.,;]{0,12}\\b(?:gone off|went off|fired|rang|rung|sounded|triggered|tripped|noticed|picked|caught|saw|seen|reported|told|warned|alerted|raised|came|reached)\\b`,
    `\\b(?:our|the)(?: own)? ${watch} (?:\\w+ ){0,3}?(?:stayed|remained|kept|were|was) (?:\\w+ )?(?:silent|quiet|mute|blind|asleep|still)\\b`,
    `\\b(?:our|the)(?: own)? ${watch} (?:\\w+ ){0,3}?(?:raised|gave|sent|issued|sounded|showed|reported|noticed|saw|said|told us) (?:no (?:alarm|alert|warning|sign|hint)|nothing)\\b`,
    `\\b(?:our|the)(?: own)? ${watch} (?:never|did not|didn't|had not|hadn't|failed to) (?:\\w+ )?(?:go off|gone off|fire|fired|ring|rung|sound|sounded|raise|raised|notice|noticed|pick|picked|catch|caught|see|seen|warn|warned|detect|detected|report|reported)\\b`,
  ].join('|'),
  'i',
);
const silentHan =
  /(?:监控|告警|警报|报警|探测|探针)[^，。；,]{0,8}?(?:没有?(?:任何)?|未曾?|一声(?:也|都)?[没不]|毫无|全无|无任何|并未|均未|都没有?)[^，。；,]{0,6}?(?:响|反应|报警|告警|示警|触发|发出|察觉|发现|动静|警报|提示|预警)|系统[^，。；,]{0,4}?(?:没有?|未曾?|并未)[^，。；,]{0,6}?(?:报警|告警|示警|警报|预警)|(?:没有|无)(?:任何|一个|一项)?(?:监控|告警|警报|报警|探测)(?:系统)?(?:示警|响|触发|报警|发出|提醒|察觉)/;

const strangers =
  '(?:customers?|users?|clients?|passengers?|travellers?|merchants?|shop(?:keeper)?s?|practices?|clinics?|physicians?|doctors?|nurses?|pharmac(?:y|ist|ies)|teachers?|schools?|parents?|patients?|sellers?|buyers?|clerks?|accountants?|bookkeepers?|readers?|members?|subscribers?|drivers?|tenants?|residents?|guests?|players?|farmers?|growers?|owners?|hotels?|restaurants?|stores?|companies|company|organisers?|librar(?:y|ian)s?|hosts?|volunteers?|students?|landlords?|traders?|caller|you\\b)';
const outside =
  '(?:rang|ringing|rung|called|calling|phoned|phoning|telephoned|telephoning|wrote|writing|told us|telling us|reported|reporting|alerted|alerting|complained|complaining|complaints?|drew our attention|contacted|e-?mailed|messaged|got in touch|tipped us off|put us on|let us know|pointed (?:it|this) out|calls?|reports?|tickets?|phone|ring|write|complain|(?:was|were) (?:the )?first to (?:tell|alert|report|notice|let))';
/** It was from outside that we heard: "it was a passenger ringing the desk who", "until a physician rang us". */
const fromOutside = new RegExp(
  [
    `\\b${strangers}(?: \\w+){0,6}? ${outside}\\b`,
    `\\b(?:calls?|reports?|complaints?|e-?mails?|messages?|tickets?|word|tip|phone call|letters?) (?:from|by) (?:\\w+ ){0,4}?${strangers}`,
    `\\b(?:learned|learnt|heard|knew|found out|told|alerted|aware|tipped off) (?:[^.;]{0,40} )?(?:from|by|through|thanks to) (?:\\w+ ){0,4}?${strangers}`,
  ].join('|'),
  'i',
);
/** … and that we had not known before. */
const firstFromOutside =
  /\bit (?:was|took)\b[^.]{0,80}\b(?:who|that|to|before)\b|\b(?:learned|learnt|found out|knew (?:of|about|nothing)|known|heard|became aware|were (?:not )?aware|was aware|noticed|reali[sz]ed|on (?:the|our) track|tipped)\b|\bfirst to (?:tell|alert|report|notice|let)\b|\b(?:was|were|came|us) first\b|\bonly (?:when|because|after|thanks)\b/i;
const strangersHan =
  '(?:客户|用户|商户|卖家|买家|乘客|旅客|家长|患者|病人|民众|诊所|会计|老师|店主|店长|店家|商家|前台|酒店|学校|企业|司机|读者|会员|居民|住户|顾客|团长|老板|医生|护士|学生|玩家|房东|农户|食肆|餐厅|[一几两多]位[^，。；,]{1,6}|您)';
const fromOutsideHan = new RegExp(
  `${strangersHan}[^，。；]{0,14}?(?:打来|打了?电话|打进来|来电|来信|写信|致电|发信|反映|反馈|告诉|投诉|抱怨|报障|报修|提醒|告知|上报|求助|电话|报告)[^。；]{0,30}?才|(?:接到|收到|靠|多亏|因为|由|经)[^，。；]{0,8}${strangersHan}[^，。；]{0,12}?(?:电话|来电|投诉|反映|反馈|报障|提醒|来信|消息|报告)[^。；]{0,30}?才|才[^，。；]{0,8}从${strangersHan}[^，。；]{0,6}(?:得知|知道|听说)|最先(?:发现|察觉|注意到)[^，。；]{0,10}的是${strangersHan}`,
);

/** Ours were first: "our own monitoring raised the alarm, before anybody had telephoned". */
const ownFirst = new RegExp(
  [
    `\\b(?:our|the|an?)(?: own)? (?:[a-z-]+ ){0,2}?${watch} (?:\\w+ ){0,3}?(?:raised|noticed|picked|went off|fired|rang|sounded|told|alerted|caught|detected|spotted|warned|flagged|paged|reported|showed|had)\\b[^.;]{0,50}\\b(?:before|ahead of) (?:\\w+ ){0,4}?(?:anybody|anyone|any|a single|the first|one|${strangers})\\b`,
    `\\b(?:noticed|spotted|found|detected|saw|caught|discovered|knew)(?: \\w+){0,5} (?:ourselves|before (?:anybody|anyone|any|a single|the first|one) )`,
    `\\b(?:our|the|an?)(?: own)? (?:[a-z-]+ ){0,2}?${watch} (?:raised the alarm|(?:alerted|paged|told|warned|woke) (?:us|our|the on-call|an engineer)|went off|picked (?:it|this|the \\w+) up|caught (?:it|this|the \\w+)|(?:detected|noticed|spotted|flagged) (?:it|this|the \\w+))\\b`,
  ].join('|'),
  'i',
);
const ownFirstHan =
  /(?:监控|告警|警报|报警|探测|系统)[^，。；]{0,14}?(?:先于|早于|抢在|赶在|比)[^，。；]{0,8}(?:客户|用户|商户|任何|顾客|卖家|第一)|(?:监控|探测|告警系统|监测)(?:系统)?[^，。；]{0,8}?(?:率先|最先|第一时间|自动|自行|主动)?(?:发出|触发|拉响|发现|报了?警|告了?警|捕捉到|察觉)|(?:我们|值班[^，。；]{0,4})自己(?:就)?(?:先)?(?:发现|察觉|注意到)/;

/** Only of some of it, of a time or an alarm among others: "for the first ten minutes", "the alarm that watches the disks". */
const partly =
  /\b(?:alarms?|alerts?|monitoring) (?:that|which|for|on|of|in) |\b(?:for the first|at first|initially|until \d|before \d|by \d|another|second|other|also|one of (?:our|the)|some of|separate|backlog|drill)\b|起初|最初|一开始|其中|另一|第二|(?<!一[条声次个])也|部分|有的|还没|尚未|\byet\b|\bby then\b/i;

/** "We would not have known had nobody called" tells what was. */
const hadNot = /\b(?:would|could|might) (?:not |never )?have\b/i;

/** A cheap question first. */
const hint =
  /\b(?:alarms?|alerts?|alerted|monitor|probe|systems?|sensor|rang|ring|call|phone|wrote|tell us|told us|report|complain|learn|knew|aware|ourselves|heard)|监控|警|探测|系统|电话|来电|反映|反馈|告诉|写信|投诉|报障|得知|自己/i;

/** Who came to know first, as a text tells it. */
export function foundBy(prose: string): readonly FoundBy[] {
  const text = fold(prose);
  if (!hint.test(text)) return [];
  return sentencesOf(text).flatMap(({ start, words }): FoundBy[] => {
    if (words.length > 320 || !hint.test(words) || supposedly.test(words.replace(hadNot, '')) || partly.test(words))
      return [];
    const isHan = /[\u3400-\u9fff]/.test(words);
    const isOutside = isHan ? fromOutsideHan.test(words) : fromOutside.test(words) && firstFromOutside.test(words);
    // "Customers rang us at 14:40": one call among others.
    if (isOutside && /\d[:：]\d/.test(words) && !/\b(?:only|until|first|aware)\b|才|最先/i.test(words)) return [];
    const isSilent = isHan ? silentHan.test(words) : silent.test(words);
    const isOwn = isHan ? ownFirstHan.test(words) : ownFirst.test(words);
    // "No alarm had fired on Monday": of a day among others.
    if (isSilent && !isOutside && /\b\w+day\b|周[一二三四五六日]|星期/u.test(words)) return [];
    const by = isSilent ? (isOutside ? 'customers' : 'silence') : isOwn ? 'own' : isOutside ? 'customers' : undefined;
    const lead = words.length - words.trimStart().length;
    return by ? [{ by, start: start + lead, end: start + words.trimEnd().replace(/[.。！!;；]$/u, '').length }] : [];
  });
}

const rowAlarm = /\b(?:alarms?|alerts?|alerted|monitoring|paged|pager|probe)\b|告警|接警|报警|警报|监控|探测/i;
const rowOutside = new RegExp(
  `${fromOutside.source}|\\bcomplain|\\b(?:customer|user|client) (?:calls?|reports?|tickets?)|\\bservice desk\\b|\\bhelp ?desk\\b|\\bsupport (?:calls?|tickets?)`,
  'i',
);
const rowOutsideHan = new RegExp(
  `${strangersHan}[^，。；]{0,14}?(?:打|来电|来信|写信|致电|反映|反馈|投诉|报障|报修|报告|电话)|客服|热线|来电|投诉|报障|反馈`,
);
const none = /\b(?:no|not|without|none|fail(?:ed|s)?|silent|missing|late)\b|没有|未|静默|失灵/i;

/** What a row of the timeline says of the same; the words folded. */
export function rowFinder(words: string): 'own' | 'customers' | undefined {
  if (rowOutside.test(words) || rowOutsideHan.test(words)) return 'customers';
  return rowAlarm.test(words) && !none.test(words) ? 'own' : undefined;
}
