import type { Nodes, Root, RootContent } from 'mdast';
import { mapTree, withBallots } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import { type ExportWarning, type Format, word } from './format.js';
import { imagesNamed, kindsIn } from './limits.js';
import { withoutImages, writeMarkdown } from './markdown.js';
import { tableRecords } from './table-text.js';
import { timesList } from './times-list.js';

/** What the tools that carry status pages take in one message at least; the longest common limit that is documented. */
const careful = 5000;

/** Tables as lists, notes as plain text at the end, addresses as themselves: what any Markdown renderer shows right. */
function simplified(view: CustomerView): Root {
  const { writing } = view;
  const root = mapTree(withBallots(withoutImages(view)), (node): Nodes | Nodes[] => {
    if (node.type === 'table')
      return {
        type: 'list',
        ordered: false,
        spread: false,
        children: tableRecords(node, writing).map((value) => ({
          type: 'listItem' as const,
          spread: false,
          children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }],
        })),
      };
    if (node.type === 'footnoteReference')
      return {
        type: 'text',
        value:
          writing === 'en'
            ? ` (${word('note', writing)} ${node.identifier})`
            : `（${word('note', writing)} ${node.identifier}）`,
      };
    return node;
  });
  const notes = root.children.filter((node) => node.type === 'footnoteDefinition');
  const body = root.children.filter((node) => node.type !== 'footnoteDefinition');
  const after = notes.flatMap((note): RootContent[] => {
    const [first, ...rest] = note.children;
    const mark = {
      type: 'text' as const,
      value: `${word('note', writing)} ${note.identifier}${writing === 'en' ? ': ' : '：'}`,
    };
    return first?.type === 'paragraph' ? [{ ...first, children: [mark, ...first.children] }, ...rest] : note.children;
  });
  return { type: 'root', children: [...timesList(view), ...body, ...after] };
}

/** What a status page may not take of it. */
export function statuspageLimits(view: CustomerView, rendered: string | Uint8Array): ExportWarning[] {
  const warnings: ExportWarning[] = [];
  if (rendered.length > careful)
    warnings.push({
      say: {
        en: `This is ${rendered.length} characters long; some status pages take no more than ${careful} in one message.`,
        zh: `全文 ${rendered.length} 个字符，有的状态页一条消息最多 ${careful} 个。`,
      },
    });
  const seen = kindsIn(view);
  if (seen.has('table'))
    warnings.push({
      say: { en: 'Status pages show no tables: they go out as lists.', zh: '状态页不显示表格，将改为列表。' },
    });
  if (seen.has('image')) warnings.push(imagesNamed);
  return warnings;
}

/** The customer version as what a status page takes for its body: Markdown without a title. */
export const statuspageBody = (view: CustomerView): string => writeMarkdown(simplified(view));

/** The body of a postmortem on a status page (Statuspage and others); its title is a field of its own there. */
export const statuspage: Format = {
  id: 'statuspage',
  extension: 'md',
  mediaType: 'text/markdown',
  label: { en: 'Status page', zh: '状态页正文' },
  binary: false,
  limits: statuspageLimits,
  render: (view) => statuspageBody(view),
};
