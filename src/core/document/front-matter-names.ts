import data from '../../data/front-matter-names.json' with { type: 'json' };

interface Names {
  readonly names: readonly string[];
  /** Names that stand for the key only where a nearer one is taken. */
  readonly also?: readonly string[];
}

const keys: Readonly<Record<string, Names>> = data.keys;
/** These decide who reads the file, so that only their own spelling counts. */
const exact: ReadonlySet<string> = new Set(['type', 'audience', 'message', 'impact']);

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[-_ .]/g, '')
    .toLowerCase();

const meanings = new Map<string, string[]>();
for (const [key, { names }] of Object.entries(keys))
  for (const name of [key, ...names]) meanings.set(plain(name), [...(meanings.get(plain(name)) ?? []), key]);
for (const [key, { also = [] }] of Object.entries(keys))
  for (const name of also) meanings.set(plain(name), [...(meanings.get(plain(name)) ?? []), key]);

/** The keys of Candor that a name can stand for, the nearest first; none for a name that it does not know. */
export const canonicalKey = (name: string): readonly string[] =>
  exact.has(name) ? [name] : (meanings.get(plain(name)) ?? []);

/** The names that people give to each key of Candor, for the schema. */
export const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(keys).map(([key, { names }]) => [key, names]),
);

/** What the keys of one file mean: a name that may stand for two keys takes the one that no other name has. */
export class KeyNames {
  readonly #meanings = new Map<string, string>();

  constructor(names: readonly string[]) {
    const sure = names.filter((name) => canonicalKey(name).length === 1);
    const taken = new Set(sure.flatMap(canonicalKey));
    for (const name of sure) this.#meanings.set(name, canonicalKey(name)[0] ?? name);
    for (const name of names.filter((each) => canonicalKey(each).length > 1)) {
      const key = canonicalKey(name).find((each) => !taken.has(each)) ?? canonicalKey(name)[0] ?? name;
      taken.add(key);
      this.#meanings.set(name, key);
    }
  }

  /** The key of Candor that a name of this file stands for. */
  meaning(name: string): string | undefined {
    return this.#meanings.get(name);
  }
}
