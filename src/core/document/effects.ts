import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { hanEffects } from './effects-han.js';
import { latinEffects } from './effects-latin.js';

/**
 * How it went with something: as ever; in time; it could be used, if slowly; it could not; it was late or slow. What was late
 * could be used.
 */
export type State = 'fine' | 'on time' | 'up' | 'down' | 'late';

/** What an effect is told of. */
export interface Topic {
  /** The last noun without its ending, or what Chinese calls it. */
  readonly head: string;
  /** What narrows it: "gift" of gift vouchers, "phone" of booking by phone. */
  readonly mods: readonly string[];
  /** Those of `mods` that set a part apart which the whole does not speak for: "Lyon", "by phone". */
  readonly apart: readonly string[];
  /** What could or could not be done with it; empty where it speaks of all that it does. */
  readonly verb: string;
}

/** "Not a single crossing could be booked", "收款只是慢一点". Offsets in the text. */
export interface Effect extends Span {
  readonly state: State;
  readonly topics: readonly Topic[];
  /** Whether it says so of all of it: "nobody", "anywhere"; without a topic, that nobody noticed anything. */
  readonly isTotal: boolean;
  /** Whether it says "could" and no more. */
  readonly isWeak: boolean;
}

/** A block longer than this is data rather than prose. Characters. */
const longest = 4000;

/** Finds what a text says of how it went with what. */
export function effectsIn(prose: string): readonly Effect[] {
  if (prose.length > longest) return [];
  const text = fold(prose);
  return /[\u3400-\u9fff]/.test(text) ? hanEffects(text) : latinEffects(text);
}

const isWell = (state: State): boolean => state !== 'down' && state !== 'late';

/** Whether what went well by one went badly by the other. */
function areOpposed(one: State, other: State): boolean {
  if (isWell(one) === isWell(other)) return false;
  const [well, badly] = isWell(one) ? [one, other] : [other, one];
  return badly === 'down' || well !== 'up';
}

const isHan = (head: string): boolean => /[\u3400-\u9fff]/.test(head);
/** What is the last part of many names, and no name: "系统" of "看诊系统". */
const hanKind =
  /^(?:.{0,2}(?:系统|服务|功能|平台|业务|数据|接口|模块|程序|产品|设备|部分|软件|用户端|中心|任务|操作|请求))$/u;
const latinKind =
  /^(?:system|servic|platform|data|part|process|function|featur|server|softwar|product|team|staff|desk|line)$/;

function sameHead(one: Topic, other: Topic): boolean {
  if (!isHan(one.head)) return one.head === other.head;
  const [short, long] = one.head.length <= other.head.length ? [one.head, other.head] : [other.head, one.head];
  if (short === long) return true;
  // "看诊进度查询" is a part of "查询"; "3号线" is not "13号线".
  return long.endsWith(short) && !/^\d/.test(short) && short.length >= 2 && !hanKind.test(short);
}

/** What is done with a thing that is in order for all else: a crossing that nobody can book still sails. */
const acts =
  /^(?:book|order|buy|reserv|sell|schedul|track|cancel|chang|rebook|plan|find|see|pay|purchas|search|quot|list|(?:turn|switch)(?:-[a-z]+)?|set|adjust|regulat|control|steer|programm?|lower|rais|edit|updat|export|print|download|upload|shar|renew|extend|return|collect|refund|rat)$|^(?:调[节整高低控]|设[定置]|控制|分享|续|退还|归还|编辑|上传|下载|降级|升级|退款|退[票货订]|修改|更改|取消|预[订定约]|购买|下单|查[询看]|导出|打印|删除|评价|提前|找回|确[认定]|判断|复现)/u;

const within = (some: readonly string[], all: readonly string[]): boolean => some.every((each) => all.includes(each));
/** "包裹本身的运输" is that of "包裹运输". */
const isNamedIn = (head: string, mods: readonly string[]): boolean =>
  isHan(head) && mods.every((mod) => head.includes(mod.replace(/(?:本身|自身)$/u, '')));

/** Whether two claims speak of one and the same. */
function sameTopic(well: Topic, badly: Topic, { state, isTotal }: Effect, worked: Effect): boolean {
  if (!sameHead(well, badly)) return false;
  if (latinKind.test(well.head) && !(within(well.mods, badly.mods) && within(badly.mods, well.mods))) return false;
  // "Vouchers were sent as usual" is no answer to "vouchers could not be redeemed"; what is in time or late came somehow.
  const isOfTime = worked.state === 'on time' && state === 'late';
  const isAct = acts.test(well.verb) || acts.test(badly.verb);
  const isOfUse = well.verb === badly.verb || (!isAct && (well.verb === '' || badly.verb === ''));
  if (!isOfUse && !isOfTime) return false;
  if (worked.isWeak && (well.verb !== badly.verb || well.mods.length > 0)) return false;
  const isNarrower =
    !(within(well.mods, badly.mods) || isNamedIn(badly.head, well.mods)) ||
    (isHan(well.head) && well.head.length > badly.head.length);
  if (isNarrower && (isHan(well.head) || !isTotal || well.apart.length > 0)) return false;
  const rest = badly.apart.filter((each) => !well.mods.includes(each));
  return rest.length === 0;
}

/** Whether two claims about how it went cannot both be true. */
export function denies(one: Effect, other: Effect): boolean {
  if (!areOpposed(one.state, other.state)) return false;
  const [well, badly] = isWell(one.state) ? [one, other] : [other, one];
  if (well.topics.length === 0) return badly.isTotal;
  return well.topics.some((topic) => badly.topics.some((each) => sameTopic(topic, each, badly, well)));
}
