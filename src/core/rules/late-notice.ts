import { readDurations } from '../document/duration.js';
import { minutesBetween } from '../document/incident.js';
import type { Postmortem } from '../document/postmortem.js';
import { fold } from '../language/fold.js';
import { documentFacts } from './document-facts.js';
import { delay, lateWords, silence, told } from './part-words.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';
import { sentencesIn } from './sentences.js';

/** Whether a text owns up to a late notice: says so, or how long after the beginning customers were told. */
const ownsUp = (text: string): boolean => {
  const plain = fold(text);
  if (silence().test(plain)) return true;
  if (!told().test(plain)) return false;
  return sentencesIn(plain).some(
    ({ text: each }) =>
      told().test(each) && (lateWords().test(each) || (delay().test(each) && readDurations(each).length > 0)),
  );
};

export const lateNotice = defineRule({
  id: 'late-notice',
  category: 'facts',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Own up to a late first notice', zh: '首次通知晚了要承认' },
  why: {
    en: 'Customers know when they noticed and when they heard from you. A late notice that is passed over in silence weighs more than the incident; one that is admitted, with its reason, does not.',
    zh: '客户知道自己何时发现问题、何时收到通知。通知晚了却闭口不提，比故障本身更伤人；承认并说明原因，则不会。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nnotified: [[2026-03-03 16:40]]\n---\n\n# Late parcels\n\n## Customer explanation\n\nWe are sorry that you could not send parcels.\n',
      '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nnotified: [[2026-03-03 16:40]]\n---\n\n# 包裹延误\n\n## 客户说明\n\n我们向您道歉。\n',
    ],
    good: [
      '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nnotified: 2026-03-03 14:31\n---\n\n# Late parcels\n\n## Customer explanation\n\nWe are sorry that you could not send parcels.\n',
      '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nnotified: 2026-03-03 16:40\n---\n\n# Late parcels\n\n## Customer explanation\n\nWe told you late: our first message went out at 16:40.\n',
      '---\ntype: postmortem\nbegan: 2026-03-03 14:05\nnotified: 2026-03-03 16:40\n---\n\n# 包裹延误\n\n## 客户说明\n\n我们通知您晚了，为此我们同样道歉。\n',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    if (!postmortem.hasCustomerPart) return;
    const { incident } = documentFacts(postmortem, context);
    const delay = minutesBetween(incident, 'began', 'notified');
    const at = incident.moments.get('notified')?.at;
    if (delay === undefined || at === undefined || delay <= context.firstNotice) return;
    const admissions = context.facts(
      'owns-up',
      ({ audience, text }) => (audience === 'customer' && ownsUp(text)) || undefined,
    );
    if (admissions.length > 0) return;
    const minutes = Math.round(delay);
    yield {
      at,
      say: {
        en: `Customers had the first notice ${minutes} minutes after it began, later than the ${context.firstNotice} that you set yourselves, and the text does not say so. Say that you told them late, why, and what you change: they know it anyway.`,
        zh: `首次通知在故障开始 ${minutes} 分钟后才发出，超过了你们设定的 ${context.firstNotice} 分钟，而正文没有提到。请承认通知晚了，并说明原因和改进：客户本来就知道。`,
      },
      insert: { en: 'What happened: our first notice came late', zh: '发生了什么：首次通知晚了' }[postmortem.language],
    };
  },
});
