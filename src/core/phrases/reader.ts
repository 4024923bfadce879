import { Classes } from './classes.js';
import { inflect } from './inflect.js';
import type { ClassData } from './list.js';
import { classesNamed, type Inflect, type Node, parsePattern } from './pattern.js';
import { isSortClass } from './sorts.js';

/** Reads patterns with the classes that they may name; inflects each word once, and reads each pattern once. */
export class PatternReader {
  readonly classes: Classes;
  readonly #forms = new Map<string, readonly string[]>();
  readonly #nodes = new Map<string, Node>();

  constructor(data: ClassData) {
    this.classes = new Classes(data, (source) => parsePattern(source, this.#inflect));
  }

  readonly #inflect: Inflect = (lemma, asked) => {
    const key = `${lemma}~${asked}`;
    const known = this.#forms.get(key) ?? inflect(lemma, asked);
    this.#forms.set(key, known);
    return known;
  };

  /**
   * Reads a pattern.
   * @throws PatternError for one that cannot be read, Error for an unknown class.
   */
  readonly read = (source: string): Node => {
    const known = this.#nodes.get(source);
    if (known) return known;
    const node = parsePattern(source, this.#inflect);
    for (const name of source.includes('@') ? classesNamed(node) : []) {
      if (!isSortClass(name) && !this.classes.has(name))
        throw new Error(`“${source}” names a class @${name} that does not exist`);
    }
    this.#nodes.set(source, node);
    return node;
  };
}
