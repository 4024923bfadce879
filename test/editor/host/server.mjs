/** Starts the VS Code server on loopback, with its own port, token and folders. */
import { randomBytes } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './places.mjs';
import { start, within } from './processes.mjs';

const START_LIMIT_MS = 60_000;

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
};

/** What the server says about the native modules that were never compiled: nothing about this run. */
const MISSING_NATIVE =
  /spdlog|watchdog|bindings|vsda|node:internal|server-main\.js:|^ {2}(\]|tries)|^\}$|^(\[[\d:]+\])?\s*$/;

/**
 * Starts a server with the smoke-test driver, which lets the page's address name an extension under development.
 * @param {{ server: string, node: string }} host from `provideBrowserHost`
 * @param {{ cleanup: { add(undo: () => unknown): void }, trusted?: boolean, settings?: object, vsix?: string,
 *   beside?: string, zone?: string }} options
 *   `trusted: false` leaves Restricted Mode on; `settings` are the user's; `vsix` is installed before the start;
 *   `beside` is the folder of a further extension; `zone` is that of the clocks, an IANA name
 * @returns {Promise<{ address(options: { workspace: string, extension?: string, tests?: string }): string,
 *   userSettings: string, machineSettings: string, tail(): string, exited: Promise<number>, stop(): Promise<void> }>}
 * @throws {Error} with the end of the server's log when it does not answer within a minute
 */
export async function startServer(host, { cleanup, trusted = true, settings = {}, vsix, beside, zone }) {
  const home = await temporaryFolder('editor', cleanup);
  const userSettings = path.join(home, 'data/User/settings.json');
  await mkdir(path.dirname(userSettings), { recursive: true });
  const trust = trusted
    ? { 'security.workspace.trust.enabled': false }
    : { 'security.workspace.trust.startupPrompt': 'never' };
  await writeFile(userSettings, JSON.stringify({ ...QUIET, ...trust, ...settings }, null, 2));
  const token = randomBytes(16).toString('hex');
  const tokenFile = path.join(home, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  const main = path.join(host.server, 'out/server-main.js');
  const folders = [
    ...['--user-data-dir', path.join(home, 'data')],
    ...['--server-data-dir', path.join(home, 'server')],
    ...['--extensions-dir', path.join(home, 'extensions')],
    '--accept-server-license-terms',
  ];
  // The page's address names one extension under development; another is found where installed ones are.
  if (beside) await cp(beside, path.join(home, 'extensions', path.basename(beside)), { recursive: true });
  if (vsix) await installVsix(host.node, [main, ...folders, '--install-extension', vsix], vsix);

  let heard;
  const listening = new Promise((resolve) => {
    heard = resolve;
  });
  const child = start(
    host.node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
      ...['--enable-smoke-test-driver', '--telemetry-level', 'off', ...folders],
    ],
    {
      // The gallery of extensions is not asked: a run must not depend on the network.
      env: {
        CHROME_PATH: process.env.CHROMIUM ?? '',
        ...process.env,
        EXTENSIONS_GALLERY: '{"serviceUrl":""}',
        ...(zone ? { TZ: zone } : {}),
      },
      ignore: MISSING_NATIVE,
      onLine: (line) => {
        const port = /agent listening on (\d+)/.exec(line)?.[1];
        if (port) heard(Number(port));
      },
    },
  );
  cleanup.add(() => child.stop());
  const port = await within(START_LIMIT_MS, Promise.race([listening, child.exited.then(() => undefined)]));
  if (port === undefined) throw new Error(`The VS Code server did not start. The end of its log:\n${child.tail()}`);

  const address = ({ workspace, extension, tests }) => {
    const remote = (file) => `vscode-remote://127.0.0.1:${port}${slashed(file)}`;
    const payload = [['skipWelcome', 'true']];
    if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
    if (tests) payload.push(['extensionTestsPath', remote(tests)]);
    const query = new URLSearchParams({ tkn: token, folder: slashed(workspace), payload: JSON.stringify(payload) });
    return `http://127.0.0.1:${port}/?${query}`;
  };
  const machineSettings = path.join(home, 'data/Machine/settings.json');
  return { address, userSettings, machineSettings, tail: child.tail, exited: child.exited, stop: child.stop };
}

async function installVsix(node, args, vsix) {
  const child = start(node, args);
  const code = await within(START_LIMIT_MS, child.exited);
  await child.stop();
  if (code !== 0) throw new Error(`${path.basename(vsix)} could not be installed in the editor:\n${child.tail()}`);
}

/** A file's path as it stands in an address: with slashes, and one in front of a Windows drive. */
function slashed(file) {
  const text = file.split(path.sep).join('/');
  return text.startsWith('/') ? text : `/${text}`;
}
