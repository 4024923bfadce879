import path from 'node:path';
import { parseArgs } from 'node:util';
import { languages, severities } from '../core/recognise.js';
import { ResultCache } from './cache.js';
import { type ConfigText, ConfigTexts } from './config-text.js';
import { decode, expand, UnreadableFile } from './files.js';
import { loadEngine } from './load-engine.js';
import { checkAll, type Work } from './pool.js';
import { type FileResult, makeReport, reportFormats } from './report.js';
import { type CheckRequest, fails } from './request.js';
import { oneOf, UsageError } from './usage.js';

/** What the command line talks to: streams, and whether they are terminals. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(content: string | Uint8Array): void; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): void; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
}

/** All of standard input. */
export async function readInput(io: Io): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of io.stdin) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* withCache(work: Work, cache: ResultCache): AsyncGenerator<FileResult> {
  const { files } = work;
  const stamps: string[] = [];
  for (const file of files) stamps.push(await cache.stamp(file));
  const known = (at: number): FileResult | undefined => cache.get(files[at] ?? '', stamps[at] ?? '');
  const fresh = checkAll({ ...work, files: files.filter((_, at) => !known(at)) });
  for (let at = 0; at < files.length; at++) {
    const result = known(at) ?? (await fresh.next()).value;
    if (!result) throw new Error('a file was lost on its way through the workers');
    if (!('error' in result)) cache.set(files[at] ?? '', stamps[at] ?? '', result);
    yield result;
  }
  // Where all was known, what is wrong in the configurations is still to be told.
  await fresh.next();
  await fresh.return(undefined);
}

/** The configurations that count for the given files; each once. */
async function configsFor(files: readonly string[]): Promise<ConfigText[]> {
  const texts = new ConfigTexts();
  const found = new Map<string, ConfigText>();
  for (const folder of new Set(files.map((file) => path.dirname(path.resolve(file))))) {
    const config = await texts.find(folder);
    if (config) found.set(config.file, config);
  }
  return [...found.values()];
}

/** `candor check`. @returns the exit code. @throws UsageError */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      audience: { type: 'string' },
      language: { type: 'string' },
      locale: { type: 'string' },
      'fail-on': { type: 'string' },
      cache: { type: 'boolean' },
      'cache-file': { type: 'string' },
    },
  });
  const format = oneOf('format', values.format, reportFormats, 'pretty');
  const threshold = oneOf('fail-on', values['fail-on'], severities, 'warning');
  const request: CheckRequest = {
    audience: oneOf('audience', values.audience, ['auto', 'customer'], 'auto'),
    language: oneOf('language', values.language, ['auto', ...languages], 'auto'),
    locale: oneOf('locale', values.locale, languages, 'en'),
    now: Date.now(),
  };
  if (positionals.length === 0) throw new UsageError('Name a file, a folder, or - for standard input.');
  const colours = Boolean(io.stdout.isTTY) && !io.env.NO_COLOR;
  const rules = format === 'sarif' ? (await loadEngine()).describedRules() : [];
  const report = makeReport(format, { write: (text) => io.stdout.write(text), colours }, rules);
  let failed = false;
  let unread = false;
  const take = (result: FileResult): void => {
    report.file(result);
    if ('error' in result) {
      unread = true;
      io.stderr.write(`${result.path} ${result.error}\n`);
    } else failed ||= result.findings.some((finding) => fails(finding, threshold));
  };

  if (positionals.includes('-')) {
    if (positionals.length > 1) throw new UsageError('Standard input (-) is checked alone, without files.');
    take(await checkInput(request, io));
  } else {
    const files: string[] = [];
    for await (const file of expand(positionals)) files.push(file);
    if (files.length === 0) throw new UsageError(`There is no Markdown file in ${positionals.join(', ')}.`);
    const work: Work = {
      files,
      request,
      configs: await configsFor(files),
      onProblems: (problems) => {
        for (const problem of problems) io.stderr.write(`${problem}\n`);
      },
    };
    const cache =
      values.cache || values['cache-file']
        ? await ResultCache.open(values['cache-file'] ?? '.candorcache', io.version, request)
        : undefined;
    const progress = io.stderr.isTTY && files.length > 20;
    let done = 0;
    for await (const result of cache ? withCache(work, cache) : checkAll(work)) {
      if (progress && done > 0) io.stderr.write('\r\u001b[K');
      take(result);
      done++;
      if (progress && done < files.length) io.stderr.write(`Checked ${done} of ${files.length}`);
    }
    await cache?.save();
  }
  report.end();
  return unread ? 2 : failed ? 1 : 0;
}

async function checkInput(request: CheckRequest, io: Io): Promise<FileResult> {
  try {
    const text = decode(await readInput(io));
    const { Checker } = await loadEngine();
    return { path: '-', findings: await new Checker(request).text(path.resolve('-'), text) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { path: '-', error: error.message };
    throw error;
  }
}
