import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { timelinePicture } from '../customer/timeline-picture.js';
import type { CustomerView } from '../customer/view.js';
import { type ExportOptions, type Format, unlimited } from './format.js';
import { viewHast } from './hast.js';
import { pageStyle } from './html-style.js';

/** Makes an HTML element. */
export const h = (tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

/** The language tag of a page or mail. */
export const languageTag = { en: 'en', zh: 'zh-CN', 'zh-TW': 'zh-TW' } as const;

/** No script, no request: only the style in the page and images that are in it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Puts each table in a box of its own that scrolls, so that a wide one does not widen the page. */
export function boxed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const inner = { ...node, children: boxed(node.children) };
    return node.tagName === 'table' ? h('div', { className: ['scroll'], role: 'group', tabIndex: 0 }, [inner]) : inner;
  });
}

/** The page as a tree: title, picture of the times, text. */
function page(view: CustomerView, options: ExportOptions): Root {
  const { title, language, writing } = view;
  const picture = timelinePicture(view.times);
  const body = viewHast(view, { images: options.images }).children as ElementContent[];
  const head = h('head', {}, [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, [text(title)]),
    h('style', {}, [text(pageStyle(language))]),
  ]);
  const main = h('main', {}, [h('h1', {}, [text(title)]), ...(picture ? [picture] : []), ...boxed(body)]);
  return {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: languageTag[writing] }, [head, h('body', {}, [main])])],
  };
}

/** The page as HTML: one file that asks for nothing, and the one that PDF is printed from. */
export const htmlPage = (view: CustomerView, options: ExportOptions): string => `${toHtml(page(view, options))}\n`;

/** A self-contained HTML file. */
export const html: Format = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html',
  label: { en: 'HTML page', zh: 'HTML 网页' },
  binary: false,
  limits: unlimited,
  render: htmlPage,
};
