/** Runs the bundled suite inside an extension host, in the browser's VS Code or on the desktop. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyExtension, copyWorkspace } from './copies.mjs';
import { results, temporaryFolder } from './places.mjs';
import { start, within } from './processes.mjs';
import { createReport } from './report.mjs';
import { startServer } from './server.mjs';
import { createStackReader } from './stack.mjs';
import { bundleSuite } from './suite.mjs';

const SUITE_LIMIT_MS = 5 * 60_000;

/**
 * @param {{ kind: 'node' | 'web', grep?: string, host: object, browser?: import('playwright-core').Browser,
 *   cleanup: { add(undo: () => unknown): void } }} options `browser` is needed for a host of kind `browser`
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} an end without a whole report counts as a failure
 */
export async function runSuite({ kind, grep, host, browser, cleanup }) {
  const workspace = await copyWorkspace(cleanup);
  const extension = await copyExtension(kind, cleanup);
  const tests = await bundleSuite({ host: kind, grep, workspace, extension });
  const report = createReport(createStackReader(tests));
  const run = host.kind === 'desktop' ? onDesktop : inBrowser;
  const problem = await run({ kind, host, browser, workspace, extension, tests, report, cleanup });
  if (problem || !report.ended()) {
    report.counts.failed++;
    console.error(
      `✖ the suite in the ${kind} extension host did not end well: ${problem ?? 'its report is not whole'}`,
    );
  }
  return report.counts;
}

async function inBrowser({ kind, host, browser, workspace, extension, tests, report, cleanup }) {
  const server = await startServer(host, { cleanup });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  cleanup.add(() => context.close());
  const page = await context.newPage();
  const said = [];
  const ended = new Promise((resolve) => {
    page.exposeFunction('codeAutomationExit', (code) => resolve(code));
    page.exposeFunction('codeAutomationLog', (level, args) => {
      const text = args.map(String).join(' ');
      report.take(text);
      if ((level === 'error' || level === 'warn') && !/spdlog|watchdog/.test(text)) said.push(text);
    });
  });
  let code;
  let problem;
  try {
    await page.goto(server.address({ workspace, extension, tests }), { timeout: 90_000 });
    const end = Promise.race([ended, server.exited.then(() => 'the server ended')]);
    code = (await within(SUITE_LIMIT_MS, end)) ?? `no end within ${SUITE_LIMIT_MS / 60_000} minutes`;
    if (typeof code === 'string') problem = code;
    else if (code !== 0 && report.counts.failed === 0) problem = `exit code ${code}`;
  } catch (error) {
    problem = error.message;
  }
  if (problem || report.counts.failed > 0) await keepTraces(kind, page, server, said, problem);
  await context.close();
  await server.stop();
  return problem;
}

async function keepTraces(kind, page, server, said, problem) {
  await mkdir(results, { recursive: true });
  const picture = path.join(results, `editor-${kind}.png`);
  const log = path.join(results, `editor-${kind}.log`);
  await writeFile(log, `${said.join('\n')}\n\n--- server ---\n${server.tail()}\n`);
  const seen = await page.screenshot({ path: picture, timeout: 10_000 }).then(
    () => picture,
    () => 'no screenshot',
  );
  console.error(`  see ${seen} and ${log}`);
  // A test that fails tells its own story; an editor that fails is told by its log.
  if (problem) console.error(`  the end of the server's log:\n${server.tail().replace(/^/gm, '    ')}`);
}

async function onDesktop({ kind, host, workspace, extension, tests, report, cleanup }) {
  const home = await temporaryFolder('desktop', cleanup);
  const args = [
    workspace,
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...['--disable-workspace-trust', '--disable-extensions', '--disable-telemetry'],
    `--user-data-dir=${path.join(home, 'data')}`,
    `--extensions-dir=${path.join(home, 'extensions')}`,
    `--extensionTestsPath=${tests}`,
    `--extensionDevelopmentPath=${extension}`,
    ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
  ];
  const env = { ...process.env };
  // Set by VS Code's own terminals, it would make Electron run as plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const child = start(host.program, args, { env, onLine: report.take });
  cleanup.add(() => child.stop());
  const code = await within(SUITE_LIMIT_MS, child.exited);
  await child.stop();
  if (code === undefined) return `no end within ${SUITE_LIMIT_MS / 60_000} minutes:\n${child.tail()}`;
  return code !== 0 && report.counts.failed === 0 ? `exit code ${code}:\n${child.tail()}` : undefined;
}
