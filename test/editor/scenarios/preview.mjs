import assert from 'node:assert/strict';

export const title = 'the preview shows what customers read, follows typing and refuses what is not certain';

export async function run(open) {
  const editor = await open({ theme: 'Default Light Modern', viewport: { width: 1500, height: 900 } });
  const { page } = editor;
  await editor.openFile('checkout-outage.md');
  await editor.command('Candor: Open Customer Preview');
  const preview = await editor.webview({ selector: '.document .block' });
  const text = () => preview.locator('.document').innerText();

  // What customers read, and nothing internal anywhere in the page.
  await editor.webviewText(preview, 'On 14 October, a small number of users');
  const source = await preview.evaluate(() => document.documentElement.outerHTML);
  for (const secret of ['Nordlicht', 'Mara', 'had not been touched', 'circuit breaker in', 'Lindqvist'])
    assert.ok(!source.includes(secret), `the page holds "${secret}"`);
  assert.match(await preview.locator('.status').innerText(), /^Not ready: \d+ warnings/);

  // It follows typing; blocks that did not change keep their nodes.
  await preview.evaluate(() => {
    for (const block of document.querySelectorAll('.block')) block.seen = true;
  });
  await editor.goTo(87);
  await editor.press('End');
  await editor.type(' Typed just now.');
  await editor.webviewText(preview, 'Typed just now.');
  assert.deepEqual(
    await preview.evaluate(() => [...document.querySelectorAll('.block')].filter((block) => !block.seen).length),
    0,
  );
  await page.waitForFunction(() => true);
  await preview.locator('.caret-bar').waitFor();

  // In something internal it says what is hidden.
  await editor.goTo(71);
  await preview.getByText('Hidden here: lines 70 to 73 are internal').waitFor();

  // Scrolling the editor scrolls the page; a double-click goes back to the source.
  await editor.goTo(120);
  await editor.waitFor(
    async () => ((await preview.evaluate(() => window.scrollY)) > 300 ? true : undefined),
    'the page to scroll',
  );
  await preview.getByText('Were card details exposed?').dblclick();
  await editor.waitFor(
    async () => ((await page.locator('.statusbar').innerText()).includes('Ln 109,') ? true : undefined),
    'the caret to go to the source',
  );

  // Its menu has the exports.
  await preview.getByText('Were card details exposed?').click({ button: 'right' });
  const menu = page.locator('.monaco-menu .action-label');
  for (const name of ['Export Customer Version…', 'Copy Customer Version as Text…'])
    await menu.filter({ hasText: name }).waitFor();
  await menu.filter({ hasText: 'Export Customer Version…' }).hover();
  await editor.press('Enter');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Word document' }).waitFor();
  await editor.press('Escape');
  await page.locator('.tab', { hasText: 'checkout-outage.md' }).first().click();

  // What only looks like a marker: nothing is shown until it is put right.
  await editor.goTo(70);
  await editor.press('End');
  await editor.type('s');
  await preview.getByText('Nothing is shown until this is put right').waitFor();
  assert.equal((await text()).trim(), '');
  assert.equal(await preview.locator('.body').count(), 0);
  await editor.press('Backspace');
  await editor.webviewText(preview, 'Typed just now.');

  // It follows the active postmortem, and leaves other Markdown alone.
  await editor.openFile('数据库故障.md');
  await preview.getByRole('heading', { name: '发生了什么' }).waitFor();
  assert.equal(await preview.locator('.document').getAttribute('lang'), 'zh');
  await editor.openFile('notes.md');
  await page.waitForTimeout(300);
  assert.match(await text(), /发生了什么/);
}
