// `npm run bench:files`: checks 5,000 files from the command line beside alex and textlint, and looks whether memory
// grows over 10,000 edits; writes test/bench/FILES.md. The others are those of `npm run accuracy -- --peers`.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
const many = 5_000;
const fewer = 500;
const corpus = path.resolve('../shared/corpus');
const peers = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'candor-accuracy-peers');

/** Postmortems of both languages, and real reports where they are beside the project; no two files are the same. */
function writeFiles(folder) {
  const sources = ['test/accuracy/documents', ...(existsSync(corpus) ? [corpus] : [])];
  const texts = sources.flatMap((source) =>
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readFileSync(path.join(source, name), 'utf8')),
  );
  for (let index = 0; index < many; index++) {
    const text = `${texts[index % texts.length]}\n\nThis is report ${index}.\n`;
    writeFileSync(path.join(folder, `report-${String(index).padStart(4, '0')}.md`), text);
  }
}

/** Runs a command to its end; findings are no failure. @returns seconds, and the most memory it took, in MB */
async function measured(command, args, cwd) {
  const start = performance.now();
  const child = spawn(command, args, { cwd, stdio: 'ignore' });
  let most = 0;
  const look = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
    most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (code !== 0 && code !== 1) throw new Error(`${command} ${args.slice(0, 3).join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, most };
}

const row = (what, files, { seconds, most }) =>
  `| ${what} | ${files.toLocaleString('en')} | ${(files / seconds).toFixed(0)} | ${most > 0 ? most.toFixed(0) : '–'} |`;

const folder = mkdtempSync(path.join(tmpdir(), 'candor-files-'));
try {
  writeFiles(folder);
  const names = readdirSync(folder).sort();
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'cli'], { stdio: 'inherit' });
  const cli = path.resolve('dist/cli.js');
  const rows = [
    row('Candor', many, await measured(process.execPath, [cli, 'check', '.'], folder)),
    row('Candor, first with `--cache`', many, await measured(process.execPath, [cli, 'check', '--cache', '.'], folder)),
    row('Candor, again with `--cache`', many, await measured(process.execPath, [cli, 'check', '--cache', '.'], folder)),
  ];
  if (existsSync(path.join(peers, 'done'))) {
    const some = names.slice(0, fewer).map((name) => path.join(folder, name));
    writeFileSync(
      path.join(peers, '.textlintrc.json'),
      JSON.stringify({ rules: { 'write-good': true, alex: true, 'stop-words': true, terminology: true } }),
    );
    rows.push(row('alex', fewer, await measured('node_modules/.bin/alex', ['--quiet', ...some], peers)));
    rows.push(row('textlint, four rules', fewer, await measured('node_modules/.bin/textlint', some, peers)));
  }
  await build({
    entryPoints: ['test/bench/memory.ts'],
    outfile: 'dist/test/bench/memory.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    loader: { '.md': 'text' },
    logLevel: 'warning',
  });
  const memory = execFileSync(process.execPath, ['--expose-gc', 'dist/test/bench/memory.mjs'], { encoding: 'utf8' });
  const page = `# Many files, many edits

Written by \`npm run bench:files\`; do not edit. One run on two cores; read the ratios.

| | files | files per second | most memory, MB |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

${memory.trim()}
`;
  writeFileSync('test/bench/FILES.md', page);
  console.log(page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
