import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import { type Amount, amountsIn, isMoney } from './amounts.js';
import { smallNumeral } from './clock.js';

/** What customers are given for each of something: "NOK 60 for every line", "每单退8元". */
export interface Offer {
  readonly amount: Amount;
  /** What it is given for, and whether it is the most that is given. */
  readonly key: string;
}

const behind =
  /^\s*(?:(?:for|to) (?:each|every)(?: single)?|per|(?:for |to )?(?:each|every)) (?<noun>[a-z]{3,})|^\s*(?:[/／]|每)(?<zhNoun>[\u3400-\u9fff])/i;
const before =
  /\b(?:each|every|per) (?:[a-z-]+ ){0,1}?(?<noun>[a-z]{3,}) [^.;,:\d]{0,40}$|每(?:一)?(?<zhNoun>[\u3400-\u9fff])[^，。；,;\d]{0,16}$/i;
/** What is given to whoever was affected, however many words stand around it: "a voucher worth £15", "£12 voucher", "20元的代金券". */
const gift = {
  en: 'voucher|gift card|coupon|credit|goodwill payment|credit note',
  zh: '券|红包|补偿金|补贴|礼品卡|余额补偿|话费',
} as const;
const giftBehind = new RegExp(
  `^\\s?(?:${gift.en})s?\\b|^\\s?(?:的)?(?:无门槛|现金|商城|全场|通用|无条件)*(?:的)?[\\u3400-\\u9fff]{0,2}(?<zhGift>${gift.zh})`,
  'i',
);
const giftBefore = new RegExp(
  `\\b(?:${gift.en}) (?:of|for|worth|over|to the value of) (?:exactly )?$|(?:${gift.zh})[\\u3400-\\u9fff]{0,2}(?:面额|金额|价值|额度|面值)?(?:均|都|统一|一律)?(?:为|是|：|:)?\\s?(?:每[人户位单])?\\s?$`,
  'i',
);
/** That it is given, rather than what it costs. */
const giving =
  /\b(?:we|will) (?:\w+ )?(?:credit|pay|give|send|grant|refund)\b|\b(?:gets?|receives?|credited|is given|are given|compensat\w+)\b|补偿|赔付|发放|赠送|获得|返还/i;
/** Who gets it in another amount than the rest. */
const some =
  /\b(?:if|unless|except|longer|more than|business|premium|those who|anyone who|waited|sellers?|drivers?|couriers?|second|further|additional|another|minimum|valid for)\b|如果|若|超过|满|企业|另|再|额外|以上的|商家|卖家|骑手|司机/i;

const person =
  /^(?:of|one|buyer|customer|client|user|person|player|guest|patient|passenger|member|subscriber|household|shopper|affected|reader|visitor|student|pupil|人|位|名|户)s?$/i;

const cap = /(?:\bup to|\bat most|\bmaximum(?: of)?|\blimit of|最高|最多|上限|不超过)\s*$/i;
/** Ranges and rough figures are no offer of one amount; a fee is none at all. */
const loose =
  /(?:\b(?:from|between|and|to|about|around|average|costs?|charged?|fee of|price of|or)|至|到|[-–~]|约|平均|原价|价值)\s*$/i;
/** What all of it comes to. */
const whole = /(?:合计|共计|总计|总额|总共|一共|\b(?:total of|in all|altogether))(?:是|为|达)?\s*$/i;
const looseBehind = /^\s*(?:to|and|or|-|–|~|至|到|或)\s*(?:[€$£¥]|[A-Z]{3} )?\d/i;

/** What is given and is no money: "50点购书金", "500 bonus points", "2张优惠券". */
const points =
  /(?<![\d.,])(?<value>\d[\d,]*)\s?(?<unit>[点枚张])(?<what>[\u3400-\u9fff]{1,3}?(?:金|币|券|点数))|(?<![\d.,$€£])(?<many>\d[\d,]*)\s(?<enUnit>(?:bonus |loyalty |reward )?(?:points|credits|miles|free (?:rides|deliveries|tickets|lessons|washes)))\b/gi;
/** The money of a game or a club: "500 Embers". */
const ownMoney =
  /(?<![\d.,])(?<many>\d[\d,]*)\s(?<enUnit>\p{Lu}\p{Ll}{2,}s|gems|coins|diamonds|tokens|stars|crystals|gold)\b|(?:延长|免除|减免|赠送|顺延|补偿|extended by|free for|waived? for|waiving)[^，。；.;\d]{0,12}(?<value>\d+)\s?(?<unit>个?[天月日周]|days?|weeks?|months?)(?<what>)|(?<days>\d+)\s?(?<daysUnit>天|日|个月)(?:的)?(?<daysWhat>[\u3400-\u9fff]{0,3}(?:卡|会员|通行证|票|时长))/gu;
/** A share of the price that is let off: "服务费减免30%", "50 % off the April fee". */
const reduced =
  /(?:费|租金|账单|月租|年费|价款)[^，。；\d%]{0,10}?(?:减免|减收|减|免|优惠|下调|退还|返还)[^，。；\d%]{0,4}?(?<zhValue>\d{1,2})\s?%|(?<![\d.])(?<value>\d{1,2}) ?(?:%|per ?cent) (?:off|discount|rebate|reduction|credit)\b|\b(?:discount|rebate|reduction|credit) of (?<of>\d{1,2}) ?(?:%|per ?cent)/gi;
/** The same in words: "手续费减收一半", "服务费全部免收", "half of the February fee back". */
const fee = '(?:费|滞纳金|租金|账单|月租|年费|价款|管理费)';
const tenths = '一二三四五六七八九';
const reducedInWords = new RegExp(
  [
    `${fee}[^，。；\\d%]{0,12}?(?:减免|减收|少收|减|免|优惠|下调|退还|返还|豁免)了?(?:百分之(?<hundred>[一二三四五六七八九十]{1,3})|(?<tenths>[${tenths}])成(?<halfTenth>半)?|(?<bottom>[二三四五六七八九十])分之(?<top>[${tenths}])|(?<half>一半|半数))`,
    `${fee}[^，。；\\d%]{0,8}?(?<all>(?:全部|全额|全数|悉数|一律|统统|全都?)(?:予以|给予)?(?:免收|免除|减免|豁免|退还|返还|不收|免)|分文不收|全免)`,
    `${fee}[^，。；\\d%]{0,6}?打(?<off>[${tenths}])折`,
    `${fee}[^，。；月\\d%]{0,8}?(?<none>(?:照常|照旧|仍按|照|仍)(?:全额|原价|全数|足额|如数)(?:缴付|缴纳|收取|支付|缴|收|付|计收))`,
    "\\b(?<part>half|a third|a quarter|a tenth|all|the whole) (?:of )?(?:your |the |this |that |their )?(?:[\\w']+ ){0,2}(?:fees?|charges?|subscription|rent|premium|bill) (?:is |are |was |will be |has been )?(?:\\w+ )?(?:back|waived|refunded|credited|off|let off|returned)\\b",
    "\\b(?:waive|waived|refund|refunded|credit|credited|return|returned) (?<part2>half|a third|a quarter|a tenth|all|the whole) (?:of )?(?:your |the |this |that |their )?(?:[\\w']+ ){0,2}(?:fees?|charges?|subscription|rent|premium|bill)\\b",
  ].join('|'),
  'gi',
);
const partsOf: Readonly<Record<string, number>> = {
  half: 50,
  'a third': 100 / 3,
  'a quarter': 25,
  'a tenth': 10,
  all: 100,
  'the whole': 100,
};

/** How much of a price is let off, in per cent. */
function percentOff(groups: Readonly<Record<string, string | undefined>>): number {
  const part = groups.part ?? groups.part2;
  if (part !== undefined) return partsOf[part.toLowerCase()] ?? Number.NaN;
  if (groups.all !== undefined) return 100;
  if (groups.none !== undefined) return 0;
  if (groups.half !== undefined) return 50;
  if (groups.hundred !== undefined) return smallNumeral(groups.hundred);
  if (groups.off !== undefined) return 100 - 10 * smallNumeral(groups.off);
  if (groups.tenths !== undefined) return 10 * smallNumeral(groups.tenths) + (groups.halfTenth ? 5 : 0);
  return (100 * smallNumeral(groups.top ?? '')) / smallNumeral(groups.bottom ?? '');
}

/** All firms that were hit are no group among others. */
const affected = /受影响的?企业|\d\s?家企业|所有企业|全部企业/gu;
const mayReduce = /费|租金|滞纳金|账单|月租|价款|\b(?:fee|charge|subscription|rent|premium|bill)/i;
const mayGive = /\d\s?[点枚张]|\d (?:bonus|loyalty|reward|points|credits|miles|free) ?/i;
const given =
  /\b(?:for every|for each|are yours|found|gifts?|extended|waived?|waiving|free|gets?|receives?|credited|give[ns]?|gave|added|granted|yours)\b|获|赠|送|得|发放|赠送|补偿|入账|入帐|到账|发放|存入|延长|免除|减免|顺延/i;

/** The words between the signs before and behind a place. */
function clauseAt(text: string, start: number, end: number): string {
  const before = /[^，。；,.;!?！？]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  return before + text.slice(start, end) + (/^[^，。；,.;!?！？]*/u.exec(text.slice(end, end + 60))?.[0] ?? '');
}

const nounOf = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/(?<!s)s$/, '')
    .replace(/[位名]/u, '人');

/** Finds what a text offers for each of something; nothing for what it offers twice in different amounts. */
export function offersIn(prose: string): readonly Offer[] {
  const text = fold(prose);
  const found = amountsIn(prose).flatMap((amount): Offer[] => {
    if (!isMoney(amount)) return [];
    const lead = text.slice(Math.max(0, amount.start - 70), amount.start);
    const rest = text.slice(amount.end, amount.end + 40);
    const isCap = cap.test(lead);
    if ((loose.test(lead) && !isCap) || looseBehind.test(rest) || whole.test(lead)) return [];
    const groups = (behind.exec(rest) ?? before.exec(lead))?.groups;
    const clauseStart = lead.search(/[^.;。；]*$/u);
    // From how much on a voucher can be used is no other offer.
    const around = (lead.slice(clauseStart) + rest.split(/[.;。；]/u)[0]).replace(/满\s?\d+元?/gu, '');
    const zhGift = giftBehind.exec(rest);
    const each = groups?.noun ?? groups?.zhNoun;
    const isGiven = each !== undefined && person.test(each) && giving.test(around);
    const isGift = (isGiven || zhGift !== null || giftBefore.test(lead)) && !some.test(around);
    // "For each buyer" and "for everyone" are the same gift; for each order and for each parcel are two.
    const noun = isGift && (each === undefined || person.test(each)) ? 'gift' : each;
    return noun === undefined ? [] : [{ amount, key: `${amount.sort} ${nounOf(noun)} ${isCap ? 'cap' : ''}` }];
  });
  const gifts = [...(mayGive.test(text) ? matchesIn(text, points) : []), ...matchesIn(text, ownMoney)];
  for (const match of matchesIn(text, reduced)) {
    const groups = match.groups ?? {};
    const value = groups.value ?? groups.of ?? groups.zhValue ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ amount: { start, end: start + value.length, value: Number(value), sort: '%' }, key: '% off' });
  }
  for (const match of mayReduce.test(text) ? matchesIn(text, reducedInWords) : []) {
    const value = percentOff(match.groups ?? {});
    const [start, end] = [match.index, match.index + match[0].length];
    if (!Number.isNaN(value) && !some.test(clauseAt(text, start, end).replace(affected, '')))
      found.push({ amount: { start, end, value, sort: '%' }, key: '% off' });
  }
  for (const match of gifts) {
    const groups = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    const around = clauseAt(text, start, end);
    if (!given.test(around) || some.test(around) || cap.test(text.slice(0, start))) continue;
    const value = Number((groups.value ?? groups.many ?? groups.days ?? '').replaceAll(',', ''));
    const unit = (groups.unit ?? groups.enUnit ?? groups.daysUnit ?? '').toLowerCase().replace(/s$/, '');
    found.push({
      amount: { start, end, value, sort: unit },
      key: `${unit} ${groups.what ?? groups.daysWhat ?? ''} points`,
    });
  }
  return found.filter(({ key }) => found.filter((each) => each.key === key).length === 1);
}
