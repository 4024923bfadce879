import type { PhrasingContent } from 'mdast';
import type { Language } from '../finding.js';
import { imageText } from './format.js';

/** Words with their links' addresses in brackets, notes as “[1]”, images by name: what a plain text can show. */
export function inlineText(nodes: readonly PhrasingContent[], language: Language): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value;
        case 'break':
          return '\n';
        case 'image':
          return imageText(node.alt ?? '', language);
        case 'footnoteReference':
          return `[${node.identifier}]`;
        case 'link': {
          const words = inlineText(node.children, language);
          const address = node.url.replace(/^(?:mailto|tel):/, '');
          if (words === address || words === node.url) return words;
          return language === 'zh' ? `${words}（${address}）` : `${words} (${address})`;
        }
        default:
          return 'children' in node ? inlineText(node.children, language) : '';
      }
    })
    .join('');
}
