const forgetters: (() => void)[] = [];

/**
 * Remembers what a reader made of a text: several rules read the same block. When there are `most` texts, those that nobody
 * asked for since the last time are dropped, so that memory is bounded and the document at hand stays.
 * @param read Depends on the text alone; what it gives is not changed by anybody.
 */
export function rememberByText<Value>(read: (text: string) => Value, most = 1000): (text: string) => Value {
  let known = new Map<string, Value>();
  let older = new Map<string, Value>();
  forgetters.push(() => {
    known = new Map();
    older = new Map();
  });
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) [older, known] = [known, new Map()];
    const value = older.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}

/** Drops all that is remembered of texts: for who reads one document after another and none of them again. */
export function forgetTexts(): void {
  for (const forget of forgetters) forget();
}

/**
 * The same for what is made of an object that does not change, as a block's facts are: remembered for as long as that is.
 * @param make Depends on the object, and on nothing that may be another for the same object.
 */
export function rememberFor<Key extends object, Rest extends unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key, ...rest) => {
    const before = known.get(key) ?? { value: make(key, ...rest) };
    known.set(key, before);
    return before.value;
  };
}
