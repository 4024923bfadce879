import type { Program } from './program.js';

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

function unpack(text: string): Uint32Array {
  const out = new Uint32Array(text.length);
  let count = 0;
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= firstGoing) rest = rest * goings + (code - firstGoing);
    else {
      out[count++] = rest * endings + (code - firstEnding);
      rest = 0;
    }
  }
  return out.subarray(0, count);
}

/** A program as text, to be kept; `unpackProgram` reads it. */
export const packProgram = ({ words, own, sets, states, setCount }: Program): string =>
  JSON.stringify([words, own, setCount, pack(sets), pack(states)]);

/** Reads what `packProgram` wrote, and nothing else. */
export function unpackProgram(text: string): Program {
  const [words, own, setCount, sets, states] = JSON.parse(text) as [string, number, number, string, string];
  return { words, own, setCount, sets: unpack(sets), states: unpack(states) };
}
