import assert from 'node:assert/strict';

export const title = 'a first draft: from a command to a file, with what it still lacks beside it';

export async function run(open) {
  const editor = await open({ theme: 'Light Modern', settings: { 'editor.minimap.enabled': false } });
  const { page } = editor;
  const answer = async (heading, text) => {
    await page.locator('.quick-input-widget', { hasText: heading }).waitFor();
    if (text) await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await editor.command('Candor: New Postmortem…');
  await answer('which template?', 'Customer message only');
  await answer('what is it called?', 'Invoices could not be opened');
  await answer('when did it begin?');
  await answer('in which language?', 'English');

  const tab = page.locator('.tab.active').filter({ hasText: /\d{4}-\d\d-\d\d-invoices-could-not-be-opened\.md/ });
  await tab.waitFor();
  const status = page.locator('.statusbar-item', { hasText: /Open: \d+/ });
  await status.waitFor();
  await status.click();
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'Questions and answers' }).first().waitFor();
  const said = (await rows.allInnerTexts()).join('\n');
  assert.match(said, /What happened/);

  // A section that is taken out is missing in the view, and comes back by a click on it.
  await page.locator('.editor-group-container.active .view-lines').click();
  await editor.press('Control+A');
  await page.keyboard.insertText(
    '---\ntype: postmortem\naudience: customer\nlanguage: en\n---\n\n# Invoices\n\n## What happened\n\nWe are sorry.\n',
  );
  const missing = rows.filter({ hasText: 'How we stay in touch' }).filter({ hasText: 'missing' });
  await missing.first().waitFor();
  await missing.first().click();
  await missing.first().waitFor({ state: 'hidden' });
  await page.locator('.view-line', { hasText: 'How we stay in touch' }).first().waitFor();
}
