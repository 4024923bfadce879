import { createHash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigTexts } from './config-text.js';
import type { FileResult } from './report.js';
import type { CheckRequest } from './request.js';

type Entry = readonly [stamp: string, result: FileResult];

/** Results of earlier runs by file, each with a stamp of all that it depends on. */
export class ResultCache {
  readonly #configs = new ConfigTexts();
  readonly #used = new Map<string, Entry>();

  private constructor(
    readonly file: string,
    readonly old: ReadonlyMap<string, Entry>,
    readonly base: string,
  ) {}

  /**
   * Opens a cache; one that cannot be read is an empty one.
   * @param version The version of Candor: another one may find other things.
   */
  static async open(file: string, version: string, request: CheckRequest): Promise<ResultCache> {
    // The day counts, not the millisecond: promised dates are compared with it.
    const base = JSON.stringify([version, { ...request, now: Math.floor(request.now / 86_400_000) }]);
    const old = await readFile(file, 'utf8').then(
      (text) => new Map(Object.entries(JSON.parse(text) as Record<string, Entry>)),
      () => new Map<string, Entry>(),
    );
    return new ResultCache(file, old, base);
  }

  /** What the result for a file depends on: its size and time, the configuration of its folder, Candor, the request. */
  async stamp(file: string): Promise<string> {
    const stats = await stat(file).catch(() => undefined);
    const config = await this.#configs.find(path.dirname(path.resolve(file)));
    return createHash('sha256')
      .update(JSON.stringify([this.base, config?.text ?? '', stats?.size, stats?.mtimeMs]))
      .digest('base64url');
  }

  get(file: string, stamp: string): FileResult | undefined {
    const known = this.old.get(file);
    return known?.[0] === stamp ? known[1] : undefined;
  }

  set(file: string, stamp: string, result: FileResult): void {
    this.#used.set(file, [stamp, result]);
  }

  /** Writes what this run used; what it did not use is forgotten. */
  async save(): Promise<void> {
    const temporary = `${this.file}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify(Object.fromEntries(this.#used)));
    await rename(temporary, this.file);
  }
}
