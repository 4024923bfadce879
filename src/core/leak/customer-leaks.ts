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
      if (aside.kind === 'url' && !ofLinks.has(leak.kind)) continue;
      if (aside.kind === 'image' && leak.kind === 'path') continue;
      const text = aside.text.slice(leak.start, leak.end);
      out.push({ leak, text, ...spanOnly(spanIn(aside, source, text)), inProse: false });
    }
  }
  return out;
}

const spanOnly = ({ start, end }: Span): Span => ({ start, end });

/** A block of code with more leaks than this gets one finding for all of them but secrets. */
const most = 3;

function leaksOfCode({ code, chunk }: PlacedCode): FoundLeak[] {
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
  return shown.map(({ leak, end }) => {
    const start = code.start + leak.start;
    return {
      leak,
      text: source.slice(leak.start, leak.end),
      start,
      end: code.start + end,
      inProse: false,
      at: { start: chunk.offset + start, end: chunk.offset + code.start + end },
    };
  });
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
