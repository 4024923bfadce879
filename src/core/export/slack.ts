import type { List, PhrasingContent, RootContent } from 'mdast';
import { isTask, withBallots } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import { languageOfWriting, type Writing } from '../language/writing.js';
import { type ExportWarning, type Format, imageText, word } from './format.js';
import { imagesNamed, kindsIn } from './limits.js';
import { tableLines } from './table-text.js';
import { timesList } from './times-list.js';

/** The longest text of one message (api.slack.com: text is cut after 40,000; a block of Markdown takes 12,000). */
const longest = 12_000;

/** The three characters that mean something to Slack (api.slack.com, "Escaping text"), and marks that would format. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A zero-width space keeps a written `*` or `_` at a word's edge from formatting: Slack has no escape for it. */
const quiet = (text: string): string =>
  escaped(text).replace(/(?<![\p{L}\p{N}])([*_~`])(?=\S)|(?<=\S)([*_~`])(?![\p{L}\p{N}])/gu, '\u200b$1$2\u200b');

function inline(nodes: readonly PhrasingContent[], writing: Writing): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return quiet(node.value);
        case 'inlineCode':
          return `\`${escaped(node.value.replaceAll('`', 'ˋ'))}\``;
        case 'strong':
          return marked('*', inline(node.children, writing));
        case 'emphasis':
          return marked('_', inline(node.children, writing));
        case 'break':
          return '\n';
        case 'link': {
          const words = inline(node.children, writing).replaceAll('|', '¦');
          return `<${escaped(node.url).replaceAll('|', '%7C')}|${words}>`;
        }
        case 'image':
          return quiet(imageText(node.alt ?? '', writing));
        case 'footnoteReference':
          return languageOfWriting(writing) === 'zh' ? `[${node.identifier}]` : ` [${node.identifier}]`;
        default:
          return 'children' in node ? inline(node.children, writing) : '';
      }
    })
    .join('');
}

/** Marks take effect in Slack only at the edge of a word; next to Han characters a zero-width space makes one. */
const marked = (mark: string, text: string): string =>
  text.trim() === '' ? text : `\u200b${mark}${text.trim()}${mark}\u200b${/\s$/.test(text) ? ' ' : ''}`;

function listLines(list: List, writing: Writing, depth: number): string[] {
  const start = list.start ?? 1;
  return list.children.flatMap((item, at) => {
    const mark = list.ordered ? `${start + at}. ` : isTask(item) ? '' : '• ';
    const indent = '    '.repeat(depth);
    return item.children.flatMap((child, index) => {
      if (child.type === 'list') return listLines(child, writing, depth + 1);
      const text = lines(child, writing);
      return text.map((line, row) => (index === 0 && row === 0 ? `${indent}${mark}${line}` : `${indent}    ${line}`));
    });
  });
}

function lines(node: RootContent, writing: Writing): string[] {
  switch (node.type) {
    case 'heading':
      return [`*${inline(node.children, writing).replace(/[*\u200b]/g, '')}*`];
    case 'paragraph':
      return inline(node.children, writing).split('\n');
    case 'blockquote':
      return blocks(node.children, writing)
        .split('\n')
        .map((line) => `> ${line}`);
    case 'list':
      return listLines(node, writing, 0);
    case 'table':
      return ['```', ...tableLines(node, writing, 64).map((line) => escaped(line.replaceAll('`', 'ˋ'))), '```'];
    case 'code':
      return ['```', ...node.value.split('\n').map((line) => escaped(line.replaceAll('```', 'ˋˋˋ'))), '```'];
    case 'thematicBreak':
      return ['———'];
    case 'footnoteDefinition':
      return [`[${node.identifier}] ${blocks(node.children, writing)}`];
    default:
      return [];
  }
}

const blocks = (nodes: readonly RootContent[], writing: Writing): string =>
  nodes.map((node) => lines(node, writing).join('\n')).join('\n\n');

/** Headings as bold lines lose nothing that a reader would miss: nobody is asked about them (`note` tells it beforehand). */
function limits(view: CustomerView, rendered: string | Uint8Array): ExportWarning[] {
  const warnings: ExportWarning[] = [];
  if (rendered.length > longest)
    warnings.push({
      say: {
        en: `This is ${rendered.length} characters long; Slack takes ${longest} in one message. Post it in parts, or link to the page.`,
        zh: `全文 ${rendered.length} 个字符，Slack 一条消息最多 ${longest} 个。请分几条发送，或改发网页链接。`,
      },
    });
  const kinds = kindsIn(view);
  if (kinds.has('image')) warnings.push(imagesNamed);
  if (kinds.has('table'))
    warnings.push({
      say: {
        en: 'Slack has no tables: they go out as columns of fixed width.',
        zh: 'Slack 不支持表格，将以等宽文本显示。',
      },
    });
  return warnings;
}

/** Slack's mrkdwn. */
export const slack: Format = {
  id: 'slack',
  extension: 'txt',
  mediaType: 'text/plain',
  label: { en: 'Slack message', zh: 'Slack 消息' },
  note: { en: 'headings as bold lines', zh: '标题为加粗的行' },
  binary: false,
  limits,
  render: (view) => {
    const { writing, title } = view;
    const nodes = withBallots(view.root).children;
    const notes = nodes.filter((node) => node.type === 'footnoteDefinition');
    const body = nodes.filter((node) => node.type !== 'footnoteDefinition');
    const parts = [`*${escaped(title).replace(/[*]/g, '')}*`, blocks([...timesList(view), ...body], writing)];
    if (notes.length > 0) parts.push(`*${word('notes', writing)}*`, blocks(notes, writing));
    // Where a space or a line's end is the edge already, no zero-width one is needed.
    const text = parts.join('\n\n').replace(/(^|[\s([])\u200b+|\u200b+(?=$|[\s.,;:!?)\]])/gm, '$1');
    return `${text}\n`;
  },
};
