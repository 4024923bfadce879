import { rememberByText } from '../remember.js';

/** What every incident has: it began, somebody of ours came to know, customers were told, it was over. */
export type Happening = 'began' | 'detected' | 'notified' | 'ended';

const noticing = [
  // "our alarm went off", "monitoring raised it", "the on-call engineer was paged"
  '\\b(?:alarms?|alerts?|alerted|paged|pager|monitoring|monitors?|watchdog|probes?)\\b(?! (?:that|which|limit|threshold|rule|for the)\\b)',
  // "we noticed", "anyone realised", "we became aware"
  '\\b(?:noticed|noticing|(?:to|we|us|not|anyone|anybody|nobody|no one|engineers?|staff|team|could) notice|spotted|detected|detection|realised|realized|(?:be)?c[ao]me aware|(?:were|was) (?:not |un)?aware|got wind|woke up to|picked (?:it|this|the \\w+) up|picked up (?:on )?(?:it|this|the (?:fault|failure|problem|outage|error))|found out(?! (?:why|what|how|where))|(?:knew|learn(?:ed|t)|heard) (?:of|about|that (?:something|anything|there was)|it|anything)\\b(?! from us))',
  // "our engineer was on the case"
  '\\b(?:on the case|on (?:the|its|our) track|(?:team|engineers?|on-call|staff|colleagues?|desk|she|he|we) (?:took|takes|take) over|(?:start(?:ed|s)?|began|at) work(?:ing)? on (?:it|this)|was working on (?:it|this)|starts? work|started work)\\b',
].join('|');
const telling = [
  // "told you", "let our customers know", "wrote to every practice"
  '\\b(?:told|tell|telling|inform(?:ed|ing)?|notif(?:y|ied|ying)|warn(?:ed|ing)?|alert(?:ed|ing)?|writ(?:e|ing|ten)(?: (?:to|a (?:first )?(?:word|line) to))?|wrote(?: (?:to|a (?:first )?(?:word|line) to))?|e-?mail(?:ed|ing)?|text(?:ed|ing)?|messag(?:ed|ing)|contact(?:ed|ing)?|let) (?:any(?:one|body) (?:of you )?|(?:all |each |every |any |the |our |your |affected |of |\\d+ )*(?:you|customers?|users?|clients?|clinics|practices|merchants?|shops?|stores|sellers|schools|parents|patients|passengers|travellers|members|readers|subscribers|guests|tenants|tenants|drivers|players|companies|contacts|payroll contacts|administrators|teachers|players|residents|growers|farmers|pharmacies|restaurants|hotels|libraries|venues|hosts|shippers|senders|everyone|everybody))\\b',
  // "nobody was told", and not "the on-call engineer was told"
  '(?<!\\b(?:engineers?|on-call|team|staff|we|managers?|desk|management|colleagues?|us) )\\b(?:was|were|been) (?:(?:first|only|not|never|then|also) )?(?:told|informed|notified|warned)\\b',
  // "heard from us", "a first word from us", "an email from us was in your inbox", "the public"
  '\\b(?:hear[d]?|heard)(?: \\w+){0,3} from us\\b|\\b(?:a|one|single) word to\\b|\\b(?:word|sign|line|news|e-?mail|message|notice|text|letter)(?: of life)? (?:to you |at all )?from us\\b|\\bin your (?:inbox|mailbox)|\\bwent public\\b',
  // "our first email", "text messages", "a notice on the site", "the banner", "the status page carried"
  '\\b(?:first|initial|earliest) (?:\\w+ )?(?:e-?mail|message|notice|text|letter|word|update|announcement|post|notification|bulletin|sms|push|news)\\b|\\b(?:text messages?|sms|push messages?|notifications?|(?<!\\b(?:to|we|us|you|they|not|anyone|anybody|nobody|engineers?|staff|team|could) )notices?|announcements?|banner|bulletins?)\\b|\\be-?mails? (?:to|from|about|went|reached|was|were|had|left|on)\\b|\\bstatus page\\b|\\b(?:sent|send|sending) (?:you|(?:all |our |the |every )*(?:customers|users|clients|everyone))\\b|\\b(?:our|a|an|the|that) (?:\\w+ )?(?:e-?mail|message|letter)\\b',
].join('|');
const beginning = [
  '\\b(?:began|begun|beg[iu]nning|beginning|onset|outage|incident|failure|fault|breakdown|disruption|crash|trouble|delays?|slow-?down|it (?:all )?happened|things? (?:had )?(?:stopped|broke|went wrong)|first (?:\\w+ )?(?:hold|error|fail|fault|case|late|lost|symptom|refus|reject|declin|bounc|broken|miss|drop|slow|wrong|click)[a-z]*|went (?:down|dark|wrong|offline)|stopped|failed|had (?:failed|stopped|broken|started|begun|crashed)|broke (?:down|off)|the start|it (?:started|began|broke|failed|stopped)|stopped working|started to (?:fail|grow|slow|climb|time out))\\b',
].join('|');
const ending = [
  '\\b(?:restored|repaired|mended|fixed|recovered|recovery|resolved|solved|over|back (?:up|online|to normal|to its usual|in service|in place|again)|(?:up|open|working|running|available|reachable|through|normally|pay|order|work|worked|live|to life|possible) again|again (?:working|running|open|available|possible)|once more|(?:was|were|had|been|already|now) (?:all )?back\\b|(?:back )?to normal|as normal|normal again|reopened|up and running|all-?clear|put right|behind us|(?:outage|incident|failure|fault|problem|trouble|disruption) (?:was|had) (?:ended|passed|gone))\\b',
].join('|');

const en: Readonly<Record<Happening, RegExp>> = {
  began: new RegExp(beginning, 'i'),
  detected: new RegExp(noticing, 'i'),
  notified: new RegExp(telling, 'i'),
  ended: new RegExp(ending, 'i'),
};
const zh: Readonly<Record<Happening, RegExp>> = {
  began:
    /故障|失败|报错|打不开|中断|事故|事件|出事|事发|出错|出问题|问题(?:出现|发生|开始)|慢|断了|停摆|停了|瘫痪|宕机|崩溃|打不开|异常(?:出现|发生|开始)|开始|发生|出现/,
  detected:
    /告警|报警|警报|警铃|报了警|示警|监控|探测|察觉|发觉|觉察|注意到|留意到|意识到|得知|获知|知道|晓得|知情|接警|接报|接手|介入|在查了|(?:上线|开始|着手)(?:处理|排查)|发现(?:了)?(?:$|[，。；]|(?:这次|此次|该|这个|服务|系统|有)?(?:故障|问题|异常|异状|不对|出事|出了|情况|此事|中断|事故|状况))/,
  notified:
    /通知|公告|通告|通报|告知|告诉|知会|短信|简讯|邮件|电邮|推送|横幅|弹窗|状态页|对外|(?:发|寄|写)(?:了|过|出)?[^，。；]{0,6}(?:消息|信|说明|帖)|(?:首|头一|第一)[条次封则个份][^，。；]{0,4}(?:消息|说明|信)|第一次(?:说明|对外|发)|一个字都没/,
  ended:
    /恢复|复原|修好|修复|解决|结束|过去(?:之后|以后|后|了)|重新(?:能|可|开|打|用|扫|查|接|上线)|好了|(?:又|再次?)(?:能|可以)(?!.*吗)|解除|正常了/,
};

/** What words say that happened; a sentence may name several. Takes folded text. */
export const happeningsIn = rememberByText((text: string): ReadonlySet<Happening> => {
  const cues = /[\u3400-\u9fff]/.test(text) ? zh : en;
  return new Set((Object.keys(cues) as Happening[]).filter((each) => cues[each].test(text)));
});

/** Another message than the first, or one that is promised: "a second notice", "每半小时更新". */
export const laterMessage =
  /\b(?:second|third|further|another|next|updates?|every (?:\d|hour|half|few|quarter)|hourly|follow(?:ed|ing)? up|all-clear|reminder|reply|replies|answer(?:ed|s)?|respon\w+|individual\w*|one by one|apolog\w+ (?:by|in|to))\b|再次|再发|第二|第三|后续|更新|每(?!家|位|一家|一位|个商户)|下一?[次条封]|回信|回复|答复|恢复通知|逐一|补发|又[^，。；]{0,3}(?:发|寄|通知|推|登|贴)|更正|改口|补偿|道歉信|致歉/i;

/** What did not happen that day, or not yet: a wish, a plan, a question, a general statement, another incident. */
export const supposedly =
  /[?？]|\bshould(?! (?:not|never) have)\b|\b(?:would(?! (?:not|like))|will|could have|might|may|must|shall|if|unless|from now on|next time|in future|in the future|ideally|aims?|goal|target|plan(?:s|ned)?|usually|normally takes|always|whenever|typically|on average|average|expected?|promised?|like to|hope|want(?:s|ed)? to|need to be|rule|drills?|rehears\w+|tests? (?:run|on)|previous(?:ly)? (?:incident|outage|failure)|last (?:week|month|year|time)|earlier (?:incident|outage)|years? ago|today|now)\b|(?<!不)应当|(?<!不)应该|本应|本该|将会|将在|今后|以后(?:若|如|再|每|都|会|要)|下次|如果|若(?!干)|倘|希望|目标|计划|打算|要求|规定|承诺|力争|平均|平时|通常|一般|往往|每次|演练|上次|去年|上个?月|上周|往常|如今|现在|目前|可能|也许|最多|想要/i;

/** It was noticed by us, and all of it: "our alarm only went off at", "we became aware", "接警"; not why it was. */
const noticed =
  /\b(?:(?:our|the|an?|first|own|any) (?:[a-z-]+ ){0,3}?(?:alarms?|alerts?|monitoring)\b|(?:be)?c[ao]me aware|(?:were|was) (?:first |un|not )?aware|alerted|paged|on the case|(?:team|engineers?|on-call|staff|we) took over|(?:nobody|no one|anyone|anybody|first|only|until|finally)\b[^,.;]{0,40}\b(?:noticed?|realised|realized|spotted|detected|knew|learn(?:ed|t)|found out)|(?:noticed?|spotted|detected|learn(?:ed|t) of|knew of|heard of|discovered|realised|realized) (?:it|this|the (?:[a-z]+ )?(?:fault|failure|problem|outage|incident|error|trouble|disruption|issue|delays?|queue)))\b|(?:告警|报警|警报|警铃)[^，。；]{0,12}(?:响|触发|发出|到|才|拉响)|收到[^，。；]{0,6}(?:告警|报警|警报)|(?:发出|触发|拉响)[^，。；]{0,4}(?:告警|报警|警报)|接警|接手|介入|才[^，。；]{0,4}(?:察觉|发觉|发现|注意到|意识到|知道|得知)|(?:察觉|发觉|注意到|得知|发现)(?:了)?(?:这次|此次|该)?(?:故障|异常|异状|问题|不对|出事|情况|中断)/i;
/** Another alarm, another thing that was noticed, somebody else who did. */
const noticedElse =
  /\b(?:second|another|again|further|later|also|too|same|cause|reason|why|cleared|silenced|acknowledged|closed|quiet|ended|resolved|off the|manager|management|in turn|escalat\w+|worked|no alarms? from)\b|\b(?:customers?|users?|clients?|you|those|people|some|readers|shops|guests|players|passengers)\b[^,;]{0,40}\b(?:notic|reali[sz]|spott|saw\b)|再次|第二|又|也|原因|解除|消除|关闭|停止|升级|平息|(?:客户|用户|您|商户|顾客|有人|乘客|玩家|家长|患者)[^，。；]{0,10}(?:发现|注意到|察觉|发觉)/i;

/** Whether words say that we came to know of the incident. */
export const noticesIncident = (text: string): boolean => noticed.test(text) && !noticedElse.test(text);
