import { fold } from '../language/fold.js';
import { matchesIn } from '../matches.js';
import type { CalendarDay, Moment } from './clock.js';

/** Until when something can be claimed. */
export interface Deadline {
  readonly day: CalendarDay;
  /** What its sentence is about. */
  readonly words: ReadonlySet<string>;
  /** Whether it is that of all claims for losses: nothing narrows what is claimed. */
  readonly isGeneral: boolean;
}

const claims =
  /\b(?:claims?|claimed|apply|application|redeem\w*|collect|request|submit|send (?:us|in)|hand in|register|file|report|valid|expires?|voucher|refunds?|write to us|no longer|after that|loss(?:es)?|damages|costs|compensation|reimburs\w*)\b|损失|赔|领取|申请|提交|兑换|补发|有效|过期|失效|登记|报销|退款|受理|逾期/iu;
const before =
  /\b(?:by|until|till|before|no later than|up to|through|on or before|expires?(?: on)?|valid (?:until|to)|after)\s+(?:\w+day,?\s+)?(?:the\s+)?(?:end of\s+)?$|(?:截止(?:日期|时间)?(?:到|至|为|是)?|有效期(?:到|至)|最迟|不迟于|至|到|在)\s*$/iu;
const behind =
  /^\s*(?:\d{1,2}[:：]\d\d|24 ?点)?\s*(?:之?前|截止|为止|止|以前|前后?|之后(?:不再|不予|无法|失效|作废)|后(?:不再|不予|无法|失效|作废)|起?(?:不再|作废|失效)|到期|内有效|前有效)/u;
/** What the team does, or has done, by then. */
const ours =
  /\b(?:we (?:will|have|had|sent|paid|credited)|was|were|has been|have been|will be (?:paid|credited|live|sent))\b|我们(?:将|会|已)|已于|到账|完成|上线/iu;
const idle = new Set(
  'until before after from with that this your have will can any and the for not are you'.split(' '),
);

function wordsIn(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of matchesIn(sentence.toLowerCase(), /[a-z]{4,}/g))
    if (!idle.has(word)) found.add(word.replace(/(?:ing|ed|es|s|e)$/u, ''));
  for (const [run] of matchesIn(sentence, /[\u3400-\u9fff]{2,}/g))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!/[的了在我们您和与也都把请可以年月日前后到至]/u.test(pair)) found.add(pair);
    }
  return found;
}

/** A claim for what it cost, and no gift that expires. */
const ofLosses = /\b(?:claims?|loss(?:es)?|damages|reimburs\w*|compensation|expenses|costs?)\b|赔|损失|报销|费用/i;
/** Words that say nothing of what is claimed. */
const general =
  /\b(?:claims?|claimed|loss(?:es)?|damages?|costs?|expenses?|compensation|reimburse[ds]?|recover|hand(?:ed)?|submit(?:ted)?|send|sent|filed?|made|make|forms?|enclosed|attached|invoices?|receipts?|bills?|certificates?|proof|please|with|plus|your|their|from|this|that|them|these|those|have|until|before|later|latest|than|what|does|will|accept(?:ed)?|accepting|reach|office|letter|e-?mail|address|same|back|must|should|need)\b/gi;
const zhGeneral =
  /商家后台|后台|截图|退款|平台|页面|入口|资料|证明|官网|怎么办|怎么赔|怎么算|如何|怎样|请|您|的|损失|赔偿|赔付|索赔|理赔|补偿|报销|费用|申请|提交|材料|票据|发票|凭证|凭|单据|登记|联系|我们|拨打|热线|客服|电话|受理|在|于|到|至|前|之|截止|为止|为|可以|可|须|应|需|逾期|不再|最迟|日期|期限|将|以|并|和|或|后|不予|均|都|是/gu;

/** Whether hardly a word is left that could narrow what is claimed. */
function isGeneral(words: string): boolean {
  const rest = words.replace(general, ' ').replace(zhGeneral, ' ');
  return !/[a-z]{4}/i.test(rest) && matchesIn(rest, /[\u3400-\u9fff]/gu).length < 2;
}

/** Finds "claim by 31 July", "请在7月31日前领取", "7月20日之后不再补发". */
export function deadlinesIn(prose: string, moments: readonly Moment[]): readonly Deadline[] {
  const days = moments.filter((moment): moment is CalendarDay => moment.kind === 'date').slice(0, 20);
  if (days.length === 0) return [];
  const text = fold(prose);
  const ends = matchesIn(text, /[。！？!?；;]|[.](?=\s+\P{Ll}|\s*$)/gu).map(({ index }) => index);
  return days.flatMap((day): Deadline[] => {
    const from = (ends.findLast((end) => end < day.start) ?? -1) + 1;
    const to = ends.find((end) => end >= day.end) ?? text.length;
    const sentence = text.slice(from, to);
    // The question before names what its answer is about.
    const asked = ends.findLast((end) => end < from - 1) ?? -1;
    const whole = /[?？]\s*$/u.test(text.slice(0, from)) ? text.slice(asked + 1, to) : sentence;
    if (!claims.test(whole) || ours.test(sentence)) return [];
    if (!before.test(text.slice(from, day.start)) && !behind.test(text.slice(day.end, to))) return [];
    if (/^[在到至]$/u.test(text.slice(day.start - 1, day.start)) && !behind.test(text.slice(day.end, to))) return [];
    const said = whole.replace(text.slice(day.start, day.end), ' ');
    return [{ day, words: wordsIn(whole), isGeneral: ofLosses.test(said) && isGeneral(said) }];
  });
}
