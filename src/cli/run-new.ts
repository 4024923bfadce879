import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  newPostmortem,
  readMoment,
  templateIn,
  templates,
  type Writing,
  writingOfTag,
  writings,
  zoneOffset,
} from '../core/index.js';
import { ConfigFinder } from './config-file.js';
import { decode } from './files.js';
import type { Io } from './run-check.js';
import { oneOf, UsageError } from './usage.js';

/** Who git says is writing here; nobody where there is no git. */
async function gitUser(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', 'user.name'], { timeout: 2000 });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The text of a template: one of the team's own by its file's name, or one that Candor brings. */
async function templateText(name: string, writing: Writing): Promise<string> {
  const { config, file } = await new ConfigFinder().find(path.resolve('.'));
  if (config.templates !== undefined && file && /^[^/\\]+$/.test(name)) {
    const own = path.join(path.dirname(file), config.templates, name.endsWith('.md') ? name : `${name}.md`);
    const bytes = await readFile(own).catch(() => undefined);
    if (bytes) return decode(bytes);
  }
  const found = templates.find((template) => template.name === name);
  if (found) return templateIn(found, writing);
  throw new UsageError(
    `There is no template “${name}”. There are: ${templates.map((template) => template.name).join(', ')}${
      config.templates === undefined ? '' : `, and the files in ${config.templates}`
    }.`,
  );
}

/** `candor new`: writes a new postmortem. @returns the exit code. @throws UsageError */
export async function runNew(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      template: { type: 'string' },
      language: { type: 'string' },
      title: { type: 'string' },
      began: { type: 'string' },
      author: { type: 'string' },
      id: { type: 'string' },
      zone: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  if (positionals.length > 0)
    throw new UsageError(`“${positionals[0]}” is one word too many: put the title in quotes, after --title.`);
  const tag = values.language;
  const writing = oneOf('language', tag && (writingOfTag(tag) ?? tag), writings, 'en');
  const now = Date.now();
  const zone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
  if (zoneOffset(zone, now) === undefined)
    throw new UsageError(`--zone is “${zone}”; name one as in Europe/Berlin, UTC or +08:00.`);
  const began = values.began === undefined ? undefined : readMoment(values.began, { now, zone });
  if (values.began !== undefined && began === undefined)
    throw new UsageError(
      `--began is “${values.began}”; say when as in “now”, “14:05”, “2 hours ago” or “2026-03-03 14:05 +00:00”.`,
    );
  const text = newPostmortem({
    template: await templateText(values.template ?? 'full', writing),
    writing,
    title: values.title ?? '',
    began,
    author: values.author ?? (await gitUser()),
    id: values.id,
    zone,
    now,
  });
  const { output = '-' } = values;
  if (output === '-') {
    io.stdout.write(text);
    return 0;
  }
  try {
    await writeFile(output, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'EEXIST'
        ? 'is there already. Choose another name: a postmortem is not written over.'
        : `could not be written: ${error instanceof Error ? error.message : String(error)}`;
    io.stderr.write(`${output} ${reason}\n`);
    return 2;
  }
  return 0;
}
