/**
 * A regular expression that is made when it is first needed: an engine takes milliseconds to read a long one, and most
 * documents never ask for it.
 */
export function lateRegExp(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
