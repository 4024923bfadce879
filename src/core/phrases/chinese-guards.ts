import { fold } from '../language/fold.js';
import type { Token } from '../language/tokens.js';
import type { GuardPlace } from './guard-place.js';

/** How far a guard looks, in tokens: a sentence may be as long as its text, and guards must stay cheap. */
const reach = 40;

/** The text before the match in its sentence, without spaces, at most `most` tokens of it. */
function before(place: GuardPlace, most = reach): string {
  let text = '';
  for (let at = Math.max(place.sentence.from, place.from - most); at < place.from; at++)
    text += place.tokens[at]?.key ?? '';
  return text;
}

/** The text behind the match in its sentence, without spaces, at most `most` tokens of it. */
function after(place: GuardPlace, most = reach): string {
  let text = '';
  for (let at = place.to; at < Math.min(place.sentence.to, place.to + most); at++) text += place.tokens[at]?.key ?? '';
  return text;
}

const clauseEnd = /[，,、；;：:()（）]/;

/** The text before the match back to the last mark. */
const clauseBefore = (place: GuardPlace, most = reach): string => before(place, most).split(clauseEnd).at(-1) ?? '';

const negation =
  /(?:不(?:可能|太可能|是|会|能|再|应|可|敢|属于|等于|意味着?|仅仅?|只|该|得|算|想|愿|认为|觉得|把|将|请求|要求)?|没有?(?:被|遭到?)?|未(?:能|曾|必)?(?:被|遭)?|无法|没法|没办法|并非|绝非|而非|从未|(?<![个特级区分类识])别|勿|难以)$/;
const light =
  /(?:任何一[位名个家]|一[位名]|一个|一次|一起|一种|任何|什么|完全|简单的?|所谓的?|仅仅|这|那|此|它|说|叫做?|称为|称作|视为|看作|当作|当成|算是|是|您的?|哪|某|由|因为?|由于)+$/;

/** A negation right before the match, light words between: 这不是小问题, 不能说是轻微的影响. */
function negated(place: GuardPlace): boolean {
  const text = clauseBefore(place, 12);
  return negation.test(text) || negation.test(text.replace(light, ''));
}

/** Said not to be so, before or behind: 人为失误不是根本原因, 不把责任归于任何个人. */
function denied(place: GuardPlace): boolean {
  return (
    negated(place) ||
    /^(?:并|从来|也|绝|都)?(?:不是|并非|不应|不能|不该|不足以|不构成|不等于|解释不了)/.test(after(place, 8)) ||
    /^(?:的说法|这种说法)?[，,]?(?:是|显然|都是|只是|未免|并)?(?:不对|错误?的|错了|不公平|不公道|不合适|说不过去|站不住脚|没有道理|推卸责任|推脱|借口)/.test(
      after(place, 16),
    ) ||
    /(?:(?:不能|不会|不应|不想|不愿|无意)(?:把|将|用|以|说|归|称|算|当|仅|只|再)|不把|没有把|而不是|而非|不是因为|并非因为)[^，,。；]{0,8}$/.test(
      before(place, 24),
    ) ||
    /(?:不是|并非|绝非)(?:(?![而就都也])[^，,。；]){1,8}$/.test(clauseBefore(place, 12))
  );
}

const refusedPromise =
  /(?:不能|无法|没法|不敢|难以|不会|不可能|没有人能?|谁也不能|谁都不能|无人能|不应|不该|不再|并不|从未|未曾|不曾|从不|没有?|未|不)[^，,。；]{0,4}(?:保证|承诺|许诺|担保|确保|断言|说|做到|排除|宣称|声称|认为|答应)[^。；]{0,24}$/;

/** What was promised or said once, told now: 当初我们答应…, 上次的通知里说过…. */
const pastPromise =
  /(?:当初|曾经?|[之此以]前|上一?次|上个?[周月]|原先|当时|去年|过去|起初|一开始|早先|当年|先前)[^，。；]{0,10}(?:答应|承诺|保证|许诺|宣称|声称|告诉|说|写|称)[^，,。；]{0,20}$|(?:答应|承诺|保证|许诺|宣称|说)过[^，,。；]{0,20}$/;

/** What the match itself says, folded. */
const text = (place: GuardPlace): string =>
  place.tokens
    .slice(place.from, place.to)
    .map(({ key }) => key)
    .join('');

const ownWords =
  /(?:我们|我司|通知|公告|信|邮件|短信|同事|客服|有人|有同事)[^，。；]{0,8}(?:说|称|写|叫|讲|形容|描述|答应|承诺|保证|告诉|当成|当作|看作|以为|认为)[^。；]{0,10}$/;
const verdict =
  /(?:结果|却|但|可是|然而|其实|实际上?|事实上?)[^。]{0,16}(?:没有?做到|没能做到|食言|落空|失信|并非如此|不是这样|错了|不对|不实|不符|不止|失实)|(?:这|那)(?:也)?(?:不是|不能是|不成|不该是|成不了)(?:我们的?)?(?:理由|借口)|我们(?:并|也|都|绝|完全)?(?:不同意|不认同|不赞同|不这么[看想认说]|不这样[看想认说]|不接受)|(?:其实|实际上?|事实上?)[^。]{0,12}(?:停|断|丢|持续|长达|影响)了?[^。]{0,4}(?:\d|[一二三四五六七八九十两半])|(?:这|那)(?:是|话|个说法|种说法)?[^，。]{0,6}(?:不对|错的?|不实|不准确|落空|不负责)/;

/** What leads up to words that are not to be said: 我们不能说, 不应以. */
const notToSay =
  /(?:不该|不应该?|不能|不会|不想|不愿|不敢|无意|不打算|不可以?)(?:再|只|就|仅)?(?:用|以|拿|把|将|说|称|写|讲|叫|这样|这么|一句|归|推)[^，。；]{0,12}$/;
/** The same around them: 不该用“小故障”一笔带过. */
const notToPassOver =
  /不(?:该|应该?|能|会|想)[^，。；]{0,10}(?:带过|了事|搪塞|推托|推脱|敷衍|开脱|轻描淡写|当(?:作|成)?借口)/;

/** One of these stands where a phrase is taken back: the expressions above take long to read. */
const telling =
  /说|称|写|叫|讲|形容|描述|答应|承诺|保证|告诉|当[成作]|看作|以为|认为|许诺|不(?:该|应|能|会|想|愿|敢|打算|可以?)|无意/;

/** The sentence takes the phrase back: 我们当时说只是小问题，这是不对的; 不应以“仅占 1%”带过. */
function takenBack(place: GuardPlace): boolean {
  if (!telling.test(before(place) + text(place) + after(place, 24))) return false;
  if (notToSay.test(clauseBefore(place, 16))) return true;
  // "很快就会修好——这句话我们说了三遍".
  if (/^[^。]{0,8}—+[这那]句?话/.test(after(place, 14))) return true;
  if (notToPassOver.test(before(place, 12) + text(place) + after(place, 24))) return true;
  return (ownWords.test(before(place, 24)) || pastPromise.test(before(place, 24))) && verdict.test(after(place, 40));
}

/** Named, and overruled: 虽然合同写明属于不可抗力，我们仍退还. */
const conceded = (place: GuardPlace): boolean =>
  (/(?:虽|尽管)[^。；]{0,20}$/.test(before(place, 24)) || /可以不|不必|[无毋]须|无需|本可不/.test(text(place))) &&
  /[，,][^。]{0,8}(?:却|但|可是|然而|仍|还是|依然|照样|也)/.test(after(place, 24));

/** The match is the second half of a question put as A-not-A: 会不会再停电, 能不能保证. */
function asksWhether({ tokens, from }: GuardPlace): boolean {
  const verb = tokens[from - 1]?.key;
  return verb !== undefined && tokens[from]?.key === '不' && tokens[from + 1]?.key === verb;
}

/** The promise itself is refused or asked about: 我们不能保证…, 无法承诺…永不发生, 会不会再发生. */
const disclaimed = (place: GuardPlace): boolean =>
  negated(place) ||
  asksWhether(place) ||
  refusedPromise.test(before(place, 36)) ||
  /没有(?:(?:人|谁|一[位个名家][^，,。；]{0,8}|任何[^，,。；]{1,6}|哪[一个家种][^，,。；]{1,6})(?:能|敢|可以)|(?:任何|哪)[^，,。；]{1,10}(?:是|会|称得上|算得上|谈得上)?$)/.test(
    clauseBefore(place, 16),
  ) ||
  /不可能(?:毫无|没有|绝对|完全|万无一失|百分|零|做到|杜绝|彻底|永远)/.test(clauseBefore(place, 12) + text(place)) ||
  /^(?:的[^，,。；]{1,10})?(?:并|根本|从来)?不存在/.test(after(place, 14)) ||
  /^[”」』]?(?:这种话|这话|这样的话|这句话|的话我们|这几个字|这四个字)/.test(after(place, 8)) ||
  pastPromise.test(before(place, 24));

/** A word inside the match, where a gap crosses it, or right before it, that turns what it says. */
const turnedWithin = (place: GuardPlace): boolean =>
  /[没未无将]|不(?![仅但断同久])|会(?!员|计|议)|应[当该]|本应/.test(text(place)) ||
  /[无毋不未没]$/.test(before(place, 1));

/** Said of what might be: 如果数据被误删, 一旦输错命令. */
const hypothetical = (place: GuardPlace): boolean =>
  /如果|(?<![例比譬犹诸不])如(?=有|需|您|你|认为|仍|发现|遇|无|未|对|贵)|假如|假设|倘若|若(?!干)|一旦|万一|除非|无论|不论|即使|即便|就算|哪怕|是否|会不会|有没有/.test(
    clauseBefore(place, 24),
  ) || /^了?(?:时(?!间|候)|的话|的情况)/.test(after(place, 4));

/** Spoken of as something to guard against: 防止误操作, 误操作的风险. */
const guardedAgainst = (place: GuardPlace): boolean =>
  /(?:防止|防范|避免|减少|降低|拦截|预防|容忍|阻止|减小|以免|免得|挡住|拦住|(?:用来|用于|为了?|能|可以|如何|怎样|怎么|足以|来|去)应对|抵御|规避|缩小|(?:能|会|可以|自动)够?(?:自动)?(?:发现|检测|识别))/.test(
    clauseBefore(place, 14),
  ) || /^的?(?:风险|可能|概率|几率|防护|保护|拦截|校验)/.test(after(place, 4));

const notCounted = /^(?:月|日|号|年|点|时|分|秒|小|天|周|星|刻|倍|版|元|块|折|度|字|岁|楼|米|公)$/;
const hanCount =
  /(?:[二三四五六七八九十百千万亿两]|一[十百千万亿])[一二三四五六七八九十百千万亿]*(?:多|余)?(?:个(?!小时|月|星期|工作日|方面|字)|名|位|家|户|台|笔|条|份|张|成|单|件|所|间|处|人|项)/;

/** Whether the token counts things: no clock time, date, length of time, sum of money, distance or version. */
function isCount(place: GuardPlace, at: number): boolean {
  const token = place.tokens[at];
  if (token?.kind !== 'figure' || token.key.includes(':')) return false;
  if (/[%％‰]$/.test(token.key)) return true;
  if (/[-/.~]/.test(place.text.charAt(token.end)) || /[-/v~]/i.test(place.text.charAt(token.start - 1))) return false;
  const next = place.tokens[at + 1]?.key ?? '';
  const unit = next === '个' || next === '多' || next === '余' ? (place.tokens[at + 2]?.key ?? '') : next;
  if (notCounted.test(unit) || (next === '个' && unit === '工')) return false;
  return !/^(?:第|版|本|级|至|到)$/.test(place.tokens[at - 1]?.key ?? '');
}

const saysHowMany =
  /^\s*(?:受影响的?|涉及|共(?=[计有\d ])|一共|总共|合计|这(?:件事|次|一?故障|些)?|此次|本次|波及|具体|范围)[^。！？；\d]{0,20}\d[\d,.]*\s?[万千]?余?(?:个|名|位|家|户|台|笔|条|份|单|人|座|所|款|辆|件|张)(?!小时|月)/;

/** The sentence behind says how many: 部分商户无法收款。受影响的有 180 家. */
const countBehind = ({ text, tokens, sentence }: GuardPlace): boolean =>
  saysHowMany.test(
    fold(text.slice(tokens[sentence.to - 1]?.end ?? text.length, (tokens[sentence.to - 1]?.end ?? 0) + 80)),
  );

/**
 * A figure that counts people or things, in the same sentence: not a time, a date or a length of time. Or one right behind
 * it, where the next sentence says how many.
 */
function countNear(place: GuardPlace): boolean {
  if (countBehind(place)) return true;
  const to = Math.min(place.sentence.to, place.to + 24);
  for (let at = Math.max(place.sentence.from, place.from - 24); at < to; at++)
    if ((at < place.from || at >= place.to) && isCount(place, at)) return true;
  return hanCount.test(before(place, 24)) || hanCount.test(after(place, 24));
}

const isFigure = (token: Token | undefined): boolean => token?.kind === 'figure';

/** A figure in the same sentence, up to ten tokens before or behind. */
function figureNear(place: GuardPlace): boolean {
  const from = Math.max(place.sentence.from, place.from - 10);
  const around = place.tokens.slice(from, Math.min(place.sentence.to, place.to + 10));
  return (
    around.some((token, index) => (index + from < place.from || index + from >= place.to) && isFigure(token)) ||
    countNear(place)
  );
}

/** A figure behind the match, before the clause ends, or in brackets right behind: 稍有延迟 9 分钟, 略慢（9 秒）. */
const figureInClause = (place: GuardPlace): boolean => /^[（(]?[^，,；;。（(]{0,10}\d/.test(after(place, 14));

const duration =
  /(?<!点[\d一二三四五六七八九十]{0,2})(?:\d|[一二三四五六七八九十百两半])(?:多|余)?个?(?:分钟|分(?!之)|秒|小时|钟头|天|周(?![一二三四五六日末])|星期(?![一二三四五六日天]))/;

/** A length of time close by: 中断（37 分钟）, 持续两小时. */
const durationNear = (place: GuardPlace): boolean =>
  duration.test(before(place, 16)) || duration.test(after(place, 16));

const date =
  /\d{1,2}(?:月|日|号|点|时(?!候))|\d{1,2}:\d{2}|(?:\d|[一二两三四五六七八九十])+个?(?:工作日|分钟|小时|天|周|月内)|(?:本|下|这|每)(?:周|星期|月)|(?:周|星期)[一二三四五六日天末]|月底|年底|每[天日]/;

/** A date, a time or a limit behind the match, or one that governs it: 尽快…，最迟 5 月 9 日前; 24 小时内尽快. */
const dated = (place: GuardPlace): boolean =>
  date.test(after(place, 28)) ||
  new RegExp(`(?:${date.source})[^，,。；]{0,8}(?:前|内|起|开始|之间)[^。；]{0,6}$`).test(before(place, 24));

/** Says what is meant: brackets, a colon (not that of a clock time), 包括, 例如, 即. */
const listFollows = (place: GuardPlace): boolean =>
  /^(?:[^。；]{0,12}?(?:包括|例如|比如|如下|是指|指的是|具体(?:是|为)|分别|(?<!立)即(?!将|刻|可|使|便|日)|(?<!\d)[：:]|[：:](?!\d))|[^。；]{0,16}[，,](?:它们|他们|这几[个家处条座间])?(?:分别)?是[^，。；]{1,8}、|.{0,2}[（(—])/.test(
    after(place, 24),
  );

const han = /[\u3400-\u9fff]/;

/** The sentence is in traditional script: some of what is heavy on the mainland is plain in Hong Kong, as 翌日 is. */
function traditionalScript({ text, tokens, sentence }: GuardPlace): boolean {
  const said = text.slice(tokens[sentence.from]?.start, tokens[sentence.to - 1]?.end);
  return [...said].some((character) => han.test(character) && fold(character) !== character);
}

/** No day is counted before it, so that 日前 is "the other day" and not "before the 5th": 门市日前停电, 公司将于日内公布. */
const opensClause = (place: GuardPlace): boolean =>
  /^(?:公司|我们|我司|本公司|平台|官方|结果|款项|报告)*(?:预计|已|将|会)*(?:于|在)?$/.test(clauseBefore(place, 10)) ||
  /(?:店|市|站|馆|院|校|厂|司|行|局|网|楼|台|线|车|机|区|园|社|处|所|中心|系统|平台|服务)$/.test(
    clauseBefore(place, 10),
  );

/** The match says one hundred per cent. */
const hundredPercent = (place: GuardPlace): boolean =>
  place.tokens.slice(place.from, place.to).some(({ key }) => /^100(?:\.0+)?\s?[%％]$/.test(key));

/** A first-person subject before the match in its sentence. */
const ownSubject = (place: GuardPlace): boolean =>
  /(?:^|[，,。；])(?:门店|分店|平台|学校|医院|车间|仓库|客服|总部|工厂|编辑部)(?:在[^，。；]{1,12})?把|我[们司方院校行店社馆局站台厂]|敝公司|(?<![基根样版成文脚副资日书剧账])本(?:公司|平台|中心|[院行校店馆局站台社所厂航园])/.test(
    before(place),
  );

const owning =
  /[但可却而]是?我们[^，。；]{0,16}(?:没有|没|未|只|把|按|用|给|仍|一直|漏|忘|错|同一)|我们给的?是[^，。；]{0,8}(?:旧|错|过期|去年|前年|\d{4}年)|(?<!不是|并非|不属于|非|与)(?:我们(?:自己)?的(?:选择|决定|责任|错|疏忽|过错|失误|不足|做法)|责任在于?我们|因为我们[^，。；]{1,12}(?:没有|没|未|不够|太少|太晚)|我们(?:应|要|会)?(?:对此)?(?:负责|承担)|由我们(?:来)?(?:负责|承担|赔)|(?:过错|错|责任)在(?:于)?我们|我们(?:也|还|自己|并)?(?:没有|没|未|却|缺少|选择|选用|依赖|一直|只(?:有|用|靠|准备|接|备|设|放|买)|当时)|我们的(?:备用|方案|设计|系统|服务|程序|规则)(?:没有|未|依赖|过于|只|出)|[的把]是我们|是我们(?:自己)?[^，。；]{0,12}(?:选|设计|决定|没|未|少|忘|省|定)的?|是我们(?:自己)?(?!的|无法|不能|控制)[^，。；]{0,8}[给交画写印发填报排派签批做造改装接放买租订配教答说算标贴]错?(?:了|的))/;

/** We own up in this sentence or one beside it: …而没有第二条线路是我们的选择. */
const ownsUp = (place: GuardPlace): boolean => {
  let text = '';
  for (let at = Math.max(0, place.from - reach); at < Math.min(place.tokens.length, place.to + reach + 10); at++)
    text += at === place.from ? '◇' : (place.tokens[at]?.key ?? '');
  return owning.test(text);
};

/** The guards that read Chinese; what is not here is the same in every language. */
export const chineseGuards = {
  negated,
  'negated-directly': negated,
  'turned-within': turnedWithin,
  denied,
  disclaimed,
  'taken-back': takenBack,
  conceded,
  hypothetical,
  'guarded-against': guardedAgainst,
  'count-near': countNear,
  'figure-near': figureNear,
  'figure-in-clause': figureInClause,
  'duration-near': durationNear,
  dated,
  'list-follows': listFollows,
  'opens-clause': opensClause,
  'hundred-percent': hundredPercent,
  'own-subject': ownSubject,
  'owns-up': ownsUp,
  'traditional-script': traditionalScript,
} as const satisfies Record<string, (place: GuardPlace) => boolean>;
