import type { Nodes, RootContent } from 'mdast';
import type { Chunk } from '../document/chunk.js';
import { isClosedDirective } from '../document/closed.js';
import { internalName } from '../document/prose.js';
import type { Localized, Span } from '../finding.js';
import { matchesIn } from '../matches.js';
import { marksRegion } from './labels.js';
import { asSeen } from './lookalike.js';
import { isLookalike, linePrefix, mayLookAlike } from './marker-lines.js';

/** Something that looks like a marker and is not a whole, known, closed one. Offsets in the chunk. */
export interface AlmostMarker {
  readonly at: Span;
  readonly say: Localized;
  /** Index of the top-level node it stands in; -1 where it matters whoever reads the place. */
  readonly top: number;
}

const howTo: Localized = {
  en: 'An internal block is “:::internal” alone on a line, then the text, then “:::” alone on a line; a few words are “:internal[words]”.',
  zh: '内部段落的写法：单独一行“:::internal”，然后是内容，最后单独一行“:::”；少量文字写作“:internal[文字]”。',
};

const say = (en: string, zh: string): Localized => ({ en: `${en} ${howTo.en}`, zh: `${zh}${howTo.zh}` });

const said = {
  lookalike: say(
    'This looks like a marker for internal text, but it is not one, so what it should hide would be published.',
    '这里像是内部标记，但写法不对，本应隐藏的内容会被公开。',
  ),
  stray: say(
    'This line of colons closes nothing: a block above may have ended earlier than meant.',
    '这一行冒号没有对应的开头：上面的内部段落可能提前结束了。',
  ),
  unclosed: say(
    'This internal block is never closed, so it is not clear where it ends.',
    '这个内部段落没有结束，无法判断它到哪里为止。',
  ),
  nested: say(
    'Inside this internal block stands a block with as many colons, and the first “:::” ends both. Give the outer block more colons than the inner one.',
    '这个内部段落里还有冒号一样多的段落，第一个“:::”会把两者一起结束。请让外层的冒号比内层多。',
  ),
  codeInside: say(
    'A code block inside this internal block is cut off: a line of colons in it ended the internal block. Give the internal block more colons.',
    '这个内部段落里的代码块被截断了：其中的一行冒号结束了内部段落。请给内部段落加更多冒号。',
  ),
  comment: {
    en: 'This looks like a comment but is not one, so it would be published. A comment is “<!-- text -->”, with no second “<!--” inside.',
    zh: '这里像是注释，但写法不对，会被公开。注释写作“<!-- 文字 -->”，里面不能再有“<!--”。',
  },
  endsEarly: say(
    'This internal text may end earlier than meant: a “]” after it closes nothing. Give it as many “[” as “]”, and none of them in code or in an address.',
    '这段内部文字可能提前结束：后面还有一个没有对应“[”的“]”。请让方括号成对，并且不要写在代码或网址里。',
  ),
  followed: say(
    'What follows right after this internal text, in brackets of its own, would be published. Put it between the “[” and “]” too.',
    '紧跟在这段内部文字后面的括号里的内容会被公开，请把它也放进方括号。',
  ),
  region: {
    en: 'This hides only itself: what follows would be published. To keep text inside, put it between “:::internal” and “:::”.',
    zh: '这里只隐藏它自己，后面的内容会被公开。不给客户看的内容请放在“:::internal”和“:::”之间。',
  },
  code: {
    en: 'This code block is never closed, so everything after it counts as code. Close it with the signs that it starts with, alone on a line.',
    zh: '这个代码块没有结束，后面的内容都会被当作代码。请另起一行，用开头的那几个符号结束它。',
  },
  unclosedHtml: {
    en: 'This HTML is never closed, so everything after it is cut off. Close it, or take it out.',
    zh: '这段 HTML 没有结束，后面的内容全部被截掉了。请补上结尾，或将其删去。',
  },
  unclosedComment: {
    en: 'This comment is never closed, so everything after it is cut off. End it with “-->”.',
    zh: '这个注释没有结束，后面的内容全部被截掉了。请用“-->”结束。',
  },
} satisfies Record<string, Localized>;

const unclosedHtml =
  /^\s*(?:<\?(?![\s\S]*\?>)|<!\[CDATA\[(?![\s\S]*\]\]>)|<![a-z](?![^>]*>)|<(?:pre|textarea)\b(?![\s\S]*<\/(?:pre|script|style|textarea)>))/i;

/** Whether a comment or an instruction in HTML marks a place (“<!-- internal -->”), or is empty and ends where it starts. */
const marksPlace = (value: string): boolean =>
  /^<!--?-?>/.test(value.trimStart()) ||
  [...value.matchAll(/<(?:!--|\?)([\s\S]*?)(?:--|\?)>/g)].some(([, text = '']) => marksRegion(asSeen(text)));

interface Taken extends Span {
  readonly kind: 'hidden' | 'skipped';
}

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** Whether a fenced code block has no closing fence. */
function isCutOff(node: Nodes, source: string): boolean {
  if (node.type === 'code') {
    const { start, end } = spanOf(node);
    const lines = source.slice(start, end).split(/\r\n|\n|\r/);
    const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
    const last = (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trimEnd();
    return Boolean(fence && (lines.length < 2 || !last.startsWith(fence) || /[^`~]/.test(last)));
  }
  return 'children' in node && node.children.some((child) => isCutOff(child, source));
}

class Scan {
  readonly found: AlmostMarker[] = [];
  readonly #taken: Taken[] = [];
  #passed = 0;

  constructor(readonly source: string) {}

  #note(start: number, end: number, what: Localized, top: number): void {
    this.found.push({ at: { start, end }, say: what, top });
  }

  /** Takes what is whole and known out of what is read closely, and notes what is not whole. */
  walk(node: Nodes, top: number, depth: number): void {
    const { start, end } = spanOf(node);
    const slice = (): string => this.source.slice(start, end);
    switch (node.type) {
      case 'containerDirective':
        if (node.name !== internalName) break;
        this.#container(node, slice(), start, top, depth);
        return;
      case 'textDirective':
        if (node.name !== internalName || !/[\]}]$/.test(slice())) break;
        if (slice().includes('[')) this.#taken.push({ start, end, kind: 'hidden' });
        // A link whose words are marked, but whose address stays: “:internal[dashboard](https://…)”.
        if (/^(?:\(|\[(?!\^))/.test(this.source.slice(end, end + 2))) this.#note(start, end + 1, said.followed, top);
        // Brackets are counted in code too, so that one in code may end the words early.
        if ((slice().match(/`/g)?.length ?? 0) % 2 === 1) this.#note(start, end, said.endsEarly, top);
        return;
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.#brackets(node, top);
        break;
      case 'code':
        if (isCutOff(node, this.source)) {
          const hidesHeading = depth === 0 && /^#{1,6}[ \t]/m.test(node.value);
          this.#note(start, start + (/[\r\n]/.exec(slice())?.index ?? end - start), said.code, hidesHeading ? -1 : top);
        }
        return;
      case 'html':
        this.#html(node.value, start, end, top, depth);
        return;
      case 'definition':
        this.#taken.push({ start, end, kind: 'skipped' });
        return;
    }
    if ('children' in node) for (const child of node.children) this.walk(child, top, depth + 1);
  }

  #container(
    node: Nodes & { children: RootContent[] },
    slice: string,
    start: number,
    top: number,
    depth: number,
  ): void {
    const end = start + slice.length;
    const head = start + (/[\r\n]/.exec(slice)?.index ?? slice.length);
    this.#taken.push({ start, end, kind: 'hidden' });
    if (!isClosedDirective(slice)) this.#note(start, head, said.unclosed, depth === 0 ? -1 : top);
    else {
      const size = /^:{3,}/.exec(slice)?.[0].length ?? 3;
      const opener = new RegExp(`[\\r\\n][ \\t>]*:{${size},}[ \\t]*[^\\s:]`);
      if (opener.test(slice)) this.#note(start, head, said.nested, top);
      else if (node.children.some((child) => isCutOff(child, this.source)))
        this.#note(start, head, said.codeInside, top);
    }
  }

  /** Notes internal words after which a bracket is closed that was never opened: they ended at an earlier one. */
  #brackets(block: Nodes, top: number): void {
    let internal: Span | undefined;
    let open = 0;
    const walk = (node: Nodes): void => {
      if (node.type === 'textDirective' && node.name === internalName) internal = spanOf(node);
      else if (node.type === 'text') {
        const { start, end } = spanOf(node);
        for (const [sign] of matchesIn(this.source.slice(start, end), /\\[\s\S]|[[\]]/g)) {
          if (sign === '[') open++;
          else if (sign === ']' && open > 0) open--;
          else if (sign === ']' && internal) {
            this.#note(internal.start, end, said.endsEarly, top);
            internal = undefined;
          }
        }
      } else if ('children' in node) for (const child of node.children) walk(child);
    };
    walk(block);
  }

  #html(value: string, start: number, end: number, top: number, depth: number): void {
    this.#taken.push({ start, end, kind: 'skipped' });
    // These run to the end of what they stand in, whatever follows, when they are not closed.
    if (unclosedHtml.test(value)) this.#note(start, end, said.unclosedHtml, depth === 0 ? -1 : top);
    if (marksPlace(value)) this.#note(start, end, said.region, top);
    const at = value.lastIndexOf('<!--');
    if (at < 0) return;
    if (!value.includes('-->', at + 2)) this.#note(start + at, end, said.unclosedComment, depth === 0 ? -1 : top);
    else if (/<!--(?:(?!-->)[\s\S])*<!--/.test(value)) this.#note(start, end, said.comment, top);
  }

  /** A stretch of the source with what was taken out blanked. Stretches are asked for from first to last. */
  #withoutTaken(start: number, end: number): string {
    while ((this.#taken[this.#passed]?.start ?? start) < start) this.#passed++;
    let text = '';
    let at = start;
    for (; ; this.#passed++) {
      const taken = this.#taken[this.#passed];
      if (!taken || taken.end > end) break;
      const sign = taken.kind === 'hidden' ? '\ufffc' : ' ';
      text += this.source.slice(at, taken.start) + this.source.slice(taken.start, taken.end).replace(/[^\r\n]/g, sign);
      at = taken.end;
    }
    return text + this.source.slice(at, end);
  }

  /** Reads the lines of a top-level node closely. */
  lines(node: RootContent, top: number): void {
    const { start, end } = spanOf(node);
    const whole = this.source.slice(start, end);
    if (!mayLookAlike(whole)) return;
    const text = this.#withoutTaken(start, end);
    let at = start;
    for (const piece of text.split(/(\r\n|\n|\r)/)) {
      if (mayLookAlike(piece)) this.#line(piece, at, top);
      at += piece.length;
    }
  }

  #line(piece: string, at: number, top: number): void {
    const line = asSeen(piece);
    const from = at + (piece.length - piece.trimStart().length);
    const to = at + piece.trimEnd().length;
    if (to <= from) return;
    if (/^:{3,}\s*$/.test(line.replace(linePrefix, ''))) this.#note(from, to, said.stray, top);
    else if (strayComment.test(line)) this.#note(from, to, said.comment, top);
    else if (isLookalike(line)) this.#note(from, to, said.lookalike, top);
  }
}

/** The start of a comment that is none, or the end of one that began nowhere or in an internal block. */
const strayComment = /<\s*!(?:\s*[-\u2010-\u2015]|\s)|-{2,}>\s*$/;

const known = new WeakMap<Chunk, readonly AlmostMarker[]>();

/**
 * Finds what looks like a marker in a chunk and is not a whole, known, closed one. remark-directive reads most of these
 * as text and so would publish what they should hide. Remembered by chunk.
 */
export function almostMarkers(chunk: Chunk): readonly AlmostMarker[] {
  const before = known.get(chunk);
  if (before) return before;
  const scan = new Scan(chunk.text);
  chunk.nodes.forEach((node, top) => {
    scan.walk(node, top, 0);
  });
  chunk.nodes.forEach((node, top) => {
    if (node.type !== 'html' && node.type !== 'definition') scan.lines(node, top);
  });
  known.set(chunk, scan.found);
  return scan.found;
}
