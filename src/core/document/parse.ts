import { type Chunk, readChunk } from './chunk.js';
import { cuts } from './chunks.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import type { PlacedChunk } from './postmortem.js';

/** What was read of a document, kept so that the next reading can take over what did not change. */
export interface Reading {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly chunks: readonly PlacedChunk[];
  /** Chunks by their text and the definitions they were read with. */
  readonly known: ReadonlyMap<string, Chunk>;
}

const definitionLine = /^ {0,3}\[([^\]\r\n]{1,200})\]:[^\r\n]*/gm;

/** Definition lines of the document by label, so that a chunk can be read with those that it refers to. */
function definitionsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!text.includes(']:')) return found;
  for (const match of text.matchAll(definitionLine)) {
    const label = match[1] ?? '';
    if (found.has(label)) continue;
    // What a definition says does not matter here, only that there is one.
    found.set(label, label.startsWith('^') ? `[${label}]: x` : `[${label}]: x`);
  }
  return found;
}

function neededDefinitions(chunk: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0 || !chunk.includes('[')) return '';
  const needed: string[] = [];
  for (const match of chunk.matchAll(/\[([^\]\r\n]{1,200})\](?!:)/g)) {
    const line = definitions.get(match[1] ?? '');
    if (line && !needed.includes(line)) needed.push(line);
  }
  return needed.join('\n\n');
}

/**
 * Reads a document: front matter, then its chunks, taking over chunks that an earlier reading knows.
 * @param before An earlier reading of the same document, if there is one. The result is the same with or without.
 */
export function readDocument(text: string, before?: Reading): Reading {
  if (before?.text === text) return before;
  const frontMatter = frontMatterOf(text, before);
  const definitions = definitionsIn(text);
  const known = new Map<string, Chunk>();
  const chunks: PlacedChunk[] = [];
  let line = countBreaks(text, frontMatter.end);
  const body = frontMatter.end;
  const starts = [body, ...cuts(text, body)];
  let at = 0;
  while (at < starts.length) {
    const offset = starts[at] ?? body;
    let next = at + 1;
    let chunk: Chunk;
    for (;;) {
      const piece = text.slice(offset, starts[next] ?? text.length);
      const needed = neededDefinitions(piece, definitions);
      const key = needed ? `${piece}\u0000${needed}` : piece;
      chunk = known.get(key) ?? before?.known.get(key) ?? readChunk(piece, needed);
      known.set(key, chunk);
      if (!chunk.unclosed || next >= starts.length) break;
      next++;
    }
    chunks.push({ chunk, offset, line });
    line += chunk.lines;
    at = next;
  }
  return { text, frontMatter, chunks, known };
}

function frontMatterOf(text: string, before: Reading | undefined): FrontMatter {
  const old = before?.frontMatter;
  if (before && old?.at && text.startsWith(before.text.slice(0, old.end)) && /[\r\n]/.test(text.charAt(old.end - 1)))
    return old;
  return readFrontMatter(text);
}

function countBreaks(text: string, to: number): number {
  return (text.slice(0, to).match(/\r\n|\n|\r/g) ?? []).length;
}
