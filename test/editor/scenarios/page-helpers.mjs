/** Proves the helpers on what VS Code itself brings, so that a failure elsewhere is the extension's. */
import assert from 'node:assert/strict';

export const title = 'the helpers read Problems, quick fixes, hovers, completions, webviews and Restricted Mode';

export async function run(open) {
  const editor = await open({
    theme: 'Dark Modern',
    trusted: false,
    settings: { 'markdown.validate.enabled': true },
  });
  assert.match((await editor.page.locator('.monaco-workbench').getAttribute('class')) ?? '', /\bvs-dark\b/);
  await editor.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();

  await editor.openFile('notes.md');
  await editor.goTo(3);
  await editor.type('See [the plan](plan.md).\n\n');
  const problems = await editor.problems({ containing: 'plan.md' });
  assert.ok(
    problems.some((row) => row.includes('File does not exist')),
    problems.join('\n'),
  );

  await editor.openFile('notes.md');
  await editor.goTo(3, 18);
  const fixes = await editor.quickFixes();
  assert.ok(
    fixes.some((fix) => fix.includes('plan.md')),
    fixes.join('\n'),
  );
  await editor.press('Escape');

  await editor.command('Markdown: Open Preview to the Side');
  const preview = await editor.webview({ text: 'Notes for the weekly meeting' });
  await editor.page.locator('.tab', { hasText: 'notes.md' }).first().click();
  await editor.press('Control+End');
  await editor.type('\nA line that was just typed.');
  await editor.webviewText(preview, 'A line that was just typed.');

  await editor.writeFile('page.css', 'p { color: red; }\n');
  await editor.openFile('page.css');
  await editor.goTo(1, 6);
  assert.match(await editor.hover(), /color of an element's text/i);
  await editor.press('Escape');
  await editor.goTo(1, 12);
  await editor.type(' d');
  assert.ok((await editor.completions()).length > 0);
  await editor.press('Escape');

  await editor.setTheme('Light Modern', 'vs');
}
