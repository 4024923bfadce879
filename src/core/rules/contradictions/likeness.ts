/** In how many of some sets each member stands. */
export function spreadOf(sets: Iterable<ReadonlySet<string>>): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  for (const set of sets) for (const member of set) spread.set(member, (spread.get(member) ?? 0) + 1);
  return spread;
}

/** How much two sentences have in common by their stems: 1 for each that stands in both and nowhere else, less for others. */
export function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  spread: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const stem of one)
    if (!stem.startsWith('#') && other.has(stem)) sum += 1 / Math.max(1, (spread.get(stem) ?? 1) - 1);
  return sum;
}
