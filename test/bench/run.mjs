// `npm run bench`: times the linter beside a Markdown parser, and the extension's start in processes of their own, in one
// run, and writes the tables to test/bench/RESULTS.md.
// Timings are of one machine at one time: read the ratios.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
execFileSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
await build({
  entryPoints: ['test/bench/lint.ts', 'test/bench/start.ts'],
  outdir: 'dist/test/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  loader: { '.md': 'text' },
  logLevel: 'warning',
});
const times = (name) =>
  execFileSync(process.execPath, ['--expose-gc', `dist/test/bench/${name}.mjs`], { encoding: 'utf8' }).trim();
const lint = times('lint');
const start = times('start');

const budgets = JSON.parse(readFileSync('test/bench/budgets.json', 'utf8'));
const kilobytes = (bytes) => Math.round(bytes / 1000);
const sizes = Object.entries(budgets.kilobytes).map(
  ([file, budget]) => `| \`${file}\` | ${kilobytes(statSync(file).size)} | ${budget} |`,
);

const page = `# Speed and size

Written by \`npm run bench\`; do not edit. One run, medians; the machine is shared and noisy: read the ratios.

${lint}

The desktop's bundles in a new process each time, with a stand-in for the editor that does nothing. In brackets: of the
processor's time, helper threads of the engine included. What is read first is shown before the rest is read. After the first
start the engine's compiled code is at hand.

${start}

| bundle | kB | budget, kB |
| --- | ---: | ---: |
${sizes.join('\n')}

\`test/project/budgets.test.ts\` fails when a bundle passes its budget.
`;
writeFileSync('test/bench/RESULTS.md', page);
console.log(page);
