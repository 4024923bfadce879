import path from 'node:path';
import { type Config, createLinter, type Finding, forgetTexts, type LinterSettings } from '../core/index.js';
import { ConfigFinder } from './config-file.js';
import { readText, UnreadableFile } from './files.js';
import type { FileResult } from './report.js';
import type { CheckRequest } from './request.js';

/** The linter's settings that a configuration asks for. */
export function settingsOf(config: Config, request: Pick<CheckRequest, 'locale' | 'now'>): LinterSettings {
  return {
    rules: config.rules,
    accept: config.accept,
    replace: config.replace,
    firstNotice: config.firstNotice,
    ...request,
  };
}

/** Checks files one at a time, each with the configuration of its folder. */
export class Checker {
  readonly #configs = new ConfigFinder();

  constructor(readonly request: CheckRequest) {}

  /** Checks the text of a file. */
  async text(file: string, text: string): Promise<Finding[]> {
    const { config } = await this.#configs.find(path.dirname(path.resolve(file)));
    const { audience, language, locale, now } = this.request;
    return createLinter(settingsOf(config, { locale, now })).check(text, { audience, language });
  }

  /** Reads and checks a file, and forgets its text; what cannot be read is named in the result. */
  async file(file: string): Promise<FileResult> {
    try {
      return { path: file, findings: await this.text(file, await readText(file)) };
    } catch (error) {
      if (error instanceof UnreadableFile) return { path: file, error: error.message };
      throw error;
    } finally {
      forgetTexts();
    }
  }
}
