import { fold } from '../language/fold.js';
import { sentencesOf } from './clause-times.js';
import type { Duration } from './duration.js';
import { happeningsIn, laterMessage, noticesIncident, supposedly } from './happenings.js';

/** How long a text says that it was until something was noticed, or until customers were told. */
export interface ToldWait {
  readonly duration: Duration;
  /** What was then. */
  readonly stop: 'detected' | 'notified';
  /** What it is counted from: the beginning, when it was noticed, or whatever it may be. */
  readonly from: 'began' | 'detected' | 'any';
  /** The words of what it is counted from, where it says so. */
  readonly since: string;
}

/** "at most", "already": it may have been less. */
const atMost =
  /\b(?:within|inside|in under|not (?:even )?|no more than|barely|hardly|scarcely|less than|under|in (?:no more than|only|just|as little as))\s*(?:an? )?$/i;
const already = /\balready\b|(?:就|便)?已经?(?!经过)/i;
/** "at least": "for more than an hour nobody". */
const filler =
  /(?:\b(?:about|around|nearly|almost|only|just|over|some|full|good|whole|a|the|first|exactly|precisely|well|no fewer than|no less than|as much as)\b|(?:约|大约|近|将近|足足|整整|刚好|正好|才|刚|满|大概|刚满|才满))\s*$/i;

/** Other steps that begin as well: "after the rollback started", "after we started the replica". */
const otherStep =
  /\b(?:we|our (?:engineers?|team)|rollback|roll-back|restart\w*|repair\w*|restor\w*|fix\w*|update|deploy\w*|release|replica\w*|rebuil\w*|maintenance|migration|back-?up|work|weekend|shift|working day|office hours|opening)\b|回滚|回退|重启|修复|恢复|发布|更新|维护|升级|上线|迁移|上班|部署|处理/i;

/** What it all begins with, in a word: "within four minutes of the opening". */
const trigger =
  /^\W*(?:it|this|that|(?:the )?(?:whole )?(?:opening|release|update|deployment|change|rollout|switch|launch|thing|matter))\W*$/i;

/** What the words behind "after", or before "后", count from. */
function fromOf(words: string): ToldWait['from'] | undefined {
  if (trigger.test(words)) return 'began';
  const kinds = happeningsIn(words);
  if (kinds.has('notified') || kinds.has('ended')) return undefined;
  if (kinds.has('detected'))
    return kinds.has('began') && !/[告报]警|警报|\b(?:alarm|alert)/i.test(words) ? undefined : 'detected';
  return kinds.has('began') && !otherStep.test(words) ? 'began' : undefined;
}

/** Another thing that was noticed, or somebody else who did. */
const noticedElse =
  /\b(?:cause|reason|why|where|what (?:had|was) (?:wrong|caused)|second|another|again|bottleneck|culprit|escalat\w+)\b|\b(?:customers?|users?|clients?|you|those|people|some|readers|shops|guests|players|passengers)\b[^,;]{0,40}\b(?:notic|reali[sz]|spott|saw\b)|原因|根因|症结|毛病出在|又|再次|第二|谁在|瓶颈|(?:客户|用户|您|商户|顾客|有人|乘客|玩家|家长|患者)[^，。；]{0,10}(?:发现|注意到|察觉|发觉)/i;
/** Some of them only: a reply, a letter of one. */
const ownMessage =
  /\b(?:your|customer'?s?|his|her|their) (?:e-?mail|message|letter|call|report|ticket)\b|\btold us\b|来信|来电|工单|写信来|(?:告诉|告知|通知|提醒)(?:了)?我们/i;

function stopOf(words: string): ToldWait['stop'] | undefined {
  const kinds = happeningsIn(words);
  if (kinds.has('notified')) return laterMessage.test(words) || ownMessage.test(words) ? undefined : 'notified';
  return kinds.has('detected') && !noticedElse.test(words) ? 'detected' : undefined;
}

interface Parts {
  /** What it is counted from, in its words; `undefined` where the sentence does not say. */
  readonly from: string | undefined;
  readonly stop: string;
  readonly isMost?: boolean;
}

/** "the queue had begun to grow we knew": where the words behind "after" go over to what then was. */
const goesOver =
  /,|;|\sand\s|\s(?=(?:we|our|an?|the (?:first|banner|status|app|notice|on-call)|your?|nobody|no one|not|an engineer|payroll|customers)\s)/i;

/** What stands before a length of time and behind it, in English. */
function english(before: string, behind: string): Parts | undefined {
  const after = /^\s+(?:after|from|following|into|in to|of|since)\s+(?<rest>.+)$/is.exec(behind)?.groups?.rest;
  const isIn = /^\s+(?:in|into it|in to it)(?=[,.;!?\s]|$)(?! (?:the|our|your|a|which)\b)/i.exec(behind);
  const most = atMost.test(before);
  if (after !== undefined) {
    const over = /^[^,;]{0,6}/.test(after) ? goesOver.exec(after.slice(4)) : null;
    const anchor = over ? after.slice(0, over.index + 4) : after;
    const rest = over ? after.slice(over.index + 4) : '';
    const lead = before.replace(filler, '');
    // "Our alarm went off two minutes after …": what then was stands before.
    return { from: anchor, stop: stopOf(lead) ? lead : rest, isMost: most };
  }
  if (isIn) return { from: 'it began', stop: before + behind.slice(isIn[0].length), isMost: most };
  const gone =
    /^\s+(?:(?:had |have )?(?:passed|gone by|went by|elapsed|ticked by|slipped by)|were lost|was lost)\s+(?:before|until|and)\s+(?<rest>.+)$/is.exec(
      behind,
    );
  if (gone) return { from: 'it began', stop: gone.groups?.rest ?? '' };
  const until = /^\s+(?:before|until|till|for (?:us|our \w+) to|to|without)\s+(?<rest>.+)$/is.exec(behind)?.groups
    ?.rest;
  if (
    until !== undefined &&
    /\b(?:it was|it took|took|takes|took us|needed|it cost us|waited|wait|spent|let|left you|lasted|went on)\s(?:us |you |our \w+ |another )?$/i.test(
      before.replace(filler, ''),
    )
  )
    return { from: 'it began', stop: `to ${until}` };
  const later = /^\s+(?:later|after that|afterwards|on)\b,?(?<rest>.*)$/is.exec(behind);
  if (later) return { from: undefined, stop: `${before} ${later.groups?.rest ?? ''}` };
  if (
    /\b(?:only|not until) after\s*$|\bafter\s*$/i.test(before.replace(filler, '')) &&
    /^\s*(?:[,.;!]|$|did\b|were\b|was\b|we\b|our\b)/i.test(behind)
  )
    return { from: undefined, stop: `${before} ${behind}` };
  if (/\bwithin\s*$/i.test(before.replace(filler, '')) || most)
    return { from: undefined, stop: `${before} ${behind}`, isMost: true };
  return undefined;
}

/** The same in Chinese, where what it is counted from stands before the length. */
function chinese(before: string, behind: string): Parts | undefined {
  const isMost = /^(?:之?内|以内)/.test(behind);
  const lead = before.replace(filler, '');
  // "从出事到我们发出头一条短信,隔了二十一分钟"
  const span =
    /(?:从|自)?(?<from>[^，。；,]{2,20}?)(?:到|直到|至)(?<stop>[^。；]{2,30})[，,](?:我们|前后|中间|一共|总共|足足|整整|已经?)*(?:隔|花|用|等|过|拖|耗|耽误|迟)(?:了|去了?)?\s*$/.exec(
      lead,
    )?.groups;
  if (span) return { from: span.from, stop: span.stop ?? '' };
  // "首次通知比故障发生晚了二十分钟"
  const than = /(?<stop>[^，。；,]{2,24}?)比(?<from>[^，。；,]{1,14}?)(?:整整|足足|还)?(?:晚|迟)了?\s*$/.exec(
    lead,
  )?.groups;
  if (than) return { from: than.from, stop: than.stop ?? '' };
  const then =
    /^(?:之?后|以后|之?内|以内|后|过去|才|时|的时候|的?时间)?[，,]?(?<rest>.*)$/s.exec(behind)?.groups?.rest ?? '';
  const isAfter = /^(?:之?后|以后|之?内|以内|后|过去|才|，|,)/.test(behind);
  // "第一条通知晚了45分钟", "过了40分钟,我们才通知大家"
  if (/(?:晚|迟|拖)了?\s*$/.test(lead)) return { from: undefined, stop: /[^，,]*$/.exec(lead)?.[0] ?? '' };
  if (/^(?:等|过|隔|整整|足足|拖)*了?\s*$/.test(lead)) return { from: undefined, stop: behind };
  // "值班人员在故障出现半个多钟头后才接手处理", "故障发生后过了四十多分钟,我们才察觉"
  const whole =
    /(?<stop>[^，。；,]*?在)?(?<from>[^，。；,]{1,18}?)(?:之?后|以后)?(?:又|再)?(?:过|隔|等|拖|晚|迟)?了?\s*$/.exec(
      lead,
    )?.groups;
  if (!isAfter || !whole || /又|再|接着/.test(before.slice(-6))) return undefined;
  return { from: whole.from, stop: stopOf(then) ? then : `${whole.stop ?? ''}${then}`, isMost };
}

/** A cheap question first: whether it may speak of noticing or telling at all. */
const hint =
  /\b(?:alarm|alert|notic|aware|realis|realiz|spotted|detect|learn|knew|heard?|monitor|case|told?|tell|inform|wrote|write|e-?mail|messag|text|banner|status page|word|letter|paged)|警|监控|探测|察|发现|注意|知|接手|介入|通|公告|告诉|短信|邮件|推送|消息|状态|信/i;

/** The waits that a text tells; only of sentences with one length of time, and no time of day. */
export function toldWaitsIn(
  prose: string,
  durations: readonly Duration[],
  times: readonly { readonly start: number }[],
): readonly ToldWait[] {
  if (durations.length === 0) return [];
  const text = fold(prose);
  if (!hint.test(text)) return [];
  return sentencesOf(text).flatMap(({ start, words }): ToldWait[] => {
    const end = start + words.length;
    const within = ({ start: at }: { readonly start: number }): boolean => at >= start && at < end;
    const own = durations.filter(within);
    const [duration] = own;
    if (!duration || own.length > 1 || times.some(within) || !hint.test(words)) return [];
    if (supposedly.test(words.replace(/\bso that\b.*/is, ''))) return [];
    const before = words.slice(0, duration.start - start);
    const behind = words.slice(duration.end - start);
    // "A prepared message, so that you hear from us within half an hour".
    if (/\bso that\b/i.test(before)) return [];
    const isHan = /[\u3400-\u9fff]/.test(words);
    const parts = isHan ? chinese(before, behind) : english(before, behind);
    const stop = parts && stopOf(parts.stop);
    if (!parts || !stop || (parts.from === undefined && stop === 'detected' && !noticesIncident(words))) return [];
    const from =
      parts.from === undefined ? (parts.isMost && stop === 'detected' ? 'began' : 'any') : fromOf(parts.from);
    if (!from || (from === 'detected' && stop === 'detected')) return [];
    // "already", "within": no longer than that.
    const isMost = parts.isMost || already.test(parts.stop) || /^[^，,]{0,3}(?:之?内|以内)/.test(behind);
    return [
      {
        duration: isMost ? { ...duration, least: 0 } : duration,
        stop,
        from,
        since: trigger.test(parts.from ?? '') ? '' : (parts.from ?? ''),
      },
    ];
  });
}
