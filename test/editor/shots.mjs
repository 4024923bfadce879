/**
 * The README's pictures, and those that are only looked at (`forEyes`), which go to `dist/pictures`.
 * @type {{ name: string, theme: string, file?: string, settings?: object, forEyes?: boolean, viewport?: object,
 *   actions?: (editor: import('./workbench.mjs').Workbench) => Promise<void> }[]}
 *   `file` is opened first; `actions` then lead to what the picture shows. Themes go by VS Code's names: `Light Modern`,
 *   `Dark Modern`, `Default High Contrast`.
 */

/** Opens the preview beside the file and waits until it shows the customer part. */
async function preview(editor, line) {
  await editor.goTo(line);
  await editor.command('Candor: Open Customer Preview');
  await editor.webview({ selector: '.document .block' });
}

/** Widens the editor so that the preview is left with about `width` pixels. */
async function narrow(editor, width) {
  const sashes = editor.page.locator('.part.editor .split-view-container > .split-view-view:nth-child(2)');
  const box = await sashes.last().boundingBox();
  await editor.page.mouse.move(box.x, box.y + 300);
  await editor.page.mouse.down();
  await editor.page.mouse.move(box.x + box.width - width, box.y + 300, { steps: 8 });
  await editor.page.mouse.up();
}

/** Puts a postmortem of this text into the workspace and opens it with its preview. */
async function written(editor, text, selector) {
  await editor.writeFile('written.md', text);
  await editor.openFile('written.md');
  await editor.command('Candor: Open Customer Preview');
  return editor.webview({ selector });
}

const head = '---\ntype: postmortem\ntitle: Checkout unavailable\n---\n\n';

const tables = `---
type: postmortem
title: 十月转账延迟
language: zh
---

## 客户说明

### 发生了什么

2025 年 10 月 14 日 09:42 起，一部分转账延迟到账。

| 时间 | 我们看到了什么，做了什么 | 状态 |
| --- | --- | --- |
| 2025 年 10 月 14 日 09:42 | 第一批转账被暂缓，因为我们每天早上读取的银行名单里有一条无法读取 | 暂缓 |
| 2025-10-14 10:20–10:45 | 我们通过邮件通知所有客户，并附上被暂缓的转账清单 | 已通知 |
| 10 月 15 日 | 转账恢复发出 | 已发出 |
`;

/** The examples are of 2025: that their dates have passed is true, and not what the pictures are about. */
export const allShots = { 'candor.rules': { 'overdue-promise': 'off' } };

const narrowList = { 'workbench.sideBar.location': 'right', 'workbench.activityBar.location': 'hidden' };

export const shots = [
  {
    name: 'findings',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    actions: async (editor) => {
      await editor.goTo(68);
      await editor.problems({ containing: 'minimizing' });
    },
  },
  {
    name: 'findings-zh',
    theme: 'Dark Modern',
    file: '数据库故障.md',
    actions: async (editor) => {
      await editor.goTo(58);
      await editor.problems({ containing: 'minimizing' });
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
  {
    name: 'preview-page-dark',
    theme: 'Dark Modern',
    file: 'checkout-outage.md',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 84);
      const frame = await editor.webview({ selector: '.document .block' });
      await frame.getByRole('button', { name: 'Page' }).click();
      await frame.getByRole('button', { name: 'Findings' }).click();
    },
  },
  {
    name: 'preview-reasons-zh',
    theme: 'Light Modern',
    file: '数据库故障.md',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 60);
      await (await editor.webview({ selector: '.document .block' })).locator('.status').click();
    },
  },
  {
    name: 'preview-refused',
    theme: 'Dark Modern',
    settings: narrowList,
    forEyes: true,
    actions: (editor) =>
      written(
        editor,
        `${head}## For customers\n\nYou could not pay.\n\n::: internal\nTwo shops had a sale.\n:::\n\nSee :Internal[INC-2291].\n`,
        '.notice[data-kind="refused"]',
      ),
  },
  {
    name: 'preview-nothing-for-customers',
    theme: 'Light Modern',
    settings: narrowList,
    forEyes: true,
    actions: (editor) => written(editor, `${head}## Summary\n\nA team note.\n`, '.notice'),
  },
  {
    name: 'preview-narrow',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 84);
      await narrow(editor, 320);
      const frame = await editor.webview({ selector: '.document .block' });
      await frame.getByRole('button', { name: 'Findings' }).click();
    },
  },
  {
    name: 'preview-narrow-high-contrast-light',
    theme: 'Default High Contrast Light',
    file: '数据库故障.md',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 58);
      await narrow(editor, 320);
    },
  },
  {
    name: 'preview-zoomed',
    theme: 'Dark Modern',
    file: 'checkout-outage.md',
    settings: narrowList,
    viewport: { width: 720, height: 450 },
    forEyes: true,
    actions: (editor) => preview(editor, 84),
  },
  {
    name: 'preview-tables-narrow-zh',
    theme: 'Light Modern',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await written(editor, tables, '.document table');
      await narrow(editor, 320);
    },
  },
  {
    name: 'preview-tables',
    theme: 'Dark Modern',
    settings: narrowList,
    forEyes: true,
    actions: (editor) => written(editor, tables, '.document table'),
  },
  {
    name: 'preview-wide',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    settings: { ...narrowList, 'workbench.editor.openSideBySideDirection': 'down' },
    viewport: { width: 1440, height: 900 },
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 68);
      await editor.command('View: Close Primary Side Bar');
      await editor.page.locator('.tab', { hasText: 'Customer preview' }).click();
      await editor.command('View: Toggle Maximize Editor Group');
    },
  },
  {
    name: 'preview-high-contrast-light',
    theme: 'Default High Contrast Light',
    file: 'checkout-outage.md',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 60);
      const frame = await editor.webview({ selector: '.document .block' });
      await frame.getByRole('button', { name: 'Findings' }).click();
      await frame.locator('.status').click();
    },
  },
  {
    name: 'preview-locked',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    settings: narrowList,
    forEyes: true,
    actions: async (editor) => {
      await preview(editor, 84);
      await editor.page.locator('.tab', { hasText: 'Customer preview' }).click();
      await editor.page.locator('.action-label[aria-label^="Lock Customer Preview"]').click();
      await editor.page.locator('.action-label[aria-label^="Unlock Customer Preview"]').waitFor();
    },
  },
];
