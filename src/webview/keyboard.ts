import type { ShownBlock } from './document-view.js';

/** What keys in the document do. */
export interface KeyActions {
  readonly blocks: () => readonly ShownBlock[];
  readonly goTo: (line: number) => void;
  readonly topLine: () => number | undefined;
}

/**
 * Alt+Down and Alt+Up go from block to block, Enter goes to the source of the block (or of what is at the top).
 * All else keeps its usual meaning: arrows and Page Up scroll, Tab goes to links and buttons.
 */
export function listenToKeys(actions: KeyActions): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const blocks = actions.blocks();
    const at = blocks.findIndex(({ element }) => target !== undefined && element.contains(target));
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const top = actions.topLine() ?? 0;
      const first = Math.max(
        0,
        blocks.findIndex(({ end }) => end >= top),
      );
      blocks[at < 0 ? first : Math.min(blocks.length - 1, Math.max(0, at + step))]?.element.focus();
      return;
    }
    if (event.altKey || event.key !== 'Enter' || target?.closest('a, button, summary')) return;
    const line = blocks[at]?.line ?? actions.topLine();
    if (line === undefined) return;
    event.preventDefault();
    actions.goTo(Math.floor(line));
  });
}
