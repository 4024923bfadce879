import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';

export const title = 'an export is chosen, warned about, named, written and opened; in Restricted Mode without PDF';

export async function run(open) {
  const editor = await open({ theme: 'Light Modern' });
  await editor.openFile('checkout-outage.md');
  await isRead(editor);
  await editor.command('Candor: Export Customer Version…');
  await choose(editor, 'Plain text');
  await goOn(editor);
  await saveDialog(editor);
  const files = await editor.waitFor(async () => {
    const found = (await readdir(editor.workspace)).filter((name) => name.endsWith('.txt'));
    return found.length > 0 ? found : undefined;
  }, 'the export to be written');
  assert.match(files[0] ?? '', /^checkout-unavailable-on-14-october-\d{4}-\d\d-\d\d\.txt$/);
  assert.doesNotMatch(await editor.readFile(files[0]), /Nordlicht|Lindqvist/);
  await answer(editor, `Exported for customers: ${files[0]}`, 'Open');
  await editor.page.locator('.tab.active', { hasText: files[0] }).waitFor();
  await editor.page.locator('.view-lines', { hasText: 'Checkout unavailable on 14 October' }).first().waitFor();

  // The list opens where it was left, and says of a format what it makes of every text; a message that only has
  // headings for it to change is not asked about.
  await editor.writeFile('plain.md', plain);
  await editor.openFile('plain.md');
  await editor.command('Candor: Export Customer Version…');
  await rows(editor).filter({ hasText: 'Slack message' }).filter({ hasText: 'headings as bold lines' }).waitFor();
  await editor.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Plain text' }).waitFor();
  await choose(editor, 'Slack message');
  await saveDialog(editor);
  await editor.waitFor(
    async () =>
      (await readdir(editor.workspace)).some((name) => name.startsWith('parcels-were-late')) ? true : undefined,
    'the message to be written without a question',
  );
  await editor.close();

  const restricted = await open({ theme: 'Light Modern', trusted: false });
  await restricted.openFile('checkout-outage.md');
  await isRead(restricted);
  await restricted.command('Candor: Export Customer Version…');
  await choose(restricted, 'PDF', 'not in Restricted Mode');
  await restricted.notification('in Restricted Mode it starts none');
  await restricted.tidy();
  await restricted.command('Candor: Export Customer Version…');
  await choose(restricted, 'Plain text');
  await goOn(restricted);
  await saveDialog(restricted);
  await restricted.waitFor(
    async () => ((await readdir(restricted.workspace)).some((name) => name.endsWith('.txt')) ? true : undefined),
    'the export to be written in Restricted Mode',
  );
}

/** The palette offers the command once the document is known as a postmortem; the status bar says so. */
export async function isRead(editor) {
  await editor.page.locator('.statusbar-item').filter({ hasText: 'Open:' }).waitFor({ timeout: 30_000 });
}

const plain = `---
type: postmortem
title: Parcels were late
---

## For customers

### What happened

On 14 October 2025, 340 parcels came a day late. We are sorry.
`;

const rows = (editor) => editor.page.locator('.quick-input-widget .monaco-list-row');

/** Chooses an entry of the open list. */
export async function choose(editor, label, description = '') {
  const row = rows(editor).filter({ hasText: label }).filter({ hasText: description });
  await row.first().waitFor({ timeout: 30_000 });
  await row.first().click();
}

/** Presses a button of the notification that says `text`. */
export async function answer(editor, text, button) {
  const row = await editor.notification(text);
  await row.hover();
  await row.getByRole('button', { name: button, exact: true }).click();
}

/** Confirms the warning: the example names one of its machines to customers. */
export async function goOn(editor) {
  const dialog = editor.page.locator('.monaco-dialog-box').filter({ hasText: 'Line 77: “pay-gw-02.prod.internal”' });
  await dialog.locator('.monaco-button').filter({ hasText: 'Export anyway' }).click({ timeout: 30_000 });
}

/** Takes the name that is offered. */
export async function saveDialog(editor, ending = 'txt') {
  const input = editor.page.locator('.quick-input-widget input').first();
  await editor.waitFor(
    async () => ((await input.isVisible()) && (await input.inputValue()).endsWith(`.${ending}`) ? true : undefined),
    'the question for a name',
  );
  await editor.press('Enter');
}
