import { isBlank } from '../document/placeholders.js';
import type { Span } from '../finding.js';

/** A blank as it stands in a text. */
export interface Blank extends Span {
  /** With its brackets. */
  readonly text: string;
}

/** A part of a text in the editor's snippet syntax, to be put where it stands: its blanks are tab stops. */
export interface BlanksToFill extends Span {
  readonly snippet: string;
  /** How many blanks there are to think about: the same one in several places counts once. */
  readonly count: number;
}

const bracketed = /\[[^[\]\n]{1,120}\]|【[^【】\n]{1,120}】/g;
/** What else stands in square brackets: a task's box, a footnote; or before what makes a link or definition of them. */
const isMarkup = (text: string, after: string): boolean => /^\[(?:[ xX]?|\^.*)\]$/.test(text) || /^[([:]/.test(after);

/**
 * The blanks of a text, in their order.
 * @param own `candor`: those that Candor's snippets and templates leave; `any`: everything that looks like one, for
 *   templates that others wrote.
 * @param from Where to begin: after front matter.
 */
export function blanksOf(text: string, own: 'candor' | 'any', from = 0): Blank[] {
  return [...text.slice(from).matchAll(bracketed)].flatMap((match) => {
    const start = from + match.index;
    const end = start + match[0].length;
    const isOne = isBlank(match[0]) || (own === 'any' && !isMarkup(match[0], text.slice(end, end + 1)));
    return isOne ? [{ start, end, text: match[0] }] : [];
  });
}

const escapeText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeOption = (text: string): string => text.replace(/[\\,|]/g, '\\$&');

/**
 * What turns the blanks of a text into tab stops: the first at or behind `caret`, then on, and from the top. The same
 * blank in several places is one tab stop: what is typed into one stands in all.
 * @param choices Ready texts by blank, each list with the blank first.
 * @returns `undefined` where there is no blank.
 */
export function blanksToFill(
  text: string,
  blanks: readonly Blank[],
  caret: number,
  choices: ReadonlyMap<string, readonly string[]>,
): BlanksToFill | undefined {
  const first = blanks[0];
  const last = blanks.at(-1);
  if (!first || !last) return undefined;
  const begin = blanks.findIndex(({ end }) => end > caret);
  const inTurn = begin < 0 ? blanks : [...blanks.slice(begin), ...blanks.slice(0, begin)];
  const stops = new Map<string, number>();
  for (const blank of inTurn) if (!stops.has(blank.text)) stops.set(blank.text, stops.size + 1);
  // From a line's start: the editor indents what follows a snippet's first line like that line.
  const start = text.lastIndexOf('\n', first.start - 1) + 1;
  const said = new Set<string>();
  let snippet = '';
  let at = start;
  for (const blank of blanks) {
    snippet += escapeText(text.slice(at, blank.start));
    const stop = stops.get(blank.text) ?? 0;
    const options = choices.get(blank.text);
    if (said.has(blank.text)) snippet += `\${${stop}}`;
    else if (options) snippet += `\${${stop}|${options.map(escapeOption).join(',')}|}`;
    else snippet += `\${${stop}:${escapeText(blank.text)}}`;
    said.add(blank.text);
    at = blank.end;
  }
  return { start, end: last.end, snippet, count: stops.size };
}

const choice = /\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g;

/** The ready texts that snippets offer for a blank, by the blank; each list with the blank first. */
export function choicesOf(bodies: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const body of bodies)
    for (const [, options = ''] of body.matchAll(choice)) {
      const texts = options.split(/(?<!\\),/).map((option) => option.replace(/\\(.)/g, '$1'));
      const [blank] = texts;
      if (blank !== undefined && isBlank(blank) && !found.has(blank)) found.set(blank, texts);
    }
  return found;
}

/** Where the text behind front matter begins. */
export function afterFrontMatter(text: string): number {
  const head = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return head ? head[0].length : 0;
}
