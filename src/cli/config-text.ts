import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { configName } from '../core/recognise.js';

/** The text of a configuration, and its file. */
export interface ConfigText {
  readonly file: string;
  readonly text: string;
}

/** Finds the `.candor.yml` that counts for a folder: the nearest on the way up. Each folder is looked at once. */
export class ConfigTexts {
  readonly #known = new Map<string, Promise<ConfigText | undefined>>();

  /** @param folder An absolute path. @returns `undefined` when no folder on the way up has one. */
  find(folder: string): Promise<ConfigText | undefined> {
    let found = this.#known.get(folder);
    if (!found) {
      found = this.#look(folder);
      this.#known.set(folder, found);
    }
    return found;
  }

  async #look(folder: string): Promise<ConfigText | undefined> {
    const file = path.join(folder, configName);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { file, text };
    const parent = path.dirname(folder);
    return parent === folder ? undefined : this.find(parent);
  }
}
