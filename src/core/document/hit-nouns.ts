import { singular } from './counts.js';

// Who can be hit, and which nouns may stand for one another.

/** Who may be hit, by what may stand for one another: customers, persons, bodies, households. */
const english: readonly string[] = [
  'customer|client|subscriber|account|of you',
  'person|people|user|member|consumer|buyer|shopper|visitor|reader|traveller|traveler|passenger|guest|rider|commuter|holidaymaker|tourist|student|pupil|learner|child|driver|motorist|courier|patient|player|gamer|employee|worker|resident|recipient',
  'trader|merchant|seller|vendor|shop|store|retailer|stallholder|shopkeeper|dealer|outlet|boutique',
  'company|business|firm|enterprise|organisation|organization|employer|tenant|corporation|agency|team|workspace|shop|store|retailer|school|clinic|practice|hotel|restaurant|shipper',
  'practice|clinic|surgery|hospital|doctor|physician|pharmacy|lab|laboratory|ward',
  'school|college|university|classroom|institution',
  'home|household|family|flat|apartment|resident|tenant|house|dwelling|premises',
  'shipper|sender|consignor|consignee|haulier|carrier',
  'restaurant|hotel|café|cafe|bar|kitchen|inn|guesthouse',
  'farm|farmer|grower|winery',
  'site|website|domain|mailbox',
  'branch|depot|warehouse|station|location|library',
];
/** What a noun of persons names beside the word "people": travellers are no pupils. */
const persons: readonly string[] = [
  'traveller|traveler|passenger|guest|rider|commuter|holidaymaker|tourist',
  'student|pupil|learner|child',
  'driver|motorist|courier|rider',
  'user|member|consumer|buyer|shopper|visitor|reader',
  'player|gamer',
  'employee|worker',
  'patient',
  'resident',
  'recipient',
];
const anyone = /^(?:person|people|user|人|用户|民众|网友)$/;
const chinese: readonly string[] = [
  '客户|账户|账号',
  '用户|顾客|会员|买家|消费者|民众|人|读者|网友|市民|学生|同学|学员|孩子|司机|骑手|车主|乘客|旅客|游客|患者|病人|玩家|员工|职工|居民|业主',
  '商户|商家|卖家|店铺|门店|网店|商店|店家|店|摊主|企业|公司|单位|机构|厂商|工厂|团队|租户',
  '诊所|医院|医疗机构|药房|药店|机构',
  '学校|院校|班级|机构',
  '住户|家庭|居民|业主|住宅',
  '酒店|民宿|餐厅|餐馆|饭店|客栈|商户|商家',
  '仓库|网点|站点|分店',
  '网站|站',
];
const zhPersons: readonly string[] = [
  '顾客|会员|买家|消费者',
  '读者|网友',
  '学生|同学|学员|孩子',
  '司机|骑手|车主',
  '乘客|旅客|游客',
  '患者|病人',
  '玩家',
  '员工|职工',
  '居民|业主|市民|民众',
];

const groupsOf = (rows: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> => {
  const groups = new Map<string, Set<number>>();
  for (const [at, words] of rows.entries())
    for (const word of words.split('|')) groups.set(word, (groups.get(word) ?? new Set()).add(at));
  return groups;
};
const wide = groupsOf([...english, ...chinese]);
const narrow = groupsOf([...persons, ...zhPersons]);
const share = (groups: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean => {
  const other = groups.get(b);
  return other !== undefined && [...(groups.get(a) ?? [])].some((group) => other.has(group));
};
const isCustomer = (noun: string): boolean =>
  /^(?:customer|client|subscriber|account|of you|客户|账户|账号)$/.test(noun);
const isPerson = (noun: string): boolean => narrow.has(noun) || anyone.test(noun);
/** A bare Chinese measure word fits what is counted with it: "不到五百家". */
const measured = (measure: string, noun: string): boolean =>
  /[位名人]/u.test(measure) ? isPerson(noun) : measure === '户' ? /户|家庭|居民/u.test(noun) : !isPerson(noun);

/** Whether two nouns may stand for the same people or bodies. */
export function mayBeSame(a: string, b: string): boolean {
  if (a === b || isCustomer(a) || isCustomer(b)) return true;
  if (measures.test(a)) return measured(a, b);
  if (measures.test(b)) return measured(b, a);
  if (isPerson(a) && isPerson(b)) return anyone.test(a) || anyone.test(b) || share(narrow, a, b);
  return share(wide, a, b);
}
/** Chinese measure words that bodies and people share. */
const measures = /^[个位名家户间所座处人]$/u;

export const nounWords = [...english]
  .flatMap((words) => words.split('|'))
  .filter((word) => word !== 'of you' && word !== 'person')
  .sort((a, b) => b.length - a.length)
  .map((word) =>
    word === 'people'
      ? 'people|persons?'
      : /[^aeiou]y$/.test(word)
        ? `${word.slice(0, -1)}(?:y|ies)`
        : word === 'child'
          ? 'child(?:ren)?'
          : `${word}(?:e?s)?`,
  )
  .join('|');
/** The noun behind a number, with up to three words that describe it. */
export const nounBehind = new RegExp(
  `^(?:[ -]odd)?(?: of)?(?: (?:the|our|your|all|these|those))*(?: \\d[\\d,]*)?(?: (?!(?:who|that|which|were|was|are|had|have|could|in|at|on|from|with|by|and|or|of|the|to|for|than)\\b)[a-z][a-z-]*){0,3}? (?<noun>${nounWords})(?![a-z-])(?! (?:${nounWords})\\b)(?! (?:data|records?|details|numbers?|cards?|names?|service|support|desk|managers?|bookings?|orders?|messages?|accounts?|requests?|reports?|complaints?)\\b)|^ (?<you>of you)\\b`,
  'i',
);
export const zhNouns = chinese
  .flatMap((words) => words.split('|'))
  .sort((a, b) => b.length - a.length)
  .join('|');
export const zhNounBehind = new RegExp(
  `^\\s?(?<measure>[个位名家户间所座处人])(?:的)?(?:[\\u3400-\\u9fff]{0,4}?(?<noun>${zhNouns}))?`,
  'u',
);

export const singularOf = (noun: string): string =>
  /^(?:people|persons?)$/i.test(noun) ? 'people' : /^children$/i.test(noun) ? 'child' : singular(noun);
