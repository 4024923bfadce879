import { matchesIn } from '../matches.js';
import { rememberByText } from '../remember.js';

/** A sentence, or a part of one, with its place in its text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ends = /[。！？!?；;]|[.](?=\s+\P{Ll}|\s*$)/gu;
const commas = /[，；—]|[,;:：](?!\d)/gu;

function cut(text: string, at: RegExp): Piece[] {
  let start = 0;
  const pieces: Piece[] = [];
  for (const { index } of matchesIn(text, at)) {
    pieces.push({ start, end: index + 1, text: text.slice(start, index + 1) });
    start = index + 1;
  }
  if (/\S/.test(text.slice(start))) pieces.push({ start, end: text.length, text: text.slice(start) });
  return pieces;
}

/** The sentences of a text, and what semicolons part in them. */
export const sentencesIn = rememberByText((text: string): readonly Piece[] => cut(text, ends));

/** The parts of a sentence between its commas, colons and dashes. */
export const clausesIn = (sentence: string): readonly Piece[] => cut(sentence, commas);
