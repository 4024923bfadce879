/** The closest of `known` to a mistyped word, if one is close: at most two letters apart. */
export function closest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const each of known) {
    const distance = editDistance(word.toLowerCase(), each.toLowerCase(), least);
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
