import type { Incident } from '../document/incident.js';
import type { Postmortem } from '../document/postmortem.js';
import { documentFacts, isFragment, placeIn, timeFacts } from './document-facts.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';

/** Whether the picture of the incident's times is shown, whose caption names the zone of front matter. */
const isShown = ({ zone, moments }: Incident): boolean =>
  zone !== undefined && moments.get('began')?.time !== undefined && moments.size > 1;

export const timeWithoutZone = defineRule({
  id: 'time-without-zone',
  category: 'facts',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Say which time zone', zh: '写明时区' },
  why: {
    en: 'Customers compare your times with what they saw. Without the zone, those in another one look at the wrong hour and conclude that your account is wrong.',
    zh: '客户会拿你们写的时间和自己看到的对照。不写时区，其他时区的客户就会对错时间，认为你们的说明不可信。',
  },
  examples: {
    bad: [
      '# Late parcels\n\nFrom [[14:05]] to 15:20 on 3 March, no parcel was scanned.\n\nSince 15:20 it works again.\n',
      '# 包裹延误\n\n3月3日[[14:05]]至15:20，包裹无法扫描。\n',
      '---\nbegan: 2026-03-03T14:05:00Z\n---\n\n# Late parcels\n\nFrom [[14:05]] to 15:20 on 3 March, no parcel was scanned.\n',
    ],
    good: [
      '# Late parcels\n\nAll times are UTC.\n\nFrom 14:05 to 15:20 on 3 March, no parcel was scanned.\n',
      '---\nbegan: 2026-03-03 14:05\nresolved: 2026-03-03 15:20\ntimezone: Asia/Shanghai\n---\n\n# 包裹延误\n\n3月3日14:05至15:20，包裹无法扫描。\n',
      '# 包裹延误\n\n3月3日14:05至15:20（北京时间），包裹无法扫描。\n\n15:20起恢复正常。\n',
      'A transfer made at 10:05 arrived at 16:40.',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    if (!postmortem.hasCustomerPart || isFragment(postmortem)) return;
    const { incident } = documentFacts(postmortem, context);
    if (isShown(incident)) return;
    // What the team writes for itself, customers do not see.
    const told = timeFacts(context, 'told-times', ({ block, text, moments }) => {
      if (block.audience !== 'customer') return undefined;
      const time = moments.find(({ kind }) => kind === 'time');
      return {
        isZoned: moments.some((moment) => moment.kind !== 'date' && moment.zone),
        time: time && { start: time.start, end: time.end, words: text.slice(time.start, time.end) },
      };
    });
    if (told.some(({ value }) => value.isZoned)) return;
    for (const { block, value } of told) {
      const { time } = value;
      if (!time) continue;
      const { words } = time;
      yield {
        at: placeIn(block, time),
        say: {
          en: `“${words}” has no time zone, and nothing that customers read names one. Those in another zone would look at the wrong hour: write the zone behind the time, such as “${words} UTC”, or once “All times are in UTC”.`,
          zh: `“${words}”没有写时区，客户读到的内容里也没有说明时区，其他时区的客户会对错时间。请在时间后写明时区，例如“${words}（北京时间）”，或统一说明“以下均为北京时间”。`,
        },
      };
      return;
    }
  },
});
