/** What clicks in the document do. */
export interface PointerActions {
  readonly link: (href: string) => void;
  readonly goTo: (clientY: number) => void;
}

/**
 * Links are handed to the host, which opens none but harmless ones; a double-click goes to the source.
 * VS Code's own handler of links never hears of them.
 */
export function listenToPointer(root: HTMLElement, actions: PointerActions): void {
  const onLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) document.getElementById(decodeFragment(href))?.scrollIntoView({ block: 'center' });
    else actions.link(href);
  };
  root.addEventListener('click', onLink);
  root.addEventListener('auxclick', onLink);
  root.addEventListener('dblclick', (event) => {
    if (event.target instanceof Element && event.target.closest('a, button, summary')) return;
    actions.goTo(event.clientY);
  });
}

function decodeFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
