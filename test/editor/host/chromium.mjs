/** The browser that shows VS Code: Chromium, Chrome or Edge; on a fresh Debian it is installed when we are root. */
import { existsSync } from 'node:fs';
import { findProgram } from './places.mjs';
import { start, within } from './processes.mjs';

const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';
const INSTALL_LIMIT_MS = 10 * 60_000;
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Gives a browser of the Chromium family.
 * The environment variable CHROMIUM names one; CANDOR_INSTALL=no forbids an install, CANDOR_INSTALL=dry only says what
 * would be run and goes on as if nothing was there.
 * @param {(line: string) => void} say takes lines of progress
 * @returns {Promise<string>} the path of its program
 * @throws {Error} when there is none and it cannot be installed; the message names the command
 */
export async function provideChromium(say) {
  const dry = process.env.CANDOR_INSTALL === 'dry';
  const named = process.env.CHROMIUM;
  if (named) {
    const found = findProgram([named]);
    if (!found) throw new Error(`CHROMIUM names ${named}, but there is no such program.`);
    return found;
  }
  const found = dry ? undefined : findProgram(NAMES);
  if (found) return found;
  const debian = existsSync('/etc/debian_version') && findProgram(['apt-get']) !== undefined;
  const isRoot = process.getuid?.() === 0;
  if (!debian || !isRoot || process.env.CANDOR_INSTALL === 'no') throw new Error(advice(debian, isRoot));
  say('No Chromium was found. It is installed from Debian, once (about 100 MB, with a font for Chinese):');
  say(`  ${INSTALL}`);
  if (dry) throw new Error('CANDOR_INSTALL=dry: nothing was installed.');
  const began = Date.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = start('/bin/sh', ['-c', INSTALL], { env, gently: true });
  const code = await within(INSTALL_LIMIT_MS, child.exited);
  const installed = findProgram(NAMES);
  if (code !== 0 || !installed) {
    await child.stop();
    throw new Error(`Chromium could not be installed.\n${child.tail()}\n${advice(true, true)}`);
  }
  say(`  done in ${Math.round((Date.now() - began) / 1000)} s`);
  return installed;
}

function advice(debian, isRoot) {
  const lines = ['The editor needs a browser: Chromium, Chrome or Edge.'];
  if (debian) lines.push(`Install it${isRoot ? '' : ' (as root)'}: ${isRoot ? INSTALL : `sudo sh -c '${INSTALL}'`}`);
  else lines.push('Install one of them with what your system uses for programs.');
  lines.push('Or set CHROMIUM to the path of one that is already there.');
  return lines.join('\n');
}
