import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { timesInWords } from '../customer/timeline-picture.js';
import type { CustomerView } from '../customer/view.js';
import type { Language } from '../finding.js';
import { type ExportOptions, type Format, type ImageFile, unlimited } from './format.js';
import { viewHast } from './hast.js';
import { h, languageTag } from './html.js';
import { columns } from './wrap.js';

const fonts = {
  en: "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
  zh: "-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif",
} as const;

/**
 * How each element looks. Mail programs drop style sheets (Outlook, Gmail in part), so every element carries its own
 * style; colours are always given, on white, so that a dark mail program cannot leave dark text on dark.
 */
const styles: Readonly<Record<string, string>> = {
  h1: 'margin:0 0 16px;font-size:24px;line-height:1.3;font-weight:bold;color:#1f2328',
  h2: 'margin:28px 0 8px;font-size:19px;line-height:1.3;font-weight:bold;color:#1f2328',
  h3: 'margin:24px 0 8px;font-size:17px;line-height:1.3;font-weight:bold;color:#1f2328',
  h4: 'margin:20px 0 8px;font-size:16px;line-height:1.3;font-weight:bold;color:#1f2328',
  h5: 'margin:20px 0 8px;font-size:16px;line-height:1.3;font-weight:bold;color:#1f2328',
  h6: 'margin:20px 0 8px;font-size:16px;line-height:1.3;font-weight:bold;color:#1f2328',
  p: 'margin:0 0 14px;color:#1f2328',
  ul: 'margin:0 0 14px;padding-left:24px;color:#1f2328',
  ol: 'margin:0 0 14px;padding-left:24px;color:#1f2328',
  li: 'margin:0 0 4px;color:#1f2328',
  a: 'color:#0a58a6;text-decoration:underline',
  blockquote: 'margin:0 0 14px;padding:2px 0 2px 14px;border-left:4px solid #d1d9e0;color:#59636e',
  pre: 'margin:0 0 14px;padding:10px 14px;background:#f6f8fa;color:#1f2328;font-family:Consolas,Menlo,monospace;font-size:14px;white-space:pre-wrap',
  code: 'font-family:Consolas,Menlo,monospace;font-size:14px;background:#f6f8fa;color:#1f2328',
  hr: 'border:0;border-top:1px solid #d1d9e0;margin:24px 0',
  table: 'border-collapse:collapse;width:100%;margin:0 0 14px',
  th: 'line-height:1.4;padding:6px 12px 6px 0;border-bottom:2px solid #d1d9e0;text-align:left;vertical-align:top;font-weight:bold;color:#1f2328',
  td: 'line-height:1.4;padding:6px 12px 6px 0;border-bottom:1px solid #d1d9e0;text-align:left;vertical-align:top;color:#1f2328',
  img: 'max-width:100%;height:auto;border:0',
  span: 'color:#59636e;font-style:normal;font-weight:normal',
  sup: 'font-size:12px;line-height:1',
};

/** Letters that fit across a mail. */
const lettersAcross = 70;
/** Columns of a cell that stays on one line, so that a date is not broken in two. */
const shortCell = 10;
/** The same in a table of few columns, where “24 October 2025” has room. */
const shortCellOfFew = 16;
const few = 4;

const textIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textIn).join('') : '';

const isOf = (node: Element, name: string): boolean => String(node.properties.className ?? '') === name;

/** What an element's place asks for beside its style: no gap below the last line of a quote or a nested list. */
function placed(node: Element, parent: Element | undefined, isLast: boolean, language: Language): string {
  if (node.tagName === 'em' && language === 'zh') return 'font-style:normal;font-weight:bold';
  if (parent?.tagName === 'blockquote' && isLast) return 'margin-bottom:0';
  if (parent?.tagName === 'li' && (node.tagName === 'ul' || node.tagName === 'ol')) return 'margin:4px 0 0';
  if (/^t[dh]$/.test(node.tagName)) {
    const cells = parent?.children.filter(({ type }) => type === 'element').length ?? 0;
    const room = cells <= few ? shortCellOfFew : shortCell;
    if (columns(textIn(node)) <= room) return 'white-space:nowrap';
  }
  if (isOf(node, 'task')) return 'list-style:none;margin-left:-22px';
  return '';
}

/** Gives every element its style and takes off what mail programs make nothing of. */
function styled(nodes: readonly ElementContent[], language: Language, parent?: Element): ElementContent[] {
  const last = nodes.findLast(({ type }) => type === 'element');
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const { align, href, src, alt, width, height, start } = node.properties;
    const aligned = align === 'right' || align === 'center' ? `;text-align:${align}` : '';
    // Links to notes lead nowhere in most mail programs.
    const isNoteLink = node.tagName === 'a' && String(href ?? '').startsWith('#');
    if (isNoteLink) {
      const words = styled(node.children, language, node);
      return node.properties.dataFootnoteBackref === undefined
        ? h('span', { style: styles.span }, words)
        : { type: 'text', value: '' };
    }
    const own =
      isOf(node, 'kept') || isOf(node, 'kept-words') ? 'white-space:nowrap' : `${styles[node.tagName] ?? ''}${aligned}`;
    const style = [own, placed(node, parent, node === last, language)].filter(Boolean).join(';');
    const wide = typeof width === 'number' && width > 600;
    const size = node.tagName === 'img' ? { width: wide ? 600 : width, height: wide ? undefined : height } : {};
    const properties = { style: style || undefined, href, src, alt, start, ...size };
    const tagName = node.tagName === 'section' ? 'div' : node.tagName;
    return h(tagName, properties, styled(node.children, language, node));
  });
}

/** The times as a small table: mail programs show no SVG. */
function timesTable(view: CustomerView): Element[] {
  const words = timesInWords(view.times);
  if (!words) return [];
  const cell = (text: string, style: string): Element => h('td', { style }, [{ type: 'text', value: text }]);
  const rows = words.rows.map(({ label, when, after }) =>
    h('tr', {}, [
      cell(label, 'padding:3px 16px 3px 0;line-height:1.4;color:#1f2328;vertical-align:top;white-space:nowrap'),
      cell(
        after ? `${when} · ${after}` : when,
        'padding:3px 0;line-height:1.4;color:#59636e;vertical-align:top;word-break:keep-all',
      ),
    ]),
  );
  const caption = h('p', { style: 'margin:0 0 6px;font-size:13px;color:#59636e' }, [
    { type: 'text', value: words.caption },
  ]);
  const table = h(
    'table',
    { role: 'presentation', cellPadding: '0', cellSpacing: '0', style: 'border-collapse:collapse;font-size:15px' },
    [h('tbody', {}, rows)],
  );
  return [h('div', { style: 'margin:0 0 20px;padding:12px 16px;background:#f6f8fa;color:#1f2328' }, [caption, table])];
}

/** How images are found from the mail; without it, as data: addresses, which Gmail and Outlook leave out. */
type ImageAddress = (image: ImageFile) => string;

/** The customer version as HTML for a mail: inline styles, explicit colours on white, at most 600 pixels wide. */
export function emailHtml(view: CustomerView, options: ExportOptions, imageAddress?: ImageAddress): string {
  const { title, language, writing } = view;
  const found = viewHast(view, {
    images: options.images,
    across: lettersAcross,
    ...(imageAddress ? { imageAddress } : {}),
  });
  const heading = h('h1', { style: styles.h1 }, [{ type: 'text', value: title }]);
  const size = language === 'zh' ? '16px;line-height:1.8' : '16px;line-height:1.6';
  const cell = h(
    'td',
    { style: `padding:16px;font-family:${fonts[language]};font-size:${size};color:#1f2328;background:#ffffff` },
    [heading, ...timesTable(view), ...styled(found.children as ElementContent[], language)],
  );
  const properties = {
    role: 'presentation',
    lang: languageTag[writing],
    width: '600',
    cellPadding: '0',
    cellSpacing: '0',
    style: 'width:100%;max-width:600px;border-collapse:collapse;background:#ffffff;color:#1f2328',
  };
  return toHtml(h('table', properties, [h('tbody', {}, [h('tr', {}, [cell])])]));
}

/** Rich text for the clipboard, to paste into a mail. */
export const email: Format = {
  id: 'email',
  extension: 'html',
  mediaType: 'text/html',
  label: { en: 'Rich text for e-mail', zh: '邮件富文本' },
  binary: false,
  limits: unlimited,
  render: (view, options) => `${emailHtml(view, options)}\n`,
};
