import type { Program } from './program.js';

/** A program as bundles carry it: numbers as text, which takes less room, and which an engine need not read to load it. */
export interface PackedProgram extends Pick<Program, 'words' | 'own'> {
  readonly sets: string;
  readonly states: string;
}

/*
 * Numbers as printable characters that need no escape in JSON or code: small ones take one. A character up to "[" ends a
 * number, one behind it says that the number goes on.
 */
const firstEnding = 40;
const endings = 52;
const firstGoing = 93;
const goings = 34;

function pack(numbers: Iterable<number>): string {
  let out = '';
  for (const number of numbers) {
    let digits = String.fromCharCode(firstEnding + (number % endings));
    for (let rest = Math.floor(number / endings); rest > 0; rest = Math.floor(rest / goings))
      digits = String.fromCharCode(firstGoing + (rest % goings)) + digits;
    out += digits;
  }
  return out;
}

/** Runs once, in a new process, on a quarter of a million characters: written for an engine that has not compiled it yet. */
function unpack(text: string): Uint32Array {
  const codes = new TextEncoder().encode(text);
  const { length } = codes;
  const out = new Uint32Array(length);
  let count = 0;
  let rest = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[at] as number;
    if (code < firstGoing) {
      out[count++] = rest + (code - firstEnding);
      rest = 0;
    } else rest = goings * rest + endings * (code - firstGoing);
  }
  return out.subarray(0, count);
}

/** A program as text, to be kept; `unpackProgram` reads it. */
export const packProgram = ({ words, own, sets, states }: Program): PackedProgram => ({
  words,
  own,
  sets: pack(sets),
  states: pack(states),
});

/** Reads what `packProgram` wrote, and nothing else. */
export const unpackProgram = ({ words, own, sets, states }: PackedProgram): Program => ({
  words,
  own,
  sets: unpack(sets),
  states: unpack(states),
});
