// Builds everything that runs: one table, one row a bundle.
//   node esbuild.mjs [--watch] [--only NAME[,NAME]] [--metafile]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean' }, only: { type: 'string' }, metafile: { type: 'boolean' } },
});

/**
 * A pattern of a phrase list as bundles need it: nothing, where the compiled program tells all. Read again are those that
 * cover a part of what they match, those whose words say how a replacement is put, and those of technical terms.
 */
const needed = (list, { instead, case: capitals }, pattern) =>
  list.rule === 'unexplained-term' || instead || capitals || pattern.includes('[') ? pattern : '';

/** A phrase list without the patterns that nobody reads again. */
const withoutPatterns = (list) => ({
  ...list,
  entries: list.entries.map((entry) => ({
    ...entry,
    match: entry.match.map((pattern) => needed(list, entry, pattern)),
  })),
});

/**
 * Data goes into bundles as text: an engine reads JSON several times faster than the same as code. What is long is parsed
 * when it is first asked for: a document in one language never asks for the phrases of others. The sentences that phrases
 * are tested with stay out, and so do the notes on where a phrase was found; that one comes from retext-simplify is asked
 * for by its rule. What is looked for around a phrase is in the compiled lists.
 */
const isPeer = (source) => source === 'retext-simplify';
const tests = ['bad', 'good', 'says', 'not'];
const isTest = (key, value) => tests.includes(key) && Array.isArray(value);
const withoutEach = (value) =>
  JSON.parse(
    JSON.stringify(value, (_key, inner) =>
      Array.isArray(inner) && inner.every((each) => typeof each === 'string') ? inner.map(() => '') : inner,
    ),
  );
const emptied = (lists) => Object.fromEntries(Object.keys(lists).map((key) => [key, []]));
function ofPhrases(key, value) {
  if (key === 'source' && !isPeer(value)) return undefined;
  if (key === 'except') return [];
  // Of what marks nothing only how many patterns there are is read again.
  if (key === 'statements' || key === 'opposites') return withoutEach(value);
  return key === 'near' ? emptied(value) : value;
}
function parsedLate(value) {
  const parts = Object.entries(value).map(([key, inner]) => {
    const [name, json] = [JSON.stringify(key), JSON.stringify(inner)];
    if (json.length < 200) return `${name}: ${json}`;
    return `get ${name}() { return made[${name}] ??= JSON.parse(${JSON.stringify(json)}); }`;
  });
  return `const made = {}; export default { ${parts.join(', ')} };`;
}
const data = {
  name: 'data',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:data|snippets)[\\/].*\.json$/ }, async ({ path: file }) => {
      const inPhrases = /[\\/]data[\\/](?:en|zh)[\\/]/.test(file);
      const value = JSON.parse(await readFile(file, 'utf8'), (key, inner) => {
        if (isTest(key, inner)) return undefined;
        return inPhrases ? ofPhrases(key, inner) : inner;
      });
      const bundled = inPhrases && value.rule && value.entries ? withoutPatterns(value) : value;
      return { contents: parsedLate(bundled), loader: 'js' };
    });
  },
};

/** Compiles the phrase lists, as `programs.ts` does where it is not bundled. */
async function compilePhrases(entry) {
  const outfile = path.resolve('dist/tools/phrases.mjs');
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    metafile: true,
    format: 'esm',
    logLevel: 'warning',
  });
  const { packedPrograms } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  // Each in a function of its own: an engine reads, and keeps, what runs.
  const packed = Object.entries(packedPrograms()).map(([language, it]) => `${language}: () => (${JSON.stringify(it)})`);
  return {
    contents: `import { unpackProgram } from './packed.js';
      const programs = { ${packed.join(', ')} };
      export const programOf = (language) => unpackProgram(programs[language]());`,
    resolveDir: path.dirname(entry),
    loader: 'js',
    watchFiles: Object.keys(metafile.inputs).map((file) => path.resolve(file)),
  };
}

/** Phrase lists are compiled when they are bundled, once for all bundles: reading the result costs a fraction of it. */
const phrases = {
  name: 'phrases',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]phrases[\\/]programs\.ts$/ }, ({ path: file }) => {
      if (flags.watch) return compilePhrases(file);
      compiled ??= compilePhrases(file);
      return compiled;
    });
  },
};
let compiled;

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: !flags.watch,
  sourcemap: flags.watch ? 'linked' : false,
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
  // Without it, decode-named-character-reference asks a web worker for `document`.
  conditions: ['worker'],
  // Templates are bundled as the text they are.
  loader: { '.md': 'text' },
  logOverride: { 'import-is-undefined': 'error' },
  plugins: [data, phrases],
};

/**
 * On the desktop a small file is read when the editor starts; the file of the web, when the first postmortem is opened, so
 * that what both run is shipped once; what prints PDF, when one is asked for. On the web nothing can be required.
 */
const besides = {
  name: 'besides',
  setup({ onResolve }) {
    onResolve({ filter: /\/desktop\/index\.js$/ }, () => ({ path: './desktop.js', external: true }));
    onResolve({ filter: /^\.\.\/web\.js$/ }, () => ({ path: './extension.web.js', external: true }));
  },
};

/** What reads documents is read from a file of its own; see `src/cli/load-engine.ts`. */
const engineBesides = {
  name: 'engine',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/engine\.js$/ }, () => ({ path: './cli-engine.js', external: true }));
  },
};

/**
 * An engine keeps a text in half the memory, in each worker, when all of it is ASCII. The charset does not reach into
 * regular expressions, nor into raw templates, which are parts of such: in these an escape means the same.
 */
const ascii = {
  name: 'ascii',
  setup({ initialOptions, onEnd }) {
    Object.assign(initialOptions, { charset: 'ascii', write: false });
    const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path: file, text } of outputFiles) {
        await writeFile(file, text.replace(/[\u0080-\uffff]/g, escaped));
      }
    });
  },
};

/**
 * The editor's module is required as it is. An import of all of it makes a copy of its names, hundreds of them, for each
 * file that imports it, before a document is read.
 */
const editor = {
  name: 'editor',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        /^import (\* as vscode|\{[^}]*\}) from 'vscode';$/m,
        (_, names) => `const ${names.replace('* as ', '')} = require('vscode');`,
      ),
      loader: 'ts',
    }));
  },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const builds = {
  extension: {
    entryPoints: { extension: 'src/extension/extension.ts', desktop: 'src/desktop/index.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    alias: { '#load': './src/extension/load/desktop.ts', '#pdf': './src/extension/pdf/desktop.ts' },
    plugins: [data, phrases, editor, besides],
    // Required, not imported: an engine that imports CommonJS reads its text once more for what it exports.
    supported: { 'dynamic-import': false },
  },
  web: {
    entryPoints: ['src/extension/web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    alias: { '#load': './src/extension/load/web.ts', '#pdf': './src/extension/pdf/web.ts' },
    plugins: [data, phrases, editor],
  },
  webview: { entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js', platform: 'browser', format: 'iife' },
  cli: {
    entryPoints: { cli: 'src/cli/main.ts', 'cli-engine': 'src/cli/engine.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [data, phrases, engineBesides, ascii],
    supported: { 'dynamic-import': false },
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
