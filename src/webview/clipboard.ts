/** The same text in the two forms that a mail program chooses from. */
export interface Flavours {
  readonly html: string;
  readonly text: string;
}

/**
 * Puts rich text on the clipboard; only works soon after a click or a key on the page.
 * @returns Whether it is there.
 */
export async function copyRich(flavours: Flavours): Promise<boolean> {
  try {
    const part = (type: string, content: string) => [type, new Blob([content], { type })];
    const item = Object.fromEntries([part('text/html', flavours.html), part('text/plain', flavours.text)]);
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return copyByEvent(flavours);
  }
}

/** The older way, where the frame of the webview may not use the clipboard of the browser. */
function copyByEvent({ html, text }: Flavours): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && taken;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
