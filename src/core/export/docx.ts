import { eachNode } from '../customer/tree.js';
import type { CustomerView } from '../customer/view.js';
import type { ExportOptions, ExportWarning, Format } from './format.js';

function limits(view: CustomerView): ExportWarning[] {
  let images = 0;
  eachNode(view.root, (node) => {
    if (node.type === 'image' && /\.webp$/i.test(node.url)) images++;
  });
  return images === 0
    ? []
    : [{ say: { en: 'Word shows no WebP images: they are left out.', zh: 'Word 不显示 WebP 图片，将不包含在内。' } }];
}

/** A Word document: real headings, lists that start anew, tables, footnotes, texts for images. */
export const docx: Format = {
  id: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  label: { en: 'Word document', zh: 'Word 文档' },
  binary: true,
  limits,
  render: async (view: CustomerView, options: ExportOptions): Promise<Uint8Array> => {
    // Word's format costs a quarter of a megabyte of code: loaded when it is asked for.
    const [library, { writeDocument }, { settled }] = await Promise.all([
      import('docx'),
      import('./docx-document.js'),
      import('./docx-settled.js'),
    ]);
    const made = writeDocument(library, view, options);
    return settled(new Uint8Array(await library.Packer.toArrayBuffer(made)), options.now);
  },
};
