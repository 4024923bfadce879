const none: readonly never[] = [];

/**
 * The matches of an expression in a text, as `matchAll` gives them. That makes a new expression and an iterator of each
 * call, which costs more than the search where texts are short and most hold nothing.
 * @param pattern A global one.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
