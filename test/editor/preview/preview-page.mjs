/** The page of the preview in a plain Chromium, with the real shell and policy; the test plays the extension host. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../host/places.mjs';
import { themes } from './themes.mjs';

const origin = 'https://preview.test';
export const source = 'file:///postmortems/outage.md';

/** Bundles what the page consists of. */
export async function buildPage() {
  const outdir = path.join(root, 'dist/test/preview');
  const common = { bundle: true, logLevel: 'warning', absWorkingDir: root };
  await build({
    ...common,
    entryPoints: ['src/extension/preview/page.ts'],
    outfile: `${outdir}/shell.mjs`,
    format: 'esm',
  });
  await build({ ...common, entryPoints: ['src/webview/main.ts'], outfile: `${outdir}/webview.js`, format: 'iife' });
  const { pageHtml, makeNonce } = await import(pathToFileURL(`${outdir}/shell.mjs`).href);
  const parts = { cspSource: origin, script: `${origin}/webview.js`, style: `${origin}/preview.css`, language: 'en' };
  return {
    '/': [
      'text/html',
      () => pageHtml({ ...parts, title: 'Customer preview', waiting: 'Reading…', nonce: makeNonce() }),
    ],
    '/webview.js': ['text/javascript', () => readFile(`${outdir}/webview.js`, 'utf8')],
    '/preview.css': ['text/css', () => readFile(path.join(root, 'media/preview.css'), 'utf8')],
  };
}

/**
 * Opens the page as VS Code would.
 * @param {{ theme?: keyof themes, viewport?: object, state?: object, reducedMotion?: 'reduce' }} options
 */
export async function openPreview(browser, files, options = {}) {
  const { theme = 'light', viewport = { width: 760, height: 800 }, state, reducedMotion } = options;
  const context = await browser.newContext({
    viewport,
    reducedMotion,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await context.route('**', async (route) => {
    const file = files[new URL(route.request().url()).pathname];
    if (!route.request().url().startsWith(origin)) faults.push(`request: ${route.request().url()}`);
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: `${file[0]}; charset=utf-8`, body: await file[1]() });
  });
  await page.addInitScript(
    ({ stored, colours, bodyClass }) => {
      window.posted = [];
      let kept = stored;
      window.acquireVsCodeApi = () => {
        delete window.acquireVsCodeApi;
        return {
          postMessage: (message) => window.posted.push(structuredClone(message)),
          getState: () => kept,
          setState: (value) => {
            kept = value;
            window.kept = value;
          },
        };
      };
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        document.body.classList.add(...bodyClass.split(' '));
        for (const [name, value] of Object.entries(colours))
          document.documentElement.style.setProperty(`--vscode-${name}`, value);
      }).observe(document, { childList: true, subtree: true });
    },
    { stored: state, colours: themes[theme].colours, bodyClass: themes[theme].body },
  );
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => window.posted.some(({ type }) => type === 'ready'));
  return new PreviewPage(page, faults);
}

export class PreviewPage {
  constructor(page, faults) {
    this.page = page;
    /** Errors, policy violations, and requests to anywhere else. */
    this.faults = faults;
  }

  /** Says something to the page as the host does. */
  async say(...messages) {
    await this.page.evaluate((all) => {
      for (const message of all) window.dispatchEvent(new MessageEvent('message', { data: message }));
    }, messages);
  }

  /** @returns what the page has said, of one type */
  posted(type) {
    return this.page.evaluate((wanted) => window.posted.filter((message) => message.type === wanted), type);
  }

  async forget() {
    await this.page.evaluate(() => {
      window.posted.length = 0;
    });
  }

  close() {
    return this.page.context().close();
  }
}

export const strings = {
  page: 'Page',
  pageHint: 'Show a white page',
  findings: 'Findings',
  findingsHint: 'Show findings in the text',
  copy: 'Copy for e-mail',
  copyHint: 'Copy the customer version',
  copied: 'Copied',
  copyFailed: 'The clipboard cannot be used here.',
  export: 'Export',
  exportHint: 'Export the customer version',
  tools: 'Preview tools',
  reasons: 'What to look at',
  goToLine: 'Line {0}',
  document: 'What customers will read',
  keys: 'Alt with the arrows goes from block to block.',
  hiddenLine: 'Hidden here: line {0} is internal',
  hiddenLines: 'Hidden here: lines {0} to {1} are internal',
  hiddenWords: 'Hidden here: words in line {0} are internal',
  error: 'Error',
  warning: 'Warning',
  info: 'Hint',
  imageMissing: 'Image left out: {0}',
};

export const setup = (change = {}) => ({
  type: 'setup',
  source,
  strings,
  locked: false,
  scrollEditorWithPreview: true,
  scrollPreviewWithEditor: true,
  ...change,
});

export const about = (change = {}) => ({
  language: 'en',
  head: {
    state: 'attention',
    label: 'Not ready: 1 warning',
    reasons: [{ text: 'Say how many.', line: 4, severity: 'warning' }],
    figures: [
      { text: '412 words', explanation: '' },
      { text: '2 min', explanation: 'Time to read' },
    ],
  },
  notice: null,
  marks: [],
  ...change,
});

/** Paragraphs, each three lines of source after the one before. */
export const paragraphs = (count) =>
  Array.from({ length: count }, (_, index) => ({
    line: index * 3,
    end: index * 3 + 1,
    html: `<p>Paragraph ${index}: a small number of users could not pay, and we are sorry for that.</p>`,
  }));

export const show = (blocks, change = {}) => ({ type: 'show', source, version: 1, blocks, about: about(), ...change });

export const update = (version, base, splice, change = {}) => ({
  type: 'update',
  source,
  version,
  base,
  splice,
  lines: null,
  about: null,
  ...change,
});
