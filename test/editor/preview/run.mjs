/**
 * The preview's page in a real Chromium, with the test as its host.
 *
 *   node test/editor/preview/run.mjs [--grep PATTERN]
 *
 * Each file `*.cases.mjs` exports `cases`: titles with functions that get `open(options)`. A case fails also when the
 * page reports an error, breaks its policy or asks for anything outside of the extension.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { provideChromium } from '../host/chromium.mjs';
import { createCleanup } from '../host/cleanup.mjs';
import { launchBrowser } from '../page.mjs';
import { buildPage, openPreview } from './preview-page.mjs';

const { values: flags } = parseArgs({ options: { grep: { type: 'string', default: '' } } });
const total = { passed: 0, failed: 0 };
const cleanup = createCleanup();
try {
  const browser = await launchBrowser(await provideChromium(console.log), cleanup);
  const files = await buildPage();
  const folder = path.dirname(fileURLToPath(import.meta.url));
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.cases.mjs'))
    .sort()) {
    const { cases } = await import(pathToFileURL(path.join(folder, name)).href);
    for (const [title, check] of Object.entries(cases)) {
      if (!new RegExp(flags.grep, 'i').test(`${name} ${title}`)) continue;
      await attempt(title, check, (options) => openPreview(browser, files, options));
    }
  }
} catch (error) {
  total.failed++;
  console.error(error);
} finally {
  await cleanup.run();
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function attempt(title, check, openPage) {
  const opened = [];
  const began = Date.now();
  try {
    await check(async (options) => {
      const preview = await openPage(options);
      opened.push(preview);
      return preview;
    });
    const faults = opened.flatMap((preview) => preview.faults);
    if (faults.length > 0) throw new Error(`the page reported:\n${faults.join('\n')}`);
    total.passed++;
    console.log(`✔ ${title} (${Date.now() - began} ms)`);
  } catch (error) {
    total.failed++;
    console.log(`✖ ${title}\n${String(error?.stack ?? error).replace(/^/gm, '    ')}`);
  } finally {
    for (const preview of opened) await preview.close();
  }
}
