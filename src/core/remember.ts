/**
 * Remembers what a reader made of a text: several rules read the same block. Texts are dropped all at once when there are
 * `most` of them, so that memory is bounded.
 * @param read Depends on the text alone; what it gives is not changed by anybody.
 */
export function rememberByText<Value>(read: (text: string) => Value, most = 2000): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
