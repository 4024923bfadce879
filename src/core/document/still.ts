import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';

/** What a text says does not work yet, as it is read. Offsets in the text. */
const broken =
  'down\\b|offline|unavailable|unreachable|inaccessible|out of (?:service|action)|interrupted|cut off|closed|without (?:power|service|access|internet|water|heating|a connection)|unable to|not (?:working|reachable|available|accessible|online|able to|back\\b(?! to you)|up and running)';
const english = [
  `\\b(?:is|are|remains?|stays?) (?:still|currently|at present|as yet) (?:(?:being )?[a-z]+ed and |being [a-z]+ed,? and )?(?:${broken}|cannot|can't|do(?:es)? not work)`,
  `\\b(?:is|are) still being [a-z]+(?:,| and)(?: so)?(?: they)? (?:cannot|can't)`,
  `\\bstill (?:cannot|can't|do(?:es)? not work|don't work|doesn't work)`,
  `\\b(?:is|are) not yet (?:${broken.replace('not (?:', '(?:').replace('|not (?:', '|(?:')}|back\\b|working|open(?: again)?|restored|available|online)`,
  `\\b(?:cannot|can't) yet\\b`,
  `\\bremains? (?:down|offline|unavailable|unreachable|out of service)\\b`,
  `\\b(?:as we write(?: this)?|at the time of writing|right now|currently|at present),? [^.;]{0,60}?(?:cannot|can't|(?:is|are) (?:${broken}))`,
];
const verbs =
  '下单|登录|登入|使用|访问|打开|支付|付款|充电|充值|预约|开门|进入|进站|进店|收到|发送|提现|查询|连接|上网|通话|正常|营业|发货|配送|刷卡|开票|接单|提交|报名|启动|运行|服务|乘坐|取件|取货|取款|借|缴费|结算|转账|播放|上传|下载|同步';
const chinese = [
  `(?:截至(?:本文|发稿|目前|现在|今天|今日)|目前|现在|至今|暂时|仍然?|依然|依旧|尚|还)[^。；;!?！？]{0,40}?(?:仍|还|尚|暂时|依然)*(?:无法|不能|没法|不可以)(?:${verbs})`,
  `(?:截至(?:本文|发稿|目前|现在|今天|今日)|目前|现在|至今|仍然?|依然|依旧|尚)[^，。；;!?！？]{0,16}?(?:打不开|用不了|登录不了|登不上|连不上|进不去|充不了电|下不了单|处于(?:中断|停用|离线|瘫痪)|没有恢复(?:正常|服务|营业|供[电水暖])|[未没]恢复(?:正常|服务|营业|供[电水暖])|[停断](?:运|电|水|网)(?:中|着)|不可用)`,
];
const patterns = new RegExp([...english, ...chinese].join('|'), 'gi');
/** What makes it one of another time, a supposed one, one by design, or of something else than what customers use. */
const unless =
  /[?？]|\b(?:my|no|none|nobody|no one|nothing|not (?:aware|know)|don't know|unaware|if|should|whoever|anyone|those who|customers who|users who|in case|when|whenever|until|till|at (?:that|this) (?:time|point)|by then|would|might|may|(?:old|older|earlier) (?:versions?|apps?|phones?)|reports?|reviews?|analysis|investigations?|statements?|refunds?|credits?|invoices?|feature|promise|guarantee|rule out|that (?:day|night|morning|evening|afternoon)|past|historical|closed to|comments?)\b|没有(?!恢复)|无一|并无|不再|如果|如仍|如还|如有|若|万一|要是|倘|假如|的话|一旦|当时|那时|此时|这时|届时|起初|一度|随后|直到|曾|次日|当[天晚]|以前|之前|后来|原因|承诺|保证|报告|退款|赔|旧版|老版本|之前版本|尚未升级|[不没]能(?:恢复|找回|补)|的(?:用户|客户|同学|商户|会员|读者|朋友|顾客|车主|乘客)[，,]?(?:可以?|请)/iu;

/** A block longer than this is data rather than prose. Characters. */
const longest = 6000;

/** Finds "two depots are still closed", "两个仓仍在盘点，暂时还不能下单". */
export function stillBroken(prose: string): readonly Span[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  if (
    !/\b(?:still|yet|remains?|as we write|time of writing|right now|currently|at present)\b|[仍尚还]|目前|现在|至今|暂时|截至|依/iu.test(
      text,
    )
  )
    return [];
  const found: Span[] = [];
  let start = 0;
  for (const { index, 0: end } of matchesIn(text, /[。！？!?；;]|[.](?=\s|$)|$/gu)) {
    const words = text.slice(start, index + end.length);
    const [match] = unless.test(words) || /\d[:：]\d\d/.test(words) ? [] : matchesIn(words, patterns);
    if (match) found.push({ start: start + match.index, end: start + match.index + match[0].length });
    start = index + end.length;
  }
  return found;
}
