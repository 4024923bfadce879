/**
 * `npm run package`: builds and writes `candor-<version>.vsix`, which VS Code installs.
 *
 *   node test/package.mjs [--out FILE] [--no-build]
 *
 * Everything that runs is bundled, so no dependency goes in. What else goes in is said by `.vscodeignore`, where
 * everything stays out unless it is named.
 */
import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values: flags } = parseArgs({ options: { out: { type: 'string' }, 'no-build': { type: 'boolean' } } });

const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.resolve(flags.out ?? path.join(root, `${name}-${version}.vsix`));
if (!flags['no-build'])
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'extension,web,webview'], { cwd: root, stdio: 'inherit' });
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  // The project names no host of its source, so links in the README stay as they are.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = await stat(packagePath);
console.log(`${packagePath}: ${Math.ceil(size / 1024)} KB`);
