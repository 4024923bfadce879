import type { Caret, Strings } from '../protocol/preview.js';
import type { ShownBlock } from './document-view.js';
import { element, filled, setText } from './dom.js';

/**
 * What is drawn over the document without moving it: a bar beside the place of the caret, and a line where the caret
 * stands in something the customer never sees.
 */
export class Overlay {
  readonly #bar = element('div', { class: 'caret-bar', hidden: true, 'aria-hidden': 'true' });
  readonly #label = element('span', { class: 'hidden-label' });
  readonly #hidden = element('div', { class: 'hidden-here', role: 'note', hidden: true }, this.#label);
  readonly #frame: HTMLElement;
  #caret: Caret | undefined;

  /** @param frame Holds the document and what is drawn over it; positioned. */
  constructor(frame: HTMLElement) {
    this.#frame = frame;
    frame.append(this.#bar, this.#hidden);
  }

  set caret(caret: Caret | undefined) {
    this.#caret = caret;
  }

  /** Draws at the places where the blocks are now. */
  draw(blocks: readonly ShownBlock[], strings: Strings): void {
    const { line, hidden } = this.#caret ?? { line: null, hidden: null };
    this.#hidden.hidden = hidden === null || blocks.length === 0;
    if (hidden && blocks.length > 0) {
      const { first, last } = hidden;
      const words = first === last ? strings.hiddenLine : strings.hiddenLines;
      setText(this.#label, filled(hidden.inside ? strings.hiddenWords : words, first + 1, last + 1, last - first + 1));
      this.#hidden.style.top = `${this.#gap(blocks, hidden.before)}px`;
    }
    const target = line === null || (hidden && !hidden.inside) ? undefined : placeOf(blocks, line);
    this.#bar.hidden = !target;
    if (!target) return;
    const box = target.getBoundingClientRect();
    this.#bar.style.top = `${box.top - this.#frame.getBoundingClientRect().top}px`;
    this.#bar.style.height = `${box.height}px`;
  }

  /** The middle of the gap before a block, in pixels from the top of the frame. */
  #gap(blocks: readonly ShownBlock[], before: number): number {
    const origin = this.#frame.getBoundingClientRect().top;
    const above = blocks[before - 1]?.body.lastElementChild?.getBoundingClientRect().bottom;
    const below = blocks[before]?.body.firstElementChild?.getBoundingClientRect().top;
    if (above === undefined) return Math.max(0, (below ?? origin) - origin - 12);
    if (below === undefined) return above - origin + 12;
    return (above + below) / 2 - origin;
  }
}

/** The innermost element that a line of the source belongs to. */
export function placeOf(blocks: readonly ShownBlock[], line: number): Element | undefined {
  const block = blocks.find((candidate) => candidate.line <= line && line <= candidate.end);
  if (!block) return undefined;
  let found: Element = block.body.firstElementChild ?? block.body;
  for (const inner of block.body.querySelectorAll('[data-line]')) {
    if (block.line + Number(inner.getAttribute('data-line')) > line) break;
    found = inner;
  }
  return found;
}
