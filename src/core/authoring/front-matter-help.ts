import schema from '../../data/front-matter.json' with { type: 'json' };
import { canonicalKey } from '../document/front-matter-names.js';
import { isMomentKey } from '../document/written-moment.js';
import type { Language, Span } from '../finding.js';
import { frontMatterTime } from './moment.js';

interface KeySchema {
  readonly title: string;
  readonly 'x-title-zh': string;
  readonly description: string;
  readonly 'x-description-zh': string;
  readonly const?: string;
  readonly default?: string;
  readonly enum?: readonly (string | null)[];
  readonly enumDescriptions?: readonly string[];
  readonly 'x-enumDescriptions-zh'?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly type?: string | readonly string[];
}

/** The keys of front matter, as the published schema has them. */
const keys = schema.properties as unknown as Readonly<Record<string, KeySchema>>;

/** What can stand at a place in front matter. */
export interface FrontMatterChoice {
  readonly kind: 'key' | 'value' | 'time';
  /** What the list shows. */
  readonly label: string;
  /** What is written. */
  readonly insert: string;
  readonly detail: string;
  readonly description: string;
  /** What it replaces. */
  readonly at: Span;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** A key and what comes behind it. */
const keyed = /^([\p{L}\p{N}_ -]*[\p{L}\p{N}_-])[ \t]*:/u;

/** The key that a line names, by its own or another name. */
function keyOf(line: string): string | undefined {
  const name = keyed.exec(line)?.[1];
  if (name === undefined) return undefined;
  return Object.hasOwn(keys, name) ? name : canonicalKey(name)[0];
}

const inWords = (key: KeySchema, language: Language): { readonly title: string; readonly description: string } => ({
  title: language === 'zh' ? key['x-title-zh'] : key.title,
  description: language === 'zh' ? key['x-description-zh'] : key.description,
});

/** The lines between the fences; the closing one may still be missing while somebody types. */
function frontLines(text: string): readonly Line[] | undefined {
  const open = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!open) return undefined;
  const lines: Line[] = [];
  let start = open[0].length;
  while (start <= text.length) {
    const length = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
    const line = text.slice(start, start + length);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return lines;
    lines.push({ start, text: line });
    const next = start + length + (text.startsWith('\r\n', start + length) ? 2 : 1);
    if (next > text.length) break;
    start = next;
  }
  return undefined;
}

const timeWords = {
  en: { now: 'now', ago: (text: string) => `${text} ago`, ahead: (text: string) => `in ${text}` },
  zh: { now: '现在', ago: (text: string) => `${text}前`, ahead: (text: string) => `${text}后` },
} as const;
const spans = [
  { minutes: 5, en: '5 minutes', zh: '5分钟' },
  { minutes: 15, en: '15 minutes', zh: '15分钟' },
  { minutes: 30, en: '30 minutes', zh: '30分钟' },
  { minutes: 60, en: '1 hour', zh: '1小时' },
  { minutes: 120, en: '2 hours', zh: '2小时' },
  { minutes: 240, en: '4 hours', zh: '4小时' },
  { minutes: 1440, en: '1 day', zh: '1天' },
  { minutes: 2880, en: '2 days', zh: '2天' },
  { minutes: 10_080, en: '1 week', zh: '1周' },
] as const;

/** Times as a picker would offer them: now, and steps back; for the next message, steps ahead. */
function times(key: string, options: HelpOptions, at: Span): FrontMatterChoice[] {
  const { now, zone, locale } = options;
  const words = timeWords[locale];
  const isAhead = key === 'next-update';
  const choice = (label: string, time: number): FrontMatterChoice => {
    const insert = frontMatterTime(time, zone);
    return { kind: 'time', label, insert, detail: insert, description: '', at };
  };
  const steps = spans
    .filter(({ minutes }) => (isAhead ? minutes >= 60 : minutes <= 1440))
    .map((span) =>
      isAhead
        ? choice(words.ahead(span[locale]), now + span.minutes * 60_000)
        : choice(words.ago(span[locale]), now - span.minutes * 60_000),
    );
  return isAhead ? steps : [choice(words.now, now), ...steps];
}

function values(name: string, key: KeySchema, options: HelpOptions, at: Span): FrontMatterChoice[] {
  const { locale } = options;
  const { title } = inWords(key, locale);
  const value = (text: string, description = ''): FrontMatterChoice => ({
    kind: 'value',
    label: text,
    insert: text,
    detail: title,
    description,
    at,
  });
  if (isMomentKey(name)) return times(name, options, at);
  if (key.const) return [value(key.const)];
  if (key.enum) {
    const said = (locale === 'zh' ? key['x-enumDescriptions-zh'] : key.enumDescriptions) ?? [];
    return key.enum.flatMap((each, index) => (each === null ? [] : [value(each, said[index])]));
  }
  const own = name === 'timezone' ? [options.zone] : [];
  const examples = (key.examples ?? []).filter((each) => typeof each === 'string' || typeof each === 'number');
  const listed = name === 'timezone' || name === 'language' ? examples.map(String) : [];
  return [...new Set([...own, ...listed])].map((each) => value(each));
}

/** What help needs to know beside the text. */
export interface HelpOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: string;
  /** The language of descriptions. */
  readonly locale: Language;
}

/**
 * What can stand at an offset in front matter: keys that are not there yet, a key's values, or times.
 * @returns `undefined` outside front matter.
 */
export function frontMatterChoices(
  text: string,
  offset: number,
  options: HelpOptions,
): readonly FrontMatterChoice[] | undefined {
  const lines = frontLines(text);
  const line = lines?.find(({ start, text: words }) => offset >= start && offset <= start + words.length);
  if (!lines || !line) return undefined;
  const before = line.text.slice(0, offset - line.start);
  const valued = /^[^:\s][^:]*:[ \t]*/.exec(before);
  if (valued) {
    const name = keyOf(before);
    const key = name === undefined ? undefined : keys[name];
    if (name === undefined || !key) return [];
    const start = line.start + valued[0].length;
    const written = line.text
      .slice(valued[0].length)
      .replace(/(?:^|[ \t]+)#.*$/, '')
      .trimEnd();
    const gap = /:$/.test(valued[0]) ? ' ' : '';
    const end = Math.max(offset, start + written.length);
    return values(name, key, options, { start, end }).map((choice) => ({ ...choice, insert: gap + choice.insert }));
  }
  if (!/^[\w-]*$/.test(before)) return [];
  const there = new Set(lines.filter((each) => each !== line).map((each) => keyOf(each.text)));
  const typed = /^[\w-]*/.exec(line.text)?.[0] ?? '';
  const colon = line.text.startsWith(':', typed.length);
  return Object.entries(keys)
    .filter(([name]) => !there.has(name))
    .map(([name, key]) => {
      const { title, description } = inWords(key, options.locale);
      const at = { start: line.start, end: line.start + typed.length };
      const insert = colon ? name : `${name}: ${key.const ?? ''}`;
      return { kind: 'key', label: name, insert, detail: title, description, at };
    });
}

/** What a key of front matter means, where one stands at an offset. */
export function frontMatterHelp(
  text: string,
  offset: number,
  locale: Language,
): { readonly at: Span; readonly key: string; readonly title: string; readonly description: string } | undefined {
  const line = frontLines(text)?.find(({ start, text: words }) => offset >= start && offset <= start + words.length);
  const written = keyed.exec(line?.text ?? '')?.[1];
  const name = keyOf(line?.text ?? '');
  if (!line || written === undefined || name === undefined || offset > line.start + written.length) return undefined;
  const key = keys[name];
  return key && { at: { start: line.start, end: line.start + written.length }, key: name, ...inWords(key, locale) };
}
