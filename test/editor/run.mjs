/**
 * The editor tests: Candor in a real VS Code.
 *
 *   node test/editor/run.mjs [--host node|web|all] [--only suite|scenarios] [--grep PATTERN] [--no-build]
 *
 * 1. The suite, `test/editor/suite/*.test.ts`: mocha inside the extension host, with the `vscode` API; once in Node's
 *    extension host, once in the web worker's (the same extension with `main` removed from its manifest). A test must
 *    not use Node's modules: `./expect` has what it needs.
 * 2. The scenarios, `test/editor/scenarios/*.mjs`: a user's path on VS Code's page (`page.mjs` explains them, `workbench.mjs` is what they can do).
 *
 * `--grep` chooses tests by their full title and scenarios by their title or file name. Screenshots and logs of failures
 * are in `dist/test`. What is needed and absent is installed or named, see `host.mjs`. The scenarios always run in the
 * browser's VS Code; the suite runs on the desktop where there is one. The last line is `N passed, N failed`.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createCleanup } from './host/cleanup.mjs';
import { root } from './host/places.mjs';
import { within } from './host/processes.mjs';
import { runSuite } from './host/run-suite.mjs';
import { provideBrowserHost, provideChromium, provideHost } from './host.mjs';
import { launchBrowser, openWorkbench } from './page.mjs';

const SCENARIO_LIMIT_MS = 3 * 60_000;
/** How often a scenario is tried: it waits for a whole editor, and a busy machine can make that wait too long. */
const TRIES = 2;

const { values: flags } = parseArgs({
  options: {
    host: { type: 'string', default: 'all' },
    only: { type: 'string' },
    grep: { type: 'string' },
    'no-build': { type: 'boolean' },
  },
});
if (!['node', 'web', 'all'].includes(flags.host)) stop(`--host is "${flags.host}"; it can be node, web or all.`);
if (flags.only && !['suite', 'scenarios'].includes(flags.only))
  stop(`--only is "${flags.only}"; it can be suite or scenarios.`);

const total = { passed: 0, failed: 0, skipped: 0 };
const cleanup = createCleanup();
try {
  if (!flags['no-build'])
    execFileSync(process.execPath, ['esbuild.mjs', '--only', 'extension,web,webview'], { cwd: root, stdio: 'inherit' });
  const chosen = scenarios();
  const host = flags.only === 'scenarios' ? await provideBrowserHost() : await provideHost();
  const scenarioHost = chosen.length > 0 && host.kind === 'desktop' ? await provideBrowserHost() : host;
  const needsBrowser = host.kind === 'browser' || chosen.length > 0;
  const browser = needsBrowser ? await launchBrowser(await provideChromium(console.log), cleanup) : undefined;
  if (flags.only !== 'scenarios') await suites(host, browser);
  if (chosen.length > 0) await pages(chosen, { host: scenarioHost, browser });
} catch (error) {
  total.failed++;
  console.error(`✖ ${error instanceof Error ? error.message : error}`);
} finally {
  await cleanup.run();
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);

async function suites(host, browser) {
  for (const kind of flags.host === 'all' ? ['node', 'web'] : [flags.host]) {
    console.log(`\n▶ suite in the ${kind === 'web' ? 'web worker' : 'Node'} extension host (${host.kind})`);
    const began = Date.now();
    const counts = await runSuite({ kind, grep: flags.grep, host, browser, cleanup });
    for (const name of Object.keys(total)) total[name] += counts[name];
    console.log(`  ${seconds(began)}`);
  }
}

function scenarios() {
  if (flags.only === 'suite') return [];
  const folder = path.join(root, 'test/editor/scenarios');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort()
    .map((name) => path.join(folder, name));
}

async function pages(files, means) {
  console.log('\n▶ scenarios on the page');
  const wanted = flags.grep ? new RegExp(flags.grep, 'i') : /(?:)/;
  for (const file of files) {
    const { title, run } = await import(pathToFileURL(file).href);
    const name = path.basename(file, '.mjs');
    if (!wanted.test(title) && !wanted.test(name)) continue;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (await passes({ title, run, name, means, attempt })) break;
    }
  }
}

/** Runs a scenario once. Its last failure counts; an earlier one is said, and the scenario tried again. */
async function passes({ title, run, name, means, attempt }) {
  const began = Date.now();
  const opened = [];
  const own = createCleanup(cleanup);
  const open = async (options) => {
    const workbench = await openWorkbench({ ...means, cleanup: own }, options);
    opened.push(workbench);
    return workbench;
  };
  try {
    const done = await within(
      SCENARIO_LIMIT_MS,
      Promise.resolve(run(open)).then(() => true),
    );
    if (!done) throw new Error(`not done within ${SCENARIO_LIMIT_MS / 60_000} minutes`);
    total.passed++;
    console.log(`  ✔ ${title} (${seconds(began)}${attempt > 1 ? `, at try ${attempt}` : ''})`);
    return true;
  } catch (error) {
    if (attempt === TRIES) total.failed++;
    const sign = attempt === TRIES ? '✖' : '↻ to be tried again:';
    console.log(`  ${sign} ${title} (${seconds(began)})\n${String(error?.stack ?? error).replace(/^/gm, '      ')}`);
    for (const [index, workbench] of opened.entries()) {
      const picture = await workbench.screenshot(`scenario-${name}-${index + 1}`).catch(() => 'no screenshot');
      console.log(
        `      see ${picture}; the end of the server's log:\n${workbench.server.tail().replace(/^/gm, '        ')}`,
      );
    }
    return false;
  } finally {
    await own.run();
  }
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
