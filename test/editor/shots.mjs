/**
 * The README's pictures.
 * @type {{ name: string, theme: string, file?: string, settings?: object,
 *   actions?: (editor: import('./page.mjs').Workbench) => Promise<void> }[]}
 *   `file` is opened first; `actions` then lead to what the picture shows. Themes go by VS Code's names: `Light Modern`,
 *   `Dark Modern`, `Default High Contrast`.
 */
export const shots = [
  {
    name: 'findings',
    theme: 'Light Modern',
    file: 'checkout-outage.md',
    actions: async (editor) => {
      await editor.goTo(68);
      await editor.problems();
    },
  },
  {
    name: 'findings-zh',
    theme: 'Dark Modern',
    file: '数据库故障.md',
    actions: async (editor) => {
      await editor.goTo(58);
      await editor.problems();
    },
  },
];
