import type { Emphasis, PhrasingContent, Strong } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';

/** A place in the text: offset, its line from 1, and where that line starts. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly lineStart: number;
}

const point = ({ offset, line, lineStart }: Place) => ({ line, column: offset - lineStart + 1, offset });
export const span = (start: Place, end: Place) => ({ start: point(start), end: point(end) });

export const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
export const space = 32;
export const asterisk = 42;
export const colon = 58;
const bracket = 91;
const closingBracket = 93;
const underscore = 95;
export const backtick = 96;
const brace = 123;

/** A label that is longer is none to micromark. Characters. */
const longestLabel = 999;

export const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
export const isAlphanumeric = (code: number): boolean => isLetter(code) || isDigit(code);

/** Behind the line ending at `at`, if there is one. */
export function behindBreak(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) return at + 2;
  return isBreak(code) ? at + 1 : at;
}

/** What text can hold that is no text: escapes, references, links, HTML, strikethrough; NUL and tabs are replaced. */
const stops: ReadonlySet<number> = new Set([0, tab, ...Array.from('\\&<[]~', (sign) => sign.charCodeAt(0))]);
/** By code, for ASCII: 1 for what stops reading, 2 for what is looked at, 0 for letters. */
const treatment = Uint8Array.from({ length: 128 }, (_, code) =>
  stops.has(code) ? 1 : [lineFeed, carriageReturn, asterisk, colon, underscore, backtick].includes(code) ? 2 : 0,
);

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

/** What was read of the text inside a block, and where it ends. */
export interface InlineRead {
  readonly children: PhrasingContent[];
  readonly end: Place;
}

class InlineReader {
  readonly children: PhrasingContent[] = [];
  /** What is read into: the children, or those of the emphasis that is open. */
  #into = this.children;
  #emphasis: { readonly node: Emphasis | Strong; readonly start: Place; readonly size: number } | undefined;
  #at: number;
  #line: number;
  #lineStart: number;
  #textStart: Place;
  /** The text so far of the lines above, and where it goes on. */
  #value = '';
  #valueFrom: number;

  constructor(
    readonly text: string,
    readonly from: Place,
    readonly end: number,
    readonly indent: number,
  ) {
    this.#at = from.offset;
    this.#line = from.line;
    this.#lineStart = from.lineStart;
    this.#textStart = from;
    this.#valueFrom = from.offset;
  }

  read(): InlineRead | undefined {
    const { text, end } = this;
    while (this.#at < end) {
      const code = text.charCodeAt(this.#at);
      const treated = code < 128 ? treatment[code] : 0;
      if (treated === 0) this.#at++;
      else if (treated === 1 || !this.#sign(code)) return undefined;
    }
    if (this.#emphasis) return undefined;
    this.#flush();
    return { children: this.children, end: this.#here() };
  }

  /** Reads on from a sign. @returns false where it is, or may be, more than this reads */
  #sign(code: number): boolean {
    switch (code) {
      case colon:
        return this.#directive();
      case backtick:
        return this.#code();
      case asterisk:
        return this.#asterisks();
      case underscore:
        return this.#underscore();
      default:
        this.#break();
        return true;
    }
  }

  #here(): Place {
    return { offset: this.#at, line: this.#line, lineStart: this.#lineStart };
  }

  #unit(at: number): number {
    return this.text.charCodeAt(at);
  }

  /** Ends the text before this place. */
  #flush(): void {
    if (this.#at === this.#textStart.offset) return;
    // What only indents the line belongs to no text.
    const isIndent = this.#at === this.#valueFrom && this.#value !== '';
    const stop = isIndent ? { ...this.#here(), offset: this.#lineStart } : this.#here();
    const value = this.#value + this.text.slice(this.#valueFrom, this.#at);
    this.#into.push({ type: 'text', value, position: span(this.#textStart, stop) });
  }

  /** Begins a text here. */
  #restart(): void {
    this.#textStart = this.#here();
    this.#value = '';
    this.#valueFrom = this.#at;
  }

  #break(): void {
    const next = behindBreak(this.text, this.#at);
    this.#value += this.text.slice(this.#valueFrom, next);
    this.#at = next + this.indent;
    this.#valueFrom = this.#at;
    this.#line++;
    this.#lineStart = next;
  }

  #directive(): boolean {
    const nameEnd = this.#directiveEnd();
    if (nameEnd === undefined) {
      this.#at++;
      return true;
    }
    const end = this.#unit(nameEnd) === bracket ? this.#labelEnd(nameEnd) : nameEnd;
    if (end === undefined || this.#unit(end) === brace) return false;
    this.#flush();
    const start = this.#here();
    const name = this.text.slice(this.#at + 1, nameEnd);
    const children: PhrasingContent[] = [];
    if (end > nameEnd) {
      const position = span({ ...start, offset: nameEnd + 1 }, { ...start, offset: end - 1 });
      children.push({ type: 'text', value: this.text.slice(nameEnd + 1, end - 1), position });
    }
    this.#at = end;
    const position = span(start, this.#here());
    const node: TextDirective = { type: 'textDirective', name, attributes: {}, children, position };
    this.#into.push(node);
    this.#restart();
    return true;
  }

  /** Where the name of a directive ends that begins with the colon here; `undefined` where none does. */
  #directiveEnd(): number | undefined {
    const at = this.#at;
    if (this.#unit(at - 1) === colon) return undefined;
    let name = at + 1;
    while (name < this.end) {
      const code = this.#unit(name);
      const isInside = name > at + 1 && (code === 45 || code === underscore);
      if (!isInside && classify(code) !== 0) break;
      name++;
    }
    const last = this.#unit(name - 1);
    if (name === at + 1 || last === 45 || last === underscore || this.#unit(name) === colon) return undefined;
    return name;
  }

  /** Where the label ends that begins here, if it is words on one line and nothing else. */
  #labelEnd(from: number): number | undefined {
    let close = from + 1;
    for (; close < this.end && this.#unit(close) !== closingBracket; close++) {
      const code = this.#unit(close);
      if (code < 128 && treatment[code] !== 0) return undefined;
    }
    const length = close - from - 1;
    const isPadded = this.#unit(from + 1) === space || this.#unit(close - 1) === space;
    return close < this.end && length > 0 && length < longestLabel && !isPadded ? close + 1 : undefined;
  }

  #code(): boolean {
    const { text } = this;
    const close = text.indexOf('`', this.#at + 1);
    const value = text.slice(this.#at + 1, close);
    if (close <= this.#at + 1 || close >= this.end || text.charAt(close + 1) === '`') return false;
    if (/^ | $|[\r\n\t\0]/.test(value)) return false;
    this.#flush();
    const start = this.#here();
    this.#at = close + 1;
    this.#into.push({ type: 'inlineCode', value, position: span(start, this.#here()) });
    this.#restart();
    return true;
  }

  #asterisks(): boolean {
    const at = this.#at;
    const size = this.#unit(at + 1) === asterisk ? 2 : 1;
    const next = at + size < this.end ? this.#unit(at + size) : Number.NaN;
    const previous = at > this.from.offset ? this.#unit(at - 1) : Number.NaN;
    if (next === asterisk || next === underscore || previous === underscore) return false;
    const before = classify(previous);
    const after = classify(next);
    const opens = after === 0 || (after === 2 && before !== 0);
    const closes = before === 0 || (before === 2 && after !== 0);
    if (opens && closes) return false;
    if (opens) return this.#open(size);
    if (closes) return this.#close(size);
    this.#at += size;
    return true;
  }

  #open(size: number): boolean {
    if (this.#emphasis) return false;
    this.#flush();
    const node = { type: size === 2 ? 'strong' : 'emphasis', children: [] } as Emphasis | Strong;
    this.#emphasis = { node, start: this.#here(), size };
    this.#into.push(node);
    this.#into = node.children;
    this.#at += size;
    this.#restart();
    return true;
  }

  #close(size: number): boolean {
    const emphasis = this.#emphasis;
    if (emphasis?.size !== size) return false;
    this.#flush();
    this.#at += size;
    emphasis.node.position = span(emphasis.start, this.#here());
    this.#emphasis = undefined;
    this.#into = this.children;
    this.#restart();
    return true;
  }

  /** Between letters an underscore is one. */
  #underscore(): boolean {
    const at = this.#at;
    if (!isAlphanumeric(this.#unit(at - 1)) || !isAlphanumeric(this.#unit(at + 1))) return false;
    if (at === this.from.offset || at + 1 >= this.end) return false;
    this.#at++;
    return true;
  }
}

/**
 * Reads the plain text inside a block up to `end`.
 * @param indent Spaces in front of each of its lines but the first.
 * @returns `undefined` where something in it is, or may be, more than this reads.
 */
export const readInline = (text: string, from: Place, end: number, indent: number): InlineRead | undefined =>
  new InlineReader(text, from, end, indent).read();
