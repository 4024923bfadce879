import type { Postmortem } from '../document/postmortem.js';
import { placeIn } from './document-facts.js';
import { explanationOf } from './explanation.js';
import { quote } from './phrase-rule.js';
import { type DocumentContext, defineRule, type Problem } from './rule.js';
import { wantedParts, wantedSections } from './wanted.js';

export const missingPart = defineRule({
  id: 'missing-part',
  category: 'structure',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'What a section must say', zh: '章节必须说到的内容' },
  why: {
    en: 'An explanation without an apology, a time, a figure, a cause, dates, a word about the data, help, the next message or a way to reach you leaves a question open that customers then put to your support, or to others.',
    zh: '没有道歉、时间、数字、原因、日期、数据情况、帮助、下次消息或联系方式的说明，会留下疑问，客户只能去问客服或别人。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\n---\n\n# Late parcels\n\n## Customer explanation\n\n[[### What happened]]\n\nFrom 14:05 to 15:20 UTC on 3 March, 1,240 customers could not send a parcel.\n',
      '---\ntype: postmortem\nmessage: first-notice\naudience: customer\n---\n\n[[# Late parcels]]\n\nSince 14:05 UTC, parcels are not scanned. We are sorry. You can reach us at help@example.com.\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## 客户说明\n\n[[### 发生了什么]]\n\n3月3日14:05至15:20（北京时间），1240位客户无法寄件。\n',
    ],
    good: [
      '---\ntype: postmortem\nmessage: first-notice\naudience: customer\n---\n\n# Late parcels\n\nSince 14:05 UTC, 1,240 customers cannot send a parcel. We are sorry. Our next message comes by 16:00 UTC. You can reach us at help@example.com.\n',
      '---\ntype: postmortem\nmessage: first-notice\naudience: customer\n---\n\n# 包裹延误\n\n从14:05（北京时间）起，1240位客户无法寄件。我们向您道歉。下一次消息将在16:00（北京时间）之前发布。您可以通过help@example.com联系我们。\n',
      'From 14:05 to 15:20 UTC, 1,240 customers could not send a parcel.',
    ],
  },
  *document(postmortem: Postmortem, context: DocumentContext): Generator<Problem> {
    const explanation = explanationOf(postmortem, context);
    if (!explanation) return;
    const isWhole = explanation.message === 'explanation';
    const missing = new Set(
      isWhole ? wantedSections.filter((wanted) => !explanation.hasSection(wanted)).map(({ kind }) => kind) : [],
    );
    for (const part of wantedParts) {
      // A section that is missing altogether is one finding, not one for each of its parts.
      if (!part.asks.includes(explanation.message) || missing.has(part.kind) || explanation.says(part)) continue;
      yield {
        at: (isWhole ? explanation.section(part.kind)?.heading : undefined) ?? explanation.heading,
        say: part.say,
        insert: part.insert[postmortem.language],
        // What its own section says already is only easier to find in an answer.
        ...(part.kind === 'faq' ? { severity: 'hint' } : {}),
      };
    }
    if (!isWhole || missing.has('response')) return;
    for (const { block, at, text } of explanation.undatedSteps())
      yield {
        at: placeIn(block, at),
        say: {
          en: `“${quote(text)}” is still to come and has no date. Say by when: a step without a day is read as one that nobody has decided on.`,
          zh: `“${quote(text)}”还没有做，也没有写日期。请写明何时完成：没有日期的措施，客户会认为还没有定下来。`,
        },
      };
  },
});
