import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { NoBrowser } from './pdf-errors.js';

type Env = Readonly<Record<string, string | undefined>>;

const onMac = [
  ['Google Chrome', 'Google Chrome'],
  ['Microsoft Edge', 'Microsoft Edge'],
  ['Chromium', 'Chromium'],
  ['Brave Browser', 'Brave Browser'],
] as const;

const onWindows = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
] as const;

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
  'brave-browser',
] as const;

/** Folders that a program started from the desktop does not have in its PATH. */
const moreFolders = [
  '/usr/local/bin',
  '/opt/homebrew/bin',
  '/usr/bin',
  '/snap/bin',
  '/var/lib/flatpak/exports/bin',
] as const;

/** Where a browser that can print may be, best first; nothing is started or read. */
export function browserPlaces(platform: NodeJS.Platform, env: Env): string[] {
  const home = env.HOME ?? '';
  if (platform === 'darwin')
    return ['', home].flatMap((root) =>
      onMac.map(([app, program]) => `${root}/Applications/${app}.app/Contents/MacOS/${program}`),
    );
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return onWindows.flatMap((parts) => roots.map((root) => path.win32.join(root, ...parts)));
  }
  const folders = [
    ...new Set([...(env.PATH ?? '').split(':').filter((folder) => path.isAbsolute(folder)), ...moreFolders]),
  ];
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Whether `file` is a program that may be started. A script of the Windows shell (.cmd, .bat) is not. */
export async function isProgram(file: string, platform: NodeJS.Platform): Promise<boolean> {
  if (!path.isAbsolute(file) || (platform === 'win32' && !/\.exe$/i.test(file))) return false;
  try {
    if (!(await stat(file)).isFile()) return false;
    await access(file, platform === 'win32' ? constants.R_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the browser that prints: the chosen one, then CHROME_PATH, then those of the system.
 * @param chosen From a setting or the command line; it must be a program, or this refuses rather than take another.
 * @throws NoBrowser with the ways to a PDF.
 */
export async function findBrowser(chosen: string | undefined, env: Env, platform = process.platform): Promise<string> {
  for (const file of [chosen, env.CHROME_PATH]) {
    if (!file) continue;
    if (await isProgram(file, platform)) return file;
    throw new NoBrowser(
      {
        en: `“${file}” is not a program. Give the whole path of Chrome, Chromium or Edge, without arguments.`,
        zh: `“${file}”不是可执行程序。请填写 Chrome、Chromium 或 Edge 的完整路径，不带参数。`,
      },
      file,
    );
  }
  for (const file of browserPlaces(platform, env)) if (await isProgram(file, platform)) return file;
  throw new NoBrowser({
    en: 'A PDF is printed by Chrome, Chromium or Edge, and none was found. Install one (google.com/chrome, chromium.org, microsoft.com/edge), name one with --browser or CHROME_PATH, or export HTML and print that page to PDF from any browser.',
    zh: 'PDF 由 Chrome、Chromium 或 Edge 打印生成，但没有找到。请安装其中一个（google.com/chrome、chromium.org、microsoft.com/edge），或用 --browser 或 CHROME_PATH 指定；也可以导出 HTML，再用任意浏览器打印为 PDF。',
  });
}
