import assert from 'node:assert/strict';
import { setup, show, source, update } from './preview-page.mjs';
import { bound } from './updates.cases.mjs';

/** A policy violation is what must happen here; it is taken off the faults of the page. */
function expectBlocked(preview) {
  const blocked = preview.faults.filter((fault) =>
    /policy|Content Security Policy|Content-Security-Policy/i.test(fault),
  );
  for (const fault of blocked) preview.faults.splice(preview.faults.indexOf(fault), 1);
  return blocked.length;
}

export const cases = {
  'should hostile HTML ever come through, nothing of it runs or loads': async (open) => {
    const preview = await open();
    const { page, say } = bound(preview);
    const html = [
      '<p>text<img src="https://evil.test/pixel.gif"><img src=x onerror="window.ran=1">',
      '<svg onload="window.ran=2"></svg><a href="javascript:window.ran=3">link</a></p>',
      '<script>window.ran=4</script><iframe srcdoc="<script>parent.ran=5</script>"></iframe>',
      '<form action="https://evil.test/"><input name=a></form><base href="https://evil.test/">',
      '<style>body{background:url(https://evil.test/a)}</style><meta http-equiv="refresh" content="0;url=https://evil.test">',
    ].join('');
    await say(setup(), show([{ line: 0, end: 0, html }]));
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.ok(expectBlocked(preview) > 0, 'the policy was not asked');
    assert.equal(await page.locator('.document :is(script, iframe, form, base, style, meta)').count(), 0);
  },
  'links go to the host, never to the browser': async (open) => {
    const { page, say, posted } = bound(await open());
    const html = '<p><a href="https://status.example/1">web</a> <a href="command:x">bad</a></p>';
    await say(setup(), show([{ line: 0, end: 0, html }]));
    await page.evaluate(() => {
      window.heard = 0;
      document.addEventListener('click', () => {
        window.heard += 1;
      });
    });
    await page.getByText('web').click();
    await page.getByText('bad').click();
    assert.deepEqual(await posted('link'), [
      { type: 'link', source, href: 'https://status.example/1' },
      { type: 'link', source, href: 'command:x' },
    ]);
    assert.equal(await page.evaluate(() => window.heard), 0);
    assert.equal(new URL(page.url()).pathname, '/');
  },
  'the door to the host is not left on the window': async (open) => {
    const { page } = bound(await open());
    assert.equal(await page.evaluate(() => typeof window.acquireVsCodeApi), 'undefined');
    assert.deepEqual(await page.evaluate(() => Object.keys(window).filter((name) => /vscode|host/i.test(name))), []);
  },
  'a stored state of no shape is ignored': async (open) => {
    const { posted } = bound(await open({ state: { source: 5, line: '<b>' } }));
    assert.deepEqual(await posted('ready'), [{ type: 'ready', source: '' }]);
  },
  'a click copies what the host gives, rich and plain; a refusal copies nothing': async (open) => {
    const { page, say, posted } = bound(await open());
    await say(setup(), show([{ line: 0, end: 0, html: '<p>a</p>' }]));
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page.getByRole('button', { name: 'Copy for e-mail' }).click();
    assert.equal((await posted('copy')).length, 1);
    await say({ type: 'clipboard', source, flavours: null, question: null, text: 'Refused: line 3.' });
    assert.equal(await page.getByRole('status').textContent(), 'Refused: line 3.');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'before');
    await page.getByRole('button', { name: 'Copy for e-mail' }).click();
    await say({
      type: 'clipboard',
      source,
      flavours: { html: '<p><b>We</b> are sorry</p>', text: 'We are sorry' },
      question: null,
      text: '',
    });
    await page.getByText('Copied').waitFor();
    const read = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
    });
    assert.match(read[0], /<b[^>]*>We<\/b> are sorry/);
    assert.equal(read[1], 'We are sorry');
  },
  'what is doubtful is asked about in the page; the first button copies nothing, and a change takes the question away':
    async (open) => {
      const { page, say, posted } = bound(await open());
      await say(setup(), show([{ line: 0, end: 0, html: '<p>a</p>' }]));
      await page.evaluate(() => navigator.clipboard.writeText('before'));
      const now = () => page.evaluate(() => navigator.clipboard.readText());
      const answer = {
        type: 'clipboard',
        source,
        flavours: { html: '<p>db-02 was slow</p>', text: 'db-02 was slow' },
        question: {
          title: 'Should customers read this?',
          items: [{ text: '“db-02” is a machine.', line: 6, severity: 'warning' }],
          show: 'Show',
          copy: 'Copy anyway',
          cancel: 'Cancel',
        },
        text: '',
      };
      const copy = page.getByRole('button', { name: 'Copy for e-mail' });
      const dialog = page.getByRole('alertdialog', { name: 'Should customers read this?' });
      await copy.click();
      await say(answer);
      await dialog.waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Show');
      await page.keyboard.press('Enter');
      assert.deepEqual(await posted('reveal'), [{ type: 'reveal', source, line: 6 }]);
      assert.equal(await dialog.count(), 0);
      await copy.click();
      await say(answer);
      await page.keyboard.press('Escape');
      assert.equal(await dialog.count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Copy for e-mail');
      await say(answer);
      await dialog.waitFor();
      await say(update(2, 1, { at: 0, remove: 1, blocks: [{ line: 0, end: 0, html: '<p>b</p>' }] }));
      assert.equal(await dialog.count(), 0);
      assert.equal(await now(), 'before');
      await say(answer);
      await page.getByRole('button', { name: 'Copy anyway' }).click();
      await page.getByText('Copied').waitFor();
      assert.equal(await now(), 'db-02 was slow');
    },
  'where the clipboard is closed to the page, the older way is taken': async (open) => {
    const { page, say } = bound(await open());
    await say(setup(), show([{ line: 0, end: 0, html: '<p>a</p>' }]));
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'Copy for e-mail' }).click();
    await say({
      type: 'clipboard',
      source,
      flavours: { html: '<i>Older</i>', text: 'Older' },
      question: null,
      text: '',
    });
    await page.getByText('Copied').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Older');
  },
};
