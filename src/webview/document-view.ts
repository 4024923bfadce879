import morphdom from 'morphdom';
import type { Block, Image } from '../protocol/preview.js';
import { element, setAttributes } from './dom.js';

interface Shown {
  /** Holds the content, and after it what else belongs to the block. */
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  html: string;
  line: number;
  end: number;
}

/** A block on the page, with its lines in the source (from 0, the last one included). */
export type ShownBlock = Readonly<Shown>;

/**
 * The customer's document on the page. Only the nodes that changed are touched: blocks whose HTML is the same keep
 * their elements, others are patched from the inside, and images keep the data they already have.
 */
export class DocumentView {
  readonly #root: HTMLElement;
  #blocks: Shown[] = [];
  readonly #images = new Map<string, Image>();

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get blocks(): readonly ShownBlock[] {
    return this.#blocks;
  }

  /** Forgets the images of the document before. */
  clear(): void {
    this.#images.clear();
    this.splice(0, this.#blocks.length, []);
  }

  /** Lets `remove` blocks from index `at` on give way to `blocks`. */
  splice(at: number, remove: number, blocks: readonly Block[]): void {
    const old = this.#blocks.slice(at, at + remove);
    const made = this.#placed(old, blocks);
    const kept = new Set(made);
    for (const block of old) if (!kept.has(block)) block.element.remove();
    let next: ChildNode | null = this.#blocks[at + remove]?.element ?? null;
    for (let index = made.length - 1; index >= 0; index--) {
      const placed = made[index]?.element;
      if (!placed) continue;
      if (placed.parentNode !== this.#root || placed.nextSibling !== next) this.#root.insertBefore(placed, next);
      next = placed;
    }
    this.#blocks.splice(at, remove, ...made);
  }

  /** Sets the lines of all blocks: first and last of each in turn. */
  setLines(lines: readonly number[]): void {
    this.#blocks.forEach((block, index) => {
      block.line = lines[index * 2] ?? block.line;
      block.end = lines[index * 2 + 1] ?? block.end;
    });
  }

  /** Puts an image that the host has read in its places. */
  setImage(image: Image): void {
    this.#images.set(image.key, image);
    for (const place of this.#root.querySelectorAll('img[data-image]')) this.#fill(place);
  }

  /** Takes elements over: first those with the same HTML, in order; then any that is left, patched; then new ones. */
  #placed(old: readonly Shown[], blocks: readonly Block[]): Shown[] {
    const free = new Set(old);
    const made: (Shown | undefined)[] = blocks.map((block) => {
      for (const candidate of free) {
        if (candidate.html !== block.html) continue;
        free.delete(candidate);
        candidate.line = block.line;
        candidate.end = block.end;
        return candidate;
      }
      return undefined;
    });
    const rest = [...free];
    return blocks.map((block, index) => {
      const same = made[index];
      if (same) return same;
      const body = this.#body(block);
      const reused = rest.shift();
      if (!reused) return { element: frame(body), body, ...block };
      this.#patch(reused.body, body);
      reused.html = block.html;
      reused.line = block.line;
      reused.end = block.end;
      return reused;
    });
  }

  #body(block: Block): HTMLElement {
    const body = element('div', { class: 'body' });
    const template = document.createElement('template');
    template.innerHTML = block.html;
    // The policy of the page stands in nobody's power, but a document has no business with these.
    for (const foreign of template.content.querySelectorAll(
      'meta, base, link, script, style, iframe, object, embed, form',
    ))
      foreign.remove();
    body.append(template.content);
    for (const place of body.querySelectorAll('img[data-image]')) this.#fill(place);
    return body;
  }

  #patch(from: HTMLElement, to: HTMLElement): void {
    morphdom(from, to, {
      childrenOnly: true,
      onBeforeElUpdated: (before, after) => {
        if (before.nodeName === 'DETAILS' && before.hasAttribute('open')) after.setAttribute('open', '');
        return !before.isEqualNode(after);
      },
    });
  }

  #fill(place: Element): void {
    const image = this.#images.get(place.getAttribute('data-image') ?? '');
    if (!image) return;
    setAttributes(place, {
      src: image.data ?? undefined,
      width: image.width > 0 ? String(image.width) : undefined,
      height: image.height > 0 ? String(image.height) : undefined,
      title: image.data === null ? image.text : undefined,
    });
  }
}

function frame(body: HTMLElement): HTMLElement {
  return element('div', { class: 'block', tabindex: '-1' }, body);
}
