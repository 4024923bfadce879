import type { Writing } from '../language/writing.js';
import { frontMatterTime, writtenDay, writtenTime, writtenZone } from './moment.js';
import { unknownVariable } from './templates.js';

/** What a new postmortem is made from. */
export interface NewPostmortem {
  /** The template's text, with `{{variables}}`. */
  readonly template: string;
  /** What it is written in, as its template is. */
  readonly writing: Writing;
  readonly title: string;
  /** When it began, milliseconds since 1970; may be unknown. */
  readonly began?: number | undefined;
  readonly author?: string | undefined;
  readonly id?: string | undefined;
  /** The zone of the times in the file: an IANA name, `UTC` or an offset. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Filling {
  /** As data, for front matter. */
  readonly data: string | undefined;
  /** In words, for the text. */
  readonly words: string | undefined;
}

const variable = /\{\{\s*([a-z-]+)\s*\}\}/g;
const front = /^(\uFEFF?---[ \t]*(?:\r\n|\n|\r))([\s\S]*?)(?=(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$))/;

/** One line without control characters: what people paste into a field. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Text as Markdown that reads as itself. */
function asMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<|]|(?<!\w)_|_(?!\w)|:(?=[A-Za-z][\w-]*\[)/g, '\\$&');
}

/** Text inside double quotes of YAML; JSON's escapes are YAML's. */
const inQuotes = (text: string): string => JSON.stringify(text).slice(1, -1);

function fillings({ writing, title, began, author, id, zone, now }: NewPostmortem): ReadonlyMap<string, Filling> {
  const said = (text: string | undefined): Filling => {
    const line = text === undefined ? '' : oneLine(text);
    return line === '' ? { data: undefined, words: undefined } : { data: line, words: asMarkdown(line) };
  };
  return new Map<string, Filling>([
    ['title', said(title)],
    ['id', said(id)],
    ['author', said(author)],
    [
      'began',
      began === undefined
        ? { data: undefined, words: undefined }
        : { data: frontMatterTime(began, zone), words: writtenTime(began, zone, writing) },
    ],
    ['today', { data: frontMatterTime(now, zone).slice(0, 10), words: writtenDay(now, zone, writing) }],
    ['zone', { data: zone, words: writtenZone(zone, began ?? now, writing) }],
  ]);
}

/** Fills the YAML of front matter; a key whose value is not known stays, empty. */
function fillFrontMatter(yaml: string, known: ReadonlyMap<string, Filling>): string {
  return yaml
    .split(/(?<=\n)/)
    .flatMap((line) => {
      const names = [...line.matchAll(variable)].map((match) => match[1] ?? '');
      if (names.length === 0) return [line];
      const missing = names.filter((name) => known.has(name) && known.get(name)?.data === undefined);
      if (missing.length > 0) {
        const ending = /\r?\n$/.exec(line)?.[0] ?? '';
        const key = /^(\s*[\w-]+:)/.exec(line)?.[1];
        // An item of a list that is not known is no item.
        return key ? [key + ending] : [];
      }
      const quoted = (at: number): boolean => (line.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1;
      return [
        line.replace(variable, (whole, name: string, at: number) => {
          const value = known.get(name)?.data;
          if (value === undefined) return whole;
          if (quoted(at)) return inQuotes(value);
          return /^[\w+:.-]+(?: [\w+:.-]+)*$/.test(value) && !/: |:$/.test(value) ? value : JSON.stringify(value);
        }),
      ];
    })
    .join('');
}

/**
 * Makes the text of a new postmortem. What is known stands in it, in front matter as data and in the text in the words
 * of its language; what is not known is an empty key, and a blank in the text.
 */
export function newPostmortem(request: NewPostmortem): string {
  const known = fillings(request);
  const { template, writing } = request;
  const head = front.exec(template);
  const body = template.slice(head?.[0].length ?? 0).replace(variable, (whole, name: string) => {
    return known.get(name)?.words ?? unknownVariable(name, writing) ?? whole;
  });
  return (head ? `${head[1]}${fillFrontMatter(head[2] ?? '', known)}` : '') + body;
}

/**
 * The next id by a pattern: `{year}`, `{month}` and `{day}` are those of the beginning, a run of `#` is the next free
 * number with at least that many digits.
 * @param known The ids that are taken.
 * @returns An empty text for an empty pattern.
 */
export function nextId(pattern: string, known: Iterable<string>, at: number, zone: string): string {
  const [year = '', month = '', day = ''] = frontMatterTime(at, zone).slice(0, 10).split('-');
  const dated = oneLine(pattern).replaceAll('{year}', year).replaceAll('{month}', month).replaceAll('{day}', day);
  const run = /#+/.exec(dated);
  if (!run) return dated;
  const before = dated.slice(0, run.index);
  const after = dated.slice(run.index + run[0].length);
  let last = 0;
  for (const id of known) {
    if (!id.startsWith(before) || !id.endsWith(after) || id.length <= before.length + after.length) continue;
    const digits = id.slice(before.length, id.length - after.length);
    if (/^\d{1,9}$/.test(digits)) last = Math.max(last, Number(digits));
  }
  return before + String(last + 1).padStart(run[0].length, '0') + after;
}

/** A file name for a postmortem: the day, then the title in words; without what file systems refuse. */
export function fileNameFor(title: string, at: number, zone: string): string {
  const words = oneLine(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${frontMatterTime(at, zone).slice(0, 10)}${words ? `-${words}` : ''}.md`;
}
