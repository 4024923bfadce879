import path from 'node:path';
import { type Config, type ConfigProblem, type Language, Lines, noConfig, readConfig, rules } from '../core/index.js';
import { type ConfigText, ConfigTexts } from './config-text.js';

/** A configuration with the file it was read from. */
export interface FoundConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** `undefined` when no folder on the way up has one. */
  readonly file: string | undefined;
  readonly text: string;
}

const nothing: FoundConfig = { config: noConfig, problems: [], file: undefined, text: '' };

const read = ({ file, text }: ConfigText): FoundConfig => ({
  ...readConfig(
    text,
    rules.map((rule) => rule.id),
  ),
  file,
  text,
});

/** Finds and reads the configuration that counts for a folder. Each is read once. */
export class ConfigFinder {
  readonly #texts = new ConfigTexts();
  readonly #known = new Map<string, FoundConfig>();

  /** @param folder An absolute path. */
  async find(folder: string): Promise<FoundConfig> {
    const found = await this.#texts.find(folder);
    if (!found) return nothing;
    const known = this.#known.get(found.file) ?? read(found);
    this.#known.set(found.file, known);
    return known;
  }
}

/** What is wrong in configurations, a line for each problem. */
export const configProblems = (configs: readonly ConfigText[], locale: Language): string[] =>
  configs.flatMap((config) => {
    const lines = new Lines(config.text);
    return read(config).problems.map(({ at, say }) => {
      const { line, column } = lines.position(at.start);
      return `${path.relative('.', config.file)}:${line}:${column}: ${say[locale]}`;
    });
  });
