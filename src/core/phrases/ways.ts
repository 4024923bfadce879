/** Table sizes are powers of two. */
const smallest = 1 << 10;

/**
 * From sets of states to sets of states, by symbol: a hash table in flat arrays. There are more than a hundred thousand
 * ways; a map for each set would take three times the memory, and collecting garbage would go through all of them.
 */
export class Ways {
  #from = new Int32Array(smallest);
  #symbol = new Int32Array(smallest);
  #to = new Int32Array(smallest);
  size = 0;

  /** Where a way leads; `undefined` where none is known. @param from Not 0, which marks a free place. */
  get(from: number, symbol: number): number | undefined {
    const at = this.#place(from, symbol);
    return this.#from[at] === 0 ? undefined : this.#to[at];
  }

  /** Adds a way that is not known. */
  add(from: number, symbol: number, to: number): void {
    if (this.size * 3 > this.#from.length * 2) this.#grow();
    const at = this.#place(from, symbol);
    this.#from[at] = from;
    this.#symbol[at] = symbol;
    this.#to[at] = to;
    this.size++;
  }

  /** Where a way stands, or would stand. */
  #place(from: number, symbol: number): number {
    const table = this.#from;
    const last = table.length - 1;
    const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & last;
    while (table[at] !== 0 && !(table[at] === from && this.#symbol[at] === symbol)) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const [from, symbol, to] = [this.#from, this.#symbol, this.#to];
    const length = from.length * 2;
    [this.#from, this.#symbol, this.#to] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
    this.size = 0;
    for (let at = 0; at < from.length; at++) {
      const set = from[at] ?? 0;
      if (set !== 0) this.add(set, symbol[at] ?? 0, to[at] ?? 0);
    }
  }
}
