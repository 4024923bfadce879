import type { CalendarDay, ClockTime } from '../document/clock.js';
import { instantOf } from '../document/incident.js';
import type { Postmortem } from '../document/postmortem.js';
import { fold } from '../language/fold.js';
import { documentFacts, placeIn, type TimedBlock, timeFacts } from './document-facts.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';

const nextMessage =
  /\b(?:next|further|another) (?:message|update|report|notice|e-?mail|news)\b|\b(?:write to you|update you|inform you|report|hear from us|tell you) (?:again|next|by|on|until)\b|(?:下一?次|下一条|下一封)[^，。]{0,6}(?:消息|通知|通报|更新|说明|公告|邮件)|再次(?:通报|通知|说明|给您写信|更新)/i;
const will = /\b(?:get|receive|next|will|shall|going to|plan to|due|comes?|follows?)\b|将|会在|计划|下一?次/i;
const day = 86_400_000;

/** When a promise has run out: at its time, or with the end of its day. */
function runsOut(date: CalendarDay, time: ClockTime | undefined, zone: Parameters<typeof instantOf>[2]): number {
  return instantOf(date, time, zone) + (time ? 0 : day);
}

/** The first day that a block names, where it is the one of the next message. */
function promised({ block, text: prose, moments }: TimedBlock) {
  if (block.audience !== 'customer') return undefined;
  const text = fold(prose);
  if (!nextMessage.test(text) || !will.test(text)) return undefined;
  const at = moments.findIndex(({ kind }) => kind === 'date');
  const date = moments[at];
  if (date?.kind !== 'date' || !/(?:[^.。]*)$/.exec(text.slice(0, date.start))?.[0]) return undefined;
  if (!nextMessage.test(text.slice(Math.max(0, date.start - 120), date.end + 60))) return undefined;
  const behind = moments[at + 1];
  return {
    date,
    time: behind?.kind === 'time' ? behind : undefined,
    words: prose.slice(date.start, date.end),
  };
}

export const overduePromise = defineRule({
  id: 'overdue-promise',
  category: 'facts',
  severity: 'warning',
  reads: 'all',
  title: { en: 'Promises that have come due', zh: '到期的承诺' },
  why: {
    en: 'A date that has passed without a word is a second incident. Keep the promise, or say on that day that you could not and give a new date.',
    zh: '承诺的日期过了却没有消息，等于又一次故障。请兑现承诺，或说明没有做到并给出新的日期。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\nnext-update: [[2020-03-06 10:00]]\n---\n\n# Late parcels\n',
      '---\ntype: postmortem\n---\n\n# Late parcels\n\n## Customer explanation\n\nOur next message comes on [[6 March 2020]].\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## 改进事项\n\n| 事项 | 负责人 | 截止日期 |\n| --- | --- | --- |\n| 加倍空间 | 存储组 | [[2020年3月6日]] |\n',
    ],
    good: [
      '---\ntype: postmortem\nnext-update: 2999-03-06 10:00\n---\n\n# Late parcels\n\n## Customer explanation\n\nOur next message comes on 6 March 2999.\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## 改进事项\n\n| 事项 | 负责人 | 截止日期 | 状态 |\n| --- | --- | --- | --- |\n| 加倍空间 | 存储组 | 2020年3月6日 | 已完成 |\n',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    const { now } = context;
    const { status } = postmortem.frontMatter.values;
    if (now === undefined || status === 'published') return;
    const { incident } = documentFacts(postmortem, context);
    const next = incident.moments.get('next-update');
    if (next && runsOut(next.day, next.time, incident.zone) < now) yield overdue(next.at, next.text, 'message');
    const year = incident.moments.get('began')?.day.year;
    for (const { block, value } of timeFacts(context, 'promised-message', promised)) {
      const known = { ...value.date, year: value.date.year ?? year };
      if (known.year === undefined || runsOut(known, value.time, incident.zone) >= now) continue;
      yield overdue(placeIn(block, value.date), value.words, 'message');
    }
    for (const { due, isOpen, block, text } of documentFacts(postmortem, context).actions) {
      const dueYear = due?.year ?? year;
      if (!due || !isOpen || dueYear === undefined) continue;
      if (runsOut({ ...due, year: dueYear }, undefined, incident.zone) >= now) continue;
      yield overdue(placeIn(block, due), text.slice(due.start, due.end), 'action');
    }
  },
});

function overdue(at: Problem['at'], words: string, what: 'message' | 'action'): Problem {
  return what === 'message'
    ? {
        at,
        say: {
          en: `The message promised for “${words}” is due: that time has passed. Send it, or tell customers that it comes later and when, and put the new date here.`,
          zh: `承诺在“${words}”发布的消息已到期。请发布，或告诉客户会推迟到何时，并在这里写上新的日期。`,
        },
      }
    : {
        at,
        say: {
          en: `“${words}” has passed and the action is still open. Mark it done, or agree on a new date and tell those to whom it was promised.`,
          zh: `“${words}”已过，这一事项仍未完成。请标为完成，或商定新的日期，并告知得到承诺的人。`,
        },
      };
}
