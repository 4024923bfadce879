/**
 * `npm start`: opens a real VS Code with Candor loaded, on a copy of the example workspace.
 *
 * Desktop VS Code where there is one; otherwise VS Code in the browser, whose address on loopback is printed (and opened
 * where there is a display). It runs until Ctrl-C, then removes its copies. `npm run build` first: this only opens.
 *
 *   node test/editor/start.mjs [FOLDER]     FOLDER: open this folder itself instead of a copy of the example
 */
import path from 'node:path';
import { createCleanup } from './host/cleanup.mjs';
import { copyWorkspace } from './host/copies.mjs';
import { findProgram, root, temporaryFolder } from './host/places.mjs';
import { start } from './host/processes.mjs';
import { startServer } from './host/server.mjs';
import { provideHost } from './host.mjs';

/** Opens the example where there is something to see. */
const OPENING = path.join(root, 'test/editor/opening');
/** What a new user would not find by looking at the file that is open. */
const CTRL = process.platform === 'darwin' ? 'Cmd' : 'Ctrl';
const TRY = `Try: hover over underlined words, and press ${CTRL}+. on them for what to write instead; change a sentence and see the
preview follow; open Candor's view in the activity bar for what is still open; type “pm-” in the file for ready sentences.`;

const cleanup = createCleanup();
try {
  const host = await provideHost(console.log);
  const workspace = process.argv[2] ? path.resolve(process.argv[2]) : await copyWorkspace(cleanup);
  const opening = process.argv[2] ? undefined : OPENING;
  await (host.kind === 'desktop' ? onDesktop(host, workspace, opening) : inBrowser(host, workspace, opening));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}

async function onDesktop(host, workspace, opening) {
  const home = await temporaryFolder('desktop', cleanup);
  const args = [
    workspace,
    ...[root, opening].filter(Boolean).map((folder) => `--extensionDevelopmentPath=${folder}`),
    ...[`--user-data-dir=${path.join(home, 'data')}`, `--extensions-dir=${path.join(home, 'extensions')}`],
    ...['--disable-updates', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust', '--wait'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const child = start(host.program, args, { env });
  cleanup.add(() => child.stop());
  console.log(`VS Code is open on ${workspace}. Close its window or press Ctrl-C to end.\n\n${TRY}`);
  return child.exited;
}

async function inBrowser(host, workspace, opening) {
  const server = await startServer(host, { cleanup, beside: opening });
  const address = server.address({ workspace, extension: root });
  console.log(`\nVS Code with Candor is at\n\n  ${address}\n\non ${workspace}. Press Ctrl-C to end.\n\n${TRY}`);
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const program = display ? findProgram([opener]) : undefined;
  if (program) start(program, [address]);
  return server.exited;
}
