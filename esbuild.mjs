// Builds everything that runs: one table, one row a bundle.
//   node esbuild.mjs [--watch] [--only NAME[,NAME]] [--metafile]
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean' }, only: { type: 'string' }, metafile: { type: 'boolean' } },
});

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: !flags.watch,
  sourcemap: flags.watch ? 'linked' : false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  // Without it, decode-named-character-reference asks a web worker for `document`.
  conditions: ['worker'],
  // Templates are bundled as the text they are.
  loader: { '.md': 'text' },
  logOverride: { 'import-is-undefined': 'error' },
};

/**
 * On the desktop two parts stand in files of their own: what works on postmortems, read when the first one is opened, and
 * what prints PDF, read when one is asked for. On the web all is one file, since nothing can be required there.
 */
const besides = {
  name: 'besides',
  setup({ onResolve }) {
    onResolve({ filter: /\/desktop\/index\.js$/ }, () => ({ path: './desktop.js', external: true }));
    onResolve({ filter: /\/loaded\.js$/ }, () => ({ path: './loaded.js', external: true }));
  },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const builds = {
  extension: {
    entryPoints: {
      extension: 'src/extension/extension.ts',
      loaded: 'src/extension/loaded.ts',
      desktop: 'src/desktop/index.ts',
    },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    alias: { '#pdf': './src/extension/pdf/desktop.ts' },
    plugins: [besides],
  },
  web: {
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    alias: { '#pdf': './src/extension/pdf/web.ts' },
  },
  webview: { entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js', platform: 'browser', format: 'iife' },
  cli: {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  library: {
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/index.js',
    platform: 'neutral',
    format: 'cjs',
    mainFields: ['module', 'main'],
  },
  'library-esm': {
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/index.mjs',
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
  },
  tools: {
    entryPoints: ['src/tools/generate.ts'],
    outfile: 'dist/tools/generate.mjs',
    platform: 'node',
    format: 'esm',
    minify: false,
    packages: 'external',
  },
};

const chosen = flags.only ? flags.only.split(',') : Object.keys(builds);
await mkdir('dist', { recursive: true });
for (const name of chosen) {
  const row = builds[name];
  if (!row) throw new Error(`No build is called "${name}". There are: ${Object.keys(builds).join(', ')}.`);
  const options = { ...common, ...row, metafile: Boolean(flags.metafile) };
  if (flags.watch) await (await context(options)).watch();
  else {
    const result = await build(options);
    if (result.metafile) await writeFile(`dist/${name}.meta.json`, JSON.stringify(result.metafile));
  }
}
