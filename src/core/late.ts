/**
 * What is made when it is first needed: in a new process all runs for the first time, and most documents never ask for
 * most of it.
 */
export function late<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A regular expression that is made when it is first needed: an engine takes milliseconds to read a long one. */
export const lateRegExp = (source: string, flags: string): (() => RegExp) => late(() => new RegExp(source, flags));
