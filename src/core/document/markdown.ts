import type { Nodes, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { directive } from 'micromark-extension-directive';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { combineExtensions } from 'micromark-util-combine-extensions';
import { cuts } from './chunks.js';
import { isUnclosed } from './closed.js';
import { lineStarts } from './lines.js';
import { readPlain } from './plain.js';

/**
 * The Markdown that Candor reads: GFM with directives, the parts that `remark-gfm` and `remark-directive` bundle, but
 * for bare addresses (autolink literals): those alone cost a third of the parse, and the tokens know an address too.
 */
export const markdownSyntax: Options = {
  // Combined once: otherwise each parse of a chunk does it again.
  extensions: [combineExtensions([gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote(), directive()])],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    directiveFromMarkdown(),
  ],
};

/** Moves a node, in place, to where it stands with so many units and lines in front, or without them. */
function move(node: Nodes, units: number, lines: number): void {
  if (node.position) {
    const { start, end } = node.position;
    start.offset = (start.offset ?? 0) + units;
    end.offset = (end.offset ?? 0) + units;
    start.line += lines;
    end.line += lines;
  }
  if ('children' in node) for (const child of node.children) move(child, units, lines);
}

/**
 * Parses a chunk: plain parts of it read as they are, others by micromark, cut from each other where a cut changes nothing.
 * @param definitions Link and footnote definitions of the other chunks, as Markdown, so that references here resolve.
 */
export function parseChunk(text: string, definitions: string): RootContent[] {
  // A definition counts in all of the chunk.
  if (definitions || text.includes(']:')) return parseWhole(text, definitions);
  const nodes: RootContent[] = [];
  for (let at = 0, line = 1; at < text.length; ) {
    const plain = readPlain(text, at, line);
    nodes.push(...plain.nodes);
    ({ end: at, line } = plain);
    if (at >= text.length) break;
    const next = cuts(text, at, 0).next().value ?? text.length;
    let end = next;
    let others = fromMarkdown(text.slice(at, end), markdownSyntax).children;
    // It ends inside something: the scanner was wrong about a list.
    if (end < text.length && isUnclosed(others.at(-1), text.slice(at, end))) {
      end = text.length;
      others = fromMarkdown(text.slice(at), markdownSyntax).children;
    }
    for (const node of others) move(node, at, line - 1);
    nodes.push(...others);
    line += lineStarts(text.slice(at, end)).length;
    at = end;
  }
  return nodes;
}

function parseWhole(text: string, definitions: string): RootContent[] {
  // In front, since a chunk may end inside a fence; the comment keeps a footnote from going on into the chunk.
  const front = definitions ? `${definitions}\n\n<!-- -->\n\n` : '';
  const { children } = fromMarkdown(front + text, markdownSyntax);
  if (!front) return children;
  const nodes = children.filter((node) => (node.position?.start.offset ?? 0) >= front.length);
  const lines = lineStarts(front).length;
  for (const node of nodes) move(node, -front.length, -lines);
  return nodes;
}
