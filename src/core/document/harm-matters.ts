import type { Matter } from './stands.js';

/** What may stand between "no" and the verb: other nouns, and "that you sent us". */
const listed = "(?<no>(?:(?!(?:was|were|is|are|has|have|nobody|no)\\b)[\\w'-]+,? ){1,10}?)";
const be = '(?:was|were|is|are|has been|have been|had been|has|have|got|went|had)';
const nothing =
  "\\b(?:no|not one|not a single|not any|none of|neither|nothing|never(?! (?:made|reached|came|come|be |been (?:found|seen)))|nobody|no one|without|(?:not|n't)(?! (?:now |yet )?(?:be |been |have been )?(?:able to )?(?:recover|restor|retriev|brought|bring|rescu|sav|found|find|get|got|com|return|reach|ma[dk]e)))\\b|没有?(?!能?(?:保住|找|恢复|补|救|存))|未(?!能)|并无|无一|零|毫无|不曾|从未|并非|(?<!若|毫|丝)无(?!法|从)";
/** A denial of what came later, of more than was told, or for some alone. */
const narrow =
  /\b(?:intact|complete|good) (?:back-?up|cop(?:y|ies)|snapshot)|完[好整]的(?:备份|快照|副本)|\b(?:more than|after|since|again|later|until|except|apart from|other than|further|additional|anything else|any more|so far|beyond|most of|almost|nearly)\b|除了?|之外|以外|其余|余下|剩下|另一|再也?|此后|之后|至今|其他|更多|几乎|大部分|部分|(?:收到|登录|提交|使用|属于)[^，。；]{0,16}的(?:客户|用户|人|商户|企业|卖家)/i;
/** What was so for a while, or only seemed so, and what was put right. */
const passing =
  /[:：]\s*(?:0|none|nil|no)\b|[:：]\s*[零无]|\b(?:will(?! (?:not|never))|when|whenever|once|at first|for a (?:while|moment|time|few minutes)|briefly|temporarily|seemed?|appeared|looked|meanwhile|by now|again|has since|have since|have all|(?<!(?:not|n't|never) |(?:not|n't|never|yet|cannot|can't) be )(?:restored|recovered)|came back|are back|put right|estimated?|feared|test|trial|copies)\b(?! not\b)|暂时|一度|看似|似乎|以为|已(?:经)?(?:全部)?(?:恢复|找回|补回|更正|退还)|又(?:找回|恢复)|后来(?:都|全)/i;

/** What is said of what came to no harm, without the verb of the harm. */
const unharmed =
  '\\b(?:nobody|no one|not be) |\\b(?:leak|twice|double|duplicate|unchanged|complete|intact|on time|timetable|schedule|as planned)\\b|完好|完整|不少|[没未](?:有)?[丢少]';

/** A word of each denial. */
const denial =
  /\bno|n't\b|\bne(?:ver|ither)\b|\b(?:intact|complete|unchanged|on time|timetable|schedule|as planned)\b|[没未无]|不曾|完[好整]|不少/i;

/** How the harm of one kind is denied and told: what verbs of each language say it. */
function harm(id: string, about: RegExp, en: string, zh: string, yesToo = '', noToo = '', unlessYes = ''): Matter {
  return {
    id,
    about,
    words: new RegExp([`\\b(?:${en})`, zh, yesToo, unharmed].filter(Boolean).join('|'), 'i'),
    denial,
    no: new RegExp(
      [
        `\\b(?:no|not one|not a single|none of (?:the|your|our)|not any|neither) ${listed}(?:${be} )(?:ever |permanently )?(?:(?!(?:nobody|no|none|nothing|we|you|they|was|were)\\b)[\\w-]+,? (?:up |twice )?(?:or |nor |and )?){0,6}?(?:${en})`,
        `\\b(?:nothing|none|nobody|no one)\\b[^.;]{0,40}\\b(?:${en})`,
        `\\b(?<object>(?:[\\w'-]+ ){1,4})(?:was|were|is|are|has|have|had|did)(?: not|n't|never)(?: been| be)?(?: at any (?:time|point))? (?:[\\w-]+,? (?:or |nor )?){0,3}?(?:${en})`,
        `(?<zhBefore>[\\u3400-\\u9fff、A-Za-z0-9]{2,14}?)(?:都|均|也|并|并且|全都|从来|从|在此期间)*(?:没有?|未|并未|无|不曾|从未|毫未)(?:任何|一[条张笔份篇个单件位名]|因此|被|曾|出现|发生|造成|有|遭到?|受到?)*(?:${zh})`,
        `(?:没有?|未|并未|并无|无|不曾|从未)(?:任何|一[条张笔份篇个单件位名]|因此|被|曾|出现|发生|造成|有|导致)*(?<zhAfter>[\\u3400-\\u9fff、]{0,16}?)(?:都|被|也|遭)*(?:${zh})`,
        noToo,
      ]
        .filter(Boolean)
        .join('|'),
      'i',
    ),
    yes: new RegExp([`\\b(?:${en})`, zh, yesToo].filter(Boolean).join('|'), 'i'),
    unlessNo: narrow,
    unlessYes: new RegExp(`${nothing}|\\bwhat (?:was|is|were|you)\\b|${passing.source}${unlessYes}`, 'i'),
    shares: 'named',
    ...(id === 'doubled' || id === 'leaked' ? { isWholesale: true } : {}),
  };
}

/** Harm of a kind that one place denies and another tells. */
export const harmMatters: readonly Matter[] = [
  harm(
    'leaked',
    /\b(?:leak|expos|disclos|visible|shown|see|saw|seen|outsid|third part|stranger|read)|泄|洩|流到|流出|外流|看到|看见|看得到/i,
    '(?:leaked|exposed|disclosed|made public|passed (?:on )?to (?:outsiders|third parties|strangers|others)|(?:was|were|became|become) visible to (?:others|other|the wrong|strangers|somebody|someone)|(?:was|were) shown (?:the )?[^.;]{0,30}(?:of|belonging to) (?:other|others|somebody|someone|another|colleagues|strangers)|(?:could|were able to) (?:see|read|open) [^.;]{0,30}(?:of|belonging to) (?:other|others|somebody|someone|another|colleagues|strangers)|fell into (?:the )?(?:wrong|other) hands|left our (?:systems|servers))\\b',
    '(?:外泄|泄露|泄漏|外流|流到(?:了)?外|流出(?!库)|流向外部|被(?:他人|别人|外人|第三方|其他(?:人|用户|客户))(?:看到|看见|读取|获取|下载)|看到(?:了)?(?:别人|他人|其他(?:人|用户|客户))的)',
    '',
    '\\bnobody could read\\b|\\bno one could read\\b|\\bcould not be (?:seen|read) by (?:others|anyone)\\b|\\bdid not leak\\b|\\bno (?:data |personal data )?leak\\b',
  ),
  harm(
    'mixed-up',
    /\b(?:mix|swap|wrong|confus|somebody|someone|another|attribut)|混|错|张冠|串/i,
    "(?:mixed up|swapped|confused|mis-?filed|mis-?attributed|(?:ended up|landed|were put|was put|appeared|filed|stored|arrived|went|sent|delivered) (?:in|on|under|to|with|into|at) (?:the )?(?:wrong|(?:somebody|someone) else's|another (?:customer|patient|client|user|account|person)(?:'s)?|other (?:customers|patients|clients|users|people)(?:'s?|s')?)(?: \\w+)?)\\b",
    '(?:混淆|弄混|搞混|张冠李戴|串到|错放|放错|寄错|发错|归错|记错|错配|错发|错挂)',
  ),
  harm(
    'altered',
    /\b(?:alter|chang|modif|tamper|unchanged|overwrit|falsif)|改|变|篡/i,
    '(?:altered|tampered with|modified|falsified|(?:was|were|been) (?:\\w+ )?(?:changed|overwritten))\\b',
    '(?:被?篡改|被(?:错误地?)?(?:改动|修改|改写|改掉|覆盖)|被?改动(?:了|过)|(?:数据|内容|金额|记录)[^，。；;]{0,6}(?:变化|变动|改变|改动))',
    '',
    '(?<unchanged>(?:[\\w-]+ ){1,4})(?:is|are|was|were|remain|remained|stayed) (?:all )?(?:complete and )?unchanged\\b',
    '|\\b(?:program|version|code|rule|setting|password|plan|figure|index|table|process)\\b|程序|版本|规则|密码|流程|设置|配置|计划|方案',
  ),
  harm(
    'doubled',
    /\b(?:twice|double|duplicate|two times)|重复|两次|两遍|二次|双重|多扣|多收/i,
    '(?:(?:charged|debited|billed|taken|paid|collected|booked|invoiced) (?:[\\w’]+ ){0,4}?(?:twice|two times|double)|double[ -](?:charged|charges?|billed|debited|booked|payments?)|duplicate (?:charges?|payments?|orders?|bookings?|debits?)|(?:twice|double) (?:charged|debited|billed))\\b',
    '(?:重复(?:扣|收|付|支付|计费|下单|入账|记账)[款费钱]?|(?:被)?(?:扣|收|付|划)(?:了)?(?:款)?(?:两|二)(?:次|遍|回|笔)(?:款|钱|费)?|双重扣|多扣|多收)',
    '',
    '\\b(?:no|nobody|not one|no one|none)\\b[^.;]{0,40}\\b(?:twice|double|duplicate)\\b',
  ),
  harm(
    'lost',
    /\b(?:lost|los[es]|vanish|disappear|gone|missing|destroy|damage|corrupt|eras|wip|recover|restor|complete|intact)|完好|完整|不少|丢|失|不见|损|毁|找不回|没了|清空|抹|不翼而飞|回不来|恢复/i,
    '(?:lost|vanished|disappeared|destroyed by|(?:went |gone |is |are |still )missing|(?:is|are|was|were|now|been) (?:\\w+ ){0,4}?gone(?: for good| forever| for ever)?|gone (?:for good|for ever|forever)|damaged beyond repair|corrupted|(?:been |were |was )?(?:wiped|erased|(?:never|not) (?:made it|reached) (?:in)?to (?:our|the) \\w+|irrecoverable|unrecoverable|irretrievable))\\b',
    '(?:丢失|遗失|丢了|丢掉|消失|不见了?|损毁|损坏|没了|灭失|毁损|缺失|(?<!积压[^，。；]{0,6}|队列[^，。；]{0,6}|才)清空|抹掉|抹去|不翼而飞|回不来|丢了)',
    "\\b(?:could not|couldn't|cannot|can't|not able to|not been able to|unable to|failed to|(?:did not|didn't|have not|haven't) manage to) (?:be )?(?:recover|restore|retrieve|bring back|get back|save|rescue|find(?! (?:the|a|any) (?:place|way|cause|reason|fault|table|list|file|error)\\b))(?:ed|d)?\\b|找不回|没能?找回|未能?找回|没能?(?:全部)?恢复|未能?恢复|无法(?:找回|恢复|复原|还原|挽回)|救不回",
    '\\b(?<intact>(?:[\\w-]+,? ){1,10}?)(?:is|are|was|were|remain|remained) (?:all )?(?:complete|intact)\\b|(?<zhIntact>[\\u3400-\\u9fff]{2,10}?)(?:都|均|全部|也)*(?:完好|完整|一[张笔条份个单件]不少|一[张笔条份个单件](?:都|也)?没(?:有)?(?:丢|少))',
    '|\\byou (?:are|were) missing\\b|\\blet us know\\b|\\b(?:business|time|sales|revenue|trust|sleep|money|hours?|minutes?|connection|contact|access|leader|power|signal|(?:evening|morning|afternoon) (?:was|is)|index|service|calls?|traffic|packets?|lost (?:[a-z]+ )?(?:mornings?|afternoons?|evenings?|nights?|days?|weekends?))\\b|时间|收入|信任|连接|信号|销售|网络|服务|功能|心情|机会|客流|警报|告警',
  ),
  harm(
    'held-up',
    /\b(?:late|delay|held up|on time|punctual|timetable|as planned)|耽搁|延误|晚|迟|准时|按时/i,
    '(?:(?:arrived|left|sailed|departed|were delivered|were paid|was paid|went out|reached \\w+|came|landed) (?:\\w+ ){0,4}?late|(?:days?|hours?|weeks?) late|were (?:held up|delayed))\\b',
    '(?:耽搁|延误|(?:晚|迟)(?:了|到)[^，。；;]{0,8}(?:送达|到达|送到|到货|发出|发放|到账|出发))',
    '',
    '\\b(?<punctual>(?:[\\w-]+ ){1,4})(?:was|were|is|are|sailed|departed|left|arrived|ran)(?: all)? (?:paid |delivered |sent )?(?:on time|to timetable|on schedule|as planned)\\b',
    '|\\b(?:results?|notice|notification|messages?|email|page|we were|told you|first)\\b|通知|公告|播报|消息|短信',
  ),
];
