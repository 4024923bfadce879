import assert from 'node:assert/strict';
import { wordsOf } from '../words.mjs';

export const title =
  'the walkthrough’s buttons work on the postmortem that was open last, and say so where there is none';

export async function run(open) {
  const { titles, say } = await wordsOf();
  const editor = await open({ theme: 'Light Modern' });
  const { page } = editor;
  const steps = page.locator('.gettingStartedContainer .getting-started-step');
  const walkthrough = async () => {
    await editor.command('Welcome: Open Walkthrough...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Candor' }).first().click();
    await steps.first().waitFor();
  };
  const press = async (name) => {
    const step = steps.filter({ hasText: titles[`walkthrough.${name}.title`] });
    await step.click({ position: { x: 60, y: 12 } });
    await step.locator('.monaco-button').first().click();
  };

  // The way to it from a view that has nothing to show yet.
  await editor.command('View: Show Candor');
  await page.locator('.welcome-view-content a', { hasText: 'the first steps' }).click();
  await steps.first().waitFor();
  await press('audience');
  await editor.notification(say('Open a postmortem first.'));
  await editor.command('Notifications: Clear All Notifications');

  await editor.openFile('checkout-outage.md');
  await page.locator('.statusbar-item', { hasText: /Open: \d+/ }).waitFor();
  await walkthrough();
  await press('findings');
  await page.locator('.pane-body .monaco-list-row', { hasText: 'Why it happened' }).first().waitFor();
  await press('preview');
  const preview = await editor.webview({ text: 'Why it happened' });
  assert.ok(preview, 'no preview');
  await walkthrough();
  await press('audience');
  await page.locator('.tab.active', { hasText: 'checkout-outage.md' }).first().waitFor();
  await editor.notification(say('Select words, or whole lines (of a table, all of it), and mark them again.'));
}
