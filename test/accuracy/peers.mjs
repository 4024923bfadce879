// Other linters on the same sentences. They are installed on demand into a cache folder outside the checkout (about
// 160 MB), never into the project; `peers.json` keeps the figures, so that the table needs none of them.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { save } from './save.mjs';
import { here, languages, nameOfSentences, parts, readPart, scoreAnyWord } from './sentences.mjs';

/** Exact versions: another version gives other figures. */
const versions = {
  'write-good': '1.0.8',
  alex: '11.0.1',
  textlint: '15.8.0',
  'textlint-rule-write-good': '2.0.0',
  'textlint-rule-alex': '5.0.0',
  'textlint-rule-stop-words': '5.2.0',
  'textlint-rule-terminology': '5.2.16',
  'textlint-rule-common-misspellings': '1.0.1',
  'harper.js': '2.10.0',
};
const file = path.join(here, 'peers.json');

/** @returns the committed figures, or undefined before the first measurement. */
export const readPeers = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** Installs the peers where needed, runs each over all sentences and writes `peers.json`. */
export function measurePeers() {
  const folder = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'candor-accuracy-peers');
  mkdirSync(folder, { recursive: true });
  const manifest = path.join(folder, 'package.json');
  const wanted = `${JSON.stringify({ private: true, type: 'module', dependencies: versions }, null, 2)}\n`;
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted || !existsSync(path.join(folder, 'done'))) {
    console.log(`Installing the other linters into ${folder} …`);
    writeFileSync(manifest, wanted);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
    writeFileSync(path.join(folder, 'done'), '');
  }
  const runner = path.join(folder, 'peers-runner.mjs');
  copyFileSync(path.join(here, 'peers-runner.mjs'), runner);
  const sets = languages.flatMap((language) =>
    parts.map((part) => ({ language, part, entries: readPart(language, part) })),
  );
  const output = execFileSync(process.execPath, [runner], {
    cwd: folder,
    input: JSON.stringify(sets.flatMap(({ entries }) => entries.map(({ id, text }) => ({ id, text })))),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const found = JSON.parse(output);
  const figures = Object.keys(found).map((name) => ({
    name,
    version: versions[name.split(' ')[0]],
    sets: sets.map(({ language, part, entries }) => ({
      language,
      part,
      ...scoreAnyWord(entries, (entry) => found[name][entry.id]),
    })),
  }));
  save(file, `${JSON.stringify({ sentences: nameOfSentences(), figures }, null, 2)}\n`);
}
