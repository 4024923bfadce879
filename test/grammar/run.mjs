// Runs the grammar tests: the assertions in *.test.md, read with VS Code's own Markdown grammar and ours injected into
// it, as package.json contributes it.
//   node test/grammar/run.mjs      ends with 0 when all hold, 1 when one does not
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const require = createRequire(import.meta.url);

const host = ['markdown', 'yaml', 'html', 'html-derivative'].flatMap((name) => [
  '-g',
  require.resolve(`tm-grammars/grammars/${name}.json`),
]);
const runner = path.join(path.dirname(require.resolve('vscode-tmgrammar-test/package.json')), 'dist/unit.js');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [runner, '--config', 'package.json', ...host, path.join(here, '*.test.md')],
  { encoding: 'utf8', cwd: root },
);
// Markdown can hold code of many languages; their grammars are not needed here.
const said = `${stdout}${stderr}`.replaceAll(/^grammar not found for .*\n/gm, '');
process.stdout.write(said);
process.exit(status === 0 ? 0 : 1);
