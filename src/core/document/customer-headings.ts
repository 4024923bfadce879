import data from '../../data/customer-headings.json' with { type: 'json' };
import { lateRegExp } from '../late.js';
import { matchesIn } from '../matches.js';

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;

/** Whom customers employ are no colleagues of ours. */
const theirStaff = ',? (?:and|&) their (?:own )?(?:employees|staff|teams)';
const withTheirStaff = new RegExp(theirStaff, 'u');

/** Customers of some trade, as an English heading addresses them. */
function addressees(): string {
  const { audiences, ours, paired, qualities } = data.en;
  const every = '(?:(?:all|each|every) )?(?:of )?';
  const quality = `(?:${any(qualities)} )?`;
  const sure = `${every}(?:(?:our|the|my) )?${quality}${any(audiences)}`;
  const familiar = '(?:our|our dear|dear|valued|fellow) ';
  const everyone = `${quality}${any([...audiences, ...ours])}`;
  const pair = `(?:the )?${any(paired)}(?:,| and| or|, and| &) (?:the )?${any(paired)}`;
  const further = `(?:(?:,| and| or|, and| &) (?:their )?(?:${sure}|${pair}|(?:${every}${familiar})?${everyone}))*`;
  const pairedWithTheirs = `(?:the )?${any(paired)} and their ${sure}`;
  return `(?:${pairedWithTheirs}|${sure}|${every}${familiar}${everyone}|${pair})${further}(?:${theirStaff})?(?: (?:affected|concerned|who (?:were|was|are) affected))?`;
}

/** What may stand behind the heading in brackets without making it another one. */
const aside = /\s*\((?:draft|final|public|published|en|english|zh|chinese|草稿|定稿|公开|中文|英文)\)?$/;

const [lead, quality] = ['(?:(?:a|an|the|our|my) )?', '(?:(?:short|brief|open|public|personal|full|official) )*'];
const { messages, addressed, audiences, paired, written, unmistakable } = data.en;
const whom = addressees();
/** "Client message" and "user message" are what programs exchange. */
const messaged = '(?!clients?|users?)';
const english = [
  `(?:for|to|dear) ${whom}`,
  `${lead}${quality}${any(messages)}(?: and (?:an )?${any(messages)})? (?:for|to|for the attention of) ${whom}`,
  `${lead}${quality}(?:explanation|letter|apology|statement) (?:for|to) (?:all |our |the )*${any(paired)}`,
  `${lead}${quality}(?:message|explanation|letter|notice|apology|statement) to (?:all |the )*${any(written)}`,
  `${lead}${quality}(?:message|explanation|letter|notice|apology|statement|information|news) (?:to|for) (?:all |the )*${any(unmistakable)}(?:,? (?:and|or|&) (?:the )?${any([...unmistakable, ...paired])})?(?: (?:in|of|on|near|around) (?:the )?[\\p{L}\\p{N}'’ -]{2,40})?`,
  `(?:${lead}${quality}${any(messages)} )?to ${whom} (?:of|at) (?!(?:the|our|an?) )[\\p{L}\\p{N}'&. -]{2,30}`,
  `${lead}${any(audiences)}[ -](?:facing )?${any(addressed)}`,
  `${lead}${messaged}${any(audiences)}[ -](?:facing )?message`,
  `${lead}${any(audiences)}[ -]facing (?:summary|post-?mortem|report|text|write-?up|version|part|section|update)`,
  `what we (?:tell|will tell|are telling|want to tell|say to|will say to|write to|owe) ${whom}`,
  `what ${whom} (?:read|will read|need to know|should know|must know|are told|will be told)`,
  `(?:${lead}${quality}${any(messages)} )?(?:for|to) (?:all )?the [\\p{L}]{3,20}(?: and [\\p{L}]{3,20})? (?:that )?we serve`,
  `(?:${lead}${quality}${any(messages)} )?(?:for|to) the (?:general |wider )?public`,
  `(?:public|external) (?:announcement|notice|statement|bulletin)`,
];

const zh = data.zh;
const who = `${any([...zh.audiences, ...zh.with])}`;
const polite = '(?:各位|诸位|全体|所有|广大|我们的?|受影响的?|尊敬的|亲爱的|敬爱的|合作的?)*';
/** At least one noun that can mean nobody else. */
const group = `${polite}(?:${who}(?:们)?(?:和|与|及|以及|、)?${polite})*${any(zh.audiences)}(?:们)?`;
const groups = `${group}(?:(?:和|与|及|以及|、)?${polite}${who}(?:们)?)*`;
const chinese = [
  `(?:致|写给|敬告|告)(?![使命病癌死伤残盲力密冷电函信因灾损错瘫歉谢辞知警诉别急示])[\\u4e00-\\u9fff]{0,8}?${groups}(?:的?${any(zh.messages)}|书)?`,
  `(?:致|写给)(?:${group}|${who}和${group})(?:的?${any(zh.messages)}|书)?`,
  `(?:给|对|面向)${groups}的(?:一?[封则份篇段])?${any(zh.messages)}`,
  `(?:给|对|面向)(?:各位|诸位|全体|广大)${groups}`,
  `面向${groups}`,
  `(?:各位|尊敬的|亲爱的|敬爱的)+${groups}`,
  `${any(zh.audiences)}${any(zh.addressed)}`,
  `对外(?:通告|公开信|致歉信|道歉信)`,
];

/**
 * Whether one of the forms is the whole heading. They are long, and an engine takes a tenth of a second to read them all:
 * they are read one by one, and only for a heading that holds a word which each of them needs, and no sign that none has.
 */
function opens(needs: string, signs: RegExp, forms: readonly string[]): (heading: string) => boolean {
  const some = new RegExp(needs, 'u');
  const each = forms.map((form) => lateRegExp(`^(?:${form})$`, 'u'));
  return (heading) => some.test(heading) && signs.test(heading) && each.some((form) => form().test(heading));
}
const opensEnglish = opens(
  [...audiences, ...data.en.ours, ...paired, ...unmistakable, 'public', 'external', 'we serve'].join('|'),
  /^[\p{Script=Latin}\p{N} &,.'’-]+$/u,
  english,
);
const opensChinese = opens([...zh.audiences, '对外'].join('|'), /^[\p{L}\p{N}、]+$/u, chinese);

/** Colleagues, whatever else they are. */
const staff =
  /\b(?:internal|engineering|engineers?|staff|team|teams|support|success|on[- ]call|ops|operations|admin\w*|table|service desk|colleagues?|employees?)\b|内部|同事|员工|团队|工程师|值班|研发|运维|客服|经理|部门|管理层|领导/u;

/** A classmate is a customer, and what colleagues call each other: only where the words before it are of a school or a crowd. */
const fellows = /同学|朋友/gu;
const beforeFellows =
  /(?:^(?:致|写给|给|对|面向|敬告|告)?|各位|诸位|全体|所有|广大|亲爱的|尊敬的|敬爱的|受影响的?|[校院系班级园区](?:的|里的)?|[和与及、]|学生|老师|家长|小|报名的|[客用]户|读者|车主|店主|买家|顾客)$/u;
const mayBeColleagues = (heading: string): boolean =>
  matchesIn(heading, fellows).some(({ index }) => !beforeFellows.test(heading.slice(0, index)));

/**
 * Whether a heading is addressed to customers in a writer's own words, so that what stands under it is for them.
 * @param plain The whole heading, as headings are compared.
 */
export function addressesCustomers(plain: string): boolean {
  const whole = plain.replace(aside, '');
  return (
    whole.length <= 90 &&
    !staff.test(whole.replace(withTheirStaff, '')) &&
    !mayBeColleagues(whole) &&
    (opensEnglish(whole) || opensChinese(whole))
  );
}

const words = `(?:${[...data.en.audiences, ...data.en.ours, 'drivers?', 'stores?', 'shops?', 'staff', 'public'].join('|')})`;
const meant = new RegExp(
  [
    `\\b(?:for|to|dear|letters?|notices?|messages?|statements?|announcements?|communications?|updates?|e-?mails?|note|tell|told|say|said|answer|reply) .{0,40}\\b${words}\\b`,
    `\\b${words}[ -](?:facing )?(?:letters?|notices?|messages?|statements?|announcements?|updates?|communications?|e-?mails?|note|text|summary|version|report|information)\\b`,
    `(?:致|给|对|向|告诉|通知|面向|发给).{0,12}${any([...zh.audiences, ...zh.with])}`,
    `${any([...zh.audiences, ...zh.with])}.{0,6}(?:通知|说明|公告|邮件|短信|话术|通报|信|版)`,
    '对外',
  ].join('|'),
  'u',
);
const about =
  /\b(?:impacts?|effects?|affected|feedback|complaints?|tickets?|log|logs|history|channels?|questions? (?:from|to)|reports? from|support|success|next steps?|actions?|data|how (?:it|we)|why)\b|影响|反馈|投诉|记录|日志|渠道|工单|数据|流程/u;

/**
 * Whether a heading looks as if it were meant for customers, though it is not clear enough to open the customer part.
 * @param plain The whole heading, as headings are compared.
 */
export const seemsAddressed = (plain: string): boolean =>
  plain.length <= 90 && meant.test(plain) && !about.test(plain) && !/\binternal\b|内部/u.test(plain);
