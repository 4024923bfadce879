/**
 * The README's pictures.
 * @type {{ name: string, theme: string, file?: string, settings?: object,
 *   actions?: (editor: import('./page.mjs').Workbench) => Promise<void> }[]}
 *   `file` is opened first; `actions` then lead to what the picture shows. Themes go by VS Code's names: `Light Modern`,
 *   `Dark Modern`, `Default High Contrast`.
 */

/** Opens the preview beside the file and waits until it shows the customer part. */
async function preview(editor, line) {
  await editor.goTo(line);
  await editor.command('Candor: Open Customer Preview');
  await editor.webview({ selector: '.document .block' });
}

const narrowList = { 'workbench.sideBar.location': 'right', 'workbench.activityBar.location': 'hidden' };

export const shots = [
  {
    name: 'findings',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    actions: async (editor) => {
      await editor.goTo(68);
      await editor.problems({ containing: 'vague-scope' });
    },
  },
  {
    name: 'findings-zh',
    theme: 'Dark Modern',
    file: '数据库故障.md',
    actions: async (editor) => {
      await editor.goTo(58);
      await editor.problems({ containing: 'vague-scope' });
    },
  },
  {
    name: 'preview',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    settings: narrowList,
    actions: (editor) => preview(editor, 84),
  },
  {
    name: 'preview-dark-zh',
    theme: 'Dark Modern',
    file: '数据库故障.md',
    settings: narrowList,
    actions: (editor) => preview(editor, 58),
  },
  {
    name: 'preview-high-contrast',
    theme: 'Default High Contrast',
    file: 'checkout-outage.md',
    settings: narrowList,
    actions: (editor) => preview(editor, 84),
  },
  {
    name: 'readiness',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    actions: async (editor) => {
      await editor.goTo(78);
      await editor.command('View: Show Candor');
      const rows = editor.page.locator('.pane-body .monaco-list-row');
      await rows.filter({ hasText: 'Why it happened' }).locator('.monaco-tl-twistie').click();
      await rows.filter({ hasText: 'human error' }).waitFor();
      await rows.filter({ hasText: 'Checkout unavailable' }).locator('.monaco-tl-twistie').click();
      await editor.page.mouse.move(640, 5);
    },
  },
  {
    name: 'snippets-zh',
    theme: 'Dark Modern',
    file: '数据库故障.md',
    actions: async (editor) => {
      await editor.page.locator('.statusbar-item', { hasText: /Open: \d+/ }).waitFor();
      await editor.goTo(58);
      await editor.type('\n\npm-');
      await editor.completions();
    },
  },
];
