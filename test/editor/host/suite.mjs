/** Bundles the editor suite into one module that VS Code can run in either extension host. */
import { readdirSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { results, root } from './places.mjs';

/** Each line of the suite's report begins with this, to tell it from what else the host prints. */
export const MARK = '[candor-test]';

/**
 * Bundles `test/editor/suite/*.test.ts` with mocha's browser build, which also runs where there is no `process`.
 * VS Code runs a tests module in the extension host of the extension in whose folder it lies, so it is put there.
 * @param {{ host: 'node' | 'web', grep?: string, workspace: string, extension: string }} options what the tests see as
 *   constants, and the folder of the extension
 * @returns {Promise<string>} the module, which exports `run(): Promise<void>`
 */
export async function bundleSuite({ host, grep = '', workspace, extension }) {
  const outfile = path.join(extension, 'editor-suite.js');
  const folder = path.join(root, 'test/editor/suite');
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  // Mocha's package says that its files are ES modules, but this one is not; under another name it is read as it is.
  const mocha = path.join(results, 'mocha-in-a-browser.cjs');
  await mkdir(results, { recursive: true });
  await copyFile(
    path.join(path.dirname(createRequire(import.meta.url).resolve('mocha/package.json')), 'mocha.js'),
    mocha,
  );
  const loads = tests.map((name) => `() => require(${JSON.stringify(`./${name}`)})`);
  await build({
    stdin: {
      contents: `const { runSuite } = require('./runner');\nexports.run = () => runSuite([${loads.join(', ')}]);`,
      resolveDir: folder,
    },
    outfile,
    bundle: true,
    platform: host === 'web' ? 'browser' : 'node',
    format: 'cjs',
    external: ['vscode'],
    conditions: ['worker'],
    sourcemap: 'inline',
    logLevel: 'warning',
    alias: { mocha },
    define: { CANDOR_SUITE: JSON.stringify({ host, grep, workspace, mark: MARK }) },
  });
  return outfile;
}
