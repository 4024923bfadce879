/** Words in which people tell that something failed, that it worked again, and that they speak of something else. */

/** What says that something did not work, in any form: "bookings bounced", "the book would not open", "results came late". */
const enFails =
  /\b(?:fail(?:ed|s|ing|ures?)?|bounced|stop(?:ped|s)?|stoppage|standstill|stood still|br(?:oke|oken|eak|eakdown)|went (?:down|dark|off|offline|out|quiet|silent|dead|wrong|missing)|(?:was|were|been|is|are|stayed|remained|came|being) (?:\w+ )?(?:down|out|dark|dead|shut|closed|late|stuck|locked|blocked|blank|unable|away|gone|slow)|off-?line|unavailable|unavailability|unreachable|inaccessible|unusable|out of (?:action|order|service|reach)|outages?|incident|faults?|errors?|problems?|trouble|disrupt\w*|interrupt\w*|downtime|hiccup|glitch|crash(?:ed)?|hung|fro(?:ze|zen)|stall(?:ed)?|halted|refus(?:ed|ing)|reject(?:ed|ing)|turned (?:away|back)|could(?: not|n['’]t| no longer| neither)|cannot|impossible|nobody|no[ -]one|not (?:a|one)(?: single)?|none of|nothing|without|slow(?:ed|ness|er|ly|-down|down)?|sluggish\w*|delay(?:ed|s)?|lag(?:ged|ging)?|backlog|piled up|queue(?:d)? (?:built )?up|blackout|(?:did not|didn['’]t|would not|wouldn['’]t) (?:work|open|load|start|go|run|ring|arrive|answer|respond|accept|come|print|move|connect|show)|let you down|not (?:our|its)(?:elf|elves)|not (?:working|available|reachable|possible)|no way to|out of use|stuck|timed out|kept (?:waiting|out)|locked out|cut off|knocked out|dropped out|gave up|(?:was|were|fell|ran|running) behind|ceased|seized up|fell over|trickled)\b/i;
const zhFails =
  /故障|拖(?:了|到|延)|事件|事故|整件事|这件事|整个过程|全过程|中断|停摆|瘫痪|宕机|停机|停服|停运|停电|停水|停工|断网|断电|断线|掉线|失灵|失效|失败|崩溃|崩了|异常|出错|报错|出问题|问题|毛病|[打扫付开查登用连收发买订进看接搜刷充取结下挂][不没](?:了|出|开|到|上|成|动|进|通|来|得)|(?!看不出|[谈说称算顾比]不上|想不到|[受忘少免大]不了)[\u3400-\u9fff]不[了出开到上动]|无法|不能|没法|没能|没办法|不可用|变慢|很慢|太慢|[慢停断坏卡](?:了|下|掉|住|得|顿)|缓慢|迟缓|迟到|延误|延迟|拥堵|积压|[这一]停|出事|罢工|打烊|停止/u;

/** What says that it works, or works again. */
const enWorks =
  /\b(?:restor(?:ed|ing|ation)|recover(?:ed|y)|back|again|once more|normal(?:ly)?|resolved|fix(?:ed)?|repair(?:ed)?|over|ended|finished|re-?open(?:ed|ing)|cleared|in order|usual (?:self|speed|pace)|as usual|solved|mended|put right|caught up|return(?:ed)? to|resum(?:ed|ption)|up and running|all clear|at an end|came to an end|behind us|gone)\b/i;
const zhWorks =
  /恢复|复原|才回复|回复(?:了?正常|运作|服务|供应)|修复|修好|修妥|修通|重新|重开|复通|好了|解除|排除|跟上|解决了?|结束|过去了|通了|又[能可]|才能|正常|如常|如初|到好|搞定|平息/u;

/** Of another time, another case, a plan, a rule or a guess: what is told there is not this incident. */
const enElse =
  /[?？]|\b(?:if|should|will|shall|won['’]t|may|might|must|unless|whenever|would(?! not| like)|in (?:the )?future|from now on|next|usually|normally (?:stays?|lasts?|takes?|keeps?|waits?|remains?|goe?s?|is|are|runs?|happens?|finish(?:es)?|arrives?|has|have|needs?|opens?|closes?)\b|ordinar\w+|typically|generally|as a rule|on average|averag\w+|each (?:time|day|week|month|quarter|hour|night)|every (?:time|day|night|week|month|quarter|hour|other|second|\d+)|per (?:day|week|month|hour|minute)|plann\w+|plans?|schedul\w+|maintenance|drill|rehears\w+|trial|previous(?:ly)?|last (?:week|month|year|time|summer|winter|spring|autumn|fall|night|January|February|March|April|May|June|July|August|September|October|November|December)|(?:smaller|bigger|larger|shorter|longer|lesser) (?:fault|outage|incident|failure|one)|(?:weeks?|months?|years?|days?) (?:ago|before|earlier|later)|earlier (?:fault|outage|incident|failure|this|version|message|report|notice|page|letter|statement)|(?:in|of|since|during) (?:early |mid-?|late )?(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:of )?(?:19|20)\d\d|(?:in|of|during) (?:19|20)\d\d|for (?:example|instance)|suppose|imagine|had (?:we|it|the|this) |were (?:we|it) |another (?:incident|fault|outage|failure|time|occasion)|unrelated|no connection|nothing to do with|unlike|similar|either(?=[.,;:]|$)|expected|newspaper|rumou?rs?|according to|we (?:first )?(?:said|wrote|told|announced|assumed|thought|reckoned|feared)|you (?:may|might) have (?:read|heard)|reports? that|estimat\w+|guess|further|additional|extra|another|more minutes|remaining|second (?:time|fault|failure)|within (?:\w+ ){1,4}(?:of|from) (?:now|receipt)|aim|goal|target|SLA)\b/i;
const zhElse =
  /[?？]|如果|若[是您再有]?|假如|倘若|万一|一旦|要是|哪怕|即使|今后|以后(?:若|再|如)|日后|将来|(?<!行)将(?!近)|我们会|计划|预计|预定|必须|应该|应当|目标|承诺|通常|一般|(?<![到同跟和与比])平[时日]|往常|往年|平均|每[次天月周年隔小季晚逢]|去年|前年|上[学财]年|上学期|上个?季度|(?:19|20)\d\d年(?:\d{1,2}月)?(?![\d\s]*[\d日号])|上(?:个|一)?(?:月|周|星期|次|回)|那[次回](?!停|中断|故障)|此前|曾经?|演练|测试|试运行|维护|例行|假设|比如|例如|打个比方|举个例|无关|不是一回事|另一[次回起场]|又(?:花|用|过|等|持续|延续|拖|延长)|再(?:花|用|过|等)|另外|此外|其后|随后|估计|原计划|原定|原本|误传|传言|据说|有人说|报道/u;

/** Of a part of those whom it hit, or of the worst case among them. */
const enPart =
  /\b(?:some(?! \w+ (?:minutes|hours))|a few|several|many|most of|part of (?:them|those|the [a-z]+s\b)|half of|others?|of (?:them|whom|these|those|you)|individual|single (?:report|result|message|order|customer|page|request)|longest|slowest|worst|one (?:of|customer|client|clinic|practice|trader|reader|shop|page|report)|on(?:e|ly) in|among|first (?:of|few)|partly|partially|up to|in (?:one|two|three) (?:case|region)s?)\b/i;
const zhPart = /最[长久晚慢早快]|有的|有些|有[一几两]|部分|个别|少数|多数|某|其中|之一|当中|陆续/u;

/** Of people who waited for an answer, or worked on something. */
const enWork =
  /\b(?:wait(?:ed|ing|s)?|repl(?:y|ies|ied)|answer(?:ed|s)?|call(?:ed|s|ers?)?|rang|phoned|chat|desk|spent|busy|compar(?:ed|ing)|check(?:ed|ing)|test(?:ed|ing)?|search(?:ed|ing)|found|finding|tracing|traced|analy\w+|colleagues?|decision|decid\w+|wrote|letter|e-?mails?|alert|alarm|notice(?:d)?|notif\w+|noticing|aware|realis\w+|realiz\w+|spotted|monitor\w*|swap\w*|replac\w+|rebuil\w+|backups?|snapshots?)\b/i;
const zhWork =
  /客服|回信|回电|接通|等候|热线|来电|致电|打进|找出|找到|定位|查明|排查|查出|核对|清点|录入|讨论|开会|拍板|决定|告警|警报|报警|报了警|发现|察觉|得知|才知道|(?<!到账)通知|公告|(?<!到账)短信|邮件|公布|告诉|换上|更换|回退|回滚|切换|重启|升级|备份|快照|演习|比对|抽查/u;

const isHan = (words: string): boolean => /[\u3400-\u9fff]/u.test(words);

/** Whether folded words say that something did not work. */
export const saysFailure = (words: string): boolean => (isHan(words) ? zhFails : enFails).test(words);
/** Whether folded words say that something works again. */
export const saysRecovery = (words: string): boolean => (isHan(words) ? zhWorks : enWorks).test(words);
/** Whether a sentence is a question, a plan, a rule, a guess, or about another incident. */
export const isOfElse = (words: string): boolean => (isHan(words) ? zhElse : enElse).test(words);
/** Whether a sentence is about a part of those whom it hit. */
export const isOfPart = (words: string): boolean => (isHan(words) ? zhPart : enPart).test(words);
/** Whether a sentence is about what somebody did, rather than about what did not work. */
export const isOfWork = (words: string): boolean => (isHan(words) ? zhWork : enWork).test(words);
