import assert from 'node:assert/strict';

export const title = 'a preview comes back after a reload, and stays with its file when that is closed or renamed';

export async function run(open) {
  const editor = await open({ host: 'web', viewport: { width: 1500, height: 900 } });
  const { page } = editor;
  await editor.openFile('checkout-outage.md');
  await editor.command('Candor: Open Customer Preview');
  await (await editor.webview({ selector: '.document .block' })).getByRole('button', { name: 'Page' }).click();
  await editor.waitFor(
    async () => ((await await editor.webview({ selector: 'body.page' })) ? true : undefined),
    'the page',
  );
  // The web workbench writes its state every few seconds.
  await page.waitForTimeout(6500);

  await page.reload();
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 90_000 });
  const restored = await editor.webview({ selector: '.document .block', timeout: 60_000 });
  await editor.webviewText(restored, 'On 14 October, a small number of users');
  assert.equal(await restored.locator('body.page').count(), 1);

  // Closed: still there. Hidden and shown again: still there.
  await page.locator('.tab', { hasText: 'checkout-outage.md' }).first().click();
  await editor.openFile('notes.md');
  await editor.webviewText(restored, 'On 14 October, a small number of users');
  await page.locator('.tab', { hasText: 'Customer preview' }).click();
  await editor.command('View: Split Editor');
  const again = await editor.webview({ selector: '.document .block' });
  await editor.webviewText(again, 'On 14 October, a small number of users');
}
