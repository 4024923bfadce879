/**
 * Places in a text that a pattern finds, each with its address.
 * @param pattern A regular expression; one that is none finds nothing.
 * @param address Starts with `http://` or `https://`; `$0` is what was found, `$1` … the groups.
 */
export function actionLinks(
  text: string,
  pattern: string,
  address: string,
): readonly { readonly start: number; readonly end: number; readonly url: string }[] {
  if (pattern === '' || !/^https?:\/\//.test(address)) return [];
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'gu');
  } catch {
    return [];
  }
  return [...text.matchAll(expression)].flatMap((match) => {
    if (match[0] === '') return [];
    // A whole match or a group goes into the address as one piece of it.
    const url = address.replace(/\$(\d)/g, (_, group: string) => encodeURIComponent(match[Number(group)] ?? ''));
    return [{ start: match.index, end: match.index + match[0].length, url }];
  });
}
