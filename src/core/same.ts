/** A value that tells by itself whether another of its class is the same. */
export interface Comparable {
  isSameAs(other: this): boolean;
}

/**
 * Whether two plain values are the same: primitives, and arrays, sets, maps and objects of them.
 * @param besides Names of members that may differ, wherever they stand.
 */
export function isSame(a: unknown, b: unknown, besides?: ReadonlySet<string>): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if ('isSameAs' in a) return (a as Comparable).isSameAs(b as Comparable);
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((each, at) => isSame(each, b[at], besides));
  }
  if (a instanceof Set || a instanceof Map) {
    const other = b as ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>;
    return a.size === other.size && isSame([...a], [...other], besides);
  }
  const keys = Object.keys(a) as (keyof typeof a)[];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => besides?.has(key) || (key in b && isSame(a[key], b[key], besides)))
  );
}
