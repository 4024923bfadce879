import type { ClockTime } from './clock.js';
import { isOfElse, isOfPart, isOfWork, saysFailure, saysRecovery } from './incident-words.js';

/** What a sentence says of a time of day: that it began then, that it was over then or before, or that it went on. */
export type ClockRole = 'began' | 'over' | 'over by' | 'during';

const about =
  /(?:\b(?:about|around|roughly|approximately|nearly|almost|exactly|precisely|only|as (?:late|early) as|some time|(?:shortly|just|soon|right|a few minutes|a little|a bit) (?:after|before|past)|well (?:after|past)|just)\s+|(?:after|past)\s+)+$/i;

const until = /\b(?:until|till)(?: after)?\s*$/i;
const by = /\b(?:by|before)\s*$/i;
const at = /(?:\b(?:at|from|since|as of|around|about|on the stroke of|towards?|after|it was(?: not)?)\s*|^\W*)$/i;
/** What works again, as a whole sentence says it; "again" alone may be a second failure. */
const enOver =
  /\b(?:again|once more|restored|recovered|back (?:to normal|up|online|in service|in order|on their feet|on its feet|running|working|as usual)|(?:was|were|got|had been) (?:\w+ )?(?:back|over|resolved|fixed|repaired|mended|ended|solved|cleared|gone|at an end)|re-?opened|(?:returned|went back) to normal|normal (?:service|speed|operation|working)|in order|usual (?:self|speed|pace)|resumed|came back|ended|finished|caught up)\b/i;
const failsAgain = /\b(?:failed|stopped|down|broke|crashed|froze|slowed|worse) (?:\w+ )?(?:again|once more)\b/i;
/** What fails and when: "the first bookings bounced at", "delivery slowed down at", "it was ten to ten when payslips stopped opening". */
const enFailsThen =
  /\b(?:went (?:down|dark|off(?:line)?|out(?! (?:[a-z]+ ){0,2}to\b)|quiet|silent|dead|wrong)|stopp(?:ed|ing)|fail(?:ed|ing)?|bounced|broke(?: down| off)?|crashed|froze|hung|gave (?:up|out)|slow(?:ed)?(?: down)?|ceased|seized up|fell over|dropped(?: out)?|refused|rejected|turned (?:away|back)|struck|hit (?:us|you)|occurred|happened|arose|appeared|surfaced|no longer|could(?: not|n't)|nobody could|stood still|came to a (?:halt|stop|standstill)|lost|(?:was|were) (?:down|un(?:available|reachable|able)|offline|shut|closed|gone|late|slow|stuck))\b/i;
const enBegins =
  /\b(?:outage|incident|fault|failures?|problems?|trouble|disruption|interruption|breakdown|errors?|slowdown|delays?|queue|backlog|crash|it(?: all)?|this|everything|things)\b[^.,;]{0,40}\b(?:began|begun|start(?:ed)?|set in|kicked in|built up|came on|first)\b|\bfirst (?:[\w-]+ ){0,2}(?:late|failed|broken|errors?|missing|blank|rejected|refused|slow|dropped)\b/i;
const enClauseAhead = /(?:[,;:(]| (?=(?:and|but|while) ))[^,;:(]*$/;
const enClauseBehind = /[,;:(]| (?:and|but|while) /;
/** What fails inside, before anybody outside may feel it. */
const inner =
  /\b(?:job|script|update[ds]?|change[ds]?|release[ds]?|deploy\w*|migration|certificate|servers?|nodes?|clusters?|database|process|task|import|switch|cable|disks?|power|pump|fuse|supplier|provider|rotation|roll-?(?:out|back)|maintenance|engineers?|replica|link|router|cooling|technicians?)\b/i;
const zhInner =
  /任务|脚本|更新|变更|发布(?!不|中断)|上线|证书|节点|机房|数据库|供应商|工程师|值班|电缆|光缆|硬盘|进程|电源|主机|集群|迁移|升级|迁移|水泵|施工/u;

const zhUntil =
  /(?:直到|一直到|直至|要到|拖到|迟至|等到|延续到|持续到|到了?|至|截至)\s*(?:了|当天|当日|当晚|次日|隔天)?\s*$/u;
const zhBegins =
  /^[，]?\s*(?:[(（][^)）]{0,16}[)）])?(?:左右|前后|许|刚过|多|整)?(?:[(（][^)）]{0,16}[)）])?(?:起|开始|发生|出现|就|便|已经?|才(?:出现|发生|冒|开始)|，)/u;
const zhBeginsAt =
  /(?:开始|发生|出现|起)(?:的?时[间刻点])?(?:是|为|于|在)[^，。；]{0,4}$|(?:从|自|始于|打从)\s*[^，。；\d]{0,6}$|(?:故障|中断|事故|问题|停摆|毛病)[^，。；]{0,4}(?:是|在|于|从|自)[^，。；]{0,6}$/u;
const zhOverBy = /^\s*(?:[(（][^)）]{0,16}[)）])?(?:以|之)?前(?!后)/u;
/** "8点半之前，相册一切正常": what had not begun yet. */
const zhStill =
  /一切(?:都)?(?:正常|如常)|(?:都|仍|还|一直|始终)[^，。；]{0,4}(?:正常|如常)|运[行转作]正常|(?<!恢复|恢复了)正常(?:使用|运[行转作]|工作)/u;
/** "考试顺延后，下午五点多才结束": of what people came for. */
const zhEventEnds = /(?:考试|比赛|会议|课程?|活动|直播|演出|节目|营业|培训|检查|核对|讨论|通话)[^。]{0,16}结束/u;
const zhOverAt =
  /(?:恢复|复原|修复|修好|结束|解除|正常)[^，。；]{0,4}(?:时[间刻点])(?:是|为|在|于)?[^，。；]{0,6}$|(?:恢复|复原|修复|修好|结束)(?:是在|于|在)[^，。；]{0,6}$/u;

/**
 * What a sentence says of a time of day in it; `undefined` where that is not when the incident began or ended, or where it
 * may be of another one. Takes folded words.
 * @param alone Whether it is the only time in its sentence.
 */
export function clockRole(
  words: string,
  { start, end }: ClockTime,
  from: number,
  alone: boolean,
): ClockRole | undefined {
  if (isOfElse(words) || isOfPart(words)) return undefined;
  const lead = words.slice(0, start - from);
  const tail = words.slice(end - from);
  if (/[\u3400-\u9fff]/u.test(words)) return chinese(lead, tail);
  if (alone) return english(words, lead, tail);
  // Of several times each has a clause of its own.
  const ahead = lead.slice(lead.search(enClauseAhead) + 1).replace(/^(?:and|but|while) /, '');
  const behind = tail.slice(0, enClauseBehind.exec(tail)?.index);
  return english(ahead + words.slice(start - from, end - from) + behind, ahead, behind);
}

function english(words: string, lead: string, tail: string): ClockRole | undefined {
  // "We finished this check at 18:20" is no end of the incident.
  if (isOfWork(words) || /\bcheck(?:s|ed|ing)?\b/i.test(words)) return undefined;
  const before = lead.replace(about, '');
  const isOver = enOver.test(words) && !failsAgain.test(words);
  // "After the recovery we watched it until seven".
  if (/\b(?:after|once|since) (?:the |it |every\w+ |that )/i.test(lead)) return undefined;
  if (until.test(before)) return isOver || saysFailure(words) ? 'over' : undefined;
  if (by.test(before)) return isOver && !/\bnot (?:\w+ ){0,4}(?:by|before)\s*$/i.test(before) ? 'over by' : undefined;
  if (!at.test(before) && before === lead) return undefined;
  if (/\bstill\b/i.test(words)) return saysFailure(words) && !isOver ? 'during' : undefined;
  if (isOver) return 'over';
  if (saysRecovery(words.replace(/\b(?:over|back)\b/gi, ''))) return undefined;
  if (inner.test(words)) return undefined;
  const [first] = tail.split(/[,;]/);
  if (enBegins.test(words)) return 'began';
  const isThen = enFailsThen.test(lead) || enFailsThen.test(first ?? '') || /^[^.;]*\bwhen\b/i.test(tail);
  return isThen && saysFailure(words) ? 'began' : undefined;
}

/**
 * What the question says of a time that stands alone in its answer: "When could I pay again? At 20:15." Takes folded words.
 * @param words The answer.
 */
export function askedRole(asked: string, words: string): ClockRole | undefined {
  if (!/\bwhen\b|\bwhat time\b|几点|什么时候|何时|哪个时间/i.test(asked) || words.length > 70) return undefined;
  if (isOfElse(asked.replace(/[?？]/g, '')) || isOfElse(words) || isOfWork(asked + words)) return undefined;
  if (saysRecovery(asked)) return 'over';
  return saysFailure(asked) || /\b(?:start|begin|break)\b|开始/i.test(asked) ? 'began' : undefined;
}

/** A clause of Chinese, with the next one where the time ends it. */
function clauseOf(lead: string, tail: string): { readonly ahead: string; readonly behind: string } {
  const ahead = lead.slice(Math.max(lead.lastIndexOf('，'), lead.lastIndexOf('；'), lead.lastIndexOf('：')) + 1);
  const [first = '', second = ''] = tail.split(/[，；：]/u);
  return {
    ahead,
    behind: /[\u3400-\u9fff]{3}/u.test(first.replace(/[(（][^)）]*[)）]/g, '')) ? first : `${first}，${second}`,
  };
}

function chinese(lead: string, tail: string): ClockRole | undefined {
  const { ahead, behind } = clauseOf(lead, tail);
  const clause = ahead + behind;
  if (isOfWork(clause) || /次日|第二天|翌日|隔天|后来/u.test(clause)) return undefined;
  if (zhEventEnds.test(lead + tail)) return undefined;
  const isOver = saysRecovery(clause.replace(/恢复(?:之?后|以后)|正常(?=运)/gu, ''));
  if (zhOverBy.test(behind)) return isOver && !zhStill.test(clause) ? 'over by' : undefined;
  if (zhUntil.test(ahead)) return isOver || saysFailure(clause) ? 'over' : undefined;
  if (/仍|依然|依旧|还(?:在|是|没|不)/u.test(clause)) return saysFailure(clause) && !isOver ? 'during' : undefined;
  if (zhOverAt.test(ahead)) return 'over';
  if (isOver)
    return /才|又[能可]|终于|重新|完全|全[部面]|彻底|(?:恢复|复原|修好|通了|好了)[^，。；]{0,3}[。！]?$|(?:就|便|已)[^，。；]{0,6}(?:恢复|修好|好了)/u.test(
      behind,
    )
      ? 'over'
      : undefined;
  if (zhInner.test(clause) || !saysFailure(clause)) return undefined;
  return zhBegins.test(behind) || zhBeginsAt.test(ahead) ? 'began' : undefined;
}
