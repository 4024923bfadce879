import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const title =
  'the preview shows images of the workspace only, copies for e-mail, and reads no files in Restricted Mode until it ends';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const text = `---
type: postmortem
title: With pictures
---

## For customers

### What happened

You could not **pay**. :internal[Nor could we.]

![A dot](img/dot.png)

![No picture](img/text.png)

![Elsewhere](img/link.png)
`;

async function prepare(editor) {
  const folder = path.join(editor.workspace, 'img');
  await mkdir(folder);
  await writeFile(path.join(folder, 'dot.png'), dot);
  await writeFile(path.join(folder, 'text.png'), 'root:x:0:0');
  await symlink('/etc/hostname', path.join(folder, 'link.png'));
  await writeFile(path.join(editor.workspace, 'pictures.md'), text);
  await editor.openFile('pictures.md');
  await editor.command('Candor: Open Customer Preview');
  return editor.webview({ selector: '.document img' });
}

const image = (preview, alt) => preview.locator(`img[alt="${alt}"]`);

export async function run(open) {
  const editor = await open();
  const preview = await prepare(editor);
  await editor.waitFor(
    async () =>
      (await image(preview, 'A dot').getAttribute('src'))?.startsWith('data:image/png;base64,') ? true : undefined,
    'the image',
  );
  for (const alt of ['No picture', 'Elsewhere']) {
    assert.equal(await image(preview, alt).getAttribute('src'), null);
    assert.match((await image(preview, alt).getAttribute('title')) ?? '', /^Image left out: /);
  }

  await preview.getByRole('button', { name: 'Copy for e-mail' }).click();
  // The images that are left out are named before anything is copied.
  const question = preview.getByRole('alertdialog');
  await question.getByText('img/text.png').waitFor();
  await question.getByRole('button', { name: 'Copy anyway' }).click();
  await preview.getByText('Copied').waitFor();
  const copied = await editor.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
  });
  assert.match(copied[0], /<strong[^>]*>pay<\/strong>/);
  assert.match(copied[1], /You could not pay\./);
  for (const flavour of copied) assert.doesNotMatch(flavour, /Nor could we/);

  const restricted = await open({ trusted: false });
  const careful = await prepare(restricted);
  await restricted.webviewText(careful, 'You could not');
  await restricted.waitFor(
    async () => ((await image(careful, 'A dot').getAttribute('title'))?.includes('Restricted Mode') ? true : undefined),
    'the word on Restricted Mode',
  );
  assert.equal(await image(careful, 'A dot').getAttribute('src'), null);

  await restricted.command('Workspaces: Manage Workspace Trust');
  await restricted.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
  // The page of trust covers the editors; the preview beside it stays open.
  await restricted.waitFor(
    async () =>
      (await image(careful, 'A dot').getAttribute('src'))?.startsWith('data:image/png;base64,') ? true : undefined,
    'the image, now that the workspace is trusted',
  );
  assert.equal(await image(careful, 'A dot').getAttribute('title'), null);
}
