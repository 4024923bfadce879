// Runs the suites and ends with one line that anyone can read: `N passed, N failed`.
//   node test/run.mjs [SUITE …] [-- FILTER]     FILTER: part of a test file's path, for the pure suites
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const total = { passed: 0, failed: 0 };

/** Bundles the *.test.ts below `folder` into one file and runs it in one process: most of the time goes to loading. */
async function pure(folder, filter) {
  const files = readdirSync(path.join('test', folder), { recursive: true })
    .map((name) => `./test/${folder}/${String(name).split(path.sep).join('/')}`)
    .filter((name) => name.endsWith('.test.ts') && (!filter || name.includes(filter)));
  if (files.length === 0) return;
  const outfile = `dist/test/${folder}.mjs`;
  await build({
    stdin: { contents: files.map((file) => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: root },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'warning',
    loader: { '.md': 'text' },
  });
  await new Promise((resolve) => {
    const events = run({ files: [path.resolve(outfile)], concurrency: false });
    const leaf = (event) => event.details?.type !== 'suite' && !event.name.endsWith('.mjs');
    events.on('test:pass', (event) => leaf(event) && !event.skip && total.passed++);
    events.on('test:fail', (event) => leaf(event) && total.failed++);
    events.on('end', resolve);
    events.compose(new spec()).pipe(process.stdout, { end: false });
  });
}

/** Runs a command that stands for one test: it passes when it ends with 0. */
async function command(name, line) {
  console.log(`\n▶ ${name}: ${line.join(' ')}`);
  const code = await new Promise((resolve) => {
    spawn(line[0], line.slice(1), { stdio: 'inherit' })
      .on('close', resolve)
      .on('error', () => resolve(127));
  });
  if (code === 0) total.passed++;
  else total.failed++;
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const suites = {
  build: () => command('build', [npm, 'run', '-s', 'build']),
  check: () => command('check', [npm, 'run', '-s', 'check']),
  unit: (filter) => pure('unit', filter),
  project: (filter) => pure('project', filter),
  grammar: () => command('grammar', [process.execPath, 'test/grammar/run.mjs']),
  preview: () => command('preview page', [process.execPath, 'test/editor/preview/run.mjs']),
  editor: () => command('editor', [process.execPath, 'test/editor/run.mjs']),
};

const divider = process.argv.indexOf('--', 2);
const named = process.argv.slice(2, divider < 0 ? undefined : divider);
const words = divider < 0 ? named.filter((word) => !(word in suites)) : process.argv.slice(divider + 1);
const chosen = named.filter((word) => word in suites);
for (const name of chosen.length > 0 ? chosen : Object.keys(suites)) await suites[name](words[0]);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
