import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  createLinter,
  customerView,
  doubtsOf,
  type ExportOptions,
  exportCustomer,
  exportName,
  type FormatId,
  findLeaks,
  formats,
  type Language,
  Lines,
  languages,
  type Postmortem,
  type Refusal,
} from '../core/index.js';
import { NoBrowser, PdfFailed, printPdf } from '../desktop/index.js';
import { settingsOf } from './check.js';
import { ConfigFinder } from './config-file.js';
import { findImages } from './export-images.js';
import { decode, readText, UnreadableFile } from './files.js';
import { type Io, readInput } from './run-check.js';
import { oneOf, UsageError } from './usage.js';

/** What to export. */
export interface ExportRequest {
  readonly to: FormatId | 'pdf';
  /** A path, or `-` for standard output; `undefined`: named after the title, never over a file that is there. */
  readonly output: string | undefined;
  /** How the document is named in messages; its folder is where images are looked for. */
  readonly file: string;
  readonly text: string;
  readonly audience: 'auto' | 'customer';
  readonly language: Language | 'auto';
  readonly locale: Language;
  /** The browser that prints PDF; found by itself when not given. */
  readonly browser?: string | undefined;
}

const targets = [...formats.map(({ id }) => id), 'pdf'] as const;

type Rendered = { readonly content: string | Uint8Array } | { readonly refusals: readonly Refusal[] };

async function render(
  request: ExportRequest,
  postmortem: Postmortem,
  options: ExportOptions,
  io: Io,
): Promise<Rendered> {
  const id = request.to === 'pdf' ? 'html' : request.to;
  const result = await exportCustomer(postmortem, id, options);
  if (!result.ok) return result;
  for (const { say } of result.warnings) io.stderr.write(`${request.file}: ${say[request.locale]}\n`);
  if (request.to !== 'pdf') return result;
  const { content, text } = await printPdf(String(result.content), {
    now: options.now,
    browser: request.browser,
    env: io.env,
  });
  const refusals = findLeaks(postmortem, { text, raw: '' });
  return refusals.length > 0 ? { refusals } : { content };
}

/** Writes whole or not at all: to a new file beside it, then by its name. */
async function writeWhole(file: string, content: string | Uint8Array, replace: boolean): Promise<void> {
  const facts = await stat(file).catch(() => undefined);
  if (facts?.isDirectory()) throw new UnreadableFile('is a folder. Name a file.');
  if (facts && !replace) throw new UnreadableFile(`is there already. Name it with -o to write over it.`);
  const draft = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UnreadableFile(`could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Writes the customer version of a document. What may be internal in it is named on standard error.
 * @returns 0 when it was written; 1 when it was refused: the reasons are on standard error, each with its place, and
 *   nothing was written; 2 when it could not be written.
 */
export async function exportFile(request: ExportRequest, io: Io): Promise<number> {
  const { file, text, locale, audience, language } = request;
  const seconds = Number(io.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  const now = Number.isFinite(seconds) ? seconds * 1000 : Date.now();
  const { config } = await new ConfigFinder().find(path.dirname(path.resolve(file)));
  const analysis = createLinter(settingsOf(config, { locale, now })).analyze(text, { audience, language });
  const { postmortem } = analysis;
  const view = customerView(postmortem);
  const { images, leftOut } =
    view.refusals.length > 0
      ? { images: new Map(), leftOut: [] }
      : await findImages(view.images, path.dirname(file), locale);
  for (const line of leftOut) io.stderr.write(`${file}: ${line}\n`);
  try {
    const result = await render(request, postmortem, { now, images }, io);
    if ('refusals' in result) {
      const lines = new Lines(text);
      for (const { at, say } of result.refusals) {
        const { line, column } = lines.position(at.start);
        io.stderr.write(`${file}:${line}:${column}: ${say[locale]}\n`);
      }
      return 1;
    }
    for (const { start, message } of doubtsOf(analysis))
      io.stderr.write(`${file}:${start.line}:${start.column}: ${message}\n`);
    const extension = formats.find(({ id }) => id === request.to)?.extension ?? 'pdf';
    const output = request.output ?? exportName(view.title, extension);
    if (output === '-') io.stdout.write(result.content);
    else {
      try {
        await writeWhole(output, result.content, request.output !== undefined);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        io.stderr.write(`${output} ${error.message}\n`);
        return 2;
      }
      if (request.output === undefined) io.stderr.write(`${output}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof NoBrowser || error instanceof PdfFailed)) throw error;
    io.stderr.write(`${file}: ${error.say[locale]}\n`);
    return 2;
  }
}

/** `candor export`. @returns the exit code. @throws UsageError */
export async function runExport(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      output: { type: 'string', short: 'o' },
      audience: { type: 'string' },
      language: { type: 'string' },
      locale: { type: 'string' },
      browser: { type: 'string' },
    },
  });
  if (values.to === undefined) throw new UsageError(`Say the format: --to ${targets.join('|')}.`);
  const to = oneOf('to', values.to, targets, 'html');
  const locale = oneOf('locale', values.locale, languages, 'en');
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Name the file to export, or - for standard input.');
  if (more.length > 0) throw new UsageError('Export one file at a time.');
  let text: string;
  try {
    text = file === '-' ? decode(await readInput(io)) : await readText(file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    io.stderr.write(`${file} ${error.message}\n`);
    return 2;
  }
  const request: ExportRequest = {
    to,
    output: values.output,
    file,
    text,
    audience: oneOf('audience', values.audience, ['auto', 'customer'], 'auto'),
    language: oneOf('language', values.language, ['auto', ...languages], 'auto'),
    locale,
    browser: values.browser,
  };
  return await exportFile(request, io);
}
