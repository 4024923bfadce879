import type { RootContent } from 'mdast';
import type { Postmortem } from '../document/postmortem.js';
import { internalName } from '../document/prose.js';
import type { Span } from '../finding.js';
import { lineEnding, type TextEdit } from './text-edit.js';

/** What only colleagues read inside the document: blocks, and words in sentences. Offsets in the document. */
export interface InternalPlaces {
  readonly blocks: readonly Span[];
  readonly words: readonly Span[];
}

/** Finds every `:::internal` block and `:internal[…]`. */
export function internalPlaces(postmortem: Postmortem): InternalPlaces {
  const blocks: Span[] = [];
  const words: Span[] = [];
  for (const { node, chunk } of postmortem.nodes) {
    const visit = (each: RootContent): void => {
      const span = {
        start: chunk.offset + (each.position?.start.offset ?? 0),
        end: chunk.offset + (each.position?.end.offset ?? 0),
      };
      if (each.type === 'containerDirective' && each.name === internalName) blocks.push(span);
      else if (each.type === 'textDirective' && each.name === internalName) words.push(span);
      else if ('children' in each) for (const child of each.children) visit(child);
    };
    visit(node);
  }
  return { blocks, words };
}

const escapeBrackets = (words: string): string => {
  let depth = 0;
  for (const mark of words.match(/\\.|[[\]]/gs) ?? []) {
    if (mark === '[') depth++;
    else if (mark === ']' && --depth < 0) break;
  }
  return depth === 0 ? words : words.replace(/\\[\s\S]|[[\]]/g, (mark) => (mark.length > 1 ? mark : `\\${mark}`));
};

/**
 * Marks a part of a text as internal: words inside a line as `:internal[…]`, whole lines as a `:::internal` block with
 * as many colons as it takes to hold what is inside.
 * @param start The selection, offsets in UTF-16 units.
 * @returns `undefined` where nothing but white space is selected, or only some rows of a table.
 */
export function markInternal(text: string, start: number, end: number): TextEdit | undefined {
  const selected = text.slice(start, end);
  if (selected.trim() === '') return undefined;
  const from = start + (selected.length - selected.trimStart().length);
  const to = end - (selected.length - selected.trimEnd().length);
  const words = text.slice(from, to);
  const lineStart = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  const rest = /[\r\n]|$/.exec(text.slice(to))?.index ?? 0;
  const wholeLines = text.slice(lineStart, from).trim() === '' && text.slice(to, to + rest).trim() === '';
  if (!/[\r\n]/.test(words) && !wholeLines) {
    return { start: from, end: to, text: `:${internalName}[${escapeBrackets(words)}]` };
  }
  const lineEnd = to + rest;
  const lines = text.slice(lineStart, lineEnd);
  // A row taken out of the middle of a table would leave no table.
  const isRow = (line: string | undefined): boolean => line?.trimStart().startsWith('|') ?? false;
  if (isRow(/[^\r\n]*(?=(?:\r\n|\n|\r)$)/.exec(text.slice(0, lineStart))?.[0]) && isRow(lines)) return undefined;
  if (isRow(lines.split(/\r\n|\n|\r/).at(-1)) && isRow(/^(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(lineEnd))?.[1]))
    return undefined;
  const longest = Math.max(2, ...[...lines.matchAll(/^[ \t]*(:{3,})/gm)].map((match) => match[1]?.length ?? 0));
  const fence = ':'.repeat(longest + 1);
  const ending = lineEnding(text);
  const indent = /^ {0,3}(?! )/.exec(lines)?.[0] ?? '';
  const before = lineStart > 0 && !/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(0, lineStart)) ? ending : '';
  const after = lineEnd < text.length && !/^(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|$)/.test(text.slice(lineEnd)) ? ending : '';
  return {
    start: lineStart,
    end: lineEnd,
    text: `${before}${indent}${fence}${internalName}${ending}${lines}${ending}${indent}${fence}${after}`,
  };
}
