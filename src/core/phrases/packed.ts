import { flags, type Program } from './program.js';

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

/** The sets of each group of words are written as steps from one to the next, which are small; `sign` -1 makes steps of them. */
function stepped(sets: ArrayLike<number>, sign: 1 | -1): Uint32Array {
  const out = Uint32Array.from(sets);
  for (let at = 0; at < out.length; ) {
    const end = at + 2 + (out[at + 1] ?? 0);
    for (let before = 0, next = at + 2; next < end; next++) {
      const number = out[next] ?? 0;
      out[next] = number + sign * before;
      before = sign > 0 ? (out[next] ?? 0) : number;
    }
    at = end;
  }
  return out;
}

/** Numbers of one kind stand together, since they are alike and so take less room in an archive. */
const kinds = 6;
const [heads, ways, places, empty, classes, accepts] = [0, 1, 2, 3, 4, 5] as const;

/** Goes through `length` numbers of states in their order: `next` gives each, told of what kind it is. */
function throughStates(length: number, next: (kind: number) => number): void {
  let at = 0;
  const list = (kind: number, width: number): void => {
    const count = width * next(kind);
    for (let left = count; left > 0; left--) next(kind);
    at += 1 + count;
  };
  while (at < length) {
    const head = next(heads);
    for (let left = head >> 3; left > 0; left--) {
      next(ways);
      next(places);
    }
    at += 1 + 2 * (head >> 3);
    if (head & flags.empty) list(empty, 1);
    if (head & flags.classes) list(classes, 2);
    if (head & flags.accepts) list(accepts, 1);
  }
}

/** A program as text, to be kept; `unpackProgram` reads it. */
export function packProgram({ words, own, sets, states, setCount }: Program): string {
  const parts = Array.from({ length: kinds }, (): number[] => []);
  let at = 0;
  throughStates(states.length, (kind) => {
    const number = states[at++] ?? 0;
    parts[kind]?.push(number);
    return number;
  });
  return JSON.stringify([words, own, setCount, pack(stepped(sets, -1)), ...parts.map(pack)]);
}

/** Reads what `packProgram` wrote, and nothing else. */
export function unpackProgram(text: string): Program {
  const [words, own, setCount, sets, ...written] = JSON.parse(text) as [string, number, number, string, ...string[]];
  const parts = written.map(unpack);
  const read = new Uint32Array(kinds);
  const states = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  throughStates(states.length, (kind) => {
    const place = read[kind] ?? 0;
    read[kind] = place + 1;
    const number = parts[kind]?.[place] ?? 0;
    states[at++] = number;
    return number;
  });
  return { words, own, setCount, sets: stepped(unpack(sets), 1), states };
}
