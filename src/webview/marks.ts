import type { Mark, Strings } from '../protocol/preview.js';
import type { ShownBlock } from './document-view.js';
import { element, filled } from './dom.js';
import { findText } from './find-text.js';
import { severitySign } from './severity-sign.js';

const severities = ['error', 'warning', 'info'] as const;

/**
 * Findings in their places: the words are underlined without touching the document's nodes, and below the block stands
 * what each finding says, with a button that goes to the source.
 */
export class Marks {
  readonly #goTo: (line: number) => void;
  #marks: readonly Mark[] = [];
  #notes: HTMLElement[] = [];
  #shown = false;

  constructor(goTo: (line: number) => void) {
    this.#goTo = goTo;
  }

  set marks(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  set shown(shown: boolean) {
    this.#shown = shown;
  }

  /** Shows the findings of the blocks as they are now, or takes them away. */
  draw(blocks: readonly ShownBlock[], strings: Strings): void {
    const wanted = this.#shown ? this.#marks : [];
    this.#underline(wanted, blocks);
    this.#explain(wanted, blocks, strings);
  }

  #underline(wanted: readonly Mark[], blocks: readonly ShownBlock[]): void {
    if (typeof Highlight === 'undefined') return;
    for (const severity of severities) {
      const ranges = wanted
        .filter((mark) => mark.severity === severity)
        .flatMap((mark) => {
          const block = blocks[mark.block];
          const range = block && mark.text ? findText(block.body, mark.text, mark.nth) : undefined;
          return range ? [range] : [];
        });
      if (ranges.length > 0) CSS.highlights.set(`candor-${severity}`, new Highlight(...ranges));
      else CSS.highlights.delete(`candor-${severity}`);
    }
  }

  #explain(wanted: readonly Mark[], blocks: readonly ShownBlock[], strings: Strings): void {
    const byBlock = new Map<number, Mark[]>();
    for (const mark of wanted) byBlock.set(mark.block, [...(byBlock.get(mark.block) ?? []), mark]);
    const kept: HTMLElement[] = [];
    for (const [index, marks] of byBlock) {
      const block = blocks[index];
      if (!block) continue;
      const content = marks.map((mark) => this.#note(mark, strings));
      const made = element('div', { class: 'notes', role: 'note' }, ...content);
      const before = this.#notes.find((note) => note.parentNode === block.element && note.isEqualNode(made));
      if (!before) block.element.append(made);
      kept.push(before ?? made);
    }
    for (const note of this.#notes) if (!kept.includes(note)) note.remove();
    this.#notes = kept;
  }

  #note(mark: Mark, strings: Strings): HTMLElement {
    const label = filled(strings.goToLine, mark.line + 1);
    const button = element('button', { type: 'button', class: 'go', 'data-line-of': String(mark.line) }, label);
    const said = element('span', { class: 'message' }, mark.message, ' ', button);
    const note = element('p', { class: `note ${mark.severity}` }, severitySign(mark.severity, strings), said);
    button.addEventListener('click', () => this.#goTo(mark.line));
    return note;
  }
}
