import type { Nodes } from 'mdast';
import { eachNode } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import type { ExportWarning } from './format.js';

/** Which kinds of content stand in the customer version. */
export function kindsIn(view: CustomerView): ReadonlySet<Nodes['type']> {
  const seen = new Set<Nodes['type']>();
  eachNode(view.root, (node) => {
    seen.add(node.type);
  });
  return seen;
}

/** What becomes of images where only text goes out. */
export const imagesNamed: ExportWarning = {
  say: { en: 'Images are left out and named in their place.', zh: '图片不包含在内，在原处以名称代替。' },
};

/** For targets that take text and nothing else. */
export const textOnly = (view: CustomerView): readonly ExportWarning[] =>
  kindsIn(view).has('image') ? [imagesNamed] : [];
