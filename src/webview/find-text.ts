/**
 * Finds text in what an element shows. White space counts as one space, as it is drawn.
 * @param nth Which occurrence, from 0; when there are fewer, the last one.
 * @returns The range, or `undefined` when the text does not stand there (the author's markup may be in between).
 */
export function findText(root: Element, text: string, nth: number): Range | undefined {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let whole = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node as Text);
    starts.push(whole.length);
    whole += (node as Text).data;
  }
  const words = text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words[0] === undefined || words[0] === '') return undefined;
  const matches = [...whole.matchAll(new RegExp(words.join('\\s+'), 'gu'))];
  const match = matches[nth] ?? matches.at(-1);
  if (!match) return undefined;
  const range = document.createRange();
  const set = (offset: number, isEnd: boolean): void => {
    const at = starts.findLastIndex((start) => (isEnd ? start < offset : start <= offset));
    const node = nodes[at];
    if (!node) return;
    if (isEnd) range.setEnd(node, offset - (starts[at] ?? 0));
    else range.setStart(node, offset - (starts[at] ?? 0));
  };
  set(match.index, false);
  set(match.index + match[0].length, true);
  return range;
}
