import assert from 'node:assert/strict';

export const title = 'a file is opened, typed in and saved';

export async function run(open) {
  const editor = await open({ theme: 'Light Modern' });
  await editor.openFile('notes.md');
  await editor.press('Control+End');
  await editor.type('\nTyped by hand.');
  const saved = await editor.save('notes.md', 'Typed by hand.');
  assert.match(saved, /\nTyped by hand\.\s*$/);
  assert.match((await editor.page.locator('.monaco-workbench').getAttribute('class')) ?? '', /\bvs\b/);
}
