/**
 * Takes pictures of every view in every kind of theme and in each language of the interface, to be looked at; they go to
 * `dist/pictures/look-LANGUAGE`. Nothing is asserted here.
 *
 *   node test/editor/look.mjs [--locale en|zh-cn|zh-tw] [--only NAME[,NAME]]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createCleanup } from './host/cleanup.mjs';
import { root } from './host/places.mjs';
import { provideBrowserHost, provideChromium } from './host.mjs';
import { launchBrowser, openWorkbench } from './page.mjs';
import { wordsOf } from './words.mjs';

const { values: flags } = parseArgs({
  options: { locale: { type: 'string', default: 'en' }, only: { type: 'string' } },
});
const SETTINGS = { 'editor.cursorBlinking': 'solid', 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' };
/** The kinds of theme: by VS Code's name, and the class that its page has then. */
const THEMES = [
  ['Light Modern', 'vs'],
  ['Dark Modern', 'vs-dark'],
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
];
const isChinese = flags.locale !== 'en';
const FILE = isChinese ? '数据库故障.md' : 'checkout-outage.md';
const TITLE = { 'zh-cn': '发票无法打开', 'zh-tw': '發票無法開啟' }[flags.locale] ?? 'Invoices could not be opened';
const locale = isChinese ? flags.locale : undefined;
const { titles, say } = await wordsOf(locale);

/** Shows each of Candor's views, its status and its marks at once. */
async function showAll(editor) {
  await editor.openFile(FILE);
  await editor.page.locator('.statusbar-item', { hasText: /\d/ }).first().waitFor();
  await editor.command('View: Show Candor');
  await editor.page.locator('.pane-body .monaco-list-row').first().waitFor();
}

/** A postmortem with a technical term in each language, since the example workspace has none in the characters of Taiwan. */
const JARGON = {
  en: ['failover', 'We are sorry. The failover at 14:05 UTC took too long, and invoices could not be opened.'],
  'zh-cn': ['故障转移', '我们向您道歉。14:05（北京时间）的故障转移用时太长，发票无法打开。'],
  'zh-tw': ['故障轉移', '我們向您道歉。14:05（台北時間）的故障轉移用時太長，發票無法開啟。'],
}[flags.locale];
const SHORT = { en: ['en', 'What happened'], 'zh-cn': ['zh', '发生了什么'], 'zh-tw': ['zh-TW', '發生了什麼'] }[
  flags.locale
];

const eachTheme = async (editor, name, take) => {
  for (const [theme, kind] of THEMES) {
    await editor.setTheme(theme, kind);
    // The settings took the postmortem's place; it is read again when it comes back.
    await editor.page.waitForTimeout(1500);
    await take(`${name}-${kind}`);
  }
};

/** @type {Record<string, { empty?: boolean, run(editor: import('./workbench.mjs').Workbench, take: Function): Promise<void> }>} */
const looks = {
  walkthrough: {
    async run(editor, take) {
      // The pictures have room beside the steps only in a wide editor.
      await editor.command('View: Close Primary Side Bar');
      await editor.command('Welcome: Open Walkthrough...');
      const row = editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Candor' });
      await row.first().click();
      const steps = editor.page.locator('.gettingStartedContainer .getting-started-step');
      await steps.first().waitFor();
      for (const [theme, kind] of THEMES) {
        await editor.setTheme(theme, kind);
        for (let at = 0; at < (await steps.count()); at++) {
          await steps.nth(at).click({ position: { x: 60, y: 12 } });
          await editor.page.waitForTimeout(600);
          await take(`walkthrough-${at + 1}-${kind}`);
        }
      }
    },
  },
  views: {
    async run(editor, take) {
      await showAll(editor);
      const rows = editor.page.locator('.pane-body .monaco-list-row');
      const twisties = rows.locator('.monaco-tl-twistie.collapsible.collapsed');
      for (let at = 0; at < 8 && (await twisties.count()) > 0; at++) await twisties.first().click();
      await editor.page.mouse.move(640, 5);
      await eachTheme(editor, 'views', take);
    },
  },
  hover: {
    async run(editor, take) {
      await showAll(editor);
      await editor.problems({ containing: 'minimizing' });
      await editor.page.locator('.markers-panel .monaco-list-row', { hasText: 'minimizing' }).first().dblclick();
      await editor.command('View: Toggle Panel Visibility');
      await editor.hover();
      await take('hover');
      await editor.press('Escape');
      await editor.quickFixes();
      await take('code-actions');
    },
  },
  jargon: {
    async run(editor, take) {
      const [term, sentence] = JARGON;
      await editor.writeFile(
        'short.md',
        `---\ntype: postmortem\naudience: customer\nlanguage: ${SHORT[0]}\n---\n\n# ${TITLE}\n\n## ${SHORT[1]}\n\n${sentence}\n\n`,
      );
      await editor.openFile('short.md');
      await editor.page.locator('.statusbar-item', { hasText: /\d/ }).first().waitFor();
      await editor.command('View: Show Candor');
      const at = sentence.indexOf(term) + 1;
      // Columns of the list of lines are as wide as they are seen: two for a Chinese sign.
      await editor.goTo(11);
      for (let key = 0; key < at; key++) await editor.press('ArrowRight');
      await editor.hover();
      await take('jargon-hover');
      await editor.press('Escape');
      await editor.quickFixes();
      await take('jargon-fixes');
      await editor.press('Escape');
      await editor.press('ArrowLeft');
      for (let key = 0; key < term.length; key++) await editor.press('Shift+ArrowRight');
      await editor.press('Control+Shift+R');
      await editor.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
      await take('selection-actions');
      await editor.press('Escape');
      await editor.goTo(9, 3);
      await editor.quickFixes();
      await take('missing-fixes');
      await editor.press('Escape');
      await editor.goTo(12);
      await editor.type('\n## ');
      await editor.completions();
      await take('heading-completion');
    },
  },
  completion: {
    async run(editor, take) {
      await showAll(editor);
      const lines = (await editor.text()).split('\n');
      const at = lines.findIndex((line) => /^### /.test(line)) + 1;
      await editor.goTo(at + 1);
      await editor.type('\npm-');
      await editor.completions();
      await take('snippets');
      const widget = editor.page.locator('.suggest-details-container');
      if (!(await widget.isVisible())) await editor.press('Control+Space');
      await editor.page.waitForTimeout(600);
      await take('snippets-details');
      await editor.press('Escape');
      await editor.press('Control+Z');
      await editor.goTo(3);
      await editor.press('End');
      await editor.type('\n');
      await editor.completions();
      await take('front-matter-keys');
      await editor.type('next-update: ');
      await editor.completions();
      await take('front-matter-times');
    },
  },
  new: {
    empty: true,
    async run(editor, take) {
      await editor.command('View: Show Candor');
      await editor.page.waitForTimeout(1500);
      await eachTheme(editor, 'empty', take);
      await editor.command(`Candor: ${titles['command.newPostmortem']}`);
      const answers = {
        template: ['New postmortem: which template?', ''],
        title: ['New postmortem: what is it called?', TITLE],
        began: ['New postmortem: when did it begin?', ''],
        language: ['New postmortem: in which language?', ''],
      };
      for (const [name, [question, answer]] of Object.entries(answers)) {
        await editor.page.locator('.quick-input-widget', { hasText: say(question) }).waitFor();
        if (answer) await editor.page.keyboard.insertText(answer);
        await editor.page.waitForTimeout(600);
        await take(`new-${name}`);
        await editor.press('Enter');
      }
      await editor.page.locator('.view-line').first().waitFor();
      await editor.page.waitForTimeout(1500);
      await take('new-made');
    },
  },
  states: {
    async run(editor, take) {
      const front = `---\ntype: postmortem\nlanguage: ${SHORT[0]}\n---\n\n# ${TITLE}\n`;
      await editor.writeFile('internal.md', `${front}\n## Summary\n\nA disk was full.\n`);
      await editor.openFile('internal.md');
      await editor.page
        .locator('.statusbar-item', { hasText: say('Internal') })
        .first()
        .waitFor();
      await editor.command('View: Show Candor');
      await editor.page.waitForTimeout(1500);
      await eachTheme(editor, 'internal-only', take);
    },
  },
  plain: {
    async run(editor, take) {
      await editor.openFile('notes.md');
      await editor.command('View: Show Candor');
      await editor.page.waitForTimeout(2000);
      await take('plain-markdown');
      await editor.quickInput('F1', '>Candor');
      await editor.page.waitForTimeout(800);
      await take('palette-plain');
      await editor.press('Escape');
      await editor.openFile(FILE);
      await editor.page.waitForTimeout(1500);
      await editor.quickInput('F1', '>Candor');
      await editor.page.waitForTimeout(800);
      await take('palette-postmortem');
    },
  },
  export: {
    async run(editor, take) {
      await showAll(editor);
      await eachTheme(editor, 'export', async (as) => {
        await editor.command(`Candor: ${titles['command.export']}`);
        const row = editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '.txt' });
        await row.first().waitFor();
        await editor.page.waitForTimeout(300);
        await take(`${as}-kinds`);
        // The example names one of its machines to customers, and Candor asks before it goes out.
        await row.first().click();
        await editor.page.locator('.monaco-dialog-box').waitFor();
        await take(`${as}-question`);
        await editor.press('Escape');
      });
    },
  },
  paste: {
    async run(editor, take) {
      await showAll(editor);
      await editor.command(`Candor: ${titles['command.openPreview']}`);
      const preview = await editor.webview({ selector: '.document .block' });
      await preview.locator('.tool').nth(2).click();
      await preview.locator('.question .second').waitFor();
      await editor.page.waitForTimeout(300);
      await take('copy-question');
      await preview.locator('.question .second').click();
      await preview.locator('.said', { hasText: /./ }).waitFor();
      // What a mail program and a plain field make of it.
      const paper = await editor.page.context().newPage();
      await paper.setContent(
        '<body style="margin:0;font:16px sans-serif"><div contenteditable style="padding:8px"></div><textarea style="width:640px;height:520px;font:14px monospace"></textarea></body>',
      );
      for (const field of ['div', 'textarea']) {
        await paper.locator(field).focus();
        await paper.keyboard.press('Control+V');
      }
      await paper.waitForTimeout(500);
      const target = path.join(root, 'dist/pictures', `look-${flags.locale}`, 'pasted.png');
      await paper.screenshot({ path: target, fullPage: true });
      console.log(target);
      await paper.close();
    },
  },
  internal: {
    async run(editor, take) {
      await showAll(editor);
      const lines = (await editor.text()).split('\n');
      const at = lines.findIndex((line) => /^:::internal/.test(line)) + 1;
      await editor.goTo(at > 0 ? at : 40);
      await eachTheme(editor, 'internal', take);
      await editor.command('Explorer: Focus on Outline View');
      await editor.page.waitForTimeout(1500);
      await take('outline');
    },
  },
};

const wanted = flags.only?.split(',') ?? Object.keys(looks);
const unknown = wanted.find((name) => !Object.hasOwn(looks, name));
if (unknown !== undefined) {
  console.error(`--only does not know "${unknown}". It knows: ${Object.keys(looks).join(', ')}.`);
  process.exit(2);
}

const cleanup = createCleanup();
try {
  const host = await provideBrowserHost();
  const browser = await launchBrowser(await provideChromium(console.error), cleanup);
  for (const name of wanted) {
    const own = createCleanup(cleanup);
    let editor;
    const take = async (as) =>
      console.log(await editor.screenshot(path.join(root, 'dist/pictures', `look-${flags.locale}`, `${as}.png`)));
    try {
      editor = await openWorkbench(
        { host, browser, cleanup: own },
        {
          viewport: { width: 1280, height: 800 },
          theme: 'Light Modern',
          settings: SETTINGS,
          empty: looks[name].empty,
          locale,
        },
      );
      await looks[name].run(editor, take);
    } catch (error) {
      console.error(`${name}: ${error.stack}`);
      if (editor) await take(`failed-${name}`).catch(() => undefined);
    } finally {
      await own.run();
    }
  }
} finally {
  await cleanup.run();
}
