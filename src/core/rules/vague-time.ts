import { phraseRule } from './phrase-rule.js';

export const vagueTime = phraseRule({
  id: 'vague-time',
  category: 'vague',
  severity: 'warning',
  reads: 'customer',
  title: { en: 'Say when', zh: '说明时间' },
  why: {
    en: '“Soon” cannot be checked, so it is not believed. A date, or the date of the next message, can be.',
    zh: '“尽快”无法核对，也就没有人相信。写明日期，或写明下一次通报的日期，才可信。',
  },
  say: {
    en: '“{text}” is no time. Give a date or a time with its zone; if you do not know it yet, say when you will tell them.',
    zh: '“{text}”不是时间。请写明日期或带时区的时间；如果还不确定，请说明何时告知。',
  },
  examples: {
    bad: ['We will share more details [[soon]].'],
    good: ['We will share more details by 3 May, 12:00 UTC.'],
  },
});
