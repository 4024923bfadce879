import assert from 'node:assert/strict';
import { about, paragraphs, setup, show, source, update } from './preview-page.mjs';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
const withImage = [
  { line: 0, end: 0, html: '<p>Before</p>' },
  { line: 2, end: 2, html: '<p>See <img alt="A chart" data-image="chart.png"> here</p>' },
  { line: 4, end: 4, html: '<p>After</p>' },
];

/** Marks every element of the document, so that a new one is told from an old one. */
const stamp = (page) =>
  page.evaluate(() => {
    for (const [index, node] of [...document.querySelectorAll('.document *')].entries()) node.stamp = index;
  });
const unstamped = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.document *')]
      .filter((node) => node.stamp === undefined)
      .map((node) => node.outerHTML),
  );

export const cases = {
  'the page says that it reads until the document is there, and then no more': async (open) => {
    const { page, say } = bound(await open());
    const waiting = page.locator('.waiting');
    await waiting.waitFor();
    assert.equal(await waiting.innerText(), 'Reading…');
    await say(setup(), show(paragraphs(2)));
    await page.locator('.block').first().waitFor();
    assert.equal(await waiting.count(), 0);
  },
  'an edit touches only the block that changed, and in it only what changed': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show(paragraphs(50)));
    await stamp(page);
    const changed = await page.evaluate(() => {
      window.changes = [];
      new MutationObserver((records) =>
        window.changes.push(...records.map(({ target }) => target.textContent)),
      ).observe(document.querySelector('.document'), {
        childList: true,
        characterData: true,
        subtree: true,
        attributes: true,
      });
      return window.changes;
    });
    assert.deepEqual(changed, []);
    await say(update(2, 1, { at: 20, remove: 1, blocks: [{ line: 60, end: 61, html: '<p>Something else.</p>' }] }));
    assert.deepEqual(await page.evaluate(() => window.changes), ['Something else.']);
    assert.deepEqual(await unstamped(page), []);
    assert.equal(await page.locator('.block').count(), 50);
  },
  'an image that did not change is the same node with the same data, also in a paragraph that did': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show(withImage), {
      type: 'image',
      source,
      key: 'chart.png',
      data: dot,
      width: 1,
      height: 1,
      text: '',
    });
    await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1);
    await stamp(page);
    const html = '<p>Now see <img alt="A chart" data-image="chart.png"> here</p>';
    await page.evaluate(() => {
      window.sets = 0;
      new MutationObserver((records) => {
        window.sets += records.length;
      }).observe(document.querySelector('img'), { attributes: true });
    });
    await say(update(2, 1, { at: 1, remove: 1, blocks: [{ line: 2, end: 2, html }] }));
    assert.match(await page.locator('.document').textContent(), /Now see/);
    assert.deepEqual(await unstamped(page), []);
    assert.equal(await page.evaluate(() => window.sets), 0);
    assert.equal(await page.evaluate(() => document.querySelector('img').src), dot);
  },
  'an image that comes late finds its place, also after an edit': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show(withImage));
    await say(update(2, 1, { at: 0, remove: 0, blocks: [{ line: 0, end: 0, html: '<p>New</p>' }] }));
    await say({ type: 'image', source, key: 'chart.png', data: dot, width: 1, height: 1, text: '' });
    assert.equal(await page.evaluate(() => document.querySelector('img').src), dot);
  },
  'blocks are put in, taken out and changed at both ends': async (open) => {
    const { page, say } = bound(await open());
    const p = (text) => ({ line: 0, end: 0, html: `<p>${text}</p>` });
    const texts = () => page.evaluate(() => [...document.querySelectorAll('.body')].map((node) => node.textContent));
    await say(setup(), show(['a', 'b', 'c'].map(p)));
    await say(update(2, 1, { at: 0, remove: 1, blocks: [p('x'), p('y'), p('b')] }));
    assert.deepEqual(await texts(), ['x', 'y', 'b', 'b', 'c']);
    await say(update(3, 2, { at: 3, remove: 2, blocks: [] }));
    assert.deepEqual(await texts(), ['x', 'y', 'b']);
    await say(update(4, 3, { at: 0, remove: 3, blocks: [p('b'), p('z'), p('x')] }));
    assert.deepEqual(await texts(), ['b', 'z', 'x']);
  },
  'what is older than what is shown is dropped; what fits no version asks for all': async (open) => {
    const { page, say, posted, forget } = bound(await open());
    await say(setup(), show([{ line: 0, end: 0, html: '<p>Newest</p>' }], { version: 7 }));
    await forget();
    await say(update(6, 5, { at: 0, remove: 1, blocks: [{ line: 0, end: 0, html: '<p>Stale</p>' }] }));
    await say(show([{ line: 0, end: 0, html: '<p>Stale</p>' }], { version: 3 }));
    assert.equal(await page.locator('.document').textContent(), 'Newest');
    assert.deepEqual(await posted('ready'), []);
    await say(update(9, 8, { at: 0, remove: 1, blocks: [{ line: 0, end: 0, html: '<p>Gap</p>' }] }));
    assert.equal(await page.locator('.document').textContent(), 'Newest');
    assert.deepEqual(await posted('ready'), [{ type: 'ready', source }]);
  },
  'what an update leaves out of the head and the findings stays as it was': async (open) => {
    const { page, say } = bound(await open());
    const text = 'small number';
    const mark = { block: 0, text, nth: 0, severity: 'warning', message: 'Say how many.', line: 0 };
    const whole = about({ marks: [mark] });
    await say(setup(), show(paragraphs(2), { about: whole }));
    await page.getByRole('button', { name: 'Findings' }).click();
    const figures = [{ text: '413 words', explanation: '' }];
    const change = { ...whole, head: { ...whole.head, figures, reasons: null }, marks: null };
    await say(update(2, 1, null, { about: change }));
    await page.getByText('413 words').waitFor();
    assert.equal(await page.locator('.note').count(), 1);
    assert.equal(await page.locator('.reasons li').count(), 1);
    await say(update(3, 2, null, { about: { ...change, head: { ...change.head, reasons: [] }, marks: [] } }));
    assert.equal(await page.locator('.note').count(), 0);
    assert.equal(await page.locator('.reasons li').count(), 0);
  },
  'messages about another document, or of no shape, change nothing': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show([{ line: 0, end: 0, html: '<p>Ours</p>' }]));
    await say(show([{ line: 0, end: 0, html: '<p>Theirs</p>' }], { source: 'file:///other.md', version: 9 }));
    await say({ type: 'show', source, version: 9, blocks: '<p>x</p>' }, 'show', null, 7);
    assert.equal(await page.locator('.document').textContent(), 'Ours');
  },
  'an edit above does not move what is being read': async (open) => {
    const { page, say } = bound(await open());
    const blocks = paragraphs(80);
    await say(setup(), show(blocks));
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, 1500);
    await page.waitForFunction(() => window.scrollY > 1000);
    await page.waitForTimeout(300);
    const top = () => page.evaluate(() => document.querySelectorAll('.block')[60].getBoundingClientRect().top);
    const before = await top();
    const html = `<p>${'A long paragraph that takes many lines. '.repeat(30)}</p>`;
    await say(update(2, 1, { at: 2, remove: 1, blocks: [{ line: 6, end: 7, html }] }));
    await page.waitForTimeout(100);
    assert.ok(Math.abs((await top()) - before) < 2, `moved by ${(await top()) - before}`);
  },
};

export function bound(preview) {
  return {
    page: preview.page,
    say: preview.say.bind(preview),
    posted: preview.posted.bind(preview),
    forget: preview.forget.bind(preview),
  };
}
