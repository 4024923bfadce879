import { classesNamed, type Node } from './pattern.js';

/** The classes that patterns name with `@`, read. Immutable. */
export class Classes {
  readonly #members: ReadonlyMap<string, readonly Node[]>;

  /** @throws Error for a class that names itself, by way of others too. */
  constructor(members: ReadonlyMap<string, readonly Node[]>) {
    this.#members = members;
    const check = (name: string, within: readonly string[]): void => {
      if (within.includes(name)) throw new Error(`The class @${name} names itself: ${[...within, name].join(', ')}`);
      for (const node of this.of(name)) for (const inner of classesNamed(node)) check(inner, [...within, name]);
    };
    for (const name of members.keys()) check(name, []);
  }

  /** The members of a class; none of one that does not exist. */
  of(name: string): readonly Node[] {
    return this.#members.get(name) ?? [];
  }

  /** The words that are members by themselves. */
  words(name: string): readonly string[] {
    return this.of(name).flatMap((node) => (node.type === 'token' ? node.keys : []));
  }

  /** The members of more than one word. */
  longer(name: string): readonly Node[] {
    return this.of(name).filter((node) => node.type !== 'token');
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }
}
