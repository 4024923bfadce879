/**
 * Cuts Markdown where a cut changes nothing: before a heading, or before a plain paragraph after a blank line, when no
 * fence, HTML block, directive container or list can reach across. Each chunk then parses alone to the same nodes as
 * in the whole document (a property test holds the two against each other), so that after an edit only the touched
 * chunk is read again, and a long document costs the sum of its chunks (micromark is superlinear in length).
 *
 * The cuts are a function of the text alone, never of what was edited before: incremental equals full by construction.
 * Where the scanner is unsure it does not cut, which is always safe; where it is wrong about a list, the parser sees
 * that the chunk ends inside something and joins it with the next (`parse.ts`).
 */

/** A chunk without a heading in it is cut at a paragraph only when it has grown to this many UTF-16 units. */
const longEnough = 1500;

const closesFence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const opensFence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
const directiveLike = /^ {0,3}(:{3,})[^\s:]/;
/** A line that certainly opens a directive: a name, then a plain label and plain attributes if any. */
const opensDirective =
  /^ {0,3}(:{3,})[\p{L}\p{N}][\p{L}\p{N}_-]*(?<![-_])(?:\[[^[\]\\`<&]*\])?(?:\{[.#]?[A-Za-z][\w-]*\})?[ \t]*$/u;
/** A line that certainly opens none: no name, or words behind the name. */
const opensNoDirective = /^ {0,3}:{3,}(?:[[{]|[\p{L}\p{N}][\p{L}\p{N}_-]*[ \t]+\S)/u;
const closesDirective = /^ {0,3}(:{3,})[ \t]*$/;
const listMarker = /^( {0,3})([-+*]|\d{1,9}[.)])( +|\t|$)/;
const thematicBreak = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const headingLine = /^#{1,6}(?:[ \t]|$)/;
const plainStart = /^[\p{L}\p{N}“‘「『（("'*_]/u;

/** HTML blocks that blank lines do not end, each with what ends it (CommonMark 4.6, kinds 1 to 5). */
const rawHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

type Open =
  | { readonly kind: 'fence'; readonly mark: string; readonly size: number }
  | { readonly kind: 'html'; readonly end: RegExp }
  | { readonly kind: 'html-to-blank' }
  | { readonly kind: 'directive'; readonly size: number };

/** Columns of white space at the start of a line; a tab goes to the next multiple of four. */
function indentOf(line: string): number {
  let columns = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 32) columns++;
    else if (code === 9) columns += 4 - (columns % 4);
    else return columns;
  }
  return columns;
}

/** What a line opens at the top level, if it opens something that later lines belong to. */
function opening(line: string): Open | undefined {
  if (directiveLike.test(line) && !opensNoDirective.test(line)) {
    // What only may be a directive is taken for one that never closes: then nothing is cut, which is always right.
    return { kind: 'directive', size: opensDirective.exec(line)?.[1]?.length ?? Number.POSITIVE_INFINITY };
  }
  const fence = opensFence.exec(line);
  const mark = fence?.[1] ?? fence?.[2];
  if (mark) return { kind: 'fence', mark: mark.charAt(0), size: mark.length };
  const trimmed = line.trimStart();
  if (!trimmed.startsWith('<')) return undefined;
  for (const [start, end] of rawHtml) {
    const opened = start.exec(trimmed);
    if (opened) return end.test(trimmed.slice(opened[0].length)) ? undefined : { kind: 'html', end };
  }
  return /^<\/?[a-z]/i.test(trimmed) ? { kind: 'html-to-blank' } : undefined;
}

/** What is still open after `line`. A directive closes at the first fence that is long enough, whatever it holds. */
function after(open: Open, line: string): Open | undefined {
  switch (open.kind) {
    case 'fence': {
      const fence = closesFence.exec(line)?.[1];
      return fence?.startsWith(open.mark) && fence.length >= open.size ? undefined : open;
    }
    case 'html':
      return open.end.test(line) ? undefined : open;
    case 'html-to-blank':
      return line.trim() === '' ? undefined : open;
    case 'directive': {
      const close = closesDirective.exec(line)?.[1];
      return close && close.length >= open.size ? undefined : open;
    }
  }
}

/** Where the content of a list item starts, in columns; 0 when the line is no list item. */
function itemColumn(line: string): number {
  const item = thematicBreak.test(line) ? null : listMarker.exec(line);
  if (!item) return 0;
  const gap = item[3] ?? '';
  const width = (item[1] ?? '').length + (item[2] ?? '').length;
  return width + (gap.startsWith('\t') || gap.length === 0 || gap.length > 4 ? 1 : gap.length);
}

/**
 * Cuts `text` from `from` on.
 * @param from Offset in UTF-16 units where a chunk is known to start: after front matter, or an earlier cut.
 * @param enough How far a plain paragraph has to be from the last cut for a cut before it.
 * @yields The offset of each further cut, ascending; never `from` itself.
 */
export function* cuts(text: string, from: number, enough = longEnough): Generator<number> {
  let open: Open | undefined;
  let chunkStart = from;
  /** Content column of the top-level list item that is open, 0 when none is. */
  let list = 0;
  let blankBefore = true;
  let at = from;
  while (at < text.length) {
    let end = at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) break;
    }
    const line = text.slice(at, end);
    const blank = line.trim() === '';
    if (open) {
      open = after(open, line);
    } else if (!blank && !(list > 0 && indentOf(line) >= list)) {
      const column = itemColumn(line);
      if (column > 0) {
        list = column;
      } else if (indentOf(line) < 4) {
        open = opening(line);
        const heading = headingLine.test(line);
        const plain = blankBefore && plainStart.test(line);
        if (open || heading || plain || thematicBreak.test(line) || line.startsWith('>')) list = 0;
        if ((heading || (plain && at - chunkStart >= enough)) && at > chunkStart) {
          yield at;
          chunkStart = at;
        }
      }
    }
    blankBefore = blank;
    at = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
}
