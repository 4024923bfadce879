import { type Chunk, readChunk } from './chunk.js';
import { cuts } from './chunks.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { lineStarts } from './lines.js';
import type { PlacedChunk } from './postmortem.js';

/** What was read of a document, kept so that the next reading can take over what did not change. */
export interface Reading {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly chunks: readonly PlacedChunk[];
}

/** Front matter that did not change is taken over; a change in its fence lines, also of their ending, reads it again. */
function frontMatterOf(text: string, before: Reading | undefined): FrontMatter {
  const old = before?.frontMatter;
  const isSame =
    old?.at &&
    /[\r\n]/.test(text.charAt(old.end - 1)) &&
    !(text.charAt(old.end - 1) === '\r' && text.charAt(old.end) === '\n') &&
    text.startsWith(before?.text.slice(0, old.end) ?? '');
  return old && isSame ? old : readFrontMatter(text);
}

/** A stretch of text between two cuts; `chunk` may have been read with definitions that no longer count. */
interface Piece {
  readonly chunk: Chunk;
  readonly offset: number;
}

const firstCut = (text: string, from: number): number => cuts(text, from).next().value ?? text.length;

/** Where the old text and the new one agree from the end, as an offset in the new one. */
function commonEnd(before: Reading, text: string, from: number): number {
  const delta = text.length - before.text.length;
  let end = text.length;
  for (let index = before.chunks.length - 1; index >= 0; index--) {
    const placed = before.chunks[index];
    if (!placed || placed.offset + delta < from || !text.startsWith(placed.chunk.text, placed.offset + delta)) break;
    end = placed.offset + delta;
  }
  return end;
}

/**
 * Cuts the text into pieces, taking over the old chunks in front of what changed and behind it. Cuts depend on the
 * text from a chunk's start on, so that scanning may begin at any chunk that still stands, and may stop at the first
 * cut that was one before, when all that follows is the same.
 */
function piecesOf(text: string, body: number, before: Reading | undefined, read: (piece: string) => Chunk): Piece[] {
  const pieces: Piece[] = [];
  const delta = before ? text.length - before.text.length : 0;
  let at = body;
  let tail = text.length;
  const oldStarts = new Map<number, number>();
  if (before && before.frontMatter.end === body && text.slice(0, body) === before.text.slice(0, body)) {
    for (const { chunk, offset } of before.chunks) {
      if (!text.startsWith(chunk.text, offset)) break;
      pieces.push({ chunk, offset });
    }
    // What follows a chunk decides where it ends: the last one in front of the change is cut again.
    if (pieces.length < before.chunks.length || delta !== 0) pieces.pop();
    const last = pieces.at(-1);
    at = last ? last.offset + last.chunk.text.length : body;
  }
  if (before) {
    tail = commonEnd(before, text, at);
    before.chunks.forEach(({ offset }, index) => {
      if (offset + delta >= tail) oldStarts.set(offset + delta, index);
    });
  }
  while (at < text.length) {
    const index = oldStarts.get(at);
    if (before && index !== undefined) {
      for (const { chunk, offset } of before.chunks.slice(index)) {
        pieces.push({ chunk, offset: offset + delta });
      }
      break;
    }
    let end = firstCut(text, at);
    // A piece that ends inside something is joined with the next: the scanner was wrong about a list.
    let chunk = read(text.slice(at, end));
    while (end < text.length && chunk.unclosed) {
      end = firstCut(text, end);
      chunk = read(text.slice(at, end));
    }
    pieces.push({ chunk, offset: at });
    at = end;
  }
  return pieces;
}

/** Labels match whatever their case and white space, also across a wrapped line of a quote. */
const plain = (text: string): string => text.replace(/[\s>]+/g, ' ').toLowerCase();

/** The definitions of other chunks that a chunk refers to, as Markdown; what they say does not matter here. */
function neededDefinitions({ text, defines }: Chunk, labels: readonly string[]): string {
  if (labels.length === 0 || !text.includes('[')) return '';
  const searched = plain(text);
  return labels
    .filter((label) => !defines.includes(label) && searched.includes(`[${plain(label)}]`))
    .map((label) => `[${label}]: x`)
    .join('\n\n');
}

/** What a chunk depends on. */
const keyOf = (piece: string, definitions: string): string => (definitions ? `${piece}\u0000${definitions}` : piece);

/**
 * Reads a document: front matter, then its chunks, taking over chunks that an earlier reading knows.
 * @param before An earlier reading of the same document, if there is one. The result is the same with or without.
 */
export function readDocument(text: string, before?: Reading): Reading {
  if (before?.text === text) return before;
  const frontMatter = frontMatterOf(text, before);
  const body = frontMatter.end;
  // Among others the chunk in front of an edit, which is cut again and mostly ends where it did.
  const known = new Map(before?.chunks.map(({ chunk }) => [keyOf(chunk.text, chunk.definitions), chunk]));
  const read = (piece: string, definitions = ''): Chunk => {
    const key = keyOf(piece, definitions);
    const chunk = known.get(key) ?? readChunk(piece, definitions);
    known.set(key, chunk);
    return chunk;
  };
  const pieces = piecesOf(text, body, before, read);
  const labels = [...new Set(pieces.flatMap(({ chunk }) => chunk.defines))];
  const chunks: PlacedChunk[] = [];
  let line = lineStarts(text.slice(0, body)).length;
  for (const piece of pieces) {
    const definitions = neededDefinitions(piece.chunk, labels);
    const chunk = piece.chunk.definitions === definitions ? piece.chunk : read(piece.chunk.text, definitions);
    chunks.push({ chunk, offset: piece.offset, line });
    line += chunk.lineStarts.length;
  }
  return { text, frontMatter, chunks };
}
