import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, PhrasingContent } from 'mdast';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';

/**
 * Stands in prose for what is not prose (code, an image, an internal aside), so that words on both sides stay apart
 * and sentences hold. One UTF-16 unit: U+FFFC, object replacement character.
 */
export const mask = '\uFFFC';

/** A piece of a block that is no prose but may still hold something internal: code, a link target, an image. */
export interface Aside {
  readonly kind: 'code' | 'url' | 'image';
  readonly text: string;
  /** Offsets in the chunk, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * The text that a reader sees, with an exact map back to the source. Escapes, entities, markup and the prefixes of
 * wrapped lines are gone from `text`; line endings are one space.
 */
export interface Prose {
  readonly text: string;
  readonly asides: readonly Aside[];
  /**
   * Runs, ascending: `at[i]` in `text` stands at `from[i]` in the chunk. Within a run of letters both advance by one;
   * a run with `wide[i]` > 0 is one unit of text that is that many units wide in the source (an entity, masked code).
   */
  readonly at: readonly number[];
  readonly from: readonly number[];
  readonly wide: readonly number[];
}

/** The run that holds position `offset` of the text. */
function runAt(prose: Prose, offset: number): number {
  let low = 0;
  let high = prose.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((prose.at[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The place in the chunk of a non-empty part of the text.
 * @returns Offsets in the chunk, UTF-16 units. Markup that stands inside the part is inside; around it, outside.
 */
export function sourceSpan(prose: Prose, start: number, end: number): { start: number; end: number } {
  const first = runAt(prose, start);
  const last = runAt(prose, end - 1);
  const from = prose.wide[first] ? 0 : start - (prose.at[first] ?? 0);
  const to = prose.wide[last] || end - (prose.at[last] ?? 0);
  return { start: (prose.from[first] ?? 0) + from, end: (prose.from[last] ?? 0) + to };
}

/** Collects text and runs; runs that go on where the last one ended are one. */
class Builder {
  text = '';
  readonly asides: Aside[] = [];
  readonly at: number[] = [];
  readonly from: number[] = [];
  readonly wide: number[] = [];
  #next = -1;

  /** Adds `piece`, which stands letter by letter at `from` in the source. */
  plain(piece: string, from: number): void {
    if (piece.length === 0) return;
    if (this.#next !== from) this.#run(from, 0);
    this.text += piece;
    this.#next = from + piece.length;
  }

  /** Adds one or two units that stand for `width` units of the source. */
  wideUnit(piece: string, from: number, width: number): void {
    for (let at = 0; at < piece.length; at++) {
      this.#run(from, width);
      this.text += piece.charAt(at);
    }
    this.#next = -1;
  }

  #run(from: number, width: number): void {
    this.at.push(this.text.length);
    this.from.push(from);
    this.wide.push(width);
  }
}

const reference = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/;

/** What a character reference at the start of `source` stands for. */
function decodeReference(source: string): { value: string; width: number } | undefined {
  const match = reference.exec(source);
  if (!match) return undefined;
  const value = match[1]
    ? decodeNumericCharacterReference(match[1], 10)
    : match[2]
      ? decodeNumericCharacterReference(match[2], 16)
      : decodeNamedCharacterReference(match[3] ?? '');
  return value ? { value, width: match[0].length } : undefined;
}

const isSpace = (code: number): boolean => code === 32 || code === 9;
const isBreak = (code: number): boolean => code === 10 || code === 13;

/**
 * Walks a text node's value and its source side by side. mdast has removed escapes, decoded references, and dropped
 * white space at line ends and the prefixes of wrapped lines (indentation, `>`); adding value lengths to the node's
 * start, as mdast-util-to-nlcst does, misplaces all that follows.
 */
function align(value: string, source: string, from: number, out: Builder): void {
  let at = 0;
  let runStart = 0;
  let runSource = 0;
  let here = 0;
  const flush = (): void => out.plain(value.slice(runStart, at), from + runSource);
  const restart = (): void => {
    runStart = at;
    runSource = here;
  };
  while (at < value.length && here < source.length) {
    const code = value.charCodeAt(at);
    const other = source.charCodeAt(here);
    if (isBreak(code)) {
      flush();
      const breakFrom = here;
      while (here < source.length && isSpace(source.charCodeAt(here))) here++;
      if (source.charCodeAt(here) === 13 && source.charCodeAt(here + 1) === 10) here++;
      here++;
      at += code === 13 && value.charCodeAt(at + 1) === 10 ? 2 : 1;
      while (here < source.length && (isSpace(source.charCodeAt(here)) || source.charCodeAt(here) === 62)) here++;
      out.wideUnit(' ', from + breakFrom, here - breakFrom);
      restart();
    } else if (other === 92 && source.charCodeAt(here + 1) === code && /[!-/:-@[-`{-~]/.test(value.charAt(at))) {
      flush();
      out.wideUnit(value.charAt(at), from + here, 2);
      here += 2;
      at++;
      restart();
    } else if (other === 38 && reference.test(source.slice(here, here + 40))) {
      const decoded = decodeReference(source.slice(here, here + 40));
      if (decoded && value.startsWith(decoded.value, at)) {
        flush();
        out.wideUnit(decoded.value, from + here, decoded.width);
        here += decoded.width;
        at += decoded.value.length;
        restart();
      } else {
        here++;
        at++;
      }
    } else if (code === other || code === 0xfffd) {
      here++;
      at++;
    } else if (isSpace(other)) {
      // White space that mdast dropped: at the end of a line, or a tab read as fewer columns.
      flush();
      here++;
      restart();
    } else {
      break;
    }
  }
  flush();
}

function offsets(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The name of the directive whose content is not for customers. */
export const internalName = 'internal';

function collect(nodes: readonly PhrasingContent[], source: string, out: Builder, keepInternal: boolean): void {
  for (const node of nodes) {
    const { start, end } = offsets(node);
    switch (node.type) {
      case 'text':
        align(node.value, source.slice(start, end), start, out);
        break;
      case 'inlineCode':
        out.asides.push({ kind: 'code', text: node.value, start, end });
        out.wideUnit(mask, start, end - start);
        break;
      case 'break':
        out.wideUnit(' ', start, end - start);
        break;
      case 'image':
      case 'imageReference':
        out.asides.push({
          kind: 'image',
          text: [node.alt, 'url' in node ? node.url : ''].join(' ').trim(),
          start,
          end,
        });
        out.wideUnit(mask, start, end - start);
        break;
      case 'link':
        // An autolink shows its address: it is read once, as an address.
        out.asides.push({ kind: 'url', text: node.url, start, end });
        if (source.charCodeAt(start) === 60) out.wideUnit(mask, start, end - start);
        else collect(node.children, source, out, keepInternal);
        break;
      case 'textDirective':
        if (node.name !== internalName || keepInternal) collect(node.children, source, out, keepInternal);
        else out.wideUnit(mask, start, end - start);
        if (node.name !== internalName && node.children.length === 0) out.plain(source.slice(start, end), start);
        break;
      case 'html':
      case 'footnoteReference':
        break;
      default:
        if ('children' in node) collect(node.children, source, out, keepInternal);
    }
  }
}

/**
 * Makes the prose of a paragraph, heading or table cell.
 * @param source The chunk that the nodes were parsed from.
 * @param keepInternal Whether the words inside `:internal[…]` are read too (they are, outside the customer part).
 */
export function proseOf(nodes: readonly PhrasingContent[], source: string, keepInternal: boolean): Prose {
  const out = new Builder();
  collect(nodes, source, out, keepInternal);
  return out;
}
