import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PdfFailed } from './pdf-errors.js';

/** Milliseconds after which a browser that has printed nothing is ended. */
const patience = 60_000;

/** Whether this process is root on Linux, where Chrome's sandbox cannot be on. */
const isRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

/** What the browser is told: no window, no network, no header or footer, a profile of its own. */
function argumentsFor(profile: string, output: string, page: string): string[] {
  return [
    '--headless=new',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-client-side-phishing-detection',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${output}`,
    ...(isRoot() ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ];
}

/**
 * Prints a page with a browser, without a shell, in a folder of its own that is removed afterwards.
 * @param html A page that asks for nothing.
 * @param signal Ends the browser at once.
 * @throws PdfFailed
 */
export async function printPage(browser: string, html: string, signal?: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'print-'));
  try {
    const page = path.join(folder, 'page.html');
    const output = path.join(folder, 'page.pdf');
    await writeFile(page, html, { mode: 0o600 });
    const failure = await new Promise<string | undefined>((resolve) => {
      execFile(
        browser,
        argumentsFor(path.join(folder, 'profile'), output, page),
        { timeout: patience, killSignal: 'SIGKILL', windowsHide: true, maxBuffer: 1 << 20, signal },
        (error) => resolve(error ? (error.killed ? 'it took too long' : error.message.split('\n')[0]) : undefined),
      );
    });
    const bytes = await readFile(output).catch(() => undefined);
    if (bytes && bytes.length > 0) return bytes;
    throw new PdfFailed({
      en: `“${browser}” made no PDF${failure ? ` (${failure})` : ''}. Name another browser, or export HTML and print that page from a browser.`,
      zh: `“${browser}”没有生成 PDF${failure ? `（${failure}）` : ''}。请指定其他浏览器，或导出 HTML 后在浏览器中打印。`,
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
