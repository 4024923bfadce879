import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { isRead, saveDialog } from './export.mjs';

export const title =
  'by keyboard alone: open, go from finding to finding, mend one, preview, its head and lock, export; a reload keeps the place';

export async function run(open) {
  const editor = await open({ host: 'web', theme: 'Light Modern', viewport: { width: 1500, height: 900 } });
  const { page } = editor;
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  const palette = async (title) => {
    await editor.quickInput('F1', `>${title}`);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await keys('Enter');
  };

  // Open a postmortem, and go from finding to finding.
  await editor.openFile('checkout-outage.md');
  await isRead(editor);
  await editor.goTo(67);
  for (const words of ['“a small number of”', '“some issues”']) {
    await keys('F8');
    await page.locator('.marker-widget', { hasText: words }).waitFor();
  }
  await keys('Escape');

  // Mend one from the lightbulb's menu.
  await editor.goTo(77, 21);
  const fixes = await editor.quickFixes();
  const at = fixes.findIndex((fix) => /internal/i.test(fix));
  assert.ok(at >= 0, fixes.join('\n'));
  for (let step = 0; step < at; step++) await keys('ArrowDown');
  await keys('Enter');
  await page.locator('.view-line', { hasText: ':internal[pay-gw-02.prod.internal]' }).waitFor();
  await keys('Control+Z');
  await page.locator('.view-line', { hasText: ':internal[pay-gw-02' }).waitFor({ state: 'hidden' });

  // The preview beside it. Tab leads through its head: why it is not ready, a place to go to, the buttons.
  await keys('Control+K', 'Control+V');
  const preview = await editor.webview({ selector: '.document .block' });
  // When a dialog or an editor has closed, the workbench still moves the focus for a moment, which nothing on the page
  // tells, and takes it back from whatever a key chose meanwhile. So a key is pressed until it holds.
  const until = (pressed, answer, what) =>
    editor.waitFor(async () => {
      await keys(...pressed);
      await page.waitForTimeout(200);
      return (await answer()) ? true : undefined;
    }, what);
  const toPreview = () =>
    until(['Control+2'], () => preview.evaluate(() => document.hasFocus()), 'the focus on the preview');
  await toPreview();
  const focused = (selector, what) =>
    editor.waitFor(async () => ((await preview.locator(`${selector}:focus`).count()) > 0 ? true : undefined), what);
  await keys('Tab');
  await focused('.status', 'the focus on the state');
  await keys('Enter');
  await preview.locator('.reasons').waitFor();
  await keys('Escape');
  await preview.locator('.reasons').waitFor({ state: 'hidden' });
  await keys('Tab');
  await focused('.tool', 'the focus on the tools');
  await keys('ArrowRight');
  await keys('Enter');
  await preview.locator('body.page').waitFor();

  // Export, by the last button of the head.
  await keys('End', 'Enter');
  await page.getByPlaceholder('What should customers get?').waitFor();
  await page.keyboard.type('Plain');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Plain text' }).waitFor();
  await keys('Enter');
  await page.locator('.monaco-dialog-box').filter({ hasText: 'pay-gw-02.prod.internal' }).waitFor();
  // Enter alone would go to the place, and export nothing.
  await keys('Tab');
  await page.locator('.monaco-dialog-box .monaco-button:focus', { hasText: 'Export anyway' }).waitFor();
  await keys('Enter');
  await saveDialog(editor);
  await editor.waitFor(
    async () => ((await readdir(editor.workspace)).some((name) => name.endsWith('.txt')) ? true : undefined),
    'the export to be written',
  );
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });

  // Block by block, and from one of them to its source and back.
  const toBlock = async (what) => {
    await toPreview();
    await until(['Alt+ArrowDown'], async () => (await preview.locator('.block:focus').count()) > 0, what);
  };
  await toBlock('the focus on a block');
  await keys('Enter');
  await page.locator('.editor-group-container.active .tab.active', { hasText: /^checkout-outage/ }).waitFor();
  await toPreview();

  // Lock it.
  await palette('Candor: Lock Customer Preview to This Postmortem');
  await page.locator('.tab', { hasText: '[Locked] Customer preview' }).waitFor();

  // After a reload it is there again, at its place, locked.
  await toBlock('the focus on a block again');
  await keys('End');
  const place = (frame) => frame.evaluate(() => window.scrollY);
  await editor.waitFor(async () => ((await place(preview)) > 300 ? true : undefined), 'the page to scroll');
  // The web workbench writes its state every few seconds.
  await page.waitForTimeout(6500);
  const before = await place(preview);
  await page.reload();
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 90_000 });
  const restored = await editor.webview({ selector: '.document .block', timeout: 60_000 });
  await page.locator('.tab', { hasText: '[Locked] Customer preview' }).waitFor();
  await restored.locator('body.page').waitFor();
  await editor.waitFor(
    async () => (Math.abs((await place(restored)) - before) < 200 ? true : undefined),
    `the page to be at ${before} again`,
  );
}
