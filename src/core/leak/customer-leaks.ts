import type { Chunk, CodeBlock } from '../document/chunk.js';
import type { PlacedBlock, PlacedChunk, PlacedCode, Postmortem } from '../document/postmortem.js';
import { type Aside, sourceSpan } from '../document/prose.js';
import type { Span } from '../finding.js';
import type { DocumentContext } from '../rules/rule.js';
import type { Leak } from './found.js';
import { findLeaks } from './scan.js';

/** A leak at its place in its chunk. */
export interface PlacedLeak {
  readonly leak: Leak;
  /** What is given away, as read. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands in running text, unbroken by markup, so that marking it as internal is possible. */
  readonly inProse: boolean;
}

/** The same, with its place in the document. */
export interface FoundLeak extends PlacedLeak {
  readonly at: Span;
}

/** Where `found` stands in the source of an aside; the whole aside where its source reads otherwise (escapes). */
function spanIn(aside: Aside, source: string, found: string): Span {
  const own = source.slice(aside.start, aside.end);
  const at = aside.kind === 'url' ? own.lastIndexOf(found) : own.indexOf(found);
  return at < 0 ? aside : { start: aside.start + at, end: aside.start + at + found.length };
}

const ofLinks = new Set(['link', 'secret', 'email']);

function leaksOfBlock({ block, chunk, audience }: PlacedBlock): readonly PlacedLeak[] | undefined {
  if (audience !== 'customer') return undefined;
  const source = chunk.chunk.text;
  const { prose } = block;
  const out: PlacedLeak[] = [];
  for (const leak of findLeaks(prose.text, { code: false })) {
    const { start, end } = sourceSpan(prose, leak.start, leak.end);
    const text = prose.text.slice(leak.start, leak.end);
    out.push({ leak, text, start, end, inProse: source.slice(start, end) === text });
  }
  for (const aside of prose.asides) {
    const isCode = aside.kind === 'code';
    for (const leak of findLeaks(aside.text, { code: isCode })) {
      if (aside.kind === 'url' && !ofLinks.has(leak.kind)) continue;
      if (aside.kind === 'image' && leak.kind === 'path') continue;
      const text = aside.text.slice(leak.start, leak.end);
      out.push({ leak, text, ...spanOnly(spanIn(aside, source, text)), inProse: false });
    }
  }
  return out.length > 0 ? out : undefined;
}

const spanOnly = ({ start, end }: Span): Span => ({ start, end });

/** A block of code with more leaks than this gets one finding for all of them but secrets. */
const most = 3;

const known = new WeakMap<CodeBlock, readonly PlacedLeak[]>();

/** Remembered by the block of code: they depend on it alone. */
function leaksOfCode({ code, chunk }: PlacedCode): readonly PlacedLeak[] {
  const before = known.get(code);
  if (before) return before;
  const source = chunk.chunk.text.slice(code.start, code.end);
  const all = findLeaks(source, { code: true });
  const details = all.filter(({ kind }) => kind !== 'secret');
  const [first] = details;
  const last = details.at(-1);
  const shown =
    first && last && details.length > most
      ? [
          { leak: first, end: last.end },
          ...all.filter((leak) => leak.kind === 'secret').map((leak) => ({ leak, end: leak.end })),
        ]
      : all.map((leak) => ({ leak, end: leak.end }));
  const leaks = shown.map(({ leak, end }) => ({
    leak,
    text: source.slice(leak.start, leak.end),
    start: code.start + leak.start,
    end: code.start + end,
    inProse: false,
  }));
  known.set(code, leaks);
  return leaks;
}

const placed = (leak: PlacedLeak, { offset }: PlacedChunk): FoundLeak => ({
  ...leak,
  at: { start: offset + leak.start, end: offset + leak.end },
});

const holdsCode = ({ code }: Chunk): boolean => code.length > 0;

/** Everything that the customer part gives away, in prose, inline code, link targets, images and code blocks. */
export function customerLeaks(postmortem: Postmortem, context: DocumentContext): readonly FoundLeak[] {
  return context.once('leaks', () => [
    ...context
      .facts('leaks', leaksOfBlock)
      .flatMap(({ block, value }) => value.map((leak) => placed(leak, block.chunk))),
    ...(context.hasChunk('code', holdsCode) ? postmortem.code : [])
      .filter(({ audience }) => audience === 'customer')
      .flatMap((code) => leaksOfCode(code).map((leak) => placed(leak, code.chunk))),
  ]);
}
