import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { sentences } from './amounts.js';
import type { CalendarDay, Moment } from './clock.js';

/** The day by which a text says that customers have their money. Offsets of the day. */
export interface PaymentDay extends Span {
  readonly day: CalendarDay;
  /** The day that it has to be there by, on which it is there, from which it is sent, or by which all had it. */
  readonly kind: 'by' | 'from' | 'done';
}

const money =
  /\b(?:refunds?|refunded|the money|(?:your|their) money|repaid|pay(?:ments?|s|ed)? back|paid back|charged? back|correction payments?|reimburse\w*|credited|duplicate charges?|bank accounts?|(?:fees?|deposits?|fares?|(?:full )?price|amounts?|payments?) (?:\w+ )?(?:(?:will be|is|are|is being|are being) (?:\w+ )?(?:returned|given back|credited)|(?:come|go)(?:es)? back))\b|退款|退还|退回|退费|款项|返还|到账|到帐|退到/i;
/** Of what was done, of a claim, or of those who ask. */
const other =
  /\b(?:have been|has been|was|were|already|report|write|tell|inform|claims?|claim|apply|request|invoice|bill|if(?! you (?:paid|bought|were charged|had (?:paid|bought)))|expires?|valid)\b|通报|告知|公布|已于|已经|申请|提交|办理|登记|领取|凭|如果|有效期|截止/i;
/** "All of them had their money back by 23 November". */
const paid =
  /\b(?:all|every|everybody|everyone|each)\b[^.;]{0,60}\b(?:had|has|have|was|were|been)\b|\b(?:had|has|have|was|were|been) all\b|已[^，。；]{0,12}(?:全部|均|都|悉数|全数|一律)|(?:全部|均|都|悉数|全数)已/i;
/** Of a claim, or of those who ask. */
const asked =
  /\b(?:report|write|tell|claims?|apply|request|invoice|if|expires?|valid|except)\b|申请|提交|登记|领取|凭|如果|有效期|截止|除/i;
const byBefore =
  /\b(?:by|no later than|not later than|at the latest by|latest on|until|before|on|arrive on|arrives? by)\s+(?:\w+day,?\s+)?(?:the\s+)?$|(?:最迟|最晚|不迟于|于|在)\s*$/i;
const byBehind = /^\s*(?:at the latest)|^\s*(?:[（(][^）)]{1,6}[）)])?\s*(?:之?前|以前|全部到账|到账|到帐)/i;
const fromBefore = /\b(?:from|starting(?: on)?|beginning(?: on)?|start on|begin on)\s+(?:\w+day,?\s+)?$|从\s*$/i;
const fromBehind = /^\s*(?:[（(][^）)]{1,6}[）)])?\s*(?:起|开始)/;

/** Finds by when, or from when, a text says that money is paid back: one day a sentence. */
export function paymentDays(prose: string, moments: readonly Moment[]): readonly PaymentDay[] {
  const days = moments.filter((moment): moment is CalendarDay => moment.kind === 'date');
  if (days.length === 0 || !money.test(prose)) return [];
  const text = fold(prose);
  return sentences(text).flatMap(({ start, end }): PaymentDay[] => {
    const words = text.slice(start, end);
    const own = days.filter((day) => day.start >= start && day.end <= end);
    const [day] = own;
    if (!day || own.length !== 1 || !money.test(words)) return [];
    const before = text.slice(start, day.start);
    const behind = text.slice(day.end, end);
    if (paid.test(words) && !asked.test(words) && (byBefore.test(before) || byBehind.test(behind)))
      return [{ day, kind: 'done', start: day.start, end: day.end }];
    if (other.test(words)) return [];
    if (fromBefore.test(before) || fromBehind.test(behind))
      return [{ day, kind: 'from', start: day.start, end: day.end }];
    return byBefore.test(before) || byBehind.test(behind) ? [{ day, kind: 'by', start: day.start, end: day.end }] : [];
  });
}
