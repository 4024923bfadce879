export const title = 'a section that is missing comes back by a click on it';

export async function run(open) {
  const editor = await open({ theme: 'Light Modern', settings: { 'editor.minimap.enabled': false } });
  const { page } = editor;
  await editor.writeFile(
    'short.md',
    '---\ntype: postmortem\naudience: customer\nlanguage: en\n---\n\n# Invoices\n\n## What happened\n\nWe are sorry.\n',
  );
  await editor.openFile('short.md');
  const status = page.locator('.statusbar-item', { hasText: /Open: \d+/ });
  await status.waitFor();
  await status.click();
  const rows = page.locator('.pane-body .monaco-list-row');
  const missing = rows.filter({ hasText: 'How we stay in touch' }).filter({ hasText: 'missing' });
  await missing.first().waitFor();
  await missing.first().click();
  await missing.first().waitFor({ state: 'hidden' });
  await page.locator('.view-line', { hasText: 'How we stay in touch' }).first().waitFor();
}
