import { type Analysis, type Finding, type Localized, type ReadingFigures, readinessOf } from '../../core/index.js';
import type { Block, Mark } from '../../protocol/preview.js';
import type { CustomerReading } from './port.js';

/** A part of the source that customers never see. Offsets in UTF-16 units, lines from 0. */
export interface HiddenPart {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Index of the block that comes after it. */
  readonly before: number;
  /** Whether it stands inside a block that customers do see. */
  readonly inside: boolean;
}

/** What the pane shows of a document, before it is put into words. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly hidden: readonly HiddenPart[];
  readonly marks: readonly Mark[];
  /** What stands in the way of sending it, by place. */
  readonly open: readonly Finding[];
  /** Sections of the explanation that are missing, by title. */
  readonly missing: readonly Localized[];
  /** Line of the heading that opens the customer part; null where none does. */
  readonly customerLine: number | null;
  readonly figures: ReadingFigures;
  readonly refusals: readonly { readonly message: string; readonly line: number }[];
  readonly state: 'shown' | 'refused' | 'empty' | 'no-customer-part';
}

/**
 * Puts together what the pane shows. Pure: the same for the same document.
 * @param lineAt Gives the line (from 0) of an offset of the source.
 * @param figures Of the blocks that customers read.
 * @param counter Remembers what it counted; one for each document that is read again and again.
 */
export function contentOf(
  analysis: Analysis,
  customer: CustomerReading,
  lineAt: (offset: number) => number,
  figures: ReadingFigures,
  counter = new MarkCounter(),
): Content {
  const { postmortem, findings } = analysis;
  const refused = customer.refusals.length > 0;
  // What is refused is not sent at all, not even to be hidden: closed unless opened.
  const shown = refused ? [] : customer.blocks;
  const blocks = shown.map(({ html, start, end }) => ({
    html,
    line: lineAt(start),
    end: lineAt(Math.max(start, end - 1)),
  }));
  const indexAt = indexOf(shown);
  const readiness = readinessOf(analysis);
  const open = [...readiness.parts.flatMap((part) => part.findings), ...readiness.elsewhere];
  const heading = postmortem.sections.find(({ audience }) => audience === 'customer')?.heading.start;
  return {
    blocks,
    hidden: hiddenParts(customer.hidden, shown, lineAt),
    marks: marksOf(findings, postmortem.text, customer, shown, indexAt, counter),
    open: open.sort((a, b) => a.start.offset - b.start.offset),
    missing: readiness.parts.filter(({ isAsked }) => isAsked).map(({ title }) => title),
    customerLine: heading === undefined ? null : lineAt(heading),
    figures,
    refusals: customer.refusals.map(({ message, start }) => ({ message, line: lineAt(start) })),
    state: stateOf(postmortem, refused, shown.length),
  };
}

function stateOf(postmortem: Analysis['postmortem'], refused: boolean, shown: number): Content['state'] {
  if (refused) return 'refused';
  if (shown > 0) return 'shown';
  if (postmortem.text.slice(postmortem.frontMatter.end).trim() === '') return 'empty';
  return 'no-customer-part';
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Makes a look-up of the stretch that holds an offset; they ascend. -1 for none. */
function indexOf(stretches: readonly Stretch[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = stretches[low - 1];
    return found && offset < found.end ? low - 1 : -1;
  };
}

/** Index of the first stretch that ends after an offset, their number when none does; ends ascend. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hiddenParts(
  hidden: readonly Stretch[],
  shown: readonly Stretch[],
  lineAt: (offset: number) => number,
): HiddenPart[] {
  return hidden.map(({ start, end }) => {
    const found = firstEndingAfter(shown, start);
    const before = found < shown.length ? found : -1;
    const around = shown[before];
    const inside = around !== undefined && around.start <= start;
    const after = inside ? before + 1 : before < 0 ? shown.length : before;
    return { start, end, first: lineAt(start), last: lineAt(Math.max(start, end - 1)), before: after, inside };
  });
}

function marksOf(
  findings: readonly Finding[],
  text: string,
  customer: CustomerReading,
  shown: readonly Stretch[],
  indexAt: (offset: number) => number,
  counter: MarkCounter,
): Mark[] {
  counter.begin();
  return findings.flatMap((finding) => {
    const block = indexAt(finding.start.offset);
    const from = shown[block]?.start;
    if (from === undefined) return [];
    const words = plainText(finding.text);
    return [
      {
        block,
        text: words,
        nth: words ? counter.count(visible(text, from, finding.start.offset, customer.hidden), words) : 0,
        severity: finding.severity === 'hint' ? 'info' : finding.severity,
        message: finding.message,
        line: finding.start.line - 1,
      } satisfies Mark,
    ];
  });
}

/** Counts words in what stands before them, and remembers what it was asked in the last reading of a document. */
export class MarkCounter {
  #before = new Map<string, number>();
  #now = new Map<string, number>();

  /** A new reading of the document begins. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** @returns How often `words` stand in `source`, as its reader sees it. */
  count(source: string, words: string): number {
    const key = `${words}\n${source}`;
    const known = this.#now.get(key) ?? this.#before.get(key) ?? occurrences(plainText(source), words);
    this.#now.set(key, known);
    return known;
  }
}

/** Source between two offsets without what is hidden in it. `hidden` ascends. */
function visible(text: string, from: number, to: number, hidden: readonly Stretch[]): string {
  let result = '';
  let at = from;
  for (let index = firstEndingAfter(hidden, from); index < hidden.length; index++) {
    const { start, end } = hidden[index] as Stretch;
    if (start >= to) break;
    if (end <= at) continue;
    result += text.slice(at, Math.max(at, start));
    at = end;
  }
  return result + text.slice(Math.min(at, to), to);
}

/** Source without the signs of emphasis and code, and with single spaces, much as the reader sees it. */
const plainText = (source: string): string =>
  (signs.test(source) ? source.replace(/[*_`~\\]/g, '').replace(/\s+/g, ' ') : source).slice(0, 4000);

/** What it takes out or makes one space; most words have none of it. */
const signs = /[*_`~\\\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/;

function occurrences(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}
