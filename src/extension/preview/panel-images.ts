import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Block, Image } from '../../protocol/preview.js';
import type { PreviewServices } from './port.js';

const imageMark = /<img\b[^>]*?\bdata-image="([^"]*)"/g;

/** Reads the images of a document once each, through the checks of the exports, and gives them to the page. */
export class PanelImages {
  readonly #services: PreviewServices;
  readonly #post: (message: Image) => void;
  readonly #asked = new Set<string>();
  readonly #inBlock = new Map<string, readonly string[]>();

  constructor(services: PreviewServices, post: (message: Image) => void) {
    this.#services = services;
    this.#post = post;
  }

  /** The page is new: it needs all images again. */
  again(): void {
    this.#asked.clear();
  }

  /** Another document. */
  clear(): void {
    this.#asked.clear();
    this.#inBlock.clear();
  }

  /** Reads the images of these blocks that the page does not have yet. */
  want(document: vscode.TextDocument, blocks: readonly Block[]): void {
    for (const { html } of blocks) {
      if (!html.includes('data-image="')) continue;
      const keys = this.#inBlock.get(html) ?? [...html.matchAll(imageMark)].map((match) => unescaped(match[1] ?? ''));
      this.#inBlock.set(html, keys);
      for (const key of keys) {
        if (this.#asked.has(key)) continue;
        this.#asked.add(key);
        void this.#read(document, key);
      }
    }
  }

  async #read(document: vscode.TextDocument, key: string): Promise<void> {
    const source = document.uri.toString();
    try {
      const image = await this.#services.imageOf(document, key);
      if ('data' in image) this.#post({ type: 'image', source, key, ...image, text: '' });
      else this.#leaveOut(source, key, image.refused);
    } catch {
      this.#leaveOut(source, key, key);
    }
  }

  #leaveOut(source: string, key: string, why: string): void {
    const text = l10n.t('Image left out: {0}', why);
    this.#post({ type: 'image', source, key, data: null, width: 0, height: 0, text });
  }
}

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x26': '&',
  '#x3C': '<',
  '#x22': '"',
  '#39': "'",
};

/** Undoes what an HTML writer does to an attribute. */
const unescaped = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole);
