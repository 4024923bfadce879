import type { ClassData } from './list.js';
import { classesNamed, type Node } from './pattern.js';

/** The classes that patterns name with `@`; each is read when somebody first asks for its members. */
export class Classes {
  readonly #data: ClassData;
  readonly #read: (source: string) => Node;
  readonly #members = new Map<string, readonly Node[]>();

  constructor(data: ClassData, read: (source: string) => Node) {
    this.#data = data;
    this.#read = read;
  }

  /** @throws Error for a class that names itself, by way of others too. */
  check(): void {
    const check = (name: string, within: readonly string[]): void => {
      if (within.includes(name)) throw new Error(`The class @${name} names itself: ${[...within, name].join(', ')}`);
      for (const node of this.of(name)) for (const inner of classesNamed(node)) check(inner, [...within, name]);
    };
    for (const name of Object.keys(this.#data)) check(name, []);
  }

  /** The members of a class; none of one that does not exist. */
  of(name: string): readonly Node[] {
    const known = this.#members.get(name) ?? (this.has(name) ? (this.#data[name] ?? []) : []).map(this.#read);
    this.#members.set(name, known);
    return known;
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
    return Object.hasOwn(this.#data, name);
  }
}
