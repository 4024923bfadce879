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

/*
 * Numbers of states stand together by kind, since those of a kind are alike and so take less room in an archive. Where a
 * way leads is told in states, which is mostly to the next, and like the numbers of patterns as a step from the number before.
 */
const kinds = 7;
const [heads, counts, ways, places, empty, classes, accepts] = [0, 1, 2, 3, 4, 5, 6] as const;

const leads = (kind: number): boolean => kind === places || kind === empty || kind === classes;

/** Goes through `length` numbers of states in their order: `next` gives each, told of what kind it is. */
function throughStates(length: number, next: (kind: number) => number): void {
  let at = 0;
  const list = (kind: number, width: number): void => {
    const count = width * next(counts);
    for (let left = count; left > 0; left--) next(kind);
    at += 1 + count;
  };
  while (at < length) {
    const head = next(heads);
    const ahead = head >> 3;
    for (let left = ahead; left > 0; left--) {
      next(ways);
      next(places);
    }
    at += 1 + 2 * ahead;
    if (head & flags.empty) list(empty, 1);
    if (head & flags.classes) list(classes, 2);
    if (head & flags.accepts) list(accepts, 1);
  }
}

/** Steps have a sign; as numbers that have none: 0, -1, 1, -2 … */
const unsigned = (step: number): number => (step < 0 ? -2 * step - 1 : 2 * step);
const signed = (number: number): number => (number & 1 ? -(number + 1) / 2 : number / 2);

/** A program as text, to be kept; `unpackProgram` reads it. */
export function packProgram({ words, own, sets, states, setCount }: Program): string {
  const begins = new Map<number, number>();
  let at = 0;
  throughStates(states.length, (kind) => {
    if (kind === heads) begins.set(at, begins.size);
    return states[at++] ?? 0;
  });
  const parts = Array.from({ length: kinds }, (): number[] => []);
  at = 0;
  let begin = 0;
  let beforeAhead = 0;
  let beforeAccept = 0;
  throughStates(states.length, (kind) => {
    const number = states[at] ?? 0;
    if (kind === heads) {
      begin = at;
      beforeAhead = 0;
    }
    let written = number;
    if (leads(kind)) {
      const ahead = (begins.get(begin + number) ?? 0) - (begins.get(begin) ?? 0);
      written = unsigned(ahead - beforeAhead);
      beforeAhead = ahead;
    } else if (kind === accepts) {
      written = unsigned(number - beforeAccept);
      beforeAccept = number;
    }
    parts[kind]?.push(written);
    at++;
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
  const begins = new Uint32Array(parts[heads]?.length ?? 0);
  let at = 0;
  let state = 0;
  let beforeAhead = 0;
  let beforeAccept = 0;
  throughStates(states.length, (kind) => {
    const place = read[kind] ?? 0;
    read[kind] = place + 1;
    let number = parts[kind]?.[place] ?? 0;
    if (kind === heads) {
      begins[state++] = at;
      beforeAhead = 0;
    } else if (kind === accepts) number = beforeAccept += signed(number);
    else if (leads(kind)) number = beforeAhead += signed(number);
    states[at++] = number;
    return number;
  });
  at = 0;
  state = -1;
  throughStates(states.length, (kind) => {
    if (kind === heads) state++;
    const number = states[at] ?? 0;
    if (leads(kind)) states[at] = (begins[state + number] ?? 0) - (begins[state] ?? 0);
    at++;
    return number;
  });
  return { words, own, setCount, sets: stepped(unpack(sets), 1), states };
}
