import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Config, type ConfigProblem, configName, noConfig, readConfig, rules } from '../core/index.js';

/** A configuration with the file it was read from. */
export interface FoundConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** `undefined` when no folder on the way up has one. */
  readonly file: string | undefined;
  readonly text: string;
}

const nothing: FoundConfig = { config: noConfig, problems: [], file: undefined, text: '' };

/** Finds the `.candor.yml` that counts for a folder: the nearest on the way up. Each folder is looked at once. */
export class ConfigFinder {
  readonly #known = new Map<string, Promise<FoundConfig>>();

  /** @param folder An absolute path. */
  find(folder: string): Promise<FoundConfig> {
    let found = this.#known.get(folder);
    if (!found) {
      found = this.#look(folder);
      this.#known.set(folder, found);
    }
    return found;
  }

  async #look(folder: string): Promise<FoundConfig> {
    const file = path.join(folder, configName);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) {
      const ids = rules.map((rule) => rule.id);
      return { ...readConfig(text, ids), file, text };
    }
    const parent = path.dirname(folder);
    return parent === folder ? nothing : this.find(parent);
  }
}
