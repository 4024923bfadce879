import data from '../../data/placeholders.json' with { type: 'json' };
import type { Span } from '../finding.js';
import { inTaiwan } from '../language/taiwan.js';
import { late } from '../late.js';
import { matchesIn } from '../matches.js';
import type { PlacedBlock } from './postmortem.js';

/** A blank that was left over. */
export interface Placeholder extends Span {
  readonly text: string;
  /** Whether the offsets are in the chunk's source rather than in the prose. */
  readonly inSource: boolean;
}

const blanks: ReadonlySet<string> = new Set([...data.en, ...data.zh].map(({ text }) => text.toLowerCase()));
/** The Chinese ones as they stand in postmortems of Taiwan. */
const blanksInTaiwan = late((): ReadonlySet<string> => new Set(data.zh.map(({ text }) => inTaiwan(text))));

/** Whether `text`, brackets included, is a blank of Candor's own snippets and templates. */
export function isBlank(text: string): boolean {
  if (!/^[[【]/.test(text)) return false;
  const inside = text.slice(1, -1).trim();
  return blanks.has(inside.toLowerCase()) || (text.startsWith('【') && blanksInTaiwan().has(inside));
}

const escaped = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** Latin letters and digits; in Chinese text a word may touch a Han character. */
const edge = (pattern: string): string => `(?<![A-Za-z0-9_-])(?:${pattern})(?![A-Za-z0-9_-])`;

const words = edge(escaped(data.general.words));
const brackets = '\\[[^\\[\\]\\n]{1,120}\\]|【[^【】\\n]{1,120}】';
const inProse = data.general.patterns.filter((pattern) => !pattern.startsWith('<'));
const anything = new RegExp(`${words}|${brackets}|${inProse.join('|')}`, 'g');
const phrase = new RegExp(escaped(data.general.phrases), 'gi');
const hints = /[[【{?]|[A-Z]{2}|[xX×]{2}|N\.N\.|lorem|dolor|to be |here|text|goes|待|填|此处|占位/i;

const inner = new RegExp(inProse.map((pattern) => `^(?:${pattern})$`).join('|'));
const angled = new RegExp(data.general.patterns.find((pattern) => pattern.startsWith('<')) ?? '(?!)', 'g');
const voidElements = /^<(?:br|hr|img|wbr|input|!)/i;

/** Phrases that are a blank wherever they stand; the others are ordinary words inside a sentence. */
const always = /^(?:lorem|dolor|placeholder text|your |insert here|fill in|此处|在此|占位)/i;

/** Whether nothing but punctuation parts the phrase from the ends of its block, its brackets or its colon. */
function standsAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[:：(（[【“"\-–—|])\s*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    /^\s*(?:$|[.。)）\]】”"|!])/u.test(text.slice(end, end + 4))
  );
}

/** The blanks in a block: those of Candor's snippets, and marks of unfinished text from elsewhere. */
export function* placeholders(block: PlacedBlock & { readonly text: string }): Generator<Placeholder> {
  const { text } = block;
  if (hints.test(text)) {
    for (const match of matchesIn(text, anything)) {
      const found = match[0];
      const bracketed = /^[[【]/.test(found);
      if (bracketed && !isBlank(found) && !inner.test(found) && !new RegExp(`^.(?:${words})[^a-z]*.$`).test(found))
        continue;
      if (/^\?+$/.test(found) && !/\s$|^$/.test(text.slice(Math.max(0, match.index - 1), match.index))) continue;
      yield { start: match.index, end: match.index + found.length, text: found, inSource: false };
    }
    for (const match of matchesIn(text, phrase)) {
      const end = match.index + match[0].length;
      if (always.test(match[0]) || standsAlone(text, match.index, end))
        yield { start: match.index, end, text: match[0], inSource: false };
    }
  }
  yield* angledIn(block);
}

/** `<customer name>` is HTML to Markdown and so not in the prose; it is looked for in the source. */
function* angledIn({ block, chunk, audience }: PlacedBlock): Generator<Placeholder> {
  const source = chunk.chunk.text.slice(block.start, block.end);
  if (!source.includes('<')) return;
  const { asides } = audience === 'customer' ? block.prose : block.full;
  for (const match of matchesIn(source, angled)) {
    const start = block.start + match.index;
    const end = start + match[0].length;
    const name = /^<([^\s>]+)/.exec(match[0])?.[1] ?? '';
    if (/[A-Za-z0-9_]/.test(source.charAt(match.index - 1)) || voidElements.test(match[0])) continue;
    if (source.includes(`</${name}`) || asides.some((aside) => aside.start < end && start < aside.end)) continue;
    yield { start, end, text: match[0], inSource: true };
  }
}
