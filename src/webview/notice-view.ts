import type { Notice, Strings } from '../protocol/preview.js';
import { element, filled } from './dom.js';
import { icon } from './icons.js';

/** Shows what stands in place of the document: an empty state, or why it is refused. */
export class NoticeView {
  readonly #root: HTMLElement;
  readonly #actions: { readonly goTo: (line: number) => void; readonly repair: () => void };
  #shown = '';

  constructor(root: HTMLElement, actions: { goTo: (line: number) => void; repair: () => void }) {
    this.#root = root;
    this.#actions = actions;
  }

  show(notice: Notice | null, strings: Strings): void {
    const key = JSON.stringify(notice);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#root.hidden = notice === null;
    this.#root.replaceChildren();
    if (!notice) return;
    this.#root.dataset.kind = notice.kind;
    const title = element('h1', {}, notice.title);
    if (notice.kind === 'refused') title.prepend(icon('refused'), ' ');
    this.#root.append(title, ...notice.text.split('\n').map((line) => element('p', {}, line)));
    if (notice.items.length > 0)
      this.#root.append(
        element(
          'ul',
          {},
          ...notice.items.map(({ text, line }) => {
            if (line === null) return element('li', {}, text);
            const go = element('button', { type: 'button', class: 'go' }, filled(strings.goToLine, line + 1));
            go.addEventListener('click', () => this.#actions.goTo(line));
            return element('li', {}, text, ' ', go);
          }),
        ),
      );
    if (notice.action) {
      const repair = element('button', { type: 'button', class: 'repair' }, notice.action);
      repair.addEventListener('click', this.#actions.repair);
      this.#root.append(repair);
    }
  }
}
