import type { PhrasingContent } from 'mdast';
import type { Writing } from '../language/writing.js';
import { imageText } from './format.js';

/** Words with their links' addresses in brackets, notes as “[1]”, images by name: what a plain text can show. */
export function inlineText(nodes: readonly PhrasingContent[], writing: Writing): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value;
        case 'break':
          return '\n';
        case 'image':
          return imageText(node.alt ?? '', writing);
        case 'footnoteReference':
          return `[${node.identifier}]`;
        case 'link': {
          const words = inlineText(node.children, writing);
          const address = node.url.replace(/^(?:mailto|tel):/, '');
          if (words === address || words === node.url) return words;
          return writing !== 'en' ? `${words}（${address}）` : `${words} (${address})`;
        }
        default:
          return 'children' in node ? inlineText(node.children, writing) : '';
      }
    })
    .join('');
}
