import type { Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { mapTree } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import { type Format, imageText } from './format.js';
import { textOnly } from './limits.js';
import { timesList } from './times-list.js';

const style: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    gfmTaskListItemToMarkdown(),
    gfmFootnoteToMarkdown(),
  ],
};

/** Markdown of a tree: GFM, one line a paragraph. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, style);
}

/** The customer tree with what no text format can show (images) said in words. */
export function withoutImages({ root, writing }: CustomerView): Root {
  return mapTree(root, (node) =>
    node.type === 'image'
      ? { type: 'emphasis', children: [{ type: 'text', value: imageText(node.alt ?? '', writing) }] }
      : node,
  );
}

/** The title as a heading of the first level. */
export const titleHeading = (title: string): RootContent => ({
  type: 'heading',
  depth: 1,
  children: [{ type: 'text', value: title }],
});

/** A Markdown file: CommonMark with GFM tables and footnotes, one line a paragraph. */
export const markdown: Format = {
  id: 'md',
  extension: 'md',
  mediaType: 'text/markdown',
  label: { en: 'Markdown', zh: 'Markdown' },
  binary: false,
  limits: textOnly,
  render: (view) => {
    const root = withoutImages(view);
    return writeMarkdown({ type: 'root', children: [titleHeading(view.title), ...timesList(view), ...root.children] });
  },
};
