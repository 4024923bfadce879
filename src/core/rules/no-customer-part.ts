import { seemsAddressed } from '../document/customer-headings.js';
import type { PlacedBlock, Postmortem } from '../document/postmortem.js';
import { plainHeading, sectionKind } from '../document/sections.js';
import { placeIn } from './document-facts.js';
import { defineRule, type Problem } from './rule.js';
import { wholeSnippet } from './wanted.js';

/** A heading that seems to be meant for customers and opens nothing: to open on a guess would publish what is internal. */
function seeming({ blocks }: Postmortem): PlacedBlock | undefined {
  return blocks.find(
    ({ block, section }) =>
      block.kind === 'heading' && section?.kind === undefined && seemsAddressed(plainHeading(block.full.text)),
  );
}

const part = { en: 'Customer explanation: ', zh: '客户说明：' } as const;

export const noCustomerPart = defineRule({
  id: 'no-customer-part',
  category: 'structure',
  severity: 'info',
  reads: 'all',
  title: { en: 'A part for customers', zh: '给客户的部分' },
  why: {
    en: 'Nothing in a postmortem is for customers unless a heading says so. Without a customer part the preview is empty and every export refuses.',
    zh: '只有客户标题之下的内容才给客户看。没有客户部分，预览为空，导出也会被拒绝。',
  },
  examples: {
    audience: 'auto',
    bad: [
      '---\ntype: postmortem\n---\n\n[[# Late parcels]]\n\n## Summary\n\nParcels were late.\n',
      '---\ntype: postmortem\n---\n\n[[# 包裹延误]]\n\n## 摘要\n\n包裹延误。\n',
      '---\ntype: postmortem\n---\n\n# Late parcels\n\n## [[Update for shippers]]\n\nParcels were late.\n',
      '---\ntype: postmortem\n---\n\n# 包裹延误\n\n## [[商户通知]]\n\n包裹延误。\n',
    ],
    good: [
      '---\ntype: postmortem\n---\n\n# Late parcels\n\n## Customer explanation\n\nParcels were late.\n',
      '# Late parcels\n\n## Summary\n\nParcels were late.\n',
      '---\ntype: postmortem\n---\n\n# Late parcels\n\n## For our shippers\n\nParcels were late.\n',
      '---\ntype: postmortem\naudience: internal\n---\n\n# 包裹延误\n',
    ],
  },
  *document(postmortem: Postmortem): Generator<Problem> {
    const { values, at } = postmortem.frontMatter;
    if (values.type !== 'postmortem' || values.audience !== undefined || postmortem.hasCustomerPart) return;
    // A file that has only front matter so far has been begun, not left without anything.
    if (postmortem.blocks.length === 0) return;
    const heading = seeming(postmortem);
    const words = heading?.block.full.text.trim() ?? '';
    const instead = part[heading?.language ?? postmortem.language] + words;
    if (heading && sectionKind(instead, false) === 'customer-part') {
      yield {
        at: placeIn(heading, { start: 0, end: heading.block.full.text.length }),
        say: {
          en: `“${words}” looks as if it were written for customers, but Candor does not know it as the customer part, so nothing under it is shown or exported. If customers may read all of it, write “${instead}”; if not, write “audience: internal” in front matter.`,
          zh: `“${words}”像是写给客户的，但 Candor 没有把它当作客户部分，因此其中的内容不会预览或导出。如果客户可以读到其中全部内容，请写成“${instead}”；如果不能，请在文件开头写 audience: internal。`,
        },
        instead: [instead],
      };
      return;
    }
    const place = postmortem.sections[0]?.heading ?? at;
    if (!place) return;
    yield {
      at: place,
      say: {
        en: 'This postmortem has no part for customers yet, so there is nothing to show or export. Insert the customer part and fill it in, or write “audience: internal” in front matter if none is needed.',
        zh: '这份复盘还没有给客户的部分，因此没有可预览或导出的内容。请插入客户部分并填写；如果不需要，请在文件开头写 audience: internal。',
      },
      insert: wholeSnippet[postmortem.language],
    };
  },
});
