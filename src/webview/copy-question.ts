import type { Question, Strings } from '../protocol/preview.js';
import { element, filled } from './dom.js';
import { severitySign } from './severity-sign.js';

/**
 * Asks in the page before something doubtful goes to the clipboard: browsers let a page copy only right after a click in
 * it, so that a question elsewhere would come to nothing. The first button, which has the focus, copies nothing.
 */
export class CopyQuestion {
  readonly element = element('section', {
    class: 'question',
    role: 'alertdialog',
    'aria-labelledby': 'question-title',
    'aria-describedby': 'question-items',
    hidden: true,
  });
  readonly #goTo: (line: number) => void;
  #back: Element | null = null;

  constructor(goTo: (line: number) => void) {
    this.#goTo = goTo;
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  /** @param copy Called when the reader wants it all the same, while the click still counts. */
  ask({ title, items, show, copy, cancel }: Question, strings: Strings, onCopy: () => void): void {
    const button = (label: string, act: () => void, name: string): HTMLButtonElement => {
      const made = element('button', { type: 'button', class: name }, label);
      made.addEventListener('click', () => {
        this.close();
        act();
      });
      return made;
    };
    const line = items.find((item) => item.line !== null)?.line ?? null;
    const first =
      line === null ? button(cancel, () => undefined, 'repair') : button(show, () => this.#goTo(line), 'repair');
    this.#back = document.activeElement;
    this.element.replaceChildren(
      element('h2', { id: 'question-title' }, title),
      element(
        'ul',
        { id: 'question-items' },
        ...items.map((item) => {
          const said = element('span', { class: 'message' }, item.text);
          const { line: place } = item;
          if (place !== null)
            said.append(
              ' ',
              button(filled(strings.goToLine, place + 1), () => this.#goTo(place), 'go'),
            );
          return element('li', {}, severitySign(item.severity, strings), said);
        }),
      ),
      element('p', { class: 'answers' }, first, button(copy, onCopy, 'second')),
    );
    this.element.hidden = false;
    first.focus();
  }

  /** Takes the question away; nothing is copied. */
  close(): void {
    if (this.element.hidden) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.element.replaceChildren();
    if (hadFocus && this.#back instanceof HTMLElement) this.#back.focus();
  }
}
