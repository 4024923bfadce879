import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import {
  asterisk,
  backtick,
  behindBreak,
  colon,
  isAlphanumeric,
  isBreak,
  isDigit,
  isLetter,
  type Place,
  readInline,
  space,
  span,
  tab,
} from './plain-inline.js';

/**
 * Reads plain Markdown without micromark, which is what a check costs most: headings, paragraphs, flat tight lists, and
 * containers (":::internal") of these, whose text has no markup but code, emphasis, words in a marker (":internal[…]") and
 * what micromark takes for a directive ("09:42"). What is read is exactly what `mdast-util-from-markdown` makes of it (a
 * property test holds the two against each other); at anything that may be something else reading stops.
 */
export interface PlainRead {
  readonly nodes: readonly RootContent[];
  /** Where reading stopped: where a block starts, or the end of the text. Offset, and line from 1. */
  readonly end: number;
  readonly line: number;
}

const orderedMarker = /(\d{1,9})([.)])(?= |\t|\r|\n|$)/y;
/** A container's first line with nothing but its name, as it is written: what is written otherwise may be no container. */
const containerStart = /(:{3,})([a-z]+)(?=\r|\n)/y;
const headingStart = /#{1,6} (?=\S)/y;

/** What no block begins with, and no marker of one ends before: a byte order mark may be no text. */
const isBeyondAscii = (code: number): boolean => code >= 0x80 && code !== 0xfeff;

class PlainReader {
  readonly nodes: RootContent[] = [];
  #at: number;
  #line: number;

  constructor(
    readonly text: string,
    from: number,
    line: number,
  ) {
    this.#at = from;
    this.#line = line;
  }

  read(): PlainRead {
    const { text } = this;
    while (this.#skipBlank() && this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      const node =
        code === 35 ? this.#heading() : code === colon ? this.#container() : (this.#list() ?? this.#paragraph());
      if (!node) break;
      this.nodes.push(node);
    }
    return { nodes: this.nodes, end: this.#at, line: this.#line };
  }

  #code(at: number): number {
    return this.text.charCodeAt(at);
  }

  #lineEnd(from: number): number {
    let at = from;
    while (at < this.text.length && !isBreak(this.#code(at))) at++;
    return at;
  }

  #isBlank(from: number): boolean {
    let at = from;
    while (this.#code(at) === space) at++;
    return at >= this.text.length || isBreak(this.#code(at));
  }

  /** Skips blank lines. @returns true, for use in conditions */
  #skipBlank(): boolean {
    while (this.#at < this.text.length && this.#isBlank(this.#at)) {
      const end = this.#lineEnd(this.#at);
      if (end >= this.text.length) {
        this.#at = end;
        break;
      }
      this.#at = behindBreak(this.text, end);
      this.#line++;
    }
    return true;
  }

  /** Goes on behind the line that ends at `end`. */
  #goOn(end: Place): void {
    const next = behindBreak(this.text, end.offset);
    this.#at = next;
    this.#line = end.line + (next > end.offset ? 1 : 0);
  }

  /** Whether text begins at `at` that certainly opens no other block, also where it would interrupt a paragraph. */
  #startsText(at: number): boolean {
    const code = this.#code(at);
    if (isLetter(code) || code === 34 || code === 39 || code === 40) return true;
    if (isDigit(code)) return !this.#ordered(at);
    if (code === backtick) return this.#code(at + 1) !== backtick;
    if (code === asterisk) {
      const second = this.#code(at + 1);
      const first = second === asterisk ? this.#code(at + 2) : second;
      return isAlphanumeric(first) || isBeyondAscii(first);
    }
    return isBeyondAscii(code);
  }

  #ordered(at: number): RegExpExecArray | null {
    orderedMarker.lastIndex = at;
    return orderedMarker.exec(this.text);
  }

  #endsInSpace(end: number): boolean {
    const last = this.#code(end - 1);
    return last === space || last === tab;
  }

  /**
   * The lines of text that begin at `from`, `indent` spaces in front of each but the first.
   * @returns Where they end; `undefined` where they may be something else.
   */
  #lines(from: number, indent: number): number | undefined {
    let start = from;
    for (;;) {
      if (!this.#startsText(start)) return undefined;
      const end = this.#lineEnd(start);
      if (this.#endsInSpace(end)) return undefined;
      const next = behindBreak(this.text, end);
      if (end === next || this.#isBlank(next)) return end;
      for (let at = next; at < next + indent; at++) if (this.#code(at) !== space) return indent > 0 ? end : undefined;
      start = next + indent;
    }
  }

  #heading(): Heading | undefined {
    headingStart.lastIndex = this.#at;
    const marker = headingStart.exec(this.text)?.[0];
    if (!marker) return undefined;
    const end = this.#lineEnd(this.#at);
    if (this.#endsInSpace(end) || this.#code(end - 1) === 35) return undefined;
    const start: Place = { offset: this.#at, line: this.#line, lineStart: this.#at };
    const inline = readInline(this.text, { ...start, offset: this.#at + marker.length }, end, 0);
    if (!inline) return undefined;
    this.#goOn(inline.end);
    return {
      type: 'heading',
      depth: (marker.length - 1) as Heading['depth'],
      children: inline.children,
      position: span(start, inline.end),
    };
  }

  #paragraph(): Paragraph | undefined {
    const end = this.#lines(this.#at, 0);
    if (end === undefined) return undefined;
    const start: Place = { offset: this.#at, line: this.#line, lineStart: this.#at };
    const inline = readInline(this.text, start, end, 0);
    if (!inline) return undefined;
    this.#goOn(inline.end);
    return { type: 'paragraph', children: inline.children, position: span(start, inline.end) };
  }

  /** The marker of a list item with one space behind it. */
  #marker(at: number): { readonly sign: string; readonly number: string; readonly width: number } | undefined {
    const code = this.#code(at);
    if (code === 45 || code === 43 || code === asterisk) {
      return this.#code(at + 1) === space ? { sign: this.text.charAt(at), number: '', width: 2 } : undefined;
    }
    if (!isDigit(code)) return undefined;
    const [marker, number = '', sign = ''] = this.#ordered(at) ?? [];
    return marker && this.#code(at + marker.length) === space ? { sign, number, width: marker.length + 1 } : undefined;
  }

  /** A list without blank lines whose items are one paragraph each. */
  #list(): List | undefined {
    const first = this.#marker(this.#at);
    if (!first) return undefined;
    const children: ListItem[] = [];
    const begin: Place = { offset: this.#at, line: this.#line, lineStart: this.#at };
    let start = begin;
    let last = begin;
    for (;;) {
      const marker = this.#marker(start.offset);
      if (marker?.sign !== first.sign) return undefined;
      const text: Place = { ...start, offset: start.offset + marker.width };
      const end = this.#lines(text.offset, marker.width);
      const inline = end === undefined ? undefined : readInline(this.text, text, end, marker.width);
      if (!inline) return undefined;
      last = inline.end;
      const paragraph: Paragraph = { type: 'paragraph', children: inline.children, position: span(text, last) };
      const position = span(start, last);
      children.push({ type: 'listItem', spread: false, checked: null, children: [paragraph], position });
      const next = behindBreak(this.text, last.offset);
      if (next === last.offset || this.#isBlank(next)) break;
      start = { offset: next, line: last.line + 1, lineStart: next };
    }
    if (!this.#endsList(last.offset)) return undefined;
    this.#goOn(last);
    return {
      type: 'list',
      ordered: first.number !== '',
      start: first.number === '' ? null : Number(first.number),
      spread: false,
      children,
      position: span(begin, last),
    };
  }

  /** A container that holds what is read here, as most that hide something do: ":::internal", text, ":::". */
  #container(): ContainerDirective | undefined {
    containerStart.lastIndex = this.#at;
    const [opener, fence = '', name = ''] = containerStart.exec(this.text) ?? [];
    if (!opener) return undefined;
    const start: Place = { offset: this.#at, line: this.#line, lineStart: this.#at };
    const first = behindBreak(this.text, this.#at + opener.length);
    let close = first;
    while (close < this.text.length && this.#colons(close) < fence.length) {
      const end = this.#lineEnd(close);
      close = end < this.text.length ? behindBreak(this.text, end) : end;
    }
    const end = close + this.#colons(close);
    if (end === close || (end < this.text.length && !isBreak(this.#code(end)))) return undefined;
    const inside = new PlainReader(this.text.slice(0, close), first, this.#line + 1).read();
    if (inside.end < close || inside.nodes.length === 0) return undefined;
    const last: Place = { offset: end, line: inside.line, lineStart: close };
    this.#goOn(last);
    const children = inside.nodes as ContainerDirective['children'];
    return { type: 'containerDirective', name, attributes: {}, children, position: span(start, last) };
  }

  /** How many colons a line begins with. */
  #colons(from: number): number {
    let at = from;
    while (this.#code(at) === colon) at++;
    return at - from;
  }

  /** Whether what follows behind empty lines is certainly no part of a list. Spaces in a blank line may be part of one. */
  #endsList(from: number): boolean {
    let at = behindBreak(this.text, from);
    while (isBreak(this.#code(at))) at = behindBreak(this.text, at);
    const code = this.#code(at);
    if (at >= this.text.length) return true;
    if (code === space || code === tab || isDigit(code)) return false;
    return !(code === 45 || code === 43 || code === asterisk) || this.#startsText(at);
  }
}

/**
 * Reads plain Markdown from a place on at which nothing is open.
 * @param line The line of `from`, from 1.
 */
export function readPlain(text: string, from: number, line: number): PlainRead {
  const read = new PlainReader(text, from, line).read();
  // micromark takes a byte order mark that comes first for no text: the rest must not be made to begin with one.
  return read.end > from && text.charCodeAt(read.end) === 0xfeff ? { nodes: [], end: from, line } : read;
}
