import { frontMatterRefusals } from '../customer/front-matter-refusals.js';
import { customerView, mayRefuse } from '../customer/view.js';
import { defineRule, type Problem } from './rule.js';

/** Says in the editor what the preview and every export refuse for, so that all of them agree. */
export const malformedMarker = defineRule({
  id: 'malformed-marker',
  category: 'leak',
  severity: 'error',
  reads: 'all',
  title: { en: 'Nothing stands in the way of the customer version', zh: '客户版本可以安全地生成' },
  why: {
    en: 'A marker with a slip in it hides nothing: what it should keep inside would be published. Candor makes no customer version until the place is clear.',
    zh: '写错的标记什么也隐藏不了，本应保留在内部的内容会被公开。在改正之前，Candor 不会生成客户版本。',
  },
  examples: {
    bad: [
      '[[::: internal]]\n\nOnly for us.\n\n[[:::]]\n',
      '[[：：：internal]]\n内部内容\n\n[[：：：]]\n',
      '[[It works again. ::internal]]',
    ],
    good: [
      ':::internal\nOnly for us.\n:::\n\nIt works again.',
      '10:30 恢复。Note:this is text, as is http://example.com.',
    ],
  },
  *document(postmortem, context): Generator<Problem> {
    const refusals = context.hasChunk('refusals', mayRefuse)
      ? customerView(postmortem).refusals
      : frontMatterRefusals(postmortem);
    for (const { kind, at, say } of refusals) if (kind !== 'empty' && kind !== 'front-matter') yield { at, say };
  },
});
