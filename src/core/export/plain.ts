import type { FootnoteDefinition, List, RootContent } from 'mdast';
import { isTask, withBallots } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import type { Writing } from '../language/writing.js';
import { type Format, word } from './format.js';
import { inlineText } from './inline-text.js';
import { textOnly } from './limits.js';
import { tableLines } from './table-text.js';
import { timesList } from './times-list.js';
import { columns, wrap } from './wrap.js';

/** Columns of a line: what mail programs and terminals have shown whole since there are any (RFC 3676 asks for < 78). */
const lineWidth = 72;

interface Place {
  readonly writing: Writing;
  readonly width: number;
}

function listLines(list: List, place: Place): string[] {
  const start = list.start ?? 1;
  const items = list.children.map((item, at) => {
    const mark = list.ordered ? `${start + at}. ` : isTask(item) ? '' : '- ';
    // A task hangs from its ballot box.
    const hang = mark.length || 2;
    const lines = blockLines(item.children, { ...place, width: place.width - hang }, list.spread ?? false);
    return lines.map((line, index) => (index === 0 ? mark + line : line === '' ? '' : ' '.repeat(hang) + line));
  });
  return items.flatMap((lines, at) => (at > 0 && list.spread ? ['', ...lines] : lines));
}

function lines(node: RootContent, place: Place): string[] {
  const { writing, width } = place;
  switch (node.type) {
    case 'heading': {
      const title = wrap(inlineText(node.children, writing), width);
      if (node.depth > 2) return title;
      const mark = node.depth === 1 ? '=' : '-';
      return [...title, mark.repeat(Math.min(width, Math.max(...title.map(columns))))];
    }
    case 'paragraph':
      return wrap(inlineText(node.children, writing), width);
    case 'blockquote':
      return blockLines(node.children, { ...place, width: width - 2 }, true).map((line) => `> ${line}`.trimEnd());
    case 'list':
      return listLines(node, place);
    case 'table':
      return tableLines(node, writing, width);
    case 'code':
      return node.value.split('\n').map((line) => `    ${line}`.trimEnd());
    case 'thematicBreak':
      return ['* * *'];
    default:
      return [];
  }
}

function blockLines(nodes: readonly RootContent[], place: Place, spread: boolean): string[] {
  return nodes.flatMap((node, at) => {
    const before = nodes[at - 1];
    const apart = at > 0 && (spread || before?.type !== 'paragraph' || node.type !== 'list');
    const gap = node.type === 'heading' && at > 0 && place.width === lineWidth ? ['', ''] : apart ? [''] : [];
    return [...gap, ...lines(node, place)];
  });
}

function noteLines(note: FootnoteDefinition, place: Place): string[] {
  const mark = `[${note.identifier}] `;
  const text = blockLines(note.children, { ...place, width: place.width - mark.length }, true);
  return text.map((line, at) => (at === 0 ? mark + line : line === '' ? '' : ' '.repeat(mark.length) + line));
}

/** The whole view as text of 72 columns, without a line end at its end. */
export function plainText(view: CustomerView): string {
  const { writing, title } = view;
  const place: Place = { writing, width: lineWidth };
  const nodes = withBallots(view.root).children;
  const notes = nodes.filter((node) => node.type === 'footnoteDefinition');
  const heading: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
  const text = nodes.filter((node) => node.type !== 'footnoteDefinition');
  const body = blockLines([heading, ...timesList(view), ...text], place, true);
  if (notes.length === 0) return body.join('\n');
  const after = notes.flatMap((note) => ['', ...noteLines(note, place)]);
  return [...body, '', '', word('notes', writing), ...after].join('\n');
}

/** A text file that reads well in a terminal and an e-mail. */
export const plain: Format = {
  id: 'txt',
  extension: 'txt',
  mediaType: 'text/plain',
  label: { en: 'Plain text', zh: '纯文本' },
  binary: false,
  limits: textOnly,
  render: (view) => `${plainText(view)}\n`,
};
