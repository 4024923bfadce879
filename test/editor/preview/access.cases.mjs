import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { about, setup, show, source } from './preview-page.mjs';
import { bound } from './updates.cases.mjs';

const blocks = [
  { line: 0, end: 0, html: '<h1>Checkout unavailable on 14 October</h1>' },
  {
    line: 2,
    end: 3,
    html: '<p>From 09:42 to 11:38 a small number of users could not pay. See <a href="https://s.example">our status</a>.</p>',
  },
  { line: 5, end: 5, html: '<h2>What we do</h2>' },
  {
    line: 7,
    end: 9,
    html: '<ul><li data-line="0">By 24 October, each <code>certificate</code> is tried out.</li><li data-line="1">By 31 October, an alarm.</li></ul>',
  },
  {
    line: 11,
    end: 14,
    html: '<table><thead><tr><th>Time</th><th>What</th></tr></thead><tbody><tr><td>09:42</td><td>Payments fail</td></tr></tbody></table>',
  },
  { line: 16, end: 18, html: '<pre><code>pay 1\npay 2</code></pre>' },
  { line: 20, end: 20, html: '<blockquote><p>We are sorry.</p></blockquote>' },
];
const marks = [
  { block: 1, text: 'a small number of users', nth: 0, severity: 'warning', message: 'Say how many.', line: 2 },
  { block: 3, text: 'certificate', nth: 0, severity: 'error', message: 'Explain it.', line: 7 },
  { block: 6, text: 'sorry', nth: 0, severity: 'info', message: 'Say it once.', line: 20 },
];
const notices = {
  refused: {
    kind: 'refused',
    title: 'Nothing is shown',
    text: 'Something looks like a mark.',
    items: [{ text: 'Not a mark.', line: 3, severity: 'error' }],
    action: null,
  },
  empty: {
    kind: 'no-customer-part',
    title: 'Nothing yet',
    text: 'All is internal.',
    items: [],
    action: 'Add a customer part',
  },
};

async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  );
  assert.deepEqual(said, [], where);
}

async function whole(preview, notice = null) {
  const { page, say } = bound(preview);
  await say(setup(), show(notice ? [] : blocks, { about: about({ marks, notice }) }));
  await say({ type: 'caret', source, line: 5, hidden: { before: 2, first: 4, last: 6, inside: false } });
  return page;
}

const ask = (page, title = 'Should customers read this?') =>
  page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), {
    type: 'clipboard',
    source,
    flavours: { html: 'x', text: 'x' },
    question: {
      title,
      items: [
        { text: '“db-02” is a machine.', line: 6, severity: 'warning' },
        { text: 'Image left out: a.png', line: null, severity: 'info' },
      ],
      show: 'Show',
      copy: 'Copy anyway',
      cancel: 'Cancel',
    },
    text: '',
  });

export const cases = {
  ...Object.fromEntries(
    ['light', 'dark', 'high-contrast', 'high-contrast-light'].map((theme) => [
      `axe finds nothing (${theme}: editor colours, page, findings, reasons, states)`,
      async (open) => {
        const page = await whole(await open({ theme }));
        await page.waitForTimeout(200);
        await clean(page, 'editor colours');
        await page.locator('.status').click();
        await page.getByRole('button', { name: 'Findings' }).click();
        await clean(page, 'with findings and reasons');
        await page.getByRole('button', { name: 'Page' }).click();
        await clean(page, 'page with findings');
        await page.locator('.status').click();
        await ask(page);
        await clean(page, 'page with a question');
        for (const [name, notice] of Object.entries(notices)) {
          const other = await whole(await open({ theme }), notice);
          await clean(other, name);
        }
      },
    ]),
  ),
  'axe finds nothing in Chinese, with a question and on a narrow pane': async (open) => {
    const preview = await open({ viewport: { width: 300, height: 600 } });
    const { page, say } = bound(preview);
    const chinese = [
      { line: 0, end: 0, html: '<h1>订单数据库故障</h1><h2>发生了什么</h2>' },
      {
        line: 2,
        end: 3,
        html: '<p>11 月 3 日 14:08 至 17:45，您<em>无法</em>下单。详见<a href="https://s.example">状态页</a>。</p>',
      },
    ];
    await say(setup(), show(chinese, { about: about({ language: 'zh' }) }));
    await clean(page, 'the document');
    await ask(page, '要让客户看到这些内容吗？');
    await clean(page, 'the question');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 300), true, 'too wide');
  },
  'everything is reached with the keyboard alone': async (open) => {
    const page = await whole(await open());
    const seen = [];
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(
          () => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent,
        ),
      );
    }
    assert.deepEqual(seen.slice(0, 3), ['Not ready: 1 warning', 'Findings', 'our status']);
    await page.locator('.status').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByText('Say how many.').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.getByText('Say how many.').isVisible(), false);
    await page.getByRole('button', { name: 'Findings' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    assert.equal(await page.evaluate(() => document.body.classList.contains('page')), true);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => window.posted.filter(({ type }) => type === 'export').length), 1);
  },
  'a narrow or zoomed pane needs no sideways scrolling': async (open) => {
    for (const width of [240, 320, 480]) {
      const page = await whole(await open({ viewport: { width, height: 600 } }));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(over <= 0, `${over} px too wide at ${width}`);
    }
  },
  'the head of a narrow pane takes two rows, also while something is said': async (open) => {
    const labels = ['Not ready: 19 warnings', 'Not ready: 19 warnings, 5 parts missing'];
    for (const width of [280, 320, 400, 480, 620, 780, 1200]) {
      for (const label of labels) {
        const preview = await open({ viewport: { width, height: 600 } });
        const { page, say } = bound(preview);
        const { head } = about();
        const figures = ['12,508 characters', '31 min', '19 characters a sentence'].map((text) => ({
          text,
          explanation: '',
        }));
        await say(
          setup(),
          show(blocks, {
            about: about({ head: { ...head, label, figures } }),
          }),
        );
        const height = () => page.evaluate(() => document.querySelector('.head-line').getBoundingClientRect().height);
        const rows = width > 800 ? 1 : 2;
        const before = await height();
        assert.ok(before <= 14 + rows * 26, `${before} px at ${width}`);
        const first = page.locator('.figures span').first();
        assert.equal(await first.isVisible(), true);
        const shown = await page.evaluate(() => {
          const { bottom, right } = document.querySelector('.figures').getBoundingClientRect();
          const isIn = (one) => one.top < bottom - 2 && one.right <= right + 1;
          return [...document.querySelectorAll('.figures span')].map((one) => isIn(one.getBoundingClientRect()));
        });
        assert.equal(shown[0], true, `the first figure at ${width}`);
        if (width >= 480) assert.deepEqual(shown, [true, true, true], `figures at ${width}`);
        await say({ type: 'clipboard', source, flavours: null, question: null, text: 'Nothing can be copied yet.' });
        assert.equal(await page.getByText('Nothing can be copied yet.').isVisible(), true);
        assert.equal(await height(), before, `the head grows at ${width}`);
      }
    }
  },
  'with reduced motion nothing moves by itself': async (open) => {
    const page = await whole(await open({ reducedMotion: 'reduce' }));
    assert.match(
      await page.evaluate(() => getComputedStyle(document.querySelector('.caret-bar')).transitionDuration),
      /^0s/,
    );
  },
};
