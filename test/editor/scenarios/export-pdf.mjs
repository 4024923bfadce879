import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answer, choose, goOn, isRead, saveDialog } from './export.mjs';

export const title =
  'a PDF is called off while the browser runs, offers HTML where there is no browser, and is found afterwards';

export async function run(open) {
  const editor = await open({ theme: 'Light Modern' });
  const settings = path.join(editor.workspace, '.vscode');
  await mkdir(settings);
  const setBrowser = (browser) => editor.setMachineSettings({ 'candor.browser': browser });
  // A folder, even a trusted one, names no program to start: this one would leave a file.
  const trap = path.join(settings, 'trap');
  const trapped = path.join(settings, 'trapped');
  await writeFile(trap, `#!/bin/sh\ntouch '${trapped}'\n`);
  await chmod(trap, 0o755);
  await writeFile(path.join(settings, 'settings.json'), JSON.stringify({ 'candor.browser': trap }));
  const started = path.join(settings, 'started');
  const slow = path.join(settings, 'slow');
  await writeFile(slow, `#!/bin/sh\necho $$ > '${started}'\nexec sleep 100\n`);
  await chmod(slow, 0o755);
  await setBrowser(slow);

  await editor.openFile('checkout-outage.md');
  await isRead(editor);
  await exportPdf(editor);
  const id = await editor.waitFor(
    async () => Number((await readFile(started, 'utf8').catch(() => '')).trim()) || undefined,
    'the browser to run',
  );
  await answer(editor, 'Printing the PDF', 'Cancel');
  await editor.waitFor(() => (isRunning(id) ? undefined : true), 'the browser to end');
  const said = editor.page.locator('.notification-list-item-message');
  await said.filter({ hasText: 'Printing the PDF' }).waitFor({ state: 'hidden' });
  assert.equal(await said.filter({ hasText: 'made no PDF' }).count(), 0, 'no error for what the user called off');
  assert.deepEqual(
    (await readdir(editor.workspace)).filter((name) => /\.(pdf|html)$/.test(name)),
    [],
  );

  await setBrowser('/none/chrome');
  await editor.waitFor(async () => {
    await exportPdf(editor);
    await editor.notification('');
    return (await said.filter({ hasText: '“/none/chrome” is not a program' }).count()) > 0 ? true : undefined;
  }, 'the word that there is no browser');
  await answer(editor, 'is not a program', 'Export HTML');
  await goOn(editor);
  await saveDialog(editor, 'html');
  const name = await editor.waitFor(
    async () => (await readdir(editor.workspace)).find((one) => one.endsWith('.html')),
    'the page to be written',
  );
  assert.doesNotMatch(await editor.readFile(name), /Nordlicht|Lindqvist/);
  assert.ok(!(await readdir(settings)).includes('trapped'), 'the program that the folder names was started');
  await answer(editor, `Exported for customers: ${name}`, 'Show in folder');
  await editor.page.locator('.explorer-folders-view .monaco-list-row.focused').filter({ hasText: name }).waitFor();
}

async function exportPdf(editor) {
  await editor.command('Candor: Export Customer Version…');
  await choose(editor, 'PDF');
  await editor.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 30_000 });
}

function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
