/**
 * Opens VS Code on a page of a browser, for scenarios, pictures and benches; `workbench.mjs` is what they do there.
 *
 * A scenario is a file in `test/editor/scenarios` that exports `title` and `run(open)`:
 * ```js
 * export const title = 'the preview follows typing';
 * export async function run(open) {
 *   const editor = await open({ theme: 'Light Modern' });   // a fresh VS Code on a fresh copy of the workspace
 *   await editor.openFile('checkout-outage.md');
 *   await editor.command('Candor: Open Customer Preview');
 *   const preview = await editor.webview({ text: 'What happened' });
 * }
 * ```
 * `open` takes `{ trusted, settings, theme, host: 'node' | 'web' | 'none', vsix, viewport, locale, zone, empty }`: Restricted
 * Mode is on with `trusted: false`; `host: 'none'` loads no extension under development (for an installed `vsix`);
 * `locale` (`zh-cn`) is the interface's language, as far as the extension gives it: this VS Code has no language pack, so
 * that its own words stay English; `zone` (`Asia/Shanghai`) that of its clocks; `empty: true` opens an empty folder; `first` is a
 * module that is loaded in the host before the extension, see `copyExtension`; `beside` the folder of a further extension.
 */
import { chromium } from 'playwright-core';
import { copyExtension, copyWorkspace, emptyWorkspace } from './host/copies.mjs';
import { startServer } from './host/server.mjs';
import { Workbench } from './workbench.mjs';

const LOAD_LIMIT_MS = 90_000;
const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/**
 * @param {string} program the browser
 * @param {{ add(undo: () => unknown): void }} cleanup
 * @returns {Promise<import('playwright-core').Browser>} a browser without a window
 */
export async function launchBrowser(program, cleanup) {
  const browser = await chromium.launch({
    executablePath: program,
    chromiumSandbox: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: CHROMIUM_FLAGS,
  });
  cleanup.add(() => browser.close());
  return browser;
}

/**
 * Opens a fresh VS Code: its own server, settings, workspace copy and browser profile.
 * @param {{ browser: import('playwright-core').Browser, host: { server: string, node: string }, cleanup: object }} means
 * @param {object} [options] see the top of this file
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench({ browser, host, cleanup }, options = {}) {
  const {
    trusted = true,
    settings = {},
    theme,
    vsix,
    zone,
    viewport = { width: 1280, height: 800 },
    locale,
    empty,
    beside,
  } = options;
  const server = await startServer(host, {
    cleanup,
    trusted,
    vsix,
    zone,
    beside,
    settings: { ...(theme ? { 'workbench.colorTheme': theme } : {}), ...settings },
  });
  const workspace = await (empty ? emptyWorkspace(cleanup) : copyWorkspace(cleanup));
  const kind = options.host ?? 'node';
  const extension = kind === 'none' ? undefined : await copyExtension(kind, cleanup, options.first);
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(zone ? { timezoneId: zone } : {}),
  });
  cleanup.add(() => context.close());
  // What a language pack's messages would set before the workbench starts.
  if (locale)
    await context.addInitScript((language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }), locale);
  const page = await context.newPage();
  const workbench = new Workbench(page, workspace, server);
  try {
    await page.goto(server.address({ workspace, extension }), { timeout: LOAD_LIMIT_MS });
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: LOAD_LIMIT_MS });
    if (!empty)
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: LOAD_LIMIT_MS });
    else await page.locator('.explorer-folders-view').first().waitFor({ timeout: LOAD_LIMIT_MS });
    // The first paint has colours of its own; a theme that was chosen arrives with its extension.
    if (theme) await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: LOAD_LIMIT_MS });
  } catch (error) {
    const file = await workbench.screenshot('workbench-did-not-load').catch(() => 'no screenshot');
    throw new Error(`${error.message}\n${file}\nThe end of the server's log:\n${server.tail()}`);
  }
  return workbench;
}
