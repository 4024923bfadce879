import { matchesIn } from '../matches.js';
import type { Effect, State, Topic } from './effects.js';

const hint =
  /无法|不能|没有|断|得[了到出开上成进去通动]|错误|报错|死机|[当當]机|只是|没法|没能|不[了到出开上成进去通动]|中断|停摆|瘫痪|宕机|停止|停下|崩溃|失败|不可用|没停|有停|一切|照常|照旧|如常|正常|影响|波及|及时|准时|按时|全程|始终|一直|自始至终|从未|慢|迟|延迟|晚了|没有一|都|成功|可用|失灵|失效|挂了/;
/** Of another time, of a wish, of what might be, a question. */
const otherwise =
  /[?？]|如果|若|要是|万一|一旦|可能|或许|将|今后|以后|日后|下次|上次|去年|前年|上个?月|上周|此前|以往|平时(?!慢|更|稍|略|要|的)|通常|一般|预计|计划|演练|测试|避免|防止|确保|应当|应该|本应|本来|即使|哪怕|假如|为什么|不再|预告/u;
/** What came later or earlier, which another part of the text may tell otherwise. */
const phase =
  /恢复|之后|后来|随后|此后|以后|修复|起初|最初|开始时|再次|重新|已经|会(?![员议计])|目前|现在|现已|如今|次日|第二天|回退后|重启后|直到|\d[:：点时]/u;
const partly =
  /部分|有些|有的|个别|少数|少量|多数|大多|偶尔|有时|时而|一些(?=[\u3400-\u9fff])|几[家位台]|几个(?!小时|钟头|星期|月)|几成|其他|其它|其余|别的|除了|以外|之外|另外|约?\d+(?:\.\d+)?%|仅|只有|只限/u;

const cannot = '无法|不能|没法|没能|未能|[\\u3400-\\u9fff]不(?:了|到|出|开|上|成|进|去|通|动)|打不开|没有反应';
const down =
  '(?:完全|彻底|全面|全部|全都|一概|统统|同时|也|都|均|突然|随之|跟着|一起|当[晚天日时]|整体|暂时)*(?:中断|停摆|瘫痪|宕机|停止(?:运作|服务|工作|运行|响应)?|停了|停下|崩溃|失败|不可用|失灵|失效|挂了|报错|(?:回传|返回|出现)错误|断了|停运|罢工|当机|死机)';
const fine =
  '(?:一切|都|均|也|全程|始终|一直|自始至终|从头到尾|当[晚天日时]|完全|仍然?|依然|依旧|照样|整[天晚夜]|全天|保持|运作|运行|使用|工作|响应|能够?|可以?)*(?:照常|照旧|如常|正常|(?:丝?毫|完全|并|都|均)?(?:没有?|未|不)(?:受|被)到?(?:任何|丝毫|一点|半点|什么)?(?:影响|波及|打扰)|毫无影响|没有影响|无影响|没有变慢|并未变慢|(?:都|均|始终|一直|全程)(?:没有?|无)问题|不在(?:影响|受影响)范围)';
const onTime =
  '(?:都|均|也|很|十分|非常|始终|一直|全程|自始至终|一如既往|依然|仍)*(?:及时|准时|按时|如期|准点|(?:没有?|未|并未)(?:受到?)?(?:耽搁|延误|延迟|推迟))';
const never =
  '(?:(?:从|并|始终|一直|全程|自始至终)?(?:没有?|未|未曾|不曾)(?:过)?(?:停|停止|中断|停过|断过|停摆|宕机|瘫痪|停下|断开)(?!电)|(?:全程|始终|一直|自始至终|从头到尾|随时)(?:都|均|仍)?(?:可用|可以|能够?|正常|畅通|在线|[\\u3400-\\u9fff]得(?:了|到|出|开|上|成|进|通|动)))';
const slow = '(?:只是|仅仅?是?|不过是?|无非是?|只不过是?|顶多是?|最多是?|只)[^，。；,;]{0,8}?(?:慢|迟|延迟|卡|久|等)';
const late =
  '(?:来得|变得|得|都|也|很|明显|有些|比平[时日]|一直)*(?:很慢|变慢|慢了|慢很多|慢得多|迟到|迟缓|延迟|晚了|晚到|延误|耽搁|滞后|迟迟)';

interface Cue {
  readonly pattern: RegExp;
  readonly state: State;
  /** What was said of: the words before, those behind, or both. */
  readonly at: 'before' | 'both';
}

const cues: readonly Cue[] = [
  { pattern: new RegExp(never, 'u'), state: 'up', at: 'both' },
  { pattern: new RegExp(slow, 'u'), state: 'up', at: 'before' },
  { pattern: new RegExp(fine, 'u'), state: 'fine', at: 'before' },
  { pattern: new RegExp(onTime, 'u'), state: 'on time', at: 'both' },
  {
    pattern:
      /(?:都|均|全部|全都|最终|最后|还是|照样)(?:能|可以|[^，。；]{0,4}?)(?:成功|[\u3400-\u9fff]得(?:了|到|出|开|上|成|进|通|动)|送达|送到了|到账)/u,
    state: 'up',
    at: 'both',
  },
  {
    pattern:
      /(?:没有|无|竟无|连)一(?<unit>[个位家笔单台张名次条])(?<np>[^，。；]{0,12}?)(?:能够?|可以|成功|收到|送[到达])/u,
    state: 'down',
    at: 'both',
  },
  { pattern: new RegExp(cannot, 'u'), state: 'down', at: 'both' },
  { pattern: new RegExp(down, 'u'), state: 'down', at: 'before' },
  { pattern: new RegExp(late, 'u'), state: 'late', at: 'before' },
];

const crowd =
  /(?:所有|全部|全体|每一?[位个名家]?|各|任何|没有一[位个名家])?的?(?:您的|我们的?|大家|各位|你们|用户|客户|会员|读者|乘客|旅客|顾客|商户|民众|患者|病人|家长|同学|学生|老师|企业|卖家|买家|车主|司机|骑手|店铺|店家|门店|食肆|诊所|居民|住户|业主|人们|您|我们|一[些位家])/gu;
const fillers =
  /(?:但|而|不过|可是|所以|因此|因为|由于|于是|并且|而且|同时|其实|严格说来|说到底|总之|此外|另外|以及|那段(?:时间|时间里|时段)|那(?:几|一)?(?:个)?(?:小时|钟头|天|晚|夜|段时间)(?:里|内|中)?|(?:当|整|那一?|全|这一?|此)(?:个)?(?:天|晚|日|夜|时|上午|下午|早上|晚上|中午|凌晨|期间|段时间|过程)(?:里|中|内)?|期间|中断期间|故障期间|上午|下午|早上|晚上|深夜|凌晨|自始至终|从头到尾|全程|始终|一直|完全|彻底|全面|全部|全都|同时|突然|一度|暂时|也|都|均|却|就|还|仍然?|依然|依旧|则|便|又|已经?|被|把|将|对|在|从|向|给|让|使|等|了|着|过|是|的确|确实|当时|其间|再|正常|能够?|可以?|功能(?=$)|服务(?=$))/gu;
const idleHead =
  /^(?:问题|故障|事件|事情|情况|时间|地方|时候|影响|结果|原因|它|这|那|这次|本次|此次|每|一|有人|没有|一切|我|你|系统|服务|功能|平台|业务|数据|部分|之后|后|前|页|步|下|中|上|里|内)$/u;

function topic(words: string): Topic | undefined {
  const own = words.replace(/[“”"「」『』（）()]/gu, '').replace(/\s/gu, '');
  const pieces = own.split('的').filter((piece) => piece.length > 0);
  const head = (pieces.pop() ?? '')
    .replace(/^(?:线上|在线|网上|上网)(?=.{2,})/u, '')
    .replace(/(?<=..)(?:功能|服务|请求|操作|接口|业务|速度|本身|自身)$/u, '')
    .replace(/(?<=[付收])钱$/u, '款');
  // "只在境内举行的会议": what narrows it.
  const mods = pieces.filter((piece) => piece.length > 1);
  return head.length < 2 || head.length > 12 || idleHead.test(head) ? undefined : { head, mods, apart: [], verb: '' };
}

const clean = (words: string): string =>
  words
    .replace(/(?<=\d)\s+(?=[\u3400-\u9fff])/gu, '')
    .replace(crowd, '的')
    .replace(fillers, ' ')
    .trim();

function topicsOf(words: string): Topic[] {
  return clean(words)
    .split(/[、\s]|和|与|及|跟/u)
    .flatMap((piece) => topic(piece) ?? []);
}

/** "门锁不能降级": of the lock only what could not be done with it, unless that is all that one does with it. */
const verbOf = (match: string, behind: string): string => {
  const verb = /^(?:无法|不能|没法|没能|未能)$/u.test(match)
    ? /^(?:正常|再|继续|及时|在线)*(?<verb>[\u3400-\u9fff]{2})/u.exec(behind)?.groups?.verb
    : undefined;
  return verb === undefined ||
    /使用|打开|访问|登[录入陆]|运行|工作|响应|启动|加载|显示|连接|提供|服务|开启|进入/u.test(verb)
    ? ''
    : verb;
};

/** "没有一位顾客看到失败提示", "没人受影响": of whatever it was. */
const unnoticed =
  /(?:没有|无)(?:任何)?(?:一[位个名家])?(?:人|用户|客户|顾客|商户|会员|读者|乘客|患者|企业|卖家|买家|家长|同学|学员|民众|车主|住户|店铺|门店|诊所)[^，。；]{0,6}?(?:受到?了?影响|察觉|感觉到|注意到|发现异常|受影响)/u;

/** What stands behind "无法" and the like: the verb and its object. */
function topicsBehind(match: string, behind: string): Topic[] {
  const verb = /^(?<verb>[\u3400-\u9fff])不|(?<able>[\u3400-\u9fff])得/u.exec(match)?.groups;
  const [near = ''] = behind.split(/[，。；、,;]/u);
  const done = clean(`${verb?.verb ?? verb?.able ?? ''}${near}`.replace(/^(?:通过|透过|经由?)/u, ''));
  const object = clean(near);
  return [done, object].flatMap((words) => topic(words.split(' ').at(-1) ?? '') ?? []);
}

/** "看诊系统有停吗？没有", "银行卡受影响了吗？不受影响". */
const asked =
  /(?<np>[^。！？!?，,；：:\s]{2,24}?)(?:也|都|当[晚天日])?(?:有没有|是否|是不是|有|会)?(?:也)?(?:停|中断|受到?影响|出问题|坏|瘫痪|波及)[^。！？!?，,]{0,6}[吗么]?[？?]\s*(?:没有?|不|否|未)/gu;

function answered(text: string): Effect[] {
  return matchesIn(text, asked).flatMap((match): Effect[] => {
    const topics = topicsOf(match.groups?.np ?? '');
    const end = match.index + match[0].length;
    return topics.length > 0 ? [{ start: match.index, end, state: 'fine', topics, isTotal: false, isWeak: false }] : [];
  });
}

/** Finds how it went with what, in Chinese. @param text Folded. */
export function hanEffects(text: string): readonly Effect[] {
  if (!hint.test(text)) return [];
  const found = answered(text);
  for (const { 0: sentence, index } of matchesIn(text, /[^。！？!?；;]+[。！？!?；;]?/gu)) {
    if (!hint.test(sentence)) continue;
    let before: readonly Topic[] = [];
    for (const { 0: words, index: at } of matchesIn(sentence, /(?:[^，,：:。；;！!]|(?<=\d)[,:：](?=\d))+/gu)) {
      if (
        unnoticed.test(words) &&
        !otherwise.test(sentence.slice(0, at + words.length)) &&
        !/其他|其它|其余|别的/u.test(words)
      ) {
        const start = index + at + (/^\s*/u.exec(words)?.[0].length ?? 0);
        found.push({
          start,
          end: index + at + words.trimEnd().length,
          state: 'fine',
          topics: [],
          isTotal: true,
          isWeak: false,
        });
        continue;
      }
      const cue = cues.find(({ pattern }) => pattern.test(words));
      if (!cue) {
        before = topicsOf(words);
        continue;
      }
      const { pattern, state } = cue;
      const match = pattern.exec(words);
      if (!match) continue;
      const isBad = state === 'down' || state === 'late';
      const lead = words.slice(0, match.index);
      const behind = words.slice(match.index + match[0].length);
      const own = [
        ...topicsOf(lead).map((each) => ({ ...each, verb: verbOf(match[0], behind) })),
        ...topicsOf(match.groups?.np ?? ''),
        ...(cue.at === 'both' ? topicsBehind(match[0], behind) : []),
      ];
      const topics = own.length > 0 ? own : before;
      before = topics.length > 0 ? topics : before;
      const told = sentence.slice(0, at + words.length);
      // "400 个下载失败的账户" sets some apart.
      const isAside = /^的[\u3400-\u9fff]/u.test(behind) || otherwise.test(told) || /[?？]$/u.test(sentence);
      if (
        topics.length === 0 ||
        isAside ||
        partly.test(told) ||
        (!isBad && phase.test(told)) ||
        (isBad && /目前|现在|仍/u.test(words))
      )
        continue;
      const start = index + at + (/^\s*/u.exec(words)?.[0].length ?? 0);
      found.push({
        start,
        end: index + at + words.trimEnd().length,
        state,
        topics,
        isTotal: /所有|全部|全体|没有一|完全|彻底|任何/u.test(words),
        isWeak: false,
      });
    }
  }
  return found;
}
