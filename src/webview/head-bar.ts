import type { Head, Place, Strings } from '../protocol/preview.js';
import { element, filled, setAttributes, setText } from './dom.js';
import { type IconName, icon } from './icons.js';
import { severitySign } from './severity-sign.js';

/** What the buttons of the head do. */
export interface HeadActions {
  readonly findings: (on: boolean) => void;
  readonly page: (on: boolean) => void;
  readonly copy: () => void;
  readonly export: () => void;
  readonly goTo: (line: number) => void;
}

type Toggle = 'findings' | 'page';

/** The head of the pane: ready or not and why, the figures, the buttons. */
export class HeadBar {
  readonly element: HTMLElement;
  readonly #status = element('button', {
    type: 'button',
    class: 'status',
    'aria-expanded': 'false',
    'aria-controls': 'reasons',
  });
  readonly #figures = element('p', { class: 'figures' });
  readonly #reasons = element('ul', { class: 'reasons', id: 'reasons', hidden: true });
  readonly #tools = element('div', { class: 'tools', role: 'toolbar' });
  readonly #said = element('p', { class: 'said', role: 'status' });
  readonly #buttons: Record<Toggle | 'copy' | 'export', HTMLButtonElement>;
  readonly #actions: HeadActions;
  #head: Head | undefined;
  #timer = 0;

  constructor(actions: HeadActions) {
    this.#actions = actions;
    this.#buttons = {
      findings: tool('findings', true),
      page: tool('page', true),
      copy: tool('copy', false),
      export: tool('export', false),
    };
    for (const name of ['findings', 'page'] as const)
      this.#buttons[name].addEventListener('click', () => {
        const on = this.#buttons[name].getAttribute('aria-pressed') !== 'true';
        this.toggle(name, on);
        actions[name](on);
      });
    this.#buttons.copy.addEventListener('click', actions.copy);
    this.#buttons.export.addEventListener('click', actions.export);
    this.#tools.append(...Object.values(this.#buttons));
    this.#tools.addEventListener('keydown', (event) => this.#roam(event));
    this.#status.addEventListener('click', () => this.#expand(this.#reasons.hasAttribute('hidden')));
    this.#status.addEventListener('keydown', (event) => event.key === 'Escape' && this.#expand(false));
    const line = element('div', { class: 'head-line' }, this.#status, this.#figures, this.#said, this.#tools);
    this.element = element('header', { class: 'head', hidden: true }, line, this.#reasons);
  }

  /** Height in pixels of what stays at the top of the window. */
  get height(): number {
    return this.element.hidden ? 0 : (this.element.firstElementChild?.getBoundingClientRect().height ?? 0);
  }

  /** Sets a switch without acting on it. */
  toggle(name: Toggle, on: boolean): void {
    this.#buttons[name].setAttribute('aria-pressed', String(on));
  }

  name(strings: Strings): void {
    setAttributes(this.#tools, { 'aria-label': strings.tools });
    setAttributes(this.#reasons, { 'aria-label': strings.reasons });
    const labels = {
      findings: [strings.findings, strings.findingsHint],
      page: [strings.page, strings.pageHint],
      copy: [strings.copy, strings.copyHint],
      export: [strings.export, strings.exportHint],
    } as const;
    for (const [name, [label, hint]] of Object.entries(labels)) {
      const button = this.#buttons[name as keyof typeof labels];
      setAttributes(button, { 'aria-label': label, title: hint });
      const text = button.querySelector('span');
      if (text) setText(text, label);
    }
  }

  show(head: Head, strings: Strings): void {
    if (JSON.stringify(head) === JSON.stringify(this.#head)) return;
    this.#head = head;
    this.element.hidden = false;
    setAttributes(this.#status, { 'data-state': head.state, title: head.label });
    this.#status.disabled = head.reasons.length === 0;
    const label = element('span', {}, head.label);
    this.#status.replaceChildren(icon(head.state), label, ...(head.reasons.length > 0 ? [icon('more')] : []));
    // Narrow panes show the first ones; all can be read here.
    setAttributes(this.#figures, { title: head.figures.map(({ text }) => text).join(' · ') || undefined });
    this.#figures.replaceChildren(
      ...head.figures.map(({ text, explanation }) => element('span', { title: explanation || undefined }, text)),
    );
    this.#reasons.replaceChildren(...head.reasons.map((reason) => this.#reason(reason, strings)));
    if (head.reasons.length === 0) this.#expand(false);
    for (const name of ['copy', 'export'] as const)
      this.#buttons[name].setAttribute('aria-disabled', String(head.state === 'refused' || head.state === 'none'));
  }

  /** Says something for a moment, to eyes and to screen readers. */
  say(text: string): void {
    clearTimeout(this.#timer);
    setText(this.#said, text);
    this.#timer = window.setTimeout(() => setText(this.#said, ''), 4000);
  }

  #reason({ text, line, severity }: Place, strings: Strings): HTMLElement {
    const said = element('span', { class: 'message' }, text);
    const item = element('li', {}, severitySign(severity, strings), said);
    if (line === null) return item;
    const go = element('button', { type: 'button', class: 'go' }, filled(strings.goToLine, line + 1));
    go.addEventListener('click', () => this.#actions.goTo(line));
    said.append(' ', go);
    return item;
  }

  #expand(open: boolean): void {
    this.#reasons.hidden = !open;
    this.#status.setAttribute('aria-expanded', String(open));
  }

  /** Arrow keys go through the toolbar, as toolbars do. */
  #roam(event: KeyboardEvent): void {
    const buttons = Object.values(this.#buttons);
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = steps[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = buttons[(to + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  }
}

function tool(name: IconName, isToggle: boolean): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'tool', 'aria-pressed': isToggle ? 'false' : undefined });
  button.tabIndex = name === 'findings' ? 0 : -1;
  button.append(icon(name), element('span', {}));
  return button;
}
