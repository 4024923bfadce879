import * as vscode from 'vscode';
import type { Indexed, Judged } from './indexed.js';

/** Told apart from what other versions of Candor wrote, which may read files differently. */
interface Written {
  readonly version: string;
  /** Settings are the same for nearly all files: they are written once. */
  readonly settings: readonly string[];
  readonly files: readonly WrittenFile[];
}

type WrittenFile = Omit<Indexed, 'uri' | 'judged'> & {
  readonly uri: string;
  readonly judged?: (Omit<Judged, 'settings'> & { readonly settings: number }) | undefined;
};

const name = 'postmortems.json';

/** Keeps what is known of a workspace's postmortems between two sessions, so that the next one reads only what changed. */
export class IndexMemory {
  readonly #folder: vscode.Uri | undefined;
  readonly #version: string;

  /** @param context Without storage of its own, as where no folder is open, nothing is kept. */
  constructor({ storageUri, extension }: Pick<vscode.ExtensionContext, 'storageUri' | 'extension'>) {
    this.#folder = storageUri;
    this.#version = String(extension.packageJSON.version);
  }

  /** What was kept; nothing where that cannot be read. */
  async read(): Promise<readonly Indexed[]> {
    if (!this.#folder) return [];
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name));
      const { version, settings, files }: Written = JSON.parse(new TextDecoder().decode(bytes));
      if (version !== this.#version) return [];
      return files.map(({ uri, judged, ...file }) => ({
        ...file,
        uri: vscode.Uri.parse(uri),
        judged: judged && { ...judged, settings: settings[judged.settings] ?? '' },
      }));
    } catch {
      return [];
    }
  }

  /** Keeps what is known now. A disk that cannot be written to costs the next session time, and nothing else. */
  async write(all: Iterable<Indexed>): Promise<void> {
    if (!this.#folder) return;
    const settings = new Map<string, number>();
    const files = Array.from(all, ({ uri, judged, ...file }): WrittenFile => {
      const at = judged && (settings.get(judged.settings) ?? settings.size);
      if (judged && at !== undefined) settings.set(judged.settings, at);
      return {
        ...file,
        uri: uri.toString(),
        judged: judged && at !== undefined ? { ...judged, settings: at } : undefined,
      };
    });
    const written: Written = { version: this.#version, settings: [...settings.keys()], files };
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
      const bytes = new TextEncoder().encode(JSON.stringify(written));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, name), bytes);
    } catch {
      // The next session reads the files again.
    }
  }
}
