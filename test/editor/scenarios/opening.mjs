import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../host/places.mjs';

export const title = 'npm start begins at the customer part of the example, with what customers will read beside it';

export async function run(open) {
  const editor = await open({ beside: path.join(root, 'test/editor/opening') });
  const { page } = editor;
  await page.locator('.tab', { hasText: 'Customer preview: checkout-outage.md' }).first().waitFor();
  await page.locator('.view-line', { hasText: '## Customer explanation' }).first().waitFor();
  const preview = await editor.webview({ selector: '.document .block' });
  await editor.webviewText(preview, 'Why it happened');
  assert.equal(await preview.locator('.waiting').count(), 0, 'it still says that it reads');
  await page.locator('.editor-group-container.active .tab.active', { hasText: /^checkout-outage.md/ }).waitFor();
}
