import type { Heading, RootContent } from 'mdast';
import { timesInWords } from '../customer/timeline-picture.js';
import { withBallots } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import { namedKind, plainHeading } from '../document/sections.js';
import type { Localized } from '../finding.js';
import { inWriting, type Writing } from '../language/writing.js';
import { type ExportWarning, type Format, word } from './format.js';
import { inlineText } from './inline-text.js';
import { textOnly } from './limits.js';
import { tableRecords } from './table-text.js';
import { timeLine } from './times-list.js';
import { columns, wrap } from './wrap.js';

const headings: Readonly<Record<string, Localized>> = {
  acknowledgement: { en: 'What happened', zh: '发生了什么' },
  cause: { en: 'Why', zh: '原因' },
  response: { en: 'What we did, and what we will do', zh: '我们做了什么，还要做什么' },
  recovery: { en: 'What it meant for you, and what we could not restore', zh: '对您的影响，以及没能恢复的' },
  'follow-up': { en: 'What happens next', zh: '接下来' },
  faq: { en: 'If they ask', zh: '如果客户问到' },
};

const said = {
  title: { en: 'Notes for the call', zh: '电话要点' },
  opening: {
    en: 'Say first who you are and that you are calling about this incident. Then, in your own words:',
    zh: '先说明您是谁、为哪件事打来，然后用自己的话说：',
  },
} satisfies Record<string, Localized>;

const width = 72;
/** Lines of a printed page. */
const pageLines = 60;

/** A text's sentences, as far as signs tell. */
function sentences(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(
      /(?<=[.!?]["”)]?(?:\[\w+\])?)\s+(?=[\p{Lu}\p{N}“"(])|(?<=[。！？][”」）]?(?:\[\w+\])?)(?![”」）]|\[\w+\]|$)/u,
    )
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** One point of the outline; points of an inner list stand one level deeper. */
interface Point {
  readonly text: string;
  readonly level: number;
}

/** What is said of a block: one point a sentence, one for each item of a list. */
function points(node: RootContent, writing: Writing, level = 0): Point[] {
  const at = (text: string): Point => ({ text, level });
  switch (node.type) {
    case 'heading':
      return [at(inlineText(node.children, writing))];
    case 'paragraph':
      return sentences(inlineText(node.children, writing)).map(at);
    case 'list':
      return node.children.flatMap(({ children }) => {
        const own = children.filter(({ type }) => type !== 'list').flatMap((child) => points(child, writing));
        const inner = children.filter(({ type }) => type === 'list');
        const text = own.map((point) => point.text).join(writing === 'en' ? ' ' : '');
        return [...(text ? [at(text)] : []), ...inner.flatMap((list) => points(list, writing, level + (text ? 1 : 0)))];
      });
    case 'table':
      return tableRecords(node, writing).map(at);
    case 'blockquote':
      return node.children.flatMap((child) => points(child, writing, level));
    case 'code':
      return [at(node.value)];
    case 'footnoteDefinition': {
      const said = node.children.flatMap((child) => points(child, writing)).map(({ text }) => text);
      return [at(`[${node.identifier}] ${said.join(writing === 'en' ? ' ' : '')}`)];
    }
    default:
      return [];
  }
}

interface Part {
  readonly title: string;
  readonly kind: string | undefined;
  readonly points: Point[];
}

function partsOf({ root, language, writing }: CustomerView): Part[] {
  const parts: Part[] = [];
  const open = (title: string, kind: string | undefined): void => {
    parts.push({ title, kind, points: [] });
  };
  for (const node of withBallots(root).children) {
    if (node.type === 'footnoteDefinition') {
      if (parts.at(-1)?.kind !== 'notes') open(word('notes', writing), 'notes');
      parts.at(-1)?.points.push(...points(node, writing));
      continue;
    }
    if (node.type === 'heading') {
      const words = inlineText(node.children, writing);
      const kind = namedKind(words, true);
      const isSame = kind !== undefined && headings[kind] && plainHeading(words) !== '';
      if (isTop(node) || parts.length === 0)
        open(isSame ? inWriting(headings[kind]?.[language] ?? words, writing) : words, kind);
      else parts.at(-1)?.points.push({ text: `${words}${writing === 'en' ? ':' : '：'}`, level: 0 });
      continue;
    }
    if (parts.length === 0) open(inWriting(headings.acknowledgement?.[language] ?? '', writing), 'acknowledgement');
    const part = parts.at(-1);
    // A question stays with its answer.
    if (part?.kind === 'faq' && node.type === 'paragraph') {
      const text = inlineText(node.children, writing);
      if (text) part.points.push({ text, level: 0 });
    } else part?.points.push(...points(node, writing));
  }
  return parts;
}

/** The order in which it is told: what touches the customer comes before the why. */
const order = ['acknowledgement', 'recovery', 'cause', 'response', 'follow-up', 'faq', 'notes'];

/** Parts in the order of a call; one of another kind stays behind what it follows. */
function inOrder(parts: readonly Part[]): Part[] {
  let last = 0;
  const ranked = parts.map((part) => {
    const own = order.indexOf(part.kind ?? '');
    last = own < 0 ? last : own;
    return { part, rank: last };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ part }) => part);
}

const isTop = (node: Heading): boolean => node.depth === 2;

function bullet({ text, level }: Point): string[] {
  const indent = '  '.repeat(level);
  const [first = '', ...rest] = wrap(text, width - indent.length - 2);
  return [`${indent}- ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
}

/** An outline to tell a customer by telephone: points, not sentences to read out. */
function outline(view: CustomerView): string {
  const { language, writing } = view;
  const title = `${inWriting(said.title[language], writing)}${language === 'zh' ? '：' : ': '}${view.title}`;
  const lines = [
    ...wrap(title, width),
    '='.repeat(Math.min(width, columns(title))),
    '',
    ...wrap(inWriting(said.opening[language], writing), width),
  ];
  const parts = inOrder(partsOf(view));
  const times = timesInWords(view.times);
  if (times) {
    const when = times.rows.map((row) => ({ text: timeLine(row, language), level: 0 }));
    const after = parts[0]?.kind === 'acknowledgement' ? 1 : 0;
    parts.splice(after, 0, { title: times.caption, kind: undefined, points: when });
  }
  for (const part of parts) {
    lines.push('', part.title);
    for (const point of part.points) lines.push(...bullet(point));
  }
  return `${lines.join('\n')}\n`;
}

function limits(view: CustomerView, rendered: string | Uint8Array): readonly ExportWarning[] {
  const count = typeof rendered === 'string' ? rendered.split('\n').length : 0;
  return count <= pageLines
    ? textOnly(view)
    : [
        ...textOnly(view),
        {
          say: {
            en: `These notes are ${count} lines long, more than one page. A call goes better with less: shorten the customer part, or mark what you will say.`,
            zh: `要点共 ${count} 行，超过一页。电话里说得少一些更好：请精简客户部分，或标出要说的内容。`,
          },
        },
      ];
}

/** Notes for telling a customer by telephone. */
export const callNotes: Format = {
  id: 'call-notes',
  extension: 'txt',
  mediaType: 'text/plain',
  label: { en: 'Notes for a call', zh: '电话要点' },
  binary: false,
  limits,
  render: outline,
};
