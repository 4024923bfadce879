import assert from 'node:assert/strict';

export const title = 'a copy for e-mail asks before something doubtful goes out, and pastes as rich and as plain text';

const flavours = (page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
  });

/** Each example names one of its machines to customers. */
const examples = [
  {
    file: 'checkout-outage.md',
    doubt: 'pay-gw-02.prod.internal',
    says: 'Why it happened',
    never: ['Mara', 'Nordlicht'],
  },
  { file: '数据库故障.md', doubt: 'db-order-02.prod.internal', says: '为什么会发生', never: ['INC-', '赔付条款'] },
];

export async function run(open) {
  const editor = await open({ viewport: { width: 1500, height: 900 } });
  const { page } = editor;
  for (const { file, doubt, says, never } of examples) {
    await editor.openFile(file);
    await editor.command('Candor: Open Customer Preview');
    const preview = await editor.webview({ text: says, selector: '.document .block' });
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await preview.getByRole('button', { name: 'Copy for e-mail' }).click();
    const question = preview.getByRole('alertdialog', { name: 'Should customers read this?' });
    await question.waitFor();
    assert.ok((await question.innerText()).includes(doubt), 'what is doubtful is named');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'before');

    await preview.getByRole('button', { name: 'Copy for e-mail' }).click();
    await question.getByRole('button', { name: 'Copy anyway' }).click();
    await preview.getByText('Copied').waitFor();
    const [html, text] = await flavours(page);
    assert.match(html, /<h2[^>]*style=/);
    for (const flavour of [html, text]) {
      assert.ok(flavour.includes(says));
      for (const word of never) assert.ok(!flavour.includes(word), `“${word}” is on the clipboard`);
    }

    const paper = await page.context().newPage();
    await paper.setContent('<div contenteditable></div><textarea></textarea>');
    for (const field of ['div', 'textarea']) {
      await paper.locator(field).focus();
      await paper.keyboard.press('Control+V');
    }
    await paper.locator('div h2', { hasText: says }).waitFor();
    assert.ok((await paper.locator('textarea').inputValue()).includes(`${says}\n---`));
    await paper.close();
  }
}
