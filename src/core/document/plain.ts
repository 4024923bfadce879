import type {
  Emphasis,
  Heading,
  InlineCode,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
} from 'mdast';
import type { TextDirective } from 'mdast-util-directive';

/**
 * Reads plain Markdown without micromark, which is what a check costs most: headings, paragraphs and flat tight lists, whose
 * text has no markup but code, emphasis and what micromark takes for a directive without label ("09:42"). What is read is
 * exactly what `mdast-util-from-markdown` makes of it (a property test holds the two against each other); at anything that
 * may be something else reading stops.
 */
export interface PlainRead {
  readonly nodes: readonly RootContent[];
  /** Where reading stopped: where a block starts, or the end of the text. Offset, and line from 1. */
  readonly end: number;
  readonly line: number;
}

/** A place in the text: offset, its line from 1, and where that line starts. */
interface Place {
  readonly offset: number;
  readonly line: number;
  readonly lineStart: number;
}

const point = ({ offset, line, lineStart }: Place) => ({ line, column: offset - lineStart + 1, offset });
const span = (start: Place, end: Place) => ({ start: point(start), end: point(end) });

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const asterisk = 42;
const colon = 58;
const underscore = 95;
const backtick = 96;

const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isAlphanumeric = (code: number): boolean => isLetter(code) || isDigit(code);

/** What text can hold that is no text: escapes, references, links, HTML, strikethrough; NUL and tabs are replaced. */
const stops: ReadonlySet<number> = new Set([0, tab, ...Array.from('\\&<[]~', (sign) => sign.charCodeAt(0))]);
/** By code, for ASCII: 1 for what stops reading, 2 for what is looked at, 0 for letters. */
const treatment = Uint8Array.from({ length: 128 }, (_, code) =>
  stops.has(code) ? 1 : [lineFeed, carriageReturn, asterisk, colon, underscore, backtick].includes(code) ? 2 : 0,
);

const orderedMarker = /(\d{1,9})([.)])(?= |\t|\r|\n|$)/y;
const headingStart = /#{1,6} (?=\S)/y;

/** What micromark asks of a neighbour, unit by unit: 1 for white space and the ends, 2 for punctuation and signs. */
function classify(code: number): 0 | 1 | 2 {
  if (isAlphanumeric(code)) return 0;
  if (Number.isNaN(code)) return 1;
  // NUL is read as a replacement character, which is a sign.
  if (code === 0) return 2;
  const unit = String.fromCharCode(code);
  if (/\s/.test(unit)) return 1;
  return /[\p{P}\p{S}]/u.test(unit) ? 2 : 0;
}

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
      const node = code === 35 ? this.#heading() : (this.#list() ?? this.#paragraph());
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

  /** Behind the line ending at `at`, if there is one. */
  #behindBreak(at: number): number {
    const code = this.#code(at);
    if (code === carriageReturn && this.#code(at + 1) === lineFeed) return at + 2;
    return isBreak(code) ? at + 1 : at;
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
      this.#at = this.#behindBreak(end);
      this.#line++;
    }
    return true;
  }

  /** Goes on behind the line that ends at `end`. */
  #goOn(end: Place): void {
    const next = this.#behindBreak(end.offset);
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
      return second === asterisk ? isAlphanumeric(this.#code(at + 2)) : isAlphanumeric(second);
    }
    return code >= 0x80 && code !== 0xfeff;
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
      const next = this.#behindBreak(end);
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
    const inline = this.#inline({ ...start, offset: this.#at + marker.length }, end, 0);
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
    const inline = this.#inline(start, end, 0);
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
      const inline = end === undefined ? undefined : this.#inline(text, end, marker.width);
      if (!inline) return undefined;
      last = inline.end;
      const paragraph: Paragraph = { type: 'paragraph', children: inline.children, position: span(text, last) };
      const position = span(start, last);
      children.push({ type: 'listItem', spread: false, checked: null, children: [paragraph], position });
      const next = this.#behindBreak(last.offset);
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

  /** Whether what follows behind empty lines is certainly no part of a list. Spaces in a blank line may be part of one. */
  #endsList(from: number): boolean {
    let at = this.#behindBreak(from);
    while (isBreak(this.#code(at))) at = this.#behindBreak(at);
    const code = this.#code(at);
    if (at >= this.text.length) return true;
    if (code === space || code === tab || isDigit(code)) return false;
    return !(code === 45 || code === 43 || code === asterisk) || this.#startsText(at);
  }

  /** Reads text up to `end`. @returns `undefined` where something in it is, or may be, more than this reads. */
  #inline(
    from: Place,
    end: number,
    indent: number,
  ): { readonly children: PhrasingContent[]; readonly end: Place } | undefined {
    const { text } = this;
    const children: PhrasingContent[] = [];
    /** What is read into: the children, or those of the emphasis that is open. */
    let into = children;
    let emphasis: { readonly node: Emphasis | Strong; readonly start: Place; readonly size: number } | undefined;
    let { offset: at, line, lineStart } = from;
    let textStart = from;
    /** The text so far of the lines above, and where it goes on. */
    let value = '';
    let valueFrom = at;
    const here = (): Place => ({ offset: at, line, lineStart });
    const flush = (): void => {
      if (at === textStart.offset) return;
      // What only indents the line belongs to no text.
      const stop = at === valueFrom && value !== '' ? { ...here(), offset: lineStart } : here();
      into.push({ type: 'text', value: value + text.slice(valueFrom, at), position: span(textStart, stop) });
    };
    const restart = (): void => {
      textStart = here();
      value = '';
      valueFrom = at;
    };
    while (at < end) {
      const code = text.charCodeAt(at);
      const treated = code < 128 ? treatment[code] : 0;
      if (treated === 0) {
        at++;
        continue;
      }
      if (treated === 1) return undefined;
      if (isBreak(code)) {
        const next = this.#behindBreak(at);
        value += text.slice(valueFrom, next);
        at = next + indent;
        valueFrom = at;
        line++;
        lineStart = next;
      } else if (code === colon) {
        const nameEnd = this.#directiveEnd(at, end);
        if (nameEnd === undefined) at++;
        else if (text.charCodeAt(nameEnd) === 123) return undefined;
        else {
          flush();
          const start = here();
          const name = text.slice(at + 1, nameEnd);
          at = nameEnd;
          const node: TextDirective = {
            type: 'textDirective',
            name,
            attributes: {},
            children: [],
            position: span(start, here()),
          };
          into.push(node);
          restart();
        }
      } else if (code === backtick) {
        const close = text.indexOf('`', at + 1);
        const content = text.slice(at + 1, close);
        if (close <= at + 1 || close >= end || /^ | $|[\r\n\t\0]/.test(content) || text.charAt(close + 1) === '`')
          return undefined;
        flush();
        const start = here();
        at = close + 1;
        const node: InlineCode = { type: 'inlineCode', value: content, position: span(start, here()) };
        into.push(node);
        restart();
      } else if (code === asterisk) {
        const size = text.charCodeAt(at + 1) === asterisk ? 2 : 1;
        const next = at + size < end ? text.charCodeAt(at + size) : Number.NaN;
        const previous = at > from.offset ? text.charCodeAt(at - 1) : Number.NaN;
        if (next === asterisk || next === underscore || previous === underscore) return undefined;
        const before = classify(previous);
        const after = classify(next);
        const opens = after === 0 || (after === 2 && before !== 0);
        const closes = before === 0 || (before === 2 && after !== 0);
        if (opens && closes) return undefined;
        if (!opens && !closes) {
          at += size;
        } else if (opens) {
          if (emphasis) return undefined;
          flush();
          const node = { type: size === 2 ? 'strong' : 'emphasis', children: [] } as Emphasis | Strong;
          emphasis = { node, start: here(), size };
          into.push(node);
          into = node.children;
          at += size;
          restart();
        } else {
          if (emphasis?.size !== size) return undefined;
          flush();
          at += size;
          emphasis.node.position = span(emphasis.start, here());
          emphasis = undefined;
          into = children;
          restart();
        }
      } else {
        // Between letters an underscore is one.
        if (!isAlphanumeric(text.charCodeAt(at - 1)) || !isAlphanumeric(text.charCodeAt(at + 1))) return undefined;
        if (at === from.offset || at + 1 >= end) return undefined;
        at++;
      }
    }
    if (emphasis) return undefined;
    flush();
    return { children, end: here() };
  }

  /** Where the name of a directive in text ends that begins with the colon at `at`; `undefined` where none does. */
  #directiveEnd(at: number, end: number): number | undefined {
    if (this.#code(at - 1) === colon) return undefined;
    let name = at + 1;
    while (name < end) {
      const code = this.#code(name);
      const isInside = name > at + 1 && (code === 45 || code === underscore);
      if (!isInside && classify(code) !== 0) break;
      name++;
    }
    const last = this.#code(name - 1);
    if (name === at + 1 || last === 45 || last === underscore || this.#code(name) === colon) return undefined;
    return name;
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
