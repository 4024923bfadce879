/** What a user does in an open VS Code: keys, clicks, the Problems panel, the frames of webviews, screenshots. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { results } from './host/places.mjs';
import { delay } from './host/processes.mjs';

const LIMIT_MS = 30_000;

/** @returns {Promise<true | undefined>} whether it is visible within so many milliseconds; undefined is "not yet" */
const shown = (locator, timeout) =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => undefined,
  );

/** One open VS Code window. Every waiting method throws when its time (milliseconds) is up. */
export class Workbench {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} workspace the folder that is open
   * @param {{ userSettings: string, tail(): string, stop(): Promise<void> }} server
   */
  constructor(page, workspace, server) {
    this.page = page;
    this.workspace = workspace;
    this.server = server;
  }

  /** Runs a command by its whole title in the palette. */
  async command(title) {
    const name = JSON.stringify(title).slice(1, -1);
    // The label goes on with the keybinding after a comma, where there is one.
    const row = this.page.locator(
      `.quick-input-list .monaco-list-row:is([aria-label="${name}"], [aria-label^="${name},"])`,
    );
    // A command whose condition has just become true is listed only when the palette is asked again.
    await this.waitFor(async () => {
      await this.quickInput('F1', `>${title}`);
      const found = await shown(row.first(), 5_000);
      if (!found) await this.press('Escape');
      return found;
    }, `“${title}” in the palette`);
    await row.first().click();
    await this.quickInputGone(title);
  }

  /** Opens a file of the workspace (a path inside it) and waits until its text is there. */
  async openFile(name) {
    const label = path.posix.basename(name);
    const row = this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row').first();
    // The list knows a file that was just written only a moment later, and then only when asked again.
    await this.waitFor(async () => {
      await this.quickInput('Control+P', name);
      const found = await shown(row.filter({ hasText: label }), 5_000);
      if (!found) await this.page.keyboard.press('Escape');
      return found;
    }, `${label} in the list of files`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: LIMIT_MS });
    await this.page
      .locator('.editor-group-container.active .tab.active')
      .filter({ hasText: label })
      .waitFor({ timeout: LIMIT_MS });
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor({ timeout: LIMIT_MS });
  }

  /** Goes to a line (and column) of the file that is open. */
  async goTo(line, column = 1) {
    await this.quickInput('Control+G', `:${line}:${column}`);
    // An Enter that comes before the list has taken the text in has no effect; one too many would go to the editor.
    const widget = this.page.locator('.quick-input-widget');
    await this.waitFor(async () => {
      await this.page.keyboard.press('Enter');
      return widget.waitFor({ state: 'hidden', timeout: 5_000 }).then(
        () => true,
        () => undefined,
      );
    }, `the list of lines to close at ${line}`);
  }

  /** Types text at the cursor, key by key, as a user does. */
  async type(text, { delayMs = 15 } = {}) {
    await this.page.keyboard.type(text, { delay: delayMs });
  }

  /** Presses a key, e.g. `Control+S`. */
  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** Saves the file that is open and waits until it stands on disk with `text` in it. */
  async save(name, text) {
    await this.press('Control+S');
    return this.waitFor(
      async () => {
        const saved = await this.readFile(name).catch(() => undefined);
        return saved !== undefined && (text === undefined || saved.includes(text)) ? saved : undefined;
      },
      `${name} to be saved${text === undefined ? '' : ` with "${text}"`}`,
    );
  }

  /** @returns {Promise<string>} the whole text of the editor that has the focus, by way of the clipboard */
  async text() {
    await this.press('Control+A');
    await this.press('Control+C');
    const text = await this.page.evaluate(() => navigator.clipboard.readText());
    await this.press('ArrowRight');
    return text.replaceAll('\r\n', '\n');
  }

  /** Puts a file into the workspace, beside the editor. */
  writeFile(name, text) {
    return writeFile(path.join(this.workspace, name), text);
  }

  /** Changes the user's settings while the editor runs: in their JSON file, in the editor, as a user does. */
  async setSettings(values) {
    const file = this.server.userSettings;
    const text = JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...values });
    await this.command('Preferences: Open User Settings (JSON)');
    const tab = this.page.locator('.tab.active').filter({ hasText: 'settings.json' });
    await tab.waitFor({ timeout: LIMIT_MS });
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor({ timeout: LIMIT_MS });
    await this.press('Control+A');
    await this.page.keyboard.insertText(text);
    // The editor closes brackets and quotes by itself: what it added stands behind the cursor.
    await this.press('Control+Shift+End');
    await this.press('Delete');
    await this.press('Control+S');
    await this.waitFor(
      async () => ((await readFile(file, 'utf8')) === text ? true : undefined),
      'the settings to be saved',
    );
    await this.command('View: Close Editor');
    await tab.waitFor({ state: 'hidden', timeout: LIMIT_MS });
  }

  /** Writes the settings of the machine that the editor runs on. */
  async setMachineSettings(values) {
    const file = this.server.machineSettings;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(values));
  }

  /** Changes the colour theme and waits until its colours are there. `kind` is `vs`, `vs-dark`, `hc-black` or `hc-light`. */
  async setTheme(theme, kind) {
    await this.setSettings({ 'workbench.colorTheme': theme });
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor({ timeout: LIMIT_MS });
  }

  /** @returns {Promise<string>} what hovering over the cursor's place says; the hover stays open */
  async hover() {
    const content = this.page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-row');
    await this.waitFor(async () => {
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      return shown(content.first(), 2_000);
    }, 'a hover at the cursor');
    return (await content.allInnerTexts()).join('\n');
  }

  /** @returns {Promise<string[]>} the labels of the completions at the cursor, as far as they are visible; they stay open */
  async completions() {
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await this.waitFor(async () => {
      if (await labels.first().isVisible()) return true;
      await this.press('Control+Space');
      return shown(labels.first(), 2_000);
    }, 'completions at the cursor');
    return labels.allInnerTexts();
  }

  /** @returns {Promise<string>} a file of the workspace as it stands on disk */
  readFile(name) {
    return readFile(path.join(this.workspace, name), 'utf8');
  }

  /**
   * Opens the Problems panel and gives what it says.
   * @param {{ containing?: string, timeout?: number }} [options] waits until a row has this text
   * @returns {Promise<string[]>} the rows that are visible, as text
   */
  async problems({ containing, timeout = LIMIT_MS } = {}) {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.command('Problems: Focus on Problems View');
    await panel.waitFor({ timeout });
    const rows = panel.locator('.monaco-list-row');
    if (containing !== undefined) await rows.filter({ hasText: containing }).first().waitFor({ timeout });
    return rows.allInnerTexts();
  }

  /** Opens the lightbulb's menu at the cursor and gives its entries; the menu stays open. */
  async quickFixes() {
    const entries = this.page.locator('.action-widget .monaco-list-row.action .title');
    await this.waitFor(async () => {
      if (await entries.first().isVisible()) return true;
      await this.press('Control+.');
      return shown(entries.first(), 2_000);
    }, 'the menu of quick fixes');
    return entries.allInnerTexts();
  }

  /** Chooses an entry of the open menu of quick fixes by a part of its text. */
  async chooseQuickFix(text) {
    await this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: text }).first().click();
  }

  /**
   * Finds the inner frame of a webview: VS Code nests a webview's page two frames deep.
   * @param {{ text?: string, selector?: string, timeout?: number }} wanted what must be visible in it
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async webview({ text, selector = 'body', timeout = LIMIT_MS } = {}) {
    return this.waitFor(
      async () => {
        for (const frame of this.page.frames()) {
          if (frame.parentFrame()?.parentFrame() == null) continue;
          const found = frame.locator(selector).filter(text === undefined ? {} : { hasText: text });
          if (
            await found
              .first()
              .isVisible()
              .catch(() => false)
          )
            return frame;
        }
        return undefined;
      },
      `a webview with ${text === undefined ? selector : `"${text}"`}`,
      timeout,
    );
  }

  /** Waits until the frame of a webview shows (or with `gone` no longer shows) a text. */
  async webviewText(frame, text, { gone = false, timeout = LIMIT_MS } = {}) {
    await frame
      .getByText(text)
      .first()
      .waitFor({ state: gone ? 'hidden' : 'visible', timeout });
  }

  /**
   * Waits for a notification. The editor under test shows them in its list alone, which is opened here, and which closes by
   * itself when something else takes the focus.
   * @returns {Promise<import('playwright-core').Locator>} its row
   */
  async notification(text) {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: LIMIT_MS });
    const list = this.page.locator('.notifications-center.visible');
    const row = list.locator('.monaco-list-row').filter({ hasText: text }).first();
    await this.waitFor(async () => {
      if (!(await list.isVisible())) await this.page.locator('[id="status.notifications"] a').click({ timeout: 5_000 });
      return shown(row, 2_000);
    }, `the notification “${text}”`);
    return row;
  }

  /** Closes notifications, hints and menus that would stand in a picture. */
  async tidy() {
    await this.command('Notifications: Clear All Notifications');
    await this.page.mouse.move(640, 5);
  }

  /**
   * @param {string} name the picture's name, without ending; or an absolute path
   * @returns {Promise<string>} the file, in `dist/test` unless the name is a path
   */
  async screenshot(name) {
    const file = path.isAbsolute(name) ? name : path.join(results, `${name}.png`);
    await mkdir(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, timeout: LIMIT_MS });
    return file;
  }

  /**
   * Asks again and again until there is an answer.
   * @param {() => unknown} ask gives a value, or undefined for "not yet"
   * @param {string} what is waited for, for the message
   */
  async waitFor(ask, what, timeout = LIMIT_MS) {
    const end = Date.now() + timeout;
    for (;;) {
      const value = await ask();
      if (value !== undefined) return value;
      if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}.`);
      await delay(100);
    }
  }

  /** Closes the window and its server before the run ends. */
  async close() {
    await this.page.context().close();
    await this.server.stop();
  }

  async quickInput(key, text) {
    const input = this.page.locator('.quick-input-widget input').first();
    // Early keys are lost while the workbench still loads, and a widget that is closing stays visible for a moment.
    await this.waitFor(async () => {
      if (!(await input.isVisible())) await this.page.keyboard.press(key);
      const filled = await input.fill(text, { timeout: 2000 }).then(
        () => true,
        () => false,
      );
      return filled && (await input.isVisible()) && (await input.inputValue()) === text ? true : undefined;
    }, `the quick input of ${key}`);
  }

  async quickInputGone(title) {
    // Some commands ask for more in the same place: then its first entry is no longer the command.
    await this.waitFor(async () => {
      const widget = this.page.locator('.quick-input-widget');
      if (!(await widget.isVisible())) return true;
      const value = await widget
        .locator('input')
        .first()
        .inputValue()
        .catch(() => '');
      return value.startsWith('>') ? undefined : true;
    }, `the palette to run ${title}`);
  }
}
