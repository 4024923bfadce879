import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../host/places.mjs';

export const title = 'plainer words from a language model: shown, read by the linter, used or not; nothing without one';

const command = 'Candor: Rewrite Plainly…';
const text = `---
type: postmortem
language: en
---

# Invoices

## Root cause

The Kestrel cluster in rack B7 was full.

## Customer explanation

### Why it happened

The failover did not start at 14:05 UTC, and for 2 hours you could not open invoices.

You waited for ninety-five minutes.

It stopped quietly.

We take the blame for it.

It came back slowly.

We refuse nothing.

All is said.
`;
const lineOf = (words) => text.split('\n').findIndex((line) => line.includes(words)) + 1;

export async function run(open) {
  const editor = await open({
    theme: 'Light Modern',
    first: {
      module: path.join(root, 'test/editor/host/stand-in-model.cjs'),
      contributes: { languageModelChatProviders: [{ vendor: 'stand-in', displayName: 'Stand-in' }] },
    },
    settings: { 'chat.disableAIFeatures': false, 'editor.wordWrap': 'on', 'diffEditor.renderSideBySide': true },
  });
  const { page } = editor;
  await editor.writeFile('invoices.md', text);
  await editor.openFile('invoices.md');
  await page.locator('.statusbar-item', { hasText: /Open: \d+/ }).waitFor();
  const ask = async (words) => {
    await editor.goTo(lineOf(words));
    await editor.command(command);
  };
  const answer = async (row, button) => {
    await row.hover();
    await row.locator('.monaco-button', { hasText: button }).first().click();
    await row.waitFor({ state: 'hidden' });
  };
  const diff = page.locator('.monaco-diff-editor');

  // Used: the diff is shown, the answer is read, and stands in place of the passage alone.
  await ask('The failover');
  const found = await editor.notification('Candor finds nothing to look at in the new words.');
  await diff.waitFor();
  await editor.screenshot('rewrite-diff');
  await answer(found, 'Use it');
  await diff.waitFor({ state: 'hidden' });
  await page.locator('.editor-group-container.active .view-line', { hasText: 'spare machine' }).first().waitFor();
  const used = await editor.text();
  assert.equal(
    used,
    text.replace(
      /^The failover.*$/m,
      'At 14:05 UTC the spare machine did not take over, so you could not open invoices for 2 hours.',
    ),
  );

  // Facts that nobody said make a warning; discarded, nothing changes and the diff is gone.
  await ask('You waited');
  const warned = await editor.notification('“4,000”');
  assert.match(await warned.innerText(), /ninety|95/);
  await editor.screenshot('rewrite-added');
  await answer(warned, 'Discard');
  await diff.waitFor({ state: 'hidden' });
  assert.equal(await editor.text(), used);

  // Doubtful words of the model are named.
  await ask('We take the blame');
  const doubtful = await editor.notification('Candor still finds');
  assert.match(await doubtful.innerText(), /human error/i);
  await answer(doubtful, 'Discard');

  // What stands only in internal places is not even offered.
  await ask('It stopped quietly');
  await editor.notification('which is internal');
  assert.equal(await diff.count(), 0);
  await editor.tidy();

  // Cancelled: half an answer is no answer.
  await ask('It came back slowly');
  const waiting = await editor.notification('Looking for plainer words');
  await answer(waiting, 'Cancel');
  await page.waitForTimeout(500);
  assert.equal(await diff.count(), 0);

  await ask('We refuse nothing');
  await editor.notification('does not want to');
  await editor.tidy();
  await ask('All is said');
  await editor.notification('would leave the passage as it is');
  assert.equal(await editor.text(), used);
  await editor.close();

  // Without a model nothing offers it.
  const silent = await open({ theme: 'Light Modern' });
  await silent.openFile('checkout-outage.md');
  await silent.page.locator('.statusbar-item', { hasText: /Open: \d+/ }).waitFor();
  await silent.quickInput('F1', `>${command}`);
  await silent.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  const offered = await silent.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  assert.ok(!offered.some((row) => row.includes('Rewrite Plainly')), offered.join('\n'));
}
