import { type Anchor, lineAtTop, scrollMap, topOfLine } from './scroll-map.js';

interface Lined {
  readonly element: HTMLElement;
  readonly line: number;
  readonly end: number;
}

/** How long a scroll is taken for the reader's own after they turned the wheel, dragged, or pressed a key. */
const ownScrollMs = 800;
/** How long after a change of the layout the browser's own corrections of the place are expected. */
const settleMs = 250;

/**
 * Keeps page and editor at the same place. Only what the reader does on the page is reported, never what the editor made
 * the page do, so the two cannot drive each other.
 */
export class ScrollSync {
  readonly #blocks: () => readonly Lined[];
  readonly #headHeight: () => number;
  readonly #report: (line: number) => void;
  #map: readonly Anchor[] | undefined;
  #lastAct = Number.NEGATIVE_INFINITY;
  #lastChange = Number.NEGATIVE_INFINITY;
  /** The line that the editor asked for last, until the reader scrolls. */
  #wanted: number | undefined;
  /** What the reader sees at the top, and its distance from the top of the window in pixels. */
  #held: { readonly element: HTMLElement; readonly top: number } | undefined;
  /** Where our own last scroll ended, in pixels. */
  #expected: number | undefined;
  #frame = 0;
  enabled = { toEditor: true, fromEditor: true };

  constructor(blocks: () => readonly Lined[], headHeight: () => number, report: (line: number) => void) {
    this.#blocks = blocks;
    this.#headHeight = headHeight;
    this.#report = report;
    const act = () => {
      this.#lastAct = performance.now();
      this.#wanted = undefined;
    };
    for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const)
      window.addEventListener(type, act, { passive: true, capture: true });
    window.addEventListener('pointermove', (event) => event.buttons > 0 && act(), { passive: true });
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    window.addEventListener('resize', () => this.changed());
  }

  /** The layout changed: heights are measured anew, and the place that the editor asked for or the reader sees is held. */
  changed(): void {
    this.#map = undefined;
    this.#lastChange = performance.now();
    if (this.#wanted !== undefined) this.#go(this.#wanted);
    else if (this.#held?.element.isConnected) {
      const moved = this.#held.element.getBoundingClientRect().top - this.#held.top;
      if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
      this.#expected = window.scrollY;
    }
    this.#hold();
  }

  /** Brings a line to the top, because the editor's did; `always` also when the reader switched this off. */
  goTo(line: number, always = false): void {
    if (!always && !this.enabled.fromEditor) return;
    this.#wanted = line;
    this.#go(line);
  }

  /** The line at the top of the page, with a fraction; `undefined` when nothing is shown. */
  line(): number | undefined {
    return lineAtTop(this.#measured(), window.scrollY + this.#headHeight());
  }

  /** The line at a height of the window. */
  lineAt(clientY: number): number | undefined {
    return lineAtTop(this.#measured(), window.scrollY + clientY);
  }

  #go(line: number): void {
    const top = line <= 0 ? 0 : topOfLine(this.#measured(), line) - this.#headHeight();
    window.scrollTo({ top: Math.max(0, top), behavior: 'instant' });
    this.#expected = window.scrollY;
    this.#hold();
  }

  /** Remembers the first block that is seen, and where. At the very top the top is held. */
  #hold(): void {
    const first = this.#headHeight();
    const seen = window.scrollY > 0 ? this.#blocks().find(({ element }) => bottomOf(element) > first) : undefined;
    this.#held = seen && { element: seen.element, top: seen.element.getBoundingClientRect().top };
  }

  /** A dragged scroll bar gives no event but the scroll, so what is not known to be ours is the reader's. */
  #isOwn(): boolean {
    if (this.#expected !== undefined && Math.abs(window.scrollY - this.#expected) <= 2) return false;
    const now = performance.now();
    return now - this.#lastAct < ownScrollMs || now - this.#lastChange > settleMs;
  }

  #scrolled(): void {
    this.#hold();
    if (!this.enabled.toEditor || this.#frame || !this.#isOwn()) return;
    // Momentum goes on without further events of the wheel.
    this.#lastAct = performance.now();
    this.#expected = undefined;
    this.#wanted = undefined;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const line = this.line();
      if (line !== undefined) this.#report(line);
    });
  }

  #measured(): readonly Anchor[] {
    this.#map ??= measure(this.#blocks());
    return this.#map;
  }
}

function measure(blocks: readonly Lined[]): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (const { element, line } of blocks) {
    anchors.push({ line, top: topOf(element) });
    for (const inner of element.querySelectorAll('[data-line]')) {
      const own = Number(inner.getAttribute('data-line'));
      if (own > 0) anchors.push({ line: line + own, top: topOf(inner) });
    }
  }
  const last = blocks.at(-1);
  return scrollMap(anchors, {
    line: (last?.end ?? 0) + 1,
    top: last ? last.element.getBoundingClientRect().bottom + window.scrollY : 0,
  });
}

const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;

const topOf = (element: Element): number => element.getBoundingClientRect().top + window.scrollY;
