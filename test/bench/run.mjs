// `npm run bench`: times the linter beside a Markdown parser, in one run, and writes the table to test/bench/RESULTS.md.
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
  entryPoints: ['test/bench/lint.ts'],
  outfile: 'dist/test/bench.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  loader: { '.md': 'text' },
  logLevel: 'warning',
});
const lint = execFileSync(process.execPath, ['--expose-gc', 'dist/test/bench.cjs'], { encoding: 'utf8' });

const budgets = JSON.parse(readFileSync('test/bench/budgets.json', 'utf8'));
const kilobytes = (bytes) => Math.round(bytes / 1000);
const sizes = Object.entries(budgets.kilobytes).map(
  ([file, budget]) => `| \`${file}\` | ${kilobytes(statSync(file).size)} | ${budget} |`,
);

const page = `# Speed and size

Written by \`npm run bench\`; do not edit. One run, medians; the machine is shared and noisy: read the ratios.

${lint.trim()}

| bundle | kB | budget, kB |
| --- | ---: | ---: |
${sizes.join('\n')}

\`test/project/budgets.test.ts\` fails when a bundle passes its budget.
`;
writeFileSync('test/bench/RESULTS.md', page);
console.log(page);
