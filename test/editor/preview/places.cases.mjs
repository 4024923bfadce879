import assert from 'node:assert/strict';
import { about, paragraphs, setup, show, source } from './preview-page.mjs';
import { bound } from './updates.cases.mjs';

const caret = (line, hidden = null) => ({ type: 'caret', source, line, hidden });
const list = {
  line: 10,
  end: 14,
  html: '<ul><li data-line="0">one</li><li data-line="2">two</li><li data-line="4">three</li></ul>',
};

export const cases = {
  'the editor scrolls the page, and the page does not answer': async (open) => {
    const { page, say, posted } = bound(await open());
    await say(setup(), show(paragraphs(100)));
    await say({ type: 'scroll', source, line: 150 });
    await page.waitForTimeout(400);
    const top = await page.evaluate(
      () =>
        document.querySelectorAll('.block')[50].getBoundingClientRect().top -
        document.querySelector('.head').offsetHeight,
    );
    assert.ok(Math.abs(top) < 3, `block 50 is ${top} px from the top`);
    assert.deepEqual(await posted('scrolled'), []);
  },
  'the reader scrolls the page, and the editor is told the line': async (open) => {
    const { page, say, posted } = bound(await open());
    await say(setup(), show(paragraphs(100)));
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, 2000);
    await page.waitForFunction(() => window.posted.some(({ type }) => type === 'scrolled'));
    await page.waitForTimeout(300);
    const line = (await posted('scrolled')).at(-1).line;
    const seen = await page.evaluate(() => {
      const head = document.querySelector('.head').offsetHeight;
      return [...document.querySelectorAll('.block')].findIndex((block) => block.getBoundingClientRect().bottom > head);
    });
    assert.ok(Math.abs(line / 3 - seen) < 1.5, `told line ${line}, seen block ${seen}`);
  },
  'each direction can be switched off': async (open) => {
    const { page, say, posted } = bound(await open());
    await say(setup({ scrollEditorWithPreview: false, scrollPreviewWithEditor: false }), show(paragraphs(100)));
    await say({ type: 'scroll', source, line: 150 });
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(300);
    assert.deepEqual(await posted('scrolled'), []);
  },
  'a double-click and the keyboard go to the source': async (open) => {
    const { page, say, posted, forget } = bound(await open());
    await say(setup(), show([...paragraphs(3), list]));
    await page
      .locator('.block')
      .nth(1)
      .dblclick({ position: { x: 40, y: 5 } });
    assert.equal((await posted('reveal'))[0].line, 3);
    await page.getByText('three').dblclick();
    assert.equal((await posted('reveal'))[1].line, 14);
    await forget();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    const [{ line }] = await posted('reveal');
    assert.ok([0, 3, 6, 10].includes(line), `went to ${line}`);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'block');
  },
  'the place of the caret is marked without touching the document': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show([...paragraphs(3), list]));
    const before = await page.locator('.document').innerHTML();
    await say(caret(12));
    const bar = page.locator('.caret-bar');
    await page.waitForTimeout(250);
    const [mark, item] = [await bar.boundingBox(), await page.getByText('two').boundingBox()];
    assert.ok(Math.abs(mark.y - item.y) < 2 && Math.abs(mark.height - item.height) < 2);
    assert.equal(await page.locator('.document').innerHTML(), before);
    await say(caret(null));
    assert.equal(await bar.isVisible(), false);
  },
  'in something internal the pane says what is hidden, and nothing moves': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show(paragraphs(3)));
    const place = () => page.locator('.block').nth(1).boundingBox();
    const before = await place();
    await say(caret(2, { before: 1, first: 2, last: 5, inside: false }));
    assert.equal(await page.locator('.hidden-here').textContent(), 'Hidden here: lines 3 to 6 are internal');
    assert.deepEqual(await place(), before);
    assert.equal(await page.locator('.document').getByText('Hidden').count(), 0);
    await say(caret(0));
    assert.equal(await page.locator('.hidden-here').isVisible(), false);
  },
  'findings are underlined and explained in their places, by a switch that is remembered': async (open) => {
    const { page, say, posted } = bound(await open());
    const mark = {
      block: 1,
      text: 'a small number of users',
      nth: 0,
      severity: 'warning',
      message: 'Say how many.',
      line: 3,
    };
    await say(setup(), show(paragraphs(3), { about: about({ marks: [mark] }) }));
    assert.equal(await page.locator('.note').count(), 0);
    await page.getByRole('button', { name: 'Findings' }).click();
    assert.match(await page.locator('.block').nth(1).locator('.note').textContent(), /Say how many/);
    const words = await page.evaluate(() => [...CSS.highlights.get('candor-warning')].map(String));
    assert.deepEqual(words, ['a small number of users']);
    assert.equal(await page.evaluate(() => window.kept.findings), true);
    await page.getByRole('button', { name: 'Line 4' }).click();
    assert.deepEqual(await posted('reveal'), [{ type: 'reveal', source, line: 3 }]);
    await page.getByRole('button', { name: 'Findings' }).click();
    assert.equal(await page.evaluate(() => CSS.highlights.has('candor-warning')), false);
    assert.equal(await page.locator('.note').count(), 0);
  },
  'switches of the head leave the reader and the editor where they are': async (open) => {
    const { page, say, posted, forget } = bound(await open());
    const marks = Array.from({ length: 60 }, (_, block) => ({
      block,
      text: 'small number',
      nth: 0,
      severity: 'warning',
      message: 'Say how many.',
      line: block * 3,
    }));
    await say(setup(), show(paragraphs(100), { about: about({ marks }) }));
    await say({ type: 'scroll', source, line: 150 });
    await page.waitForTimeout(300);
    const seen = () => page.evaluate(() => document.querySelectorAll('.block')[51].getBoundingClientRect().top);
    // A locator's click would scroll a sticky element into view by itself.
    const tap = async (button) => {
      const { x, y } = await button.boundingBox();
      await page.mouse.click(x + 12, y + 8);
    };
    const before = await seen();
    await forget();
    for (const name of ['Findings', 'Findings', 'Page', 'Page']) {
      await tap(page.getByRole('button', { name }));
      await page.waitForTimeout(300);
      assert.ok(Math.abs((await seen()) - before) < 80, `${name}: moved by ${(await seen()) - before}`);
    }
    await tap(page.locator('.status'));
    await page.locator('.reasons').waitFor();
    assert.ok(Math.abs((await seen()) - before) < 80, `reasons: moved by ${(await seen()) - before}`);
    assert.deepEqual(await posted('scrolled'), []);
  },
  'after a reload the page is where it was': async (open) => {
    const { page, say, posted } = bound(
      await open({ state: { source, locked: false, line: 150, page: true, findings: false } }),
    );
    assert.deepEqual(await posted('ready'), [{ type: 'ready', source }]);
    await say(setup(), show(paragraphs(100)));
    await page.waitForTimeout(100);
    const top = await page.evaluate(
      () =>
        document.querySelectorAll('.block')[50].getBoundingClientRect().top -
        document.querySelector('.head').offsetHeight,
    );
    assert.ok(Math.abs(top) < 3);
    assert.equal(await page.evaluate(() => document.body.classList.contains('page')), true);
  },
};
