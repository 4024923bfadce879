import { chained, unharmed } from './part-words.js';
import { sentencesIn } from './sentences.js';

/** What says that the cause is not known. */
const unknown =
  /\b(?:still|continue to|are) (?:being )?(?:investigat|look|examin)|\bnot (?:yet )?(?:known|clear|understood)\b|\b(?:we|nobody|no one|our (?:engineers|team|experts|suppliers?)) (?:still )?(?:do not|don['’]t|cannot|could not|can) (?:yet |fully )*(?:know|say|understand|explain)|(?:仍在|正在|还在)[^，。]{0,6}(?:调查|排查|了解|核实)|(?:尚|还)?(?:不清楚|不明|未查明)/i;
/** What says nothing of how something broke, though it stands where the cause should. */
const empty =
  /\b(?:an?|some|the|internal|unexpected|unforeseen|technical|minor|certain|various|complex|temporary|\w+[- ]related|with|in|of|one|our|systems?|service|software|hardware|network|core|infrastructure|platform) (?:[\w-]+ ){0,2}(?:technical |internal |unexpected |unforeseen |system )?(?:problems?|issues?|faults?|errors?|difficult(?:y|ies)|reasons?|malfunctions?|circumstances|irregularit(?:y|ies)|anomal(?:y|ies)|incident|glitch(?:es)?|disturbances?|failure)\b(?! (?:that|which|where|when|because|message|page|in which|of the \w+ (?:valve|pump|disk|cable))\b)|\b(?:some)?things? went wrong\b|出了(?:点|些|一些)?(?:问题|故障|状况|差错)|问题出在[^，。]{0,8}(?:供应商|厂商|服务商|第三方)|(?:技术|系统|网络|网关|设备|硬件|软件|配置|参数|接口|程序|代码|升级|变更|操作|内部|某些?|一个|相关|突发|不可预见的?|客观|部件|组件|线路|平台)(?:的)?(?:原因|问题|故障|异常|因素|错误|状况|波动)/i;
/** What tells a mechanism, whatever else the sentence holds. */
const concrete =
  /(?<!\b(?:version|release|build|v|版本?)\.? ?[\d.]*)\d(?![\d.]*\s?版)|\b(?:because|so that|which (?:made|meant|caused|stopped|let|left)|when|until|as soon as|instead of|although|while|too|full|expired|ran out|filled|deleted|overwr\w+|copied|looped?|switch(?:ed)? off|wrong|missing|broke|cut|leak\w*|burn\w*|overheat\w*)\b|因为|(?:网络设备|交换机|路由器|都要经过|唯一|共用|磁盘|硬盘|光缆|电缆|证书|缓存|内存|数据库|服务器|开关|阀|泵|文件|版本|程序|脚本|列表|表|队列|索引|密钥|接口|备用)|(?:写满|占满|塞满|用完|过期|到期|挖断|断开|删|覆盖|烧|漏|写错|填错|配错|设错|装错|超过|撑不住|排不进)/i;
/** What was done about it, or is felt about it: no part of the cause. */
const besides =
  /\b(?:we know|we understand|identified|resolved|fixed|corrected|repaired|rectified|restored|remedied|solved|investigat\w+|analy[sz]\w+|monitor\w+|sorry|apologi\w+|regret|thank|appreciate|patience|working (?:hard|closely)|take (?:this|it|these) (?:very )?serious\w*|together with (?:the|our) (?:supplier|vendor|manufacturer|partner)|engineers? (?:were|was)|specialists?|experts?)\b|(?:已|迅速|第一时间|及时|立即|全力|紧急|正在)[^，。]{0,10}(?:修复|解决|恢复|处理|排查|定位|排除|调查)|道歉|抱歉|歉意|我们知道|感谢|谅解|高度重视|专家|厂商[^，。]{0,8}(?:协助|配合)/i;

/**
 * How many steps, up to two, a text tells of how something came about. Sentences that name no more than “a technical problem”, what
 * was done about it, or what it was not, tell none.
 */
export function causeTold(text: string): number {
  if (unknown.test(text)) return 0;
  let steps = 0;
  for (const { text: each } of sentencesIn(text)) {
    if (!/\p{L}/u.test(each) || besides.test(each) || unharmed().test(each)) continue;
    const isConcrete = concrete.test(each);
    if (empty.test(each) && !isConcrete) continue;
    steps += isConcrete && chained().test(each) ? 2 : 1;
    if (steps > 1) break;
  }
  return steps;
}
