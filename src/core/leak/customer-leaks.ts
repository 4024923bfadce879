import type { PlacedBlock, PlacedCode, Postmortem } from '../document/postmortem.js';
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

function leaksOfBlock({ block, chunk }: PlacedBlock): PlacedLeak[] {
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
      if (!isCode && !ofLinks.has(leak.kind)) continue;
      const text = aside.text.slice(leak.start, leak.end);
      out.push({ leak, text, ...spanOnly(spanIn(aside, source, text)), inProse: false });
    }
  }
  return out;
}

const spanOnly = ({ start, end }: Span): Span => ({ start, end });

function leaksOfCode({ code, chunk }: PlacedCode): FoundLeak[] {
  const source = chunk.chunk.text.slice(code.start, code.end);
  return findLeaks(source, { code: true }).map((leak) => ({
    leak,
    text: source.slice(leak.start, leak.end),
    start: code.start + leak.start,
    end: code.start + leak.end,
    inProse: false,
    at: { start: chunk.offset + code.start + leak.start, end: chunk.offset + code.start + leak.end },
  }));
}

/** Everything that the customer part gives away, in prose, inline code, link targets, images and code blocks. */
export function* customerLeaks(postmortem: Postmortem, context: DocumentContext): Generator<FoundLeak> {
  for (const placed of postmortem.blocks) {
    if (placed.audience !== 'customer') continue;
    for (const found of context.fact(placed, 'leaks', leaksOfBlock)) {
      yield { ...found, at: { start: placed.chunk.offset + found.start, end: placed.chunk.offset + found.end } };
    }
  }
  yield* context.once('leaks', () =>
    postmortem.code.filter(({ audience }) => audience === 'customer').flatMap(leaksOfCode),
  );
}
