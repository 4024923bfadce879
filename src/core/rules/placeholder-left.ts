import { isBlank, placeholders } from '../document/placeholders.js';
import { quote } from './phrase-rule.js';
import { type BlockText, defineRule, type Problem } from './rule.js';

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  category: 'structure',
  severity: 'error',
  reads: 'all',
  title: { en: 'No blank left over', zh: '不留空白' },
  why: {
    en: 'A blank in a message to customers shows that nobody read it before it was sent, and so nothing else in it is believed.',
    zh: '发给客户的内容里留有空白，说明发出前没有人读过，其余内容也就没有人相信。',
  },
  examples: {
    bad: [
      'From 14:05 to 16:40 UTC, [[[number]]] of our customers could not pay.',
      'We will write again on [[TBD]].',
      'Contact: [[to be confirmed]]',
      '我们的下一次消息将于[[【下次消息的时间（含时区）】]]发布。',
      '补偿方案：[[待补充]]',
      'Dear [[<customer name>]], we are sorry.',
      '[[Lorem ipsum]] dolor.',
    ],
    good: [
      'See [number](https://example.com/number) and [the status page][status].\n\n[status]: https://example.com\n',
      'One customer wrote: “I lost every thing [sic] I had entered.”',
      '- [x] Done\n- [ ] Open\n\nSee the note.[^1]\n\n[^1]: A note.\n',
      'The cause is still to be confirmed; we will name it by 5 May.',
      '具体原因仍待确认，我们将在 5 月 6 日告知您。',
      'Press <kbd>Esc</kbd> to leave.<br>Then sign in again.',
    ],
  },
  *block(block: BlockText): Generator<Problem> {
    const isForCustomers = block.audience === 'customer';
    for (const { start, end, inSource, text } of placeholders(block)) {
      if (!isForCustomers && !isBlank(text)) continue;
      const words = quote(text);
      yield {
        at: { start, end },
        inSource,
        say: {
          en: `“${words}” is a blank that nobody has filled in${isForCustomers ? ', and customers would read it' : ''}. Write what belongs there, or take the sentence out.`,
          zh: `“${words}”还没有填写${isForCustomers ? '，客户会看到' : ''}。请补上内容，或删除这句话。`,
        },
        ...(isForCustomers ? {} : { severity: 'info' as const }),
      };
    }
  },
});
