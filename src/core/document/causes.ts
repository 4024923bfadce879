import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { late, lateRegExp } from '../late.js';
import { matchesIn } from '../matches.js';
import { sentences } from './amounts.js';

/** Kinds of causes that are far apart: of one incident hardly two are the main one. */
export type CauseKind =
  | 'power'
  | 'hardware'
  | 'line'
  | 'supplier'
  | 'attack'
  | 'certificate'
  | 'change'
  | 'human'
  | 'load'
  | 'nature'
  | 'space';

/** A kind that a sentence names as the cause, or of which it says that it was none. Offsets in the text. */
export interface CauseClaim extends Span {
  readonly kinds: readonly CauseKind[];
  readonly isExcluded: boolean;
  /** Whether it says that this was the cause, and not only that it happened. */
  readonly isMain: boolean;
}

interface Words {
  /** First five letters of words, of which one stands in all that says that it was it, or was not; Chinese by pieces. */
  readonly cue: readonly [latin: string, han: string];
  /** All words by which a text may speak of it, however lightly. */
  readonly mention: string;
  /** What goes wrong with it. */
  readonly failure: string;
  /** What an exclusion names, where that is less than what mentions it. */
  readonly named: readonly [latin: string, han: string];
}

const suppliers =
  "(?:provider|supplier|vendor|carrier|acquirer|contractor|subcontractor|(?:payment|card) processor|third[ -]party|hosting company|cloud (?:provider|company|vendor)|network operator|card scheme|partner(?: bank| company)?|bank)(?:'s)?";
const zhSuppliers =
  '(?:供应商|服务商|供货商|厂商|运营商|承包商|外包(?:商|公司)?|合作(?:银行|方|伙伴|机构|公司)|银行(?!卡|账|帐|流水)|第三方(?:支付)?(?:通道|平台|公司|服务)?|(?:支付|收款|短信)(?:通道|渠道)(?:商|方|一?侧)|云(?:服务商|厂商|平台商)|上游)';
const parts =
  '(?:hard )?(?:disks?|drives?|ssds?|memory (?:modules?|chips?|sticks?)|ram|dimms?|controllers?|motherboards?|mainboards?|(?:network )?switch(?:es)?|routers?|fans?|processors?|raid|storage (?:array|shelf|unit)|servers?|machines?|hosts?|hardware|circuit boards?|network cards?)';
const zhParts =
  '(?:硬盘|磁盘|内存条?|主板|硬件|交换机|路由器|机器|服务器|主机|控制器|存储(?:阵列|设备)|网卡|板卡|风扇|设备|处理器|固态盘)';
const software =
  '(?:releases?|deployments?|updates?|upgrades?|versions?|configurations?|config|settings?|rollouts?|migrations?|scripts?|patch(?:es)?|programs?|software|code|builds?|tables?)';
const zhSoftware = '(?:发布|更新|升级|新版本?|版本|配置|变更|脚本|迁移|补丁|代码|程序|参数|软件|改动)';
const hands = '(?:colleague|engineer|operator|employee|technician|administrator|developer|clerk|member of staff)s?';
const zhHands = '(?:同事|工程师|操作员|运维人?员?|员工|技术人员|管理员|值班人?员|开发人员|工作人员)';

/** By kind; English, then Chinese. */
const kinds: Readonly<Record<CauseKind, Words>> = {
  power: {
    cue: ['power black elect break main mains', '电|跳闸'],
    mention:
      '\\bpower\\b|electric|blackout|\\bmains\\b|\\bups\\b|generator|breaker|\\bfuse|voltage|停电|断电|断了电|供电|配电|市电|跳闸|电源|电力|电压|掉电|发电机',
    failure:
      '\\b(?:power (?:cut|failure|outage|loss|surge|supply failure|supply [a-z ]{0,20}?(?:failed|broke|went|collapsed))|blackout|loss of (?:power|electricity)|lost (?:its |their |all )?(?:power|electricity)|electricity [a-z ]{0,16}?(?:failed|went out|was cut)|(?:circuit )?breaker (?:had )?tripped|(?:power|mains) (?:had )?(?:failed|gone|went out|was cut))|停电|断了?电|掉电|跳闸|(?:市电|供电|电源|电力|配电)[^，。；,;]{0,6}(?:中断|故障|失效|异常|断|出问题|出了)',
    named: ['(?:power(?: supply)?|electricity|mains)', '(?:供电|电力|市电|电源|停电|断电)'],
  },
  hardware: {
    cue: [
      'disk disks drive ssd ssds memor ram dimm dimms contr mothe mainb netwo switc route fan fans proce raid stora serve machi host hosts hardw circu',
      '盘|内存|主板|硬件|交换机|路由器|机器|服务器|主机|控制器|存储|网卡|板卡|风扇|设备|处理器',
    ],
    // Servers and machines stand in every report.
    mention:
      '\\b(?:disks?|drives?|ssds?|memory (?:modules?|chips?|sticks?)|dimms?|controllers?|motherboards?|hardware|circuit boards?|raid|broke|broken|storage|nodes?|spare|switch(?:es)?|routers?|physical)\\b|硬盘|磁盘|内存|主板|硬件|控制器|坏了|损坏|存储阵列|板卡|交换机|路由器|换机',
    failure: `\\b(?:broken|failed|failing|faulty|defective|damaged|burnt[ -]out|worn[ -]out|dead|dying) ${parts}\\b|\\b${parts} (?:[a-z]+ ){0,4}?(?:broke(?: down)?|had broken|had failed|failed|died|gave (?:out|up)|burnt out|wore out|fell out)\\b|\\bhardware (?:failure|fault|defect|breakdown)|${zhParts}[^，。；,;]{0,8}?(?:坏了?|损坏|烧[了毁坏]|老化|硬件故障|物理故障|出了?故障|发生[^，。；,;]{0,6}(?:错误|故障))|硬件(?:故障|损坏)|(?:坏掉?|损坏|故障|失效|烧毁|老化)的${zhParts}`,
    named: [`hardware|${parts}`, '(?:硬件|硬盘|磁盘|内存|交换机)'],
  },
  line: {
    cue: ['fibre fiber cable line lines excav digge netwo', '光缆|光纤|专线|线路|海缆|网络|挖断'],
    mention: '\\bfib(?:re|er)s?\\b|cables?\\b|excavator|digger|network|光缆|光纤|挖断|线路|网络|海缆',
    failure:
      '\\b(?:cut|severed|damaged|broken|torn) (?:[a-z]+ ){0,2}?(?:fib(?:re|er)|cable|line)s?\\b|\\b(?:fib(?:re|er)|cable|line)s? (?:[a-z]+ ){0,4}?(?:cut|severed|torn|dug up|damaged)\\b|\\b(?:excavator|digger)|(?:光缆|光纤|专线|线路|海缆)[^，。；,;]{0,8}(?:断|中断|挖断|故障|损坏)|网络(?:中断|故障|断开)|(?:挖断|断裂|受损|损坏)的(?:光缆|光纤|专线|线路|海缆)',
    named: ['(?:network|fib(?:re|er)|cables?|lines?)', '(?:网络|光缆|光纤|专线|线路)'],
  },
  supplier: {
    cue: [
      'provi suppl vendo carri acqui contr subco payme card third hosti cloud netwo partn bank banks',
      '商|外包|合作|银行|第三方|渠道|通道|支付|收款|上游',
    ],
    mention: `\\b${suppliers}|${zhSuppliers}|渠道`,
    failure: `\\b(?:fault|faulty|outage|failure|failed|defect|breakdown|mistake|error|problem|trouble|incident|bug)s? (?:[a-z]+ ){0,4}?(?:at|of|by|with|from|in|on) (?:the (?:side|part|network|systems?) of )?(?:a|an|our|the|one of our|its)? ?(?:[a-z]+ ){0,2}?${suppliers}|\\b${suppliers} (?:[a-z]+ ){0,3}?(?:failed|broke down|had (?:a|an) [a-z ]{0,16}?(?:fault|outage|failure|problem|error)|suffered|went down|let us down|was (?:down|at fault|to blame)|made a mistake|had changed|changed)|${zhSuppliers}[^，。；,;]{0,10}?(?:故障|中断|出了?(?:毛病|问题|差错|错)|宕机|异常(?!监)|失误|出错)`,
    named: [suppliers, zhSuppliers],
  },
  attack: {
    cue: [
      'attac hacke hack hacks hacki intru ddos dos denia botne ranso malwa sabot broke virus secur break tampe acces got',
      '攻击|黑|入侵|勒索|恶意|病毒|安全',
    ],
    mention:
      '\\battack|hacker|intrud|hacked|sabotag|broken? into|hostile|malicious|\\bd?dos\\b|denial[ -]of[ -]service|botnet|break-in|ransom|virus|malware|攻击|黑客|入侵|恶意|病毒|勒索',
    failure:
      '\\b(?:attackers?|hackers?|intruders?|(?:d?dos|denial[ -]of[ -]service|cyber|hostile|malicious|targeted) ?attacks?|botnet|ransomware|malware|(?:an|the|under) attack|attacked|hacked|sabotag\\w+|br(?:oke|oken) into)\\b|攻击|黑客|入侵|勒索(?:软件|病毒)|恶意(?:请求|流量|访问|程序)',
    named: [
      '(?:d?dos |cyber ?|hostile |malicious |outside )?(?:attack(?:s|ers?)?|hack(?:s|ers?|ing)?|security|break-in|intru(?:sion|ders?)|virus|malware)',
      '(?:攻击|黑客|入侵|恶意|病毒|安全)',
    ],
  },
  certificate: {
    cue: ['certi', '证书|凭证'],
    mention: 'certificat|\\bcerts?\\b|\\btls\\b|\\bssl\\b|证书|凭证|expir|过期|到期',
    failure:
      '\\bcertificates? (?:[a-z]+ ){0,8}?(?:expired?|expiring|ran out|run out|lapsed?|out of date|invalid)|\\b(?:expired|lapsed|outdated|invalid) (?:[a-z]+ ){0,2}?certificate|(?:证书|凭证)[^，。；,;]{0,14}?(?:过期|到期|失效)|(?:过期|失效)的?(?:证书|凭证)',
    named: ['certificates?', '(?:证书|凭证)'],
  },
  change: {
    cue: [
      'relea deplo updat upgra versi confi setti rollo rolle migra scrip patch progr softw code build table publi chang insta touch syste',
      '发布|更新|升级|版本|配置|变更|脚本|迁移|补丁|代码|程序|参数|软件|改动',
    ],
    mention: `\\b${software}\\b|\\bbugs?\\b|defect|${zhSoftware}|缺陷`,
    failure: `\\b(?:faulty|buggy|defective|bad|wrong|incorrect|broken|flawed|untested) (?:[a-z]+ ){0,3}?${software}\\b|\\b(?:bug|defect|error|mistake|flaw) in (?:[a-z]+ ){0,4}?${software}\\b|\\b${software} (?:[a-z]+ ){0,8}?(?:(?:was|were|had been|been) (?:updated|changed|replaced|upgraded|published|released|altered|edited)|contained|introduced|made each|lacked)|\\bwe (?:had )?(?:published|released|deployed|rolled out|changed|updated|installed) |(?:更新|修改|改动?|调整|发布|升级|上线|变更)了[^，。；,;]{0,14}?${zhSoftware}|${zhSoftware}[^，。；,;]{0,8}?(?:漏|写错|有误|有缺陷|出错|缺陷|有bug|错误)`,
    named: [software, zhSoftware],
  },
  human: {
    cue: [
      'human colle engin opera emplo techn admin devel clerk membe',
      '误|人为|同事|工程师|操作员|运维|员工|人员|管理员',
    ],
    mention: `\\b(?:${hands}|by hand|by mistake|manual\\w*|human error|accidental\\w*|typ(?:o|ed|ing)|slip\\w*|somebody|someone)\\b|误操作|手误|误删|误触|人为|人工|亲手|手动|手工|输错|填错|${zhHands}`,
    failure: `\\bhuman error\\b|\\b${hands} (?:[a-z]+ ){0,8}?(?:deleted|mistyped|pressed|switched off|entered|pulled|typed|by hand|by mistake|accidentally|unplugged|slipped|wrong)\\b|误操作|手误|误删|误触|人为(?:失误|错误)|${zhHands}[^，。；,;]{0,14}?(?:输错|填错|按错|误|忘|删错|拔错)`,
    named: ['human error', '(?:人为|误操作|手误)'],
  },
  load: {
    cue: [
      'rush surge flood wave spike onsla storm overl than unexp load traff deman volum',
      '流量|访问|请求|并发|业务|订单|上传量|用户|负载|过载|涌入',
    ],
    mention:
      '\\b(?:traffic|rush|surge|flood of|overload\\w*|load|demand|too many|volume|peak|spike|busy|crowd)\\b|流量|激增|突增|暴增|猛增|高峰|负载|过载|访问量|并发|涌入|请求量|业务量|订单量|压力',
    failure:
      '\\b(?:rush|surge|flood|wave|spike|onslaught|storm) (?:of|in) (?:[a-z]+ ){0,3}?(?:requests?|traffic|visitors?|orders?|calls?|customers?|users?|samples?|demand|bookings?|logins?|load)\\b|\\boverload(?:ed)?\\b|\\b(?:more|too many) (?:visitors|requests|orders|users|customers|people) than\\b|\\bunexpected(?:ly)? (?:high )?(?:demand|load|traffic)|(?:流量|访问量?|请求量?|并发|业务量|订单量|上传量|用户)[^，。；,;]{0,10}?(?:激增|突增|暴增|猛增|暴涨|过大|过高|涌入|翻|超出|超过)|负载过高|过载|(?:大量|太多)(?:用户|请求|顾客|人)[^，。；,;]{0,4}涌入',
    named: ['(?:overload|load|traffic|demand|volume)', '(?:流量|负载|过载|访问量|业务量|请求量|并发|订单量)'],
  },
  nature: {
    cue: ['light heatw heat earth hurri gale fire storm flood weath', '雷|暴雨|火|洪水|漏水|地震|台风|天气'],
    mention:
      '\\b(?:storms?|lightning|flooded cellar|flooding|fire|heat ?wave|earthquake|hurricane|gale)\\b|雷击|暴雨|火灾|洪水|高温|漏水|地震|台风|雷电|起火',
    failure:
      '\\b(?:lightning|heat ?wave|earthquake|hurricane|gale|(?:a|the) (?:fire|storm|flood) (?:in|at|near|over|had|that)|flooding)\\b|雷击|暴雨|火灾|洪水|漏水|地震|台风|起火',
    named: ['(?:storm|lightning|fire|flooding|weather)', '(?:雷击|天气|火灾|暴雨|台风)'],
  },
  space: {
    cue: ['space full fille', '磁盘|硬盘|空间|存储|分区'],
    mention: '\\b(?:full|disk space|out of space|storage space|partition)\\b|磁盘|写满|满了|空间|容量|存满',
    failure:
      '\\b(?:ran|run|running) out of (?:disk |storage )?space\\b|\\b(?:disk|partition|volume|storage) (?:[a-z]+ ){0,6}?(?:full|filled up)\\b|\\bfull (?:disk|partition)|(?:磁盘|硬盘|空间|存储|分区)[^，。；,;]{0,6}(?:写满|满了|不足|耗尽|占满|存满|爆满)',
    named: ['(?:disk|storage) space', '(?:磁盘空间|存储空间)'],
  },
};
/** Which kinds the first letters of a word point to, as bits: one look at each word, rather than eleven searches. */
const pointers = late(() => {
  const found = new Map<string, number>();
  for (const [at, kind] of all.entries())
    for (const cue of kinds[kind].cue[0].split(' ')) found.set(cue, (found.get(cue) ?? 0) | (1 << at));
  return found;
});
const hanCues = late(() => all.map((kind) => new RegExp(kinds[kind].cue[1], 'u')));

/** Kinds that a text in lower case may say something of. */
function pointedTo(text: string): CauseKind[] {
  let bits = 0;
  for (const [word] of matchesIn(text, /[a-z]{3,}/g)) bits |= pointers().get(word.slice(0, 5)) ?? 0;
  const isHan = /[\u3400-\u9fff]/.test(text);
  return all.filter((_, at) => (bits & (1 << at)) !== 0 || (isHan && hanCues()[at]?.test(text)));
}

const all = Object.keys(kinds).filter((kind): kind is CauseKind => kind in kinds);
const mentions = new Map(all.map((kind) => [kind, lateRegExp(kinds[kind].mention, '')]));
const failures = new Map(all.map((kind) => [kind, lateRegExp(kinds[kind].failure, '')]));

/** Says that this was it. */
const mainCue =
  /\b(?:(?:root |main |real |actual |true |only |sole )?(?:cause|reason|culprit|origin)s?\b|to blame|at fault|responsible for|behind (?:it|this|that|all|the (?:outage|failure|fault|incident|trouble))|what (?:let us down|went wrong|(?:had )?(?:brought|caused|stopped|started|triggered|happened|broke|knocked))|caused|triggered|brought (?:about|down|it|us|our|the)|knocked (?:out|us|it|our)|(?:due|owing|down|thanks|traced(?: back)?) to|it (?:all )?(?:started|began) (?:with|when)|led to|resulted in|(?:made|left|rendered) (?:the|our|your|all) [a-z ]{2,30}(?:un[a-z]+able|down|offline|fail))\b|起因|原因|根源|祸首|元凶|说到底|归根|追根|究其|造成|导致|引起|引发|触发|所致|由于|因为|源于|源自|出在|是[^，。；,;]{0,20}(?:出了?(?:毛病|问题)|惹的祸)|经查|查明|才把|拖垮|拖慢|害得/;
/** What was thought at first, what might be, what was another time. */
const otherwise =
  /[?？]|\b(?:if|would|could|should|might|may|will|can|whenever|next time|in future|last (?:week|month|year|spring|summer|autumn|fall|winter|time)|previous(?:ly)?|years? ago|whether|ask(?:s|ed|ing)?|wonder\w*|worr(?:y|ied)|suspect\w*|assum\w+|thought|believed|feared|at first|initially|first guess|rumou?rs?|so that|to prevent|to avoid|in case|another|unlike|similar|not (?:the same|like this)|(?:different|separate|apart) from (?:this|that|it)|(?:different|separate|other) (?:cause|reason|incident|fault)s?|unrelated (?:incident|fault)s?)\b|\b(?:in|since|of|until) (?:[a-z]{3,9} )?20\d\d\b(?! \d)|20\d\d年(?:\d{1,2}月)?(?![\d\s]*[月\d])|前年|另有原因|原因不同|不同的?原因|如果|若|可能|将|今后|以后|下次|去年|上次|此前|怀疑|以为|猜测|是不是|是否|有人问|担心|起初|一度|传言|避免|防止|万一|类似|另一|(?:与|和|跟)(?:这次|本次|此次)[^，。；]{0,4}(?:不同|不是一回事|没有关系)/;
const denied =
  /\b(?:no|not|never|neither|nor|none|nothing|nobody|no[ -]one|without|against|rather than|instead of|ruled? out|n't)\b|n't\b|没有|没人|无人|无一|不是|并非|无关|不(?:存在|涉及)|未(?:受|遭|发|出)|排除|而非|绝非|(?:一切|完全|全程|都|均)正常|完好|无损/;

/** What a text says that it was not. */
function exclusion(kind: CauseKind): string {
  const [latin, han] = kinds[kind].named;
  const good =
    '(?:valid|normal|fine|sound|intact|healthy|in order|undamaged|faultless|flawless|stable|available|working|normally|without (?:a )?fault|within (?:its|their) limits?|no (?:higher|greater) than|average|ordinary)';
  const english = [
    `\\b(?:it|this|that|there|outage|failure|fault|incident|cause|problem|reason) (?:was|is|were)(?: not|n't| no| neither| never)(?: (?:an?|the|due to|caused by|down to|because of|result of|work of|fault of|doing of|any))*(?: [a-z]+){0,2}? (?:${latin})\\b`,
    `\\b(?:nothing to do with|unrelated to|independent of|ruled? out|not (?:caused|triggered|brought about|due) (?:by|to))(?: (?:an?|the|any|our|your))?(?: [a-z]+){0,2}? (?:${latin})\\b`,
    `\\b(?:${latin})(?: [a-z]+){0,3}? (?:(?:played|had|plays|has|have|bears?|bore) no (?:part|role|share|fault|blame)|(?:can be|was|were) ruled out|(?:was|were|is|are) (?:not|never) (?:to blame|at fault|involved|the (?:cause|reason|problem)))\\b`,
    ...(kind === 'attack'
      ? [
          '\\b(?:nobody|no[ -]one|no (?:stranger|outsider|third party)) (?:[a-z]+ ){0,3}?(?:attacked|hacked|broke(?:n)? into|intruded|tampered|sabotaged|got (?:in|into|access))\\b',
        ]
      : []),
    ...(kind === 'change'
      ? [
          `\\b(?:none of our|no|not one) (?:[a-z]+ ){0,2}?(?:${latin}|systems?|changes?) (?:[a-z]+ ){0,3}?(?:changed|touched|altered|updated|released|deployed|made|modified|rolled out|edited)\\b`,
          '\\b(?:we|nobody) had (?:changed|released|deployed|touched) (?:nothing|anything)\\b|\\bnothing (?:[a-z]+ ){0,3}?(?:had been |was )(?:changed|released|deployed|touched)\\b',
        ]
      : [
          `(?:^|[.,;:] |\\band )(?:all|our|the|every|each|its|their) (?:[a-z]+ ){0,3}?(?:${latin}) (?:[a-z]+ ){0,5}?(?:was|were|ran|worked|stayed|remained|is) (?:[a-z]+ ){0,2}?${good}\\b`,
        ]),
  ];
  const chinese = [
    `(?:与|和|跟|同)[^，。；,;]{0,8}?${han}[^，。；,;]{0,6}?(?:无关|没有关系|不相干|毫无关系|没有任何关系)`,
    ...(kind === 'attack' ? ['(?:没有?人|无人)[^，。；,;]{0,4}?(?:攻击|入侵|黑)'] : []),
    `(?:不是|并非|并不是|绝非|排除了?|没有(?:遭到|受到|遭受|发生|遇到)|未(?:遭|受)[到受]?)[^，。；,;]{0,8}?${han}`,
    `${han}(?!故障)[^，。；,;]{0,10}?(?:${kind === 'change' ? '' : '正常|'}完好|无损|没有问题|没问题|无故障|没出(?:问题|故障)|没有(?:异常|故障|动过|改动|变更|变化)|未(?:改动|变更|动过|出)|(?:都|均|仍)有效|有效期内|持平|平稳|无异常)`,
  ];
  return [...english, ...chinese].join('|');
}
const exclusions = new Map(all.map((kind) => [kind, late(() => new RegExp(exclusion(kind)))]));
const exclusionHint =
  /\b(?:no|not|none|nothing|nobody|no[ -]one|neither|never|unrelated|independent|ruled?|valid|normal(?:ly)?|fine|sound|intact|healthy|in order|undamaged|faultless|flawless|stable|within)\b|n't\b|无关|不是|并非|绝非|没有|没人|无人|未|正常|完好|无损|没问题|没出|有效|持平|平稳|关系|不相干|排除|无故障|无异常/;

/** A block longer than this is data rather than prose. Characters. */
const longest = 4000;

/** Lower case where that leaves every character in its place. */
function lower(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

/** Whether a text speaks of a kind of causes, however lightly. */
export function mentionsCause(prose: string, kind: CauseKind): boolean {
  if (prose.length > 4 * longest) return true;
  const text = lower(fold(prose));
  return mentions.get(kind)?.().test(text) === true || failures.get(kind)?.().test(text) === true;
}

/** Finds what a text names as the cause, and what it says that was none. */
export function causeClaims(prose: string): readonly CauseClaim[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  const small = lower(text);
  if (pointedTo(small).length === 0) return [];
  const found: CauseClaim[] = [];
  let isAsked = false;
  for (const { start, end } of sentences(text)) {
    const sentence = small.slice(start, end);
    if (/[?？]/.test(sentence)) {
      isAsked = /\b(?:what|why|how|cause|reason)\b|为什么|为何|怎么|原因|什么/u.test(sentence);
      continue;
    }
    const isAnswer = isAsked;
    isAsked = false;
    const own = pointedTo(sentence);
    if (own.length === 0 || otherwise.test(sentence)) continue;
    found.push(...excludedIn(sentence, start, own), ...failedIn(sentence, start, own, isAnswer));
  }
  return found;
}

/** What a sentence says that was not the cause. */
function excludedIn(sentence: string, start: number, own: readonly CauseKind[]): CauseClaim[] {
  if (!exclusionHint.test(sentence)) return [];
  return own.flatMap((kind): CauseClaim[] => {
    const match = exclusions.get(kind)?.().exec(sentence);
    if (!match) return [];
    const from = start + match.index;
    return [{ start: from, end: from + match[0].length, kinds: [kind], isExcluded: true, isMain: false }];
  });
}

/** What a sentence says that failed or happened. */
function failedIn(sentence: string, start: number, own: readonly CauseKind[], isAnswer: boolean): CauseClaim[] {
  const likely = own.filter((kind) => failures.get(kind)?.().test(sentence));
  if (likely.length === 0) return [];
  const isMain = isAnswer || mainCue.test(sentence);
  return matchesIn(sentence, /(?:[^;；,，:：]|(?<=\d)[,:](?=\d))+/gu).flatMap(({ 0: clause, index }): CauseClaim[] => {
    if (denied.test(clause)) return [];
    const failed = likely.filter((kind) => failures.get(kind)?.().test(clause));
    if (failed.length === 0) return [];
    const lead = /^\s*/.exec(clause)?.[0].length ?? 0;
    return [
      {
        start: start + index + lead,
        end: start + index + clause.replace(/[\s.。！!]+$/u, '').length,
        // What a supplier changed is the supplier's.
        kinds: failed.includes('supplier') ? failed.filter((kind) => kind !== 'change') : failed,
        isExcluded: false,
        isMain,
      },
    ];
  });
}
