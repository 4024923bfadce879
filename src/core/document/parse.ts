import { isSame } from '../same.js';
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

/**
 * Front matter that did not change is taken over; a change in its fence lines, also of their ending, reads it again. What
 * says the same is the same object.
 */
function frontMatterOf(text: string, before: Reading | undefined): FrontMatter {
  const old = before?.frontMatter;
  const hasSameText =
    old?.at &&
    /[\r\n]/.test(text.charAt(old.end - 1)) &&
    !(text.charAt(old.end - 1) === '\r' && text.charAt(old.end) === '\n') &&
    text.startsWith(before?.text.slice(0, old.end) ?? '');
  if (old && hasSameText) return old;
  const read = readFrontMatter(text);
  return old && isSame(old, read) ? old : read;
}

/** A stretch of text between two cuts; `chunk` may have been read with definitions that no longer count. */
interface Piece {
  readonly chunk: Chunk;
  readonly offset: number;
}

const firstCut = (text: string, from: number): number => cuts(text, from).next().value ?? text.length;

/**
 * How many letters at the start of two texts are the same, or at their end. By halves: engines compare long stretches of
 * text many times faster than we do letters.
 */
function agreement(a: string, b: string, fromEnd: boolean): number {
  let same = 0;
  let high = Math.min(a.length, b.length);
  const part = (text: string, to: number): string =>
    fromEnd ? text.slice(text.length - to, text.length - same) : text.slice(same, to);
  while (same < high) {
    const middle = (same + high + 1) >> 1;
    if (part(a, middle) === part(b, middle)) same = middle;
    else high = middle - 1;
  }
  return same;
}

/** How many of the old chunks, from the first on, may be taken over. */
function chunksInFront(text: string, body: number, before: Reading): number {
  const same = agreement(text, before.text, false);
  if (before.frontMatter.end !== body || same < body) return 0;
  const { chunks } = before;
  let count = 0;
  while (count < chunks.length && (chunks[count + 1]?.offset ?? before.text.length) <= same) count++;
  // What follows a chunk decides where it ends: the last one in front of the change is cut again.
  return count < chunks.length || text.length !== before.text.length ? Math.max(0, count - 1) : count;
}

/** The first of the old chunks that stand unchanged behind the change, from `at` in the new text on. */
function chunkBehind(text: string, at: number, before: Reading): number {
  const delta = text.length - before.text.length;
  const from = Math.max(before.text.length - agreement(text, before.text, true), at - delta);
  let index = before.chunks.length;
  while ((before.chunks[index - 1]?.offset ?? -1) >= from) index--;
  return index;
}

/**
 * Cuts the text into pieces, taking over the old chunks in front of what changed and behind it. Cuts depend on the
 * text from a chunk's start on, so that scanning may begin at any chunk that still stands, and may stop at the first
 * cut that was one before, when all that follows is the same.
 */
function piecesOf(text: string, body: number, before: Reading | undefined): Piece[] {
  const old = before?.chunks ?? [];
  const delta = before ? text.length - before.text.length : 0;
  const pieces: Piece[] = before ? old.slice(0, chunksInFront(text, body, before)) : [];
  const last = pieces.at(-1);
  let at = last ? last.offset + last.chunk.text.length : body;
  let next = before ? chunkBehind(text, at, before) : 0;
  // Among others the chunk in front of an edit, which is cut again and mostly ends where it did.
  const known = new Map(old.slice(pieces.length, next).map(({ chunk }) => [chunk.text, chunk]));
  const read = (piece: string): Chunk => {
    const chunk = known.get(piece) ?? readChunk(piece, '');
    known.set(piece, chunk);
    return chunk;
  };
  while (at < text.length) {
    while (next < old.length && (old[next]?.offset ?? 0) + delta < at) next++;
    if (next < old.length && (old[next]?.offset ?? 0) + delta === at) {
      for (const { chunk, offset } of old.slice(next)) pieces.push({ chunk, offset: offset + delta });
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

/**
 * Reads a document: front matter, then its chunks, taking over chunks that an earlier reading knows.
 * @param before An earlier reading of the same document, if there is one. The result is the same with or without.
 */
export function readDocument(text: string, before?: Reading): Reading {
  if (before?.text === text) return before;
  const frontMatter = frontMatterOf(text, before);
  const body = frontMatter.end;
  const pieces = piecesOf(text, body, before);
  const labels = [...new Set(pieces.flatMap(({ chunk }) => chunk.defines))];
  const chunks: PlacedChunk[] = [];
  let line = lineStarts(text.slice(0, body)).length;
  for (const { chunk: own, offset } of pieces) {
    const definitions = neededDefinitions(own, labels);
    const chunk = own.definitions === definitions ? own : readChunk(own.text, definitions);
    const old = before?.chunks[chunks.length];
    const stands = old && old.chunk === chunk && old.offset === offset && old.line === line;
    chunks.push(stands ? old : { chunk, offset, line });
    line += chunk.lineStarts.length;
  }
  return { text, frontMatter, chunks };
}
